"""Painting the emotion lane: its scale, a curve for each persona, and what stands out."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import CurveBox, Row
from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.journey.emotion_words import emotion_words, paint_words
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import CurveData, MapData
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.rows import emotion_y
from cxstudio.formats import signed

DASHES: tuple[list[float], ...] = ([], [6, 4], [2, 4], [6, 3, 2, 3], [], [2, 2])
SCREEN_WIDTH, PRINT_WIDTH = 2.4, 20.0
FAINT = 0.22


def paint_emotion(
    painter: QPainter,
    map_data: MapData,
    laid: MapLayout,
    row: Row,
    look: Look,
    within: tuple[float, float] | None = None,
) -> None:
    """Paint the inside of an emotion lane from its own top edge; words of steps that are seen."""
    _ground(painter, map_data, laid, row, look)
    lead = map_data.lead()
    for box in reversed(row.curves):
        paint_curve(painter, box, laid, row, look, lead=box.curve == lead)
    worst = map_data.breaks()
    for words in emotion_words(map_data, laid, row, look, within):
        paint_words(painter, words, worst, look)


def _ground(painter: QPainter, map_data: MapData, laid: MapLayout, row: Row, look: Look) -> None:
    m = look.metrics
    worst = map_data.breaks()
    if look.printed:
        for column in laid.columns:
            if column.step.id == worst:
                place = QRectF(column.x, 0, column.width, row.height)
                painter.fillRect(place, look.colour("missing_ground"))
    for value in (2, 0, -2):
        y = emotion_y(value, row.height, m)
        if look.printed or value == 0:
            _scale_line(painter, m.label_width, laid.width, y, value, look)
        if not look.printed:
            text = signed(value, 0)
            x = m.label_width - 10 - text_width(text, m.note)
            write(painter, x, y - m.note.line / 2, text, m.note, look.colour("text_3"))


def _scale_line(
    painter: QPainter, x: float, right: float, y: float, value: int, look: Look
) -> None:
    solid = look.printed and value == 0
    pen = QPen(look.colour("line_strong" if value == 0 else "line"), 10 if solid else 6)
    if not look.printed:
        pen.setWidthF(1)
    if not solid:
        pen.setDashPattern([2, 4])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, y, right, y))


def paint_curve(
    painter: QPainter, box: CurveBox, laid: MapLayout, row: Row, look: Look, lead: bool = True
) -> None:
    """Paint one persona's curve with its marks, broken where there is no evidence.

    In print the lead curve is petrol with filled marks, orange below zero; others are grey.
    """
    painter.save()
    painter.setOpacity(FAINT if box.curve.persona_id in look.faint else 1.0)
    colour = curve_colour(box.curve, look, lead)
    path = QPainterPath()
    for stretch in unbroken(box.points):
        _add(path, stretch)
    if not look.printed:
        _trail_off(path, box, laid)
    painter.setPen(curve_pen(box.curve, colour, look, lead))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    known = [point for point in box.points if point is not None]
    deepest = max(known, key=lambda p: p.y, default=None)
    for column, point in zip(laid.columns, box.points, strict=True):
        if point is None:
            continue
        if column.step.id in box.curve.computed:
            _computed_mark(painter, point, box.curve, colour, look, lead)
            continue
        special = lead and not box.curve.dotted and point is deepest
        _mark(painter, point, box.curve, colour, look, lead, special, point.y > row.height / 2)
    painter.restore()


def curve_colour(curve: CurveData, look: Look, lead: bool) -> QColor:
    """The colour of a persona's curve."""
    if look.printed:
        return look.colour("accent" if lead else "text_3")
    return QColor(tokens.persona(curve.index + 1, look.theme))


def curve_pen(curve: CurveData, colour: QColor, look: Look, lead: bool) -> QPen:
    """The line of a persona: its colour, and a dash of its own; the as-is is dotted."""
    width = PRINT_WIDTH if look.printed else SCREEN_WIDTH
    pen = QPen(colour, width if lead else width * 0.75)
    dash = [1, 3] if curve.dotted else DASHES[curve.index % len(DASHES)]
    if lead and look.printed and not curve.dotted:
        dash = []
    if dash:
        pen.setDashPattern([length / (2.0 if not curve.dotted else 1.0) for length in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _add(path: QPainterPath, stretch: list[Point]) -> None:
    path.moveTo(QPointF(*stretch[0]))
    for piece in smooth(stretch):
        path.cubicTo(QPointF(*piece.control_1), QPointF(*piece.control_2), QPointF(*piece.end))


def _trail_off(path: QPainterPath, box: CurveBox, laid: MapLayout) -> None:
    """Where evidence ends the curve runs level to the edge of its step, and stops."""
    for column, point, after in zip(laid.columns, box.points, box.points[1:], strict=False):
        if point is not None and after is None:
            path.moveTo(QPointF(*point))
            path.lineTo(column.right - laid.metrics.cell_padding, point.y)


def _mark(
    painter: QPainter,
    point: Point,
    curve: CurveData,
    colour: QColor,
    look: Look,
    lead: bool,
    special: bool,
    below: bool,
) -> None:
    """Circle, square or diamond by persona; hollow on screen save the lowest of the first."""
    if look.printed and lead and below:
        colour = look.colour("missing")
    filled = special or (look.printed and lead)
    radius = _radius(special, lead, look) * (0.6 if curve.dotted else 1.0)
    painter.setPen(_rim(colour, look, lead))
    painter.setBrush(colour if filled else look.colour("surface"))
    paint_shape(painter, QPointF(*point), radius, curve.index)


def _computed_mark(
    painter: QPainter, point: Point, curve: CurveData, colour: QColor, look: Look, lead: bool
) -> None:
    """A hollow mark with a dotted rim: worked out from evidence, and not set by hand."""
    rim = QPen(colour, 12 if look.printed else 1.5)
    rim.setDashPattern([1.4, 1.2])
    rim.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(rim)
    painter.setBrush(look.colour("surface"))
    radius = _radius(False, lead, look) * (0.7 if curve.dotted else 1.1)
    paint_shape(painter, QPointF(*point), radius, curve.index)


def _radius(special: bool, lead: bool, look: Look) -> float:
    if look.printed:
        return 46.0 if special else 36.0 if lead else 26.0
    return 7.0 if special else 5.0


def _rim(colour: QColor, look: Look, lead: bool) -> QPen:
    if look.printed:
        return QPen(look.colour("surface"), 14) if lead else QPen(colour, 12)
    return QPen(colour, 2)


def paint_shape(painter: QPainter, centre: QPointF, radius: float, index: int) -> None:
    """The sign of a series beside its colour: circle, square, diamond, triangle, in turn."""
    match index % 4:
        case 1:
            side = radius * 0.9
            painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side))
        case 2:
            painter.drawPolygon(_polygon(centre, radius * 1.2, ((0, -1), (1, 0), (0, 1), (-1, 0))))
        case 3:
            painter.drawPolygon(_polygon(centre, radius * 1.15, ((0, -1), (1, 0.8), (-1, 0.8))))
        case _:
            painter.drawEllipse(centre, radius, radius)


def _polygon(centre: QPointF, size: float, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x * size, y * size) for x, y in corners])
