"""What a card is bound to, carried over the clipboard, so that cut and pasted it loses nothing."""

from __future__ import annotations

from typing import Any

from cxstudio.model import Card, Kpi, Link, Record, Touchpoint, Wave, record_classes
from cxstudio.model.chain import End
from cxstudio.store import Change
from cxstudio.ui.workspace import Workspace

HELD: dict[str, type[Record]] = {"touchpoint_id": Touchpoint, "kpi_id": Kpi, "wave_id": Wave}
MOST = 500


def bonds(workspace: Workspace, card: Card) -> dict[str, Any]:
    """The records a card names, and its links to whole records, as plain data."""
    end = End("card", card.id)
    rests = workspace.chain.rests_on(end)
    carries = workspace.chain.supports(end)
    return {
        **{name: getattr(card, name) for name in HELD},
        "wave_column": card.wave_column,
        "rests": [[other.kind, other.id] for other, _link in rests],
        "carries": [[other.kind, other.id] for other, _link in carries if not other.field],
    }


def bind(change: Change, card_id: int, held: object) -> None:
    """Bind a new card to what is still there of it; anything else is left out."""
    if not isinstance(held, dict):
        return
    card = change.get(Card, card_id)
    for name, cls in HELD.items():
        if _there(change, cls, held.get(name)):
            setattr(card, name, held[name])
    if card.wave_id is not None:
        card.wave_column = str(held.get("wave_column") or "")
    if card.kpi_id is not None or card.wave_id is not None:
        card.value = ""
    for kind, id in _ends(change, held.get("rests")):
        change.add(Link(source_kind=kind, source_id=id, target_kind="card", target_id=card_id))
    for kind, id in _ends(change, held.get("carries")):
        change.add(Link(source_kind="card", source_id=card_id, target_kind=kind, target_id=id))


def _ends(change: Change, found: object) -> list[tuple[str, int]]:
    """The ends of links, as far as they are whole and their records still there."""
    classes = record_classes()
    listed = found[:MOST] if isinstance(found, list) else []
    pairs = [end for end in listed if isinstance(end, list) and len(end) == 2]
    return [(kind, id) for kind, id in pairs if _there(change, classes.get(str(kind)), id)]


def _there(change: Change, cls: type[Record] | None, id: object) -> bool:
    return cls is not None and isinstance(id, int) and change.session.get(cls, id) is not None
