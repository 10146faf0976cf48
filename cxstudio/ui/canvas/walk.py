"""Where the arrow keys lead on a map: from card to card and over empty cells."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import Id
from cxstudio.ui.canvas.selection import cards_of


class Place(NamedTuple):
    """A cell, and a card in it unless it is empty."""

    cell: Cell
    card: Id | None


def first(laid: MapLayout) -> Place | None:
    """The upper left corner of the map."""
    if not laid.rows or not laid.columns:
        return None
    return _in(laid, 0, 0, 0)


def beside(laid: MapLayout, place: Place, by: int) -> Place:
    """The cell `by` columns to the right, at a card about as far down."""
    column, row = _indices(laid, place.cell)
    cards = cards_of(laid, place.cell)
    depth = cards.index(place.card) if place.card in cards else 0
    return _in(laid, max(0, min(column + by, len(laid.columns) - 1)), row, depth)


def below(laid: MapLayout, place: Place) -> Place:
    """The next card of the cell, or the top of the cell below."""
    cards = cards_of(laid, place.cell)
    if place.card in cards[:-1]:
        return Place(place.cell, cards[cards.index(place.card) + 1])
    column, row = _indices(laid, place.cell)
    return _in(laid, column, row + 1, 0) if row + 1 < len(laid.rows) else place


def above(laid: MapLayout, place: Place) -> Place:
    """The card before it in the cell, or the bottom of the cell above."""
    cards = cards_of(laid, place.cell)
    if place.card in cards[1:]:
        return Place(place.cell, cards[cards.index(place.card) - 1])
    column, row = _indices(laid, place.cell)
    return _in(laid, column, row - 1, -1) if row > 0 else place


def edge(laid: MapLayout, place: Place, last: bool) -> Place:
    """The first or last step of the lane."""
    _column, row = _indices(laid, place.cell)
    return _in(laid, len(laid.columns) - 1 if last else 0, row, 0)


def next_cell(laid: MapLayout, cell: Cell, by: int) -> Cell:
    """The cell to the right, and after the last step the first one of the next lane."""
    column, row = _indices(laid, cell)
    steps = len(laid.columns)
    at = max(0, min(row * steps + column + by, len(laid.rows) * steps - 1))
    return Cell(laid.columns[at % steps].step.id, laid.rows[at // steps].lane.id)


def _indices(laid: MapLayout, cell: Cell) -> tuple[int, int]:
    column = next(i for i, c in enumerate(laid.columns) if c.step.id == cell.step_id)
    row = next(i for i, r in enumerate(laid.rows) if r.lane.id == cell.lane_id)
    return column, row


def _in(laid: MapLayout, column: int, row: int, depth: int) -> Place:
    cell = Cell(laid.columns[column].step.id, laid.rows[row].lane.id)
    cards = cards_of(laid, cell)
    if not cards:
        return Place(cell, None)
    return Place(cell, cards[max(-1, min(depth, len(cards) - 1))])
