"""What a press of a mouse button begins: selecting, dragging, a band, a connector, writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import Id
from cxstudio.ui.canvas.interactions import DragCards, DragEmotion, Pointer, RubberBand
from cxstudio.ui.canvas.selection import cards_of, cell_of

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class Pressing:
    """Remembers where the left button went down until a gesture begins or it is let go."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._press: tuple[Pointer, Id | None] | None = None

    def forget(self) -> None:
        """The button is up."""
        self._press = None

    def left(self, pointer: Pointer) -> None:
        """The left button went down."""
        x, y = pointer.map.x(), pointer.map.y()
        gripped = self._view.connecting.grip(pointer)
        if gripped is not None:
            self._view.begin(gripped)
            return
        if self._view.connecting.active:
            self._view.connecting.choose(self._view.map.card_at(x, y))
            return
        point = self._view.map.point_at(x, y) if self._view.document.writable else None
        if point is not None:
            self._choose_cell(pointer)
            self._view.persona = point[1]
            self._view.begin(DragEmotion(self._view, pointer, *point))
            return
        card = self._view.map.card_at(x, y)
        line = self._view.map.lines.at(x, y) if card is None else None
        if line is not None:
            self._view.map.selection.set_connector(line)
            return
        self._press = (pointer, card)
        selection = self._view.map.selection
        shift = bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
        if card is None:
            if not shift:
                self._choose_cell(pointer)
        elif shift:
            selection.toggle(card, cell_of(self._view.map.laid, card))
        elif card not in selection.cards:
            selection.set((card,), cell_of(self._view.map.laid, card))

    def right(self, pointer: Pointer) -> None:
        """The right button went down: select what its menu is for."""
        card = self._view.map.card_at(pointer.map.x(), pointer.map.y())
        line = None if card else self._view.map.lines.at(pointer.map.x(), pointer.map.y())
        if line is not None:
            self._view.map.selection.set_connector(line)
        elif card is None:
            self._choose_cell(pointer)
        elif card not in self._view.map.selection.cards:
            self._view.map.selection.set((card,), cell_of(self._view.map.laid, card))

    def _choose_cell(self, pointer: Pointer) -> None:
        self._view.map.selection.set((), self._view.map.cell_at(pointer.map.x(), pointer.map.y()))

    def moved(self, pointer: Pointer) -> bool:
        """Whether the button is down; far enough away a gesture begins."""
        if self._press is None:
            return False
        start, card = self._press
        way = (pointer.viewport - start.viewport).manhattanLength()
        if way < QApplication.startDragDistance():
            return True
        self._press = None
        if card is None:
            self._view.begin(RubberBand(self._view, start))
        elif self._view.document.writable and card in self._view.map.selection.cards:
            self._view.begin(DragCards(self._view, start, card))
        if self._view.gesture is not None:
            self._view.gesture.move(pointer)
        return True

    def release(self, pointer: Pointer) -> None:
        """Let go where it went down: a card of several is now the only one."""
        card = self._press[1] if self._press is not None else None
        if card is not None and not pointer.modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._view.map.selection.set((card,), cell_of(self._view.map.laid, card))

    def twice(self, pointer: Pointer) -> None:
        """A double click writes: on a card, a label, or a new card."""
        card = self._view.map.card_at(pointer.map.x(), pointer.map.y())
        if card is not None:
            self._view.writing.open_card(card, select=False)
            return
        if self._view.map.lines.at(pointer.map.x(), pointer.map.y()) is not None:
            self._view.acts.edit_current()
            return
        cell = self._view.map.cell_at(pointer.map.x(), pointer.map.y())
        if cell is None or not self._view.document.writable:
            return
        if self._view.is_emotion(cell) and self._view.persona is not None:
            self._feel_here(pointer, cell)
        elif self._view.can_write(cell):
            self._view.map.selection.set((), cell)
            self._view.writing.open_new(cell, len(cards_of(self._view.map.laid, cell)))

    def _feel_here(self, pointer: Pointer, cell: Cell) -> None:
        """A double click in the emotion lane gives the persona a value at this height."""
        gesture = DragEmotion(self._view, pointer, cell.step_id, self._view.persona or 0)
        gesture.finish(pointer)
