"""The whole graph, small, with a frame around what is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap

from cxstudio.drawing.trace.paint import tone_of
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.canvas.floating import INSET, Floating

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.view import GraphView

SIZE = QSize(132, 148)
LEAST = 1.0  # pixels that a record is high at least


class Minimap(Floating):
    """Width and height have a scale of their own, as the graph may be many times higher than
    wide. `moved` names the place that shall be in the middle."""

    moved = Signal(QPointF)

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self._picture: QPixmap | None = None
        self.setAccessibleName(_("Overview of the chain"))
        self.resize(SIZE)

    def forget(self) -> None:
        """The graph is another one."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._view.laid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        seen, (across, down) = self._view.seen(), self._scales()
        frame = QRectF(
            *(INSET + seen.x() * across, INSET + seen.y() * down),
            *(seen.width() * across, max(seen.height() * down, 4.0)),
        )
        whole = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(frame.intersected(whole), 3, 3)

    def _scales(self) -> tuple[float, float]:
        width, height = self._view.content()
        room_x, room_y = self.width() - 2 * INSET, self.height() - 2 * INSET
        return room_x / max(width, 1.0), room_y / max(height, 1.0)

    def _drawn(self) -> QPixmap:
        laid = self._view.laid
        assert laid is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        across, down = self._scales()
        for node, rect in zip(laid.shown.nodes, laid.rects, strict=True):
            place = QRectF(
                *(INSET + rect.x * across, INSET + rect.y * down),
                *(rect.width * across, max(rect.height * down, LEAST)),
            )
            painter.fillRect(place, theme.colour(tone_of(node)))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        across, down = self._scales()
        self.moved.emit(QPointF((at.x() - INSET) / across, (at.y() - INSET) / down))
