"""The cards of a map by their cells, so that a change goes through its own cells only."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain
from typing import TypeAlias

from cxstudio.drawing.journey.map import CardData, Id

CellId: TypeAlias = tuple[Id, Id]
"""A step and a lane."""


class CardsByCell:
    """All cards of one map as it was last read; those of a cell from top to bottom."""

    def __init__(self) -> None:
        self._cards: tuple[CardData, ...] = ()
        self._cells: dict[CellId, list[CardData]] = {}
        self._place: dict[Id, CellId] = {}

    def take(self, cards: tuple[CardData, ...]) -> None:
        """These are the cards from now on; nothing is done when they are the same as before."""
        if cards is not self._cards:
            self._cards, self._cells, self._place = cards, {}, {}
            self._add(cards)

    def of(self, cards: Iterable[Id]) -> set[CellId]:
        """The cells in which these cards stand, as far as they are on the map."""
        return {self._place[id] for id in cards if id in self._place}

    def replaced(
        self, cells: Collection[CellId], cards: Iterable[CardData]
    ) -> tuple[CardData, ...]:
        """All cards, after those of `cells` have been replaced by `cards`."""
        for cell in cells:
            for card in self._cells.pop(cell, ()):
                del self._place[card.id]
        self._add(cards)
        self._cards = tuple(chain.from_iterable(self._cells.values()))
        return self._cards

    def _add(self, cards: Iterable[CardData]) -> None:
        for card in cards:
            cell = self._place[card.id] = card.step_id, card.lane_id
            self._cells.setdefault(cell, []).append(card)
