"""Painting connectors: a thin line with an arrow; its dash says what kind it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import atan2, cos, hypot, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from cxstudio.drawing.journey.connectors import Route
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.label_places import SIDES, label_size
from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import ConnectorKind

DASHES: Mapping[ConnectorKind, tuple[float, ...]] = {
    "flow": (),
    "hop": (4, 3),
    "branch": (),
    "loop": (1, 2.5),
}
WEIGHT, SELECTED_WEIGHT = 1.5, 2.5
ARROW, ROUND = 6.0, 7.0


def paint_connectors(painter: QPainter, routes: Iterable[Route], look: Look) -> None:
    """Paint all lines, in the units of the layout; no line runs through the label of another."""
    drawn = list(routes)
    for route in drawn:
        _line(painter, route, look, look.colour("text_2"), WEIGHT)
    for route in drawn:
        if route.words:
            _label(painter, route, look, look.colour("text_2"))


def paint_connector(
    painter: QPainter, route: Route, look: Look, ink: QColor | None = None, heavy: bool = False
) -> None:
    """Paint one line with its arrow; `ink` and `heavy` are those of a selected one."""
    colour = ink or look.colour("text_2")
    _line(painter, route, look, colour, SELECTED_WEIGHT if heavy else WEIGHT)


def paint_label(painter: QPainter, route: Route, look: Look, ink: QColor | None = None) -> None:
    """Paint the words of one line, after all lines; nothing without words."""
    if route.words:
        _label(painter, route, look, ink or look.colour("text_2"))


def _line(painter: QPainter, route: Route, look: Look, colour: QColor, weight: float) -> None:
    unit = _unit(look)
    painter.setPen(_pen(route.connector.kind, colour, weight * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(route, unit))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_arrow(route.points[-2], route.points[-1], unit))
    if route.connector.kind == "branch":
        painter.drawPolygon(_diamond(QPointF(*route.points[0]), 4 * unit))


def path_of(route: Route, unit: float = 1.0) -> QPainterPath:
    """The line as Qt has it, with round corners."""
    points = [QPointF(*point) for point in route.points]
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        if route.curved:
            path.lineTo(corner)
            continue
        path.lineTo(_short_of(corner, before, unit))
        path.quadTo(corner, _short_of(corner, after, unit))
    path.lineTo(points[-1])
    return path


def _short_of(corner: QPointF, other: QPointF, unit: float) -> QPointF:
    """The place on the way from a corner where its rounding ends."""
    way = other - corner
    length = hypot(way.x(), way.y())
    return corner + way * (min(ROUND * unit, length / 2) / length)


def label_rect(route: Route, look: Look) -> QRectF:
    """Where the words stand; empty without any."""
    if not route.words:
        return QRectF()
    rect = QRectF(0, 0, *label_size(look.metrics, route.words))
    rect.moveCenter(QPointF(*route.middle))
    return rect


def _unit(look: Look) -> float:
    """A pixel of the screen in the units of the layout."""
    return look.metrics.units_per_mm / (96 / 25.4)


def _pen(kind: ConnectorKind, colour: QColor, weight: float) -> QPen:
    pen = QPen(colour, weight)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[kind]:
        pen.setDashPattern(list(DASHES[kind]))
    return pen


def _arrow(before: Point, tip: Point, unit: float) -> QPolygonF:
    angle = atan2(tip.y - before.y, tip.x - before.x)
    size = ARROW * unit
    back = QPointF(tip.x - size * cos(angle), tip.y - size * sin(angle))
    side = QPointF(-sin(angle), cos(angle)) * (size * 0.5)
    return QPolygonF([QPointF(*tip), back + side, back - side])


def _diamond(centre: QPointF, size: float) -> QPolygonF:
    corners = ((0, -size), (size, 0), (0, size), (-size, 0))
    return QPolygonF([centre + QPointF(x, y) for x, y in corners])


def _label(painter: QPainter, route: Route, look: Look, colour: QColor) -> None:
    """Words on the ground of the map, without a frame, which would touch the cards."""
    rect, kind = label_rect(route, look), look.metrics.note
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    x, y = rect.x() + SIDES * _unit(look), rect.center().y() - kind.line / 2
    write(painter, x, y, route.words, kind, colour)
