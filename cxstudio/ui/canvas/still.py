"""What is shown while the zoom moves: the last sharp picture, larger or smaller, until it rests.

Around the picture cards are their colour only, as they are from afar. A frame then costs the same
however much is written on the cards, and at rest everything is painted sharp.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsView, QWidget

from cxstudio.drawing.journey.boxes import Row
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look
from cxstudio.ui.canvas.items import paint_from_afar


class Still:
    """A picture of what a view shows now, and where on the map that is."""

    def __init__(self, view: QGraphicsView) -> None:
        port = view.viewport()
        ratio = port.devicePixelRatioF()
        self.picture = QPixmap(port.size() * ratio)
        self.picture.setDevicePixelRatio(ratio)
        self.place = view.mapToScene(port.rect()).boundingRect()
        # Not the editor nor the hint, which stand over the map at a size of their own.
        flags = QWidget.RenderFlag.DrawWindowBackground
        port.render(self.picture, QPoint(), QRegion(port.rect()), flags)

    def paint(self, painter: QPainter, laid: MapLayout, look: Look, seen: QRectF) -> None:
        """Paint the part of the map that is in `seen`, in the units of the map."""
        painter.fillRect(seen, look.colour("surface"))
        if not self.place.contains(seen):
            for top, row in zip(laid.tops, laid.rows, strict=False):
                if top < seen.bottom() and seen.top() < top + row.height:
                    painter.translate(0, top)
                    self._around(painter, row, look, seen.translated(0, -top))
                    painter.translate(0, -top)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.place, self.picture, QRectF(self.picture.rect()))

    def _around(self, painter: QPainter, row: Row, look: Look, seen: QRectF) -> None:
        left, right = seen.left(), seen.right()
        if row.lane.kind == "emotion":
            ground = QRectF(left, 0, seen.width(), row.height)
            painter.fillRect(ground, look.colour("sunken"))
        for cell in row.cells:
            if cell.cards and cell.rect.x < right and left < cell.rect.right:
                for box in cell.cards:
                    paint_from_afar(painter, box, row.lane.kind, look)
