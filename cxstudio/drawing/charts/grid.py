"""The grid of stakeholders on the screen: interest to the right, influence upwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.charts.grid_picture import Attitude, GridPoint, quadrants
from cxstudio.drawing.charts.scale import place_labels, side_by_side
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.paint_emotion import paint_shape
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import catalogue

SMALL, BOLD = Type(12, 16, 400), Type(12, 16, 600)
MARGIN, AXIS, AWAY = 12.0, 24.0, 7.0
ROLES: dict[Attitude, tuple[str, int]] = {
    "supports": ("accent", 0),
    "neutral": ("text_3", 1),
    "opposes": ("negative", 2),
}


def grid_area(rect: QRectF) -> QRectF:
    """The square of the points inside the painted rectangle, without the names of the axes."""
    return rect.adjusted(AXIS, 1, -1, -AXIS)


def grid_place(rect: QRectF, influence: float, interest: float) -> QPointF:
    """Where a person with that influence and interest (1 to 5) stands."""
    area = grid_area(rect)
    return QPointF(
        area.left() + (interest - 0.5) / 5 * area.width(),
        area.bottom() - (influence - 0.5) / 5 * area.height(),
    )


def paint_grid(
    painter: QPainter,
    rect: QRectF,
    people: Sequence[GridPoint],
    theme: Theme = "light",
    language: str = "en",
    selected: int | None = None,
) -> None:
    """Paint the grid; people at the same place stand side by side. `selected` gets a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, rect, theme, language)
    centres = [grid_place(rect, p.influence, p.interest) for p in people]
    apart = side_by_side([(c.x(), c.y()) for c in centres], 2.4 * AWAY)
    area = grid_area(rect)
    bounds = (area.left() + 4, area.top() + 22, area.right() - 4, area.bottom() - 22)
    sizes = [(text_width(p.label, SMALL), 16.0) for p in people]
    labels = place_labels(apart, sizes, bounds, AWAY)
    for place, (person, spot) in enumerate(zip(people, apart, strict=True)):
        _point(painter, QPointF(*spot), person.attitude, theme, place == selected)
        write(painter, labels[place].x, labels[place].y, person.label, SMALL, _ink("text", theme))
    painter.restore()


def _ground(painter: QPainter, rect: QRectF, theme: Theme, language: str) -> None:
    area = grid_area(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_ink("line", theme), 1))
    painter.drawRect(area)
    centre = area.center()
    painter.drawLine(QLineF(area.left(), centre.y(), area.right(), centre.y()))
    painter.drawLine(QLineF(centre.x(), area.top(), centre.x(), area.bottom()))
    names = quadrants(language)
    for place, text in enumerate(names):
        right, low = place % 2, place // 2
        x = area.right() - 8 - text_width(text, BOLD) if right else area.left() + 8
        y = area.bottom() - 22 if low else area.top() + 6
        role = "accent" if text == names[1] else "text_3"
        write(painter, x, y, text, BOLD, _ink(role, theme))
    _axes(painter, area, theme, language)


def _axes(painter: QPainter, area: QRectF, theme: Theme, language: str) -> None:
    gettext = catalogue(language).gettext
    across, up = gettext("Interest"), gettext("Influence")
    ink = _ink("text_2", theme)
    x = area.center().x() - text_width(across, BOLD) / 2
    write(painter, x, area.bottom() + 6, across, BOLD, ink)
    painter.save()
    painter.translate(area.left() - 22, area.center().y() + text_width(up, BOLD) / 2)
    painter.rotate(-90)
    write(painter, 0, 0, up, BOLD, ink)
    painter.restore()


def _point(
    painter: QPainter, place: QPointF, attitude: Attitude, theme: Theme, selected: bool
) -> None:
    role, shape = ROLES[attitude]
    ink = _ink(role, theme)
    painter.setPen(QPen(ink, 2))
    painter.setBrush(_ink("surface", theme) if attitude == "neutral" else ink)
    paint_shape(painter, place, 5, shape)
    if selected:
        painter.setPen(QPen(_ink("accent", theme), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, 10.0, 10.0)


def _ink(role: str, theme: Theme) -> QColor:
    return QColor(tokens.colour(role, theme))
