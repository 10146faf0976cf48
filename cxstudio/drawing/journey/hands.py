"""What a hand on the map points at: cell, card, place between cards. Positions on the map."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from cxstudio.drawing.journey.boxes import CardBox, CellBox, Rect, Row
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import Id


class Cell(NamedTuple):
    """A cell by its step and lane."""

    step_id: Id
    lane_id: Id


def cell_at(laid: MapLayout, x: float, y: float) -> Cell | None:
    """The cell under a point, None over the head, the lane names or outside."""
    found = _under(laid, x, y)
    return found and Cell(found[2].step_id, found[1].lane.id)


def card_at(laid: MapLayout, x: float, y: float) -> Id | None:
    """The card under a point."""
    found = _under(laid, x, y)
    if found is None:
        return None
    place, _, cell = found
    inside = y - laid.tops[place]
    return next((box.card.id for box in cell.cards if box.rect.holds(x, inside)), None)


def insertion_index(laid: MapLayout, cell: Cell, y: float, moving: Id | None = None) -> int:
    """Where among the cell's cards one dropped at `y` goes: before the first card whose middle
    is lower. The card that is `moving` does not count."""
    top, box = _cell(laid, cell)
    cards = [card for card in box.cards if card.card.id != moving]
    middles = [top + card.rect.y + card.rect.height / 2 for card in cards]
    return bisect_right(middles, y)


def drop_line(laid: MapLayout, cell: Cell, index: int, moving: Id | None = None) -> Rect:
    """The mark that shows where a card goes: a line as wide as the cell's cards, without height.

    Raises KeyError for a cell that is not on the map.
    """
    top, box = _cell(laid, cell)
    cards = [card for card in box.cards if card.card.id != moving]
    inset = laid.metrics.cell_padding / 2
    return Rect(
        box.rect.x + inset, top + _edge(cards, index, laid), box.rect.width - 2 * inset, 0.0
    )


def _edge(cards: list[CardBox], index: int, laid: MapLayout) -> float:
    padding, gap = laid.metrics.row_padding, laid.metrics.card_gap
    if not cards or index <= 0:
        return padding / 2
    above = cards[min(index, len(cards)) - 1].rect.bottom
    below = cards[index].rect.y if index < len(cards) else above + gap
    return (above + below) / 2


def _cell(laid: MapLayout, cell: Cell) -> tuple[float, CellBox]:
    for top, row in zip(laid.tops, laid.rows, strict=False):
        if row.lane.id == cell.lane_id:
            for box in row.cells:
                if box.step_id == cell.step_id:
                    return top, box
    raise KeyError(cell)


def _under(laid: MapLayout, x: float, y: float) -> tuple[int, Row, CellBox] | None:
    place = bisect_right(laid.tops, y) - 1
    column = bisect_right([column.x for column in laid.columns], x) - 1
    if not (0 <= place < len(laid.rows) and column >= 0 and x < laid.width):
        return None
    row = laid.rows[place]
    return place, row, row.cells[column]
