"""Which curve is whose, in one line under a printed map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.paint_emotion import curve_colour, curve_pen, paint_shape

LEGEND_HEIGHT = 150.0


def paint_legend(painter: QPainter, curves: Sequence[CurveData], metrics: Metrics) -> None:
    """Paint the legend of a printed map, from the left edge of its steps."""
    look = Look(metrics)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, middle = metrics.label_width + metrics.plain_padding, LEGEND_HEIGHT * 0.6
    for place, curve in enumerate(curves):
        lead = place == 0
        colour = curve_colour(curve, look, lead)
        painter.setPen(curve_pen(curve, colour, look, lead))
        painter.drawLine(QPointF(x, middle), QPointF(x + 200, middle))
        painter.setPen(QPen(colour, 12))
        painter.setBrush(colour if lead else look.colour("surface"))
        paint_shape(painter, QPointF(x + 100, middle), 26, curve.index)
        name = f"{curve.code} {curve.name}"
        kind = metrics.note
        write(painter, x + 240, middle - kind.line / 2, name, kind, look.colour("text_2"))
        x += 240 + text_width(name, kind) + 200
