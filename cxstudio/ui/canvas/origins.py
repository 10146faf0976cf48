"""Which card of the as-is a card on a to-be has come from."""

from __future__ import annotations

from sqlalchemy import func, select

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import Card, Journey, Lane, Step
from cxstudio.store import Change
from cxstudio.store.duplicate import Copies


def origin(change: Change, cell: Cell, *candidates: int | None) -> int | None:
    """The first of these cards that a card put into a cell can have come from.

    It stands on the as-is of the cell's map, and nothing on this map has come from it yet: of two
    copies of a card one is the card as it was, and the other one is new.
    """
    change.flush()
    journey = change.get(Journey, _journey_of(change, int(cell.lane_id)))
    for card in candidates:
        kept = None if card is None else change.session.get(Card, card)
        if kept is None or _journey_of(change, kept.lane_id) != journey.as_is_id:
            continue
        if not _taken(change, kept.id, journey.id):
            return kept.id
    return None


def remember(copies: Copies) -> None:
    """Let the steps and cards of a copied journey know which ones they were."""
    for (_kind, id), copy in copies.items():
        if isinstance(copy, Step | Card):
            copy.as_is_id = id


def _journey_of(change: Change, lane: int) -> int:
    return change.session.scalars(select(Lane.journey_id).where(Lane.id == lane)).one()


def _taken(change: Change, as_is: int, journey: int) -> bool:
    there = (
        select(func.count())
        .select_from(Card)
        .join(Lane, Lane.id == Card.lane_id)
        .where(Card.as_is_id == as_is, Lane.journey_id == journey)
    )
    return bool(change.session.scalar(there))
