"""The emotion curve of an engagement, as its card in the library wears it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.tokens import Theme


def paint_mini_curve(
    painter: QPainter,
    rect: QRectF,
    values: Sequence[float | None],
    index: int = 0,
    theme: Theme = "light",
) -> None:
    """Paint values from −2 to +2 over the rectangle, with hollow points; nothing without values."""
    points = _points(rect, values)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    zero = QPen(QColor(tokens.colour("line_strong", theme)), 1)
    zero.setDashPattern([2, 4])
    painter.setPen(zero)
    painter.drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()))
    colours = tokens.chart(theme)
    ink = QColor(colours[index % len(colours)])
    path = QPainterPath()
    for stretch in unbroken(points):
        path.moveTo(QPointF(*stretch[0]))
        for piece in smooth(stretch):
            path.cubicTo(QPointF(*piece.control_1), QPointF(*piece.control_2), QPointF(*piece.end))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2))
    painter.drawPath(path)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(QColor(tokens.colour("surface", theme)))
    for point in points:
        if point is not None:
            painter.drawEllipse(QPointF(*point), 3.6, 3.6)
    painter.restore()


def _points(rect: QRectF, values: Sequence[float | None]) -> list[Point | None]:
    step = rect.width() / max(1, len(values) - 1)
    return [
        None
        if value is None
        else Point(rect.left() + n * step, rect.center().y() - value / 2 * rect.height() / 2)
        for n, value in enumerate(values)
    ]
