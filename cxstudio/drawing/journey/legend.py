"""Which curve is whose, in one line under a printed map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.measure import fitted, text_width
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.paint_emotion import curve_colour, curve_pen, paint_shape
from cxstudio.i18n import catalogue

LEGEND_HEIGHT = 150.0
LINE, BEFORE_NAME, AFTER_NAME = 200.0, 240.0, 200.0


def curve_name(curve: CurveData, language: str) -> str:
    """Whose curve it is; the one behind a to-be says that it is the as-is."""
    name = f"{curve.code} {curve.name}".strip()
    return f"{name} · {catalogue(language).gettext('As-is')}" if curve.dotted else name


def paint_legend(
    painter: QPainter,
    curves: Sequence[CurveData],
    metrics: Metrics,
    width: float,
    palette: Palette = STANDARD,
) -> None:
    """Paint the legend of a printed map this wide, from the left edge of its steps."""
    look, kind = Look(metrics, palette=palette), metrics.note
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, middle = metrics.label_width + metrics.plain_padding, LEGEND_HEIGHT * 0.6
    for place, (curve, name) in enumerate(zip(curves, names(curves, metrics, width), strict=True)):
        lead = place == 0
        colour = curve_colour(curve, look, lead)
        painter.setPen(curve_pen(curve, colour, look, lead))
        painter.drawLine(QPointF(x, middle), QPointF(x + LINE, middle))
        painter.setPen(QPen(colour, 12))
        painter.setBrush(colour if lead else look.colour("surface"))
        paint_shape(painter, QPointF(x + LINE / 2, middle), 26, curve.index)
        y = middle - kind.line / 2
        write(painter, x + BEFORE_NAME, y, name, kind, look.colour("text_2"))
        x += BEFORE_NAME + text_width(name, kind) + AFTER_NAME


def names(curves: Sequence[CurveData], metrics: Metrics, width: float) -> list[str]:
    """The names as they fit into one line; long ones are shortened where all are too long."""
    whole = [curve_name(curve, metrics.language) for curve in curves]
    room = width - metrics.label_width - metrics.plain_padding + AFTER_NAME
    room -= len(curves) * (BEFORE_NAME + AFTER_NAME)
    widths = sorted(text_width(name, metrics.note) for name in whole)
    share, left = room, len(widths)
    for wide in widths:  # the short ones leave what they do not need to the others
        share = room / left
        if wide > share:
            break
        room, left = room - wide, left - 1
    else:
        return whole
    return [fitted(name, metrics.note, share) for name in whole]
