"""What is selected on the map: cards, or the cell where the keyboard is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import Id


class Selection(QObject):
    """`cards` in the order they were selected; `current` is the last of them, `cell` its cell.

    An empty cell can be selected too; then there are no cards. A `connector` is selected alone.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[Id, ...] = ()
        self.cell: Cell | None = None
        self.connector: Id | None = None

    @property
    def current(self) -> Id | None:
        return self.cards[-1] if self.cards else None

    def set(self, cards: Iterable[Id], cell: Cell | None) -> None:
        """Select these cards; `cell` is that of the last one, or an empty cell."""
        cards = tuple(dict.fromkeys(cards))
        if (cards, cell, None) != (self.cards, self.cell, self.connector):
            self.cards, self.cell, self.connector = cards, cell, None
            self.changed.emit()

    def set_connector(self, connector: Id) -> None:
        """Select a connector; the cell stays where the keyboard was."""
        if self.connector != connector:
            self.cards, self.connector = (), connector
            self.changed.emit()

    def clear(self) -> None:
        self.set((), None)

    def toggle(self, card: Id, cell: Cell) -> None:
        """Add a card, or take it out."""
        if card in self.cards:
            self.set((other for other in self.cards if other != card), self.cell)
        else:
            self.set((*self.cards, card), cell)

    def settle(self, laid: MapLayout, connectors: Collection[Id] = ()) -> None:
        """Forget cards and connectors that are no longer shown, and follow cards that moved."""
        if self.connector is not None and self.connector in connectors:
            return
        cards = [card for card in self.cards if card in laid.places]
        if cards:
            self.set(cards, cell_of(laid, cards[-1]))
        elif self.cell is None or not has_cell(laid, self.cell):
            self.clear()
        else:
            self.set((), self.cell)


def cell_of(laid: MapLayout, card: Id) -> Cell:
    """The cell a card stands in. Raises KeyError for a card that is not shown."""
    data = laid.places[card][1].card
    return Cell(data.step_id, data.lane_id)


def has_cell(laid: MapLayout, cell: Cell) -> bool:
    """Whether the map shows this cell."""
    return any(row.lane.id == cell.lane_id for row in laid.rows) and any(
        column.step.id == cell.step_id for column in laid.columns
    )


def cards_of(laid: MapLayout, cell: Cell) -> list[Id]:
    """Ids of the cards shown in a cell, from top to bottom."""
    for row in laid.rows:
        if row.lane.id == cell.lane_id:
            for box in row.cells:
                if box.step_id == cell.step_id:
                    return [card.card.id for card in box.cards]
    return []
