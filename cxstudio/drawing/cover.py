"""The drawing on the report's cover: the engagement's own emotion curve, and its echoes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.journey.export import png_of
from cxstudio.drawing.qt import ensure_gui

WIDTH_MM, HEIGHT_MM = 210.0, 126.0
DPI = 220
MIDDLE, REACH = 0.56, 0.33
"""Where zero stands and how far +2 reaches, as shares of the height."""
ECHOES = 16


def cover_drawing(values: Sequence[float | None], palette: Palette = STANDARD) -> bytes | None:
    """A PNG of 210 × 126 mm: the curve over the steps in white, the lowest point in orange.

    None when no two steps have a value: a curve is never made up.
    """
    if sum(value is not None for value in values) < 2:
        return None
    ensure_gui()
    points = _points(values)
    lowest = max((p for p in points if p is not None), key=lambda p: p.y)

    def paint(painter: QPainter) -> None:
        ground = QColor(palette.petrol).darker(190)
        painter.fillRect(0, 0, int(WIDTH_MM) + 1, int(HEIGHT_MM) + 1, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for echo in range(1, ECHOES + 1):
            _echo(painter, points, echo, palette)
        _curve(painter, points, QPen(QColor("#FFFFFF"), 0.75))
        for point in points:
            if point is not None:
                _point(painter, point, point is lowest, ground, palette)

    return png_of(paint, (WIDTH_MM, HEIGHT_MM), DPI / 25.4, DPI)


def _points(values: Sequence[float | None]) -> list[Point | None]:
    """Each step in the middle of its share of the width; the ends run on to the edges."""
    step = WIDTH_MM / len(values)
    return [
        None
        if value is None
        else Point((place + 0.5) * step, HEIGHT_MM * (MIDDLE - value / 2 * REACH))
        for place, value in enumerate(values)
    ]


def _echo(painter: QPainter, points: list[Point | None], echo: int, palette: Palette) -> None:
    """The curve again, ever flatter below and taller above, ever paler."""
    zero = HEIGHT_MM * MIDDLE
    colour = QColor(palette.petrol_mid)
    for side in (-1, 1):
        colour.setAlphaF(max(0.05, 0.5 - echo * (0.022 if side < 0 else 0.03)))
        scale = 1 + 0.012 * echo if side < 0 else max(0.15, 1 - 0.055 * echo)
        shift = side * echo * 2.3
        moved = [p and Point(p.x, zero + (p.y - zero) * scale + shift) for p in points]
        _curve(painter, moved, QPen(colour, 0.18))


def _curve(painter: QPainter, points: list[Point | None], pen: QPen) -> None:
    path = QPainterPath()
    stretches = unbroken(points)
    for number, stretch in enumerate(stretches):
        run = list(stretch)
        if number == 0 and points[0] is not None:
            run.insert(0, Point(-8, run[0].y + (run[0].y - run[min(1, len(run) - 1)].y) * 0.3))
        if number == len(stretches) - 1 and points[-1] is not None:
            run.append(
                Point(WIDTH_MM + 8, run[-1].y + (run[-1].y - run[max(0, len(run) - 2)].y) * 0.2)
            )
        path.moveTo(QPointF(*run[0]))
        for piece in smooth(run):
            path.cubicTo(QPointF(*piece.control_1), QPointF(*piece.control_2), QPointF(*piece.end))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _point(painter: QPainter, point: Point, lowest: bool, ground: QColor, palette: Palette) -> None:
    colour = QColor(palette.orange_mid if lowest else ground)
    painter.setPen(QPen(colour if lowest else QColor("#FFFFFF"), 0.5))
    painter.setBrush(colour)
    radius = 2.0 if lowest else 1.15
    painter.drawEllipse(QPointF(*point), radius, radius)
