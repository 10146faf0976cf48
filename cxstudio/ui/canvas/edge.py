"""Scrolling by itself while a hand holds something near the edge of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer

from cxstudio.ui.canvas.interactions import Pointer

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

EDGE, PER_TICK, TICK_MS = 28, 14, 16


class EdgeScroll(QTimer):
    """Runs while the pointer of the view's gesture is near an edge."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.setInterval(TICK_MS)
        self.timeout.connect(self._scroll)

    def watch(self, pointer: Pointer) -> None:
        """Start or stop by where the pointer is now."""
        gesture = self._view.gesture
        scrolls = gesture is not None and gesture.scrolls
        if not scrolls or self._way_out(pointer.viewport).isNull():
            self.stop()
        elif not self.isActive():
            self.start()

    def _way_out(self, at: QPoint) -> QPoint:
        """How far to scroll when the pointer is near an edge of the viewport."""
        inner = self._view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        return QPoint(_side(at.x(), inner, across=True), _side(at.y(), inner, across=False))

    def _scroll(self) -> None:
        gesture = self._view.gesture
        if gesture is None:
            self.stop()
            return
        at = self._view.mouse()
        way = self._way_out(at)
        self._view.scroll_by(way.x(), way.y())
        gesture.move(self._view.pointer(QPointF(at), Qt.KeyboardModifier.NoModifier))


def _side(at: int, inner: QRect, *, across: bool) -> int:
    low, high = (inner.left(), inner.right()) if across else (inner.top(), inner.bottom())
    if at < low:
        return -PER_TICK
    return PER_TICK if at > high else 0
