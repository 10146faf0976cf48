"""Painting the grid of stakeholders: interest to the right, influence upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from cxstudio.drawing.charts.grid_picture import quadrants
from cxstudio.drawing.charts.scale import place_labels, side_by_side
from cxstudio.i18n import _
from cxstudio.ui import theme

STEPS = 5
RADIUS, RING, LABEL_WIDTH = 10, 14, 210
SIGNS = {  # attitude: ground, ink, sign
    "champion": ("positive_bg", "positive", "++"),
    "supporter": ("positive_bg", "positive", "+"),
    "neutral": ("hover", "text_2", "="),
    "sceptic": ("negative_bg", "negative", "−"),
    "opponent": ("negative_bg", "negative", "−−"),
    "unknown": ("surface", "text_3", "?"),
}


@dataclass(frozen=True)
class Person:
    """One stakeholder as the grid shows them."""

    id: int
    label: str
    influence: int
    interest: int
    attitude: str


class GridPlan:
    """Where everything stands in a rectangle; asked by the painting and by the mouse."""

    def __init__(self, rect: QRectF, people: Sequence[Person]) -> None:
        axis = theme.px(32)
        self.people = people
        self.area = rect.adjusted(axis, 0, 0, -axis)
        spots = [self._spot(p) for p in people]
        self.spots = side_by_side([(s.x(), s.y()) for s in spots], theme.px(2 * RING))
        metrics = QFontMetricsF(theme.font("label"))
        elide = Qt.TextElideMode.ElideRight
        self.texts = [metrics.elidedText(p.label, elide, theme.px(LABEL_WIDTH)) for p in people]
        sizes = [(metrics.horizontalAdvance(text) + 1, metrics.height()) for text in self.texts]
        room = self.area.adjusted(6, theme.px(28), -6, -theme.px(28))
        bounds = (room.left(), room.top(), room.right(), room.bottom())
        found = place_labels(self.spots, sizes, bounds, theme.px(RING))
        self.labels = [
            QRectF(label.x, label.y, *size) for label, size in zip(found, sizes, strict=True)
        ]

    def _spot(self, person: Person) -> QPointF:
        return self.cell(person.influence, person.interest).center()

    def cell(self, influence: int, interest: int) -> QRectF:
        """The fifth of a fifth that stands for these two values, 1 to 5."""
        width, height = self.area.width() / STEPS, self.area.height() / STEPS
        left = self.area.left() + (interest - 1) * width
        return QRectF(left, self.area.bottom() - influence * height, width, height)

    def values_at(self, place: QPointF) -> tuple[int, int]:
        """(influence, interest) of the nearest cell."""
        across = (place.x() - self.area.left()) / self.area.width() * STEPS
        up = (self.area.bottom() - place.y()) / self.area.height() * STEPS
        return tuple(min(max(int(v) + 1, 1), STEPS) for v in (up, across))  # type: ignore[return-value]

    def person_at(self, place: QPointF) -> Person | None:
        """The one whose disc or label is under the pointer."""
        for spot, label, person in zip(self.spots, self.labels, self.people, strict=True):
            near = QLineF(QPointF(*spot), place).length() <= theme.px(RING)
            if near or label.contains(place):
                return person
        return None


def paint_plan(
    painter: QPainter,
    plan: GridPlan,
    selected: int | None,
    moving: tuple[int, QPointF] | None,
) -> None:
    """Everything; `moving` is the person being dragged and where the pointer is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, plan)
    _axes(painter, plan.area)
    if moving:
        _target(painter, plan, moving[1])
    for n, person in enumerate(plan.people):
        if moving and person.id == moving[0]:
            continue
        _label(painter, plan, n, person.id == selected)
        paint_person(painter, QPointF(*plan.spots[n]), person.attitude, person.id == selected)
    if moving:
        person = next(p for p in plan.people if p.id == moving[0])
        paint_person(painter, moving[1], person.attitude, True)


def _ground(painter: QPainter, plan: GridPlan) -> None:
    area = plan.area
    centre = area.center()
    closest = QRectF(QPointF(centre.x(), area.top()), QPointF(area.right(), centre.y()))
    rounded = QPainterPath()
    rounded.addRoundedRect(area, theme.px(8), theme.px(8))
    quarter = QPainterPath()
    quarter.addRect(closest)
    painter.fillPath(rounded & quarter, theme.colour("selected"))
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, theme.px(8), theme.px(8))
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.drawLine(QLineF(area.left(), centre.y(), area.right(), centre.y()))
    painter.drawLine(QLineF(centre.x(), area.top(), centre.x(), area.bottom()))
    inner = area.adjusted(theme.px(12), theme.px(8), -theme.px(12), -theme.px(8))
    names = zip(quadrants(theme.language()), _CORNERS, strict=True)
    for place, (name, corner) in enumerate(names):
        close = place == 1
        painter.setFont(theme.font("body_strong" if close else "small"))
        painter.setPen(theme.colour("accent" if close else "text_3"))
        painter.drawText(inner, corner, name)


_TOP, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_CORNERS = (_TOP | _LEFT, _TOP | _RIGHT, _BOTTOM | _LEFT, _BOTTOM | _RIGHT)


def _axes(painter: QPainter, area: QRectF) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text_2"))
    middle = Qt.AlignmentFlag.AlignHCenter
    below = QRectF(area.left(), area.bottom() + theme.px(8), area.width(), theme.px(20))
    painter.drawText(below, middle, _("Interest"))
    painter.setPen(theme.colour("text_3"))
    painter.drawText(below, _LEFT, _("low"))
    painter.drawText(below, _RIGHT, _("high"))
    painter.save()
    painter.translate(area.left() - theme.px(28), area.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, area.height(), theme.px(20))
    painter.drawText(beside, _LEFT, _("low"))
    painter.drawText(beside, _RIGHT, _("high"))
    painter.setPen(theme.colour("text_2"))
    painter.drawText(beside, middle, _("Influence"))
    painter.restore()


def _target(painter: QPainter, plan: GridPlan, place: QPointF) -> None:
    influence, interest = plan.values_at(place)
    cell = plan.cell(influence, interest).adjusted(3, 3, -3, -3)
    painter.setBrush(theme.colour("selected"))
    painter.setPen(QPen(theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(cell, theme.px(6), theme.px(6))
    words = _("Influence {influence}, interest {interest}").format(
        influence=influence, interest=interest
    )
    painter.setFont(theme.font("code"))
    painter.setPen(theme.colour("accent"))
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(words)
    left = min(max(cell.center().x() - wide / 2, plan.area.left()), plan.area.right() - wide)
    painter.drawText(QPointF(left, cell.bottom() - metrics.descent() - 4), words)


def _label(painter: QPainter, plan: GridPlan, n: int, selected: bool) -> None:
    painter.setFont(theme.font("label"))
    painter.setPen(theme.colour("text" if selected else "text_2"))
    place = plan.labels[n].adjusted(0, 0, 2, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, plan.texts[n])


def paint_person(painter: QPainter, place: QPointF, attitude: str, selected: bool) -> None:
    """A disc whose sign and colour say how the person stands to the engagement."""
    ground, ink, sign = SIGNS.get(attitude, SIGNS["unknown"])
    radius = theme.px(RADIUS)
    if selected:
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawEllipse(place, theme.px(RING), theme.px(RING))
    painter.setBrush(theme.colour(ground))
    pen = QPen(theme.colour(ink), 1.5)
    if attitude == "unknown":
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(place, radius, radius)
    painter.setFont(theme.font("body_strong"))
    box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
