"""Painting the quadrant of touchpoints: satisfaction to the right, importance upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from cxstudio.drawing.charts.scale import place_labels, side_by_side
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme

HIGHEST = 10.0
RADIUS, LABEL_WIDTH = 12, 150


@dataclass(frozen=True)
class Spot:
    """One rated touchpoint; both ratings from 0 to 10."""

    id: int
    label: str
    icon: str
    importance: float
    satisfaction: float


class QuadrantPlan:
    """Where everything stands in a rectangle; asked by the painting and by the mouse.

    The axes begin at the lowest rating given, at most at 5, so that the points spread;
    the lines stand at the means.
    """

    def __init__(self, rect: QRectF, spots: Sequence[Spot]) -> None:
        axis = theme.px(44)
        self.spots = spots
        self.area = rect.adjusted(axis, 0, 0, -axis)
        self.low_x = _start([spot.satisfaction for spot in spots])
        self.low_y = _start([spot.importance for spot in spots])
        self.middle = self.place(
            _mean([spot.importance for spot in spots]),
            _mean([spot.satisfaction for spot in spots]),
        )
        places = [self.place(spot.importance, spot.satisfaction) for spot in spots]
        apart = side_by_side([(p.x(), p.y()) for p in places], theme.px(2 * RADIUS + 4))
        self.points = [QPointF(x, y) for x, y in apart]
        metrics = QFontMetricsF(theme.font("small"))
        cut = Qt.TextElideMode.ElideRight
        self.texts = [metrics.elidedText(s.label, cut, theme.px(LABEL_WIDTH)) for s in spots]
        apart_by = theme.px(10)  # so that two labels in a row do not read as one
        sizes = [
            (metrics.horizontalAdvance(text) + apart_by, metrics.height()) for text in self.texts
        ]
        room = self.area.adjusted(4, theme.px(24), -4, -theme.px(24))
        bounds = (room.left(), room.top(), room.right(), room.bottom())
        found = place_labels([(p.x(), p.y()) for p in self.points], sizes, bounds, theme.px(RADIUS))
        self.labels = [
            QRectF(label.x, label.y, *size) for label, size in zip(found, sizes, strict=True)
        ]

    def place(self, importance: float, satisfaction: float) -> QPointF:
        """The point of two ratings."""
        edge = theme.px(RADIUS + 8)
        inner = self.area.adjusted(edge, edge + theme.px(16), -edge, -edge - theme.px(16))
        across = (satisfaction - self.low_x) / (HIGHEST - self.low_x)
        up = (importance - self.low_y) / (HIGHEST - self.low_y)
        return QPointF(inner.left() + across * inner.width(), inner.bottom() - up * inner.height())

    def spot_at(self, place: QPointF) -> Spot | None:
        """The one whose disc or label is under the pointer."""
        for spot, point, label in zip(self.spots, self.points, self.labels, strict=True):
            if QLineF(point, place).length() <= theme.px(RADIUS + 2) or label.contains(place):
                return spot
        return None


def _start(values: Sequence[float]) -> float:
    return float(max(min(int(min(values, default=0)) - 1, 5), 0))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else HIGHEST / 2


def paint_quadrant(painter: QPainter, plan: QuadrantPlan, selected: int | None) -> None:
    """Ground, axes, points and labels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, plan)
    _axes(painter, plan)
    order = sorted(range(len(plan.spots)), key=lambda n: plan.spots[n].id == selected)
    for n in _legible(plan, selected):
        _label(painter, plan, n, plan.spots[n].id == selected)
    for n in order:
        _point(painter, plan.points[n], plan.spots[n], plan.spots[n].id == selected)


def _ground(painter: QPainter, plan: QuadrantPlan) -> None:
    area, middle = plan.area, plan.middle
    radius = theme.px(8)
    rounded, first = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(area, radius, radius)
    first.addRect(QRectF(area.topLeft(), middle))
    painter.fillPath(rounded & first, theme.colour("selected"))
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, radius, radius)
    painter.drawLine(QLineF(area.left(), middle.y(), area.right(), middle.y()))
    painter.drawLine(QLineF(middle.x(), area.top(), middle.x(), area.bottom()))
    inner = area.adjusted(theme.px(12), theme.px(6), -theme.px(12), -theme.px(6))
    top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    names = (
        (pgettext("quadrant", "Improve first"), top | left, "accent"),
        (pgettext("quadrant", "Keep it so"), top | right, "text_3"),
        (pgettext("quadrant", "Can wait"), bottom | left, "text_3"),
        (pgettext("quadrant", "More than is asked"), bottom | right, "text_3"),
    )
    for name, corner, role in names:
        painter.setFont(theme.font("body_strong" if role == "accent" else "small"))
        painter.setPen(theme.colour(role))
        painter.drawText(inner, corner, name)


def _axes(painter: QPainter, plan: QuadrantPlan) -> None:
    area, line = plan.area, theme.line_height("small")
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text_3"))
    middle = Qt.AlignmentFlag.AlignHCenter
    below = QRectF(area.left(), area.bottom() + theme.px(4), area.width(), line)
    painter.drawText(below.translated(0, line), middle, _("Satisfaction →"))
    for value in range(int(plan.low_x), int(HIGHEST) + 1):
        x = plan.place(0, value).x()
        painter.drawText(QRectF(x - 20, below.y(), 40, line), middle, str(value))
    for value in range(int(plan.low_y), int(HIGHEST) + 1):
        y = plan.place(value, 0).y()
        place = QRectF(area.left() - theme.px(26), y - line / 2, theme.px(20), line)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(value))
    painter.save()
    painter.translate(area.left() - theme.px(24) - line, area.bottom())
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, area.height(), line), middle, _("Importance →"))
    painter.restore()


def _legible(plan: QuadrantPlan, selected: int | None) -> list[int]:
    """Those whose label covers no other and no disc: the selected one, then the greatest
    opportunities; the tooltip and the list say the others."""

    def urgent(n: int) -> tuple[bool, float]:
        spot = plan.spots[n]
        return spot.id != selected, spot.satisfaction - spot.importance

    half = theme.px(RADIUS - 4)
    discs = [QRectF(p.x() - half, p.y() - half, 2 * half, 2 * half) for p in plan.points]
    shown: list[int] = []
    for n in sorted(range(len(plan.spots)), key=urgent):
        words = plan.labels[n].adjusted(1, 3, -1, -3)
        taken = [*discs, *(plan.labels[other] for other in shown)]
        if not any(words.intersects(place) for place in taken):
            shown.append(n)
    return shown


def _label(painter: QPainter, plan: QuadrantPlan, n: int, selected: bool) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text" if selected else "text_2"))
    place = plan.labels[n].adjusted(0, 0, 2, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, plan.texts[n])


def _point(painter: QPainter, place: QPointF, spot: Spot, selected: bool) -> None:
    radius = theme.px(RADIUS)
    painter.setPen(
        QPen(theme.colour("accent" if selected else "line_strong"), 2 if selected else 1)
    )
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(place, radius, radius)
    side = theme.px(14)
    box = QRect(round(place.x() - side / 2), round(place.y() - side / 2), side, side)
    theme.paint_icon(painter, box, spot.icon, "accent" if selected else "text_2")
