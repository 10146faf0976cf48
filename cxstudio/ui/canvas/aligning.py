"""Bringing selected cards into line: in their cells, into one step, or into one lane.

A map has no free places: a card stands in a cell, and its height follows its words. So cards are
in line when they have the same rank in their cells, the same step, or the same lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from cxstudio.drawing.journey.hands import Cell
from cxstudio.i18n import _
from cxstudio.model import Card
from cxstudio.model.order import arrange
from cxstudio.store import Change
from cxstudio.ui.canvas.document import MapDocument

Where = Literal["top", "bottom", "step", "lane"]


class Aligning:
    """One undo step each; nothing is written where all stand in line already."""

    def __init__(self, document: MapDocument) -> None:
        self._document = document

    def align(self, where: Where, ids: Sequence[int], to: Cell) -> None:
        """Cards, in reading order, to an edge of their cells, or to the step or lane of `to`."""
        target: Callable[[Cell], Cell] = {
            "step": lambda cell: Cell(to.step_id, cell.lane_id),
            "lane": lambda cell: Cell(cell.step_id, to.lane_id),
        }.get(where, lambda cell: cell)
        order = self._order(ids, target, where)
        if order == {cell: self._document.cards_in(cell) for cell in order}:
            return
        with self._document.workspace.change(_("Align cards")) as change:
            for cell, cards in order.items():
                _write(change, cell, cards)

    def _order(
        self, ids: Sequence[int], target: Callable[[Cell], Cell], where: Where
    ) -> dict[Cell, list[int]]:
        """By cell that cards come to or stay in: all of its cards as they shall stand."""
        arriving: dict[Cell, list[int]] = {}
        for id in ids:
            cell = self._document.cell_of(id)
            if cell is not None:
                arriving.setdefault(target(cell), []).append(id)
        return {
            cell: _ordered(self._document.cards_in(cell), cards, where)
            for cell, cards in arriving.items()
        }


def _ordered(there: Sequence[int], cards: Sequence[int], where: Where) -> list[int]:
    others = [id for id in there if id not in cards]
    if where == "top":
        return [*cards, *others]
    if where == "bottom":
        return [*others, *cards]
    return [*there, *(id for id in cards if id not in there)]


def _write(change: Change, cell: Cell, ids: Sequence[int]) -> None:
    cards = [change.get(Card, id) for id in ids]
    for card in cards:
        card.step_id, card.lane_id = int(cell.step_id), int(cell.lane_id)
    arrange(cards)
