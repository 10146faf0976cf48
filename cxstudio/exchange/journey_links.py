"""What a list of cards says of colour, tags and links, written back into the cards of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from cxstudio.exchange.journey_content import CardDetails
from cxstudio.model import Card, Evidence, Gap, Initiative, Kpi, Link, Touchpoint

if TYPE_CHECKING:
    from cxstudio.exchange.journey_writing import Destination

LINKED: tuple[Any, ...] = (Evidence, Gap, Initiative)
NAMED: dict[Any, str] = {Touchpoint: "touchpoint_id", Kpi: "kpi_id"}


def values_of(details: CardDetails | None) -> dict[str, object]:
    """What a new card carries; links are for the map they were taken from, whose codes they are."""
    if details is None:
        return {}
    return {
        "colour": details.colour,
        "icon": details.icon,
        "tags": ", ".join(details.tags),
        "votes": details.votes,
        "confidential": details.confidential,
    }


def write_details(
    change: Destination, card: Card, shown: CardDetails | None, read: CardDetails | None
) -> None:
    """Write what the list changed; a code that names no record changes nothing."""
    if shown is None or read is None or shown == read:
        return
    before = values_of(shown)
    for name, value in values_of(read).items():
        if value != before[name]:
            setattr(card, name, value)
    for code in shown.links:
        if code not in read.links:
            _unlink(change, card, code)
    for code in read.links:
        if code not in shown.links:
            _link(change, card, code)


def _link(change: Destination, card: Card, code: str) -> None:
    kind, id = _record(change, code)
    if kind is None or id is None:
        return
    if kind in NAMED:
        setattr(card, NAMED[kind], id)
    elif kind is Evidence:
        end = {"target_kind": "card", "target_id": card.id}
        change.add(Link(source_kind="evidence", source_id=id, **end))
    else:
        end = {"target_kind": kind.__tablename__, "target_id": id}
        change.add(Link(source_kind="card", source_id=card.id, **end))


def _unlink(change: Destination, card: Card, code: str) -> None:
    """Take away the direct link; what stands behind an insight stays behind it."""
    kind, id = _record(change, code)
    if kind is None or id is None:
        return
    if kind in NAMED:
        if getattr(card, NAMED[kind]) == id:
            setattr(card, NAMED[kind], None)
        return
    here, there = ("card", card.id), (kind.__tablename__, id)
    query = select(Link).where(or_(_between(here, there), _between(there, here)))
    for link in list(change.session.scalars(query)):
        change.delete(link)


def _between(source: tuple[str, int], target: tuple[str, int]) -> Any:
    return (
        (Link.source_kind == source[0])
        & (Link.source_id == source[1])
        & (Link.target_kind == target[0])
        & (Link.target_id == target[1])
    )


def _record(change: Destination, code: str) -> tuple[Any, int | None]:
    """The kind and id of the record with a code."""
    letter, _dash, number = code.partition("-")
    kind = next((cls for cls in (*LINKED, *NAMED) if cls.letter == letter), None)
    if kind is None or not number.isdecimal() or len(number) > 9:
        return None, None
    return kind, change.session.scalar(select(kind.id).where(kind.number == int(number)))
