"""The mouse on the graph: choosing, opening, folding and panning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.view import GraphView

FOLDER = 26.0
"""How wide the place is at the right of a group that opens it."""
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Pointing:
    """What the mouse does on a view of the graph. While Space is held, dragging pans."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._pressed: QPoint | None = None
        self._panning: QPoint | None = None
        self._space = False

    def press(self, event: QMouseEvent) -> None:
        """A button goes down: perhaps a click, perhaps the graph is moved."""
        at, left = event.position().toPoint(), event.button() == LEFT
        hand = self._is_hand()
        ground = left and self._view.node_at(event.position()) is None
        if event.button() == MIDDLE or ground or (left and hand):
            self._panning = at
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pressed = at if left and not hand else None

    def move(self, event: QMouseEvent) -> None:
        """The graph follows the hand."""
        at = event.position().toPoint()
        if self._panning is not None:
            way = self._panning - at
            self._view.scroll_by(way.x(), way.y())
            self._panning = at
        elif not event.buttons():
            self.show_cursor()

    def release(self, event: QMouseEvent) -> None:
        """A click, unless the mouse has moved."""
        pressed, self._pressed, self._panning = self._pressed, None, None
        self.show_cursor()
        if pressed is None or event.button() != LEFT:
            return
        way = (event.position().toPoint() - pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            return
        node = self._view.node_at(event.position())
        if node is not None and self._folds(node, event.position()):
            self._view.folded.emit(node)
        else:
            self._view.chosen.emit(node)

    def twice(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        node = self._view.node_at(event.position())
        if event.button() == LEFT and node is not None and not self._folds(node, event.position()):
            self._view.opened.emit(node)

    def hold_space(self, held: bool) -> None:
        """Whether Space is held."""
        self._space = held
        self.show_cursor()

    def show_cursor(self, _on: bool = False) -> None:
        """The cursor for what is under the pointer, whose links are shown."""
        view = self._view
        if self._is_hand():
            shape = Qt.CursorShape.OpenHandCursor
        else:
            mouse = QPointF(view.viewport().mapFromGlobal(view.cursor().pos()))
            over = view.node_at(mouse)
            arrow, finger = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            shape = arrow if over is None else finger
            view.hover_over(over)
        view.viewport().setCursor(shape)

    def _is_hand(self) -> bool:
        return self._space or self._view.zoom_bar.hand.isChecked()

    def _folds(self, node: int, at: QPointF) -> bool:
        """Whether a place is on the arrow of a group."""
        laid = self._view.laid
        if laid is None or not laid.shown.nodes[node].count:
            return False
        return self._view.place(at).x() > laid.rects[node].right - FOLDER
