"""How the cells of the table are painted: shaded, as a bar with its interval, or too few."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from cxstudio.analysis.survey.figure import Figure, Measure
from cxstudio.analysis.survey.in_words import figure_text
from cxstudio.formats import number
from cxstudio.ui import theme
from cxstudio.ui.editors.voice import heat

CORNER, WHISKER, BAR = 7, 3, 14
WIDE = 300
"""From this width on a bar's interval is written behind it."""


@dataclass(frozen=True)
class Span:
    """From where to where all bars of a table reach; `middle` is the figure of everyone."""

    low: float
    high: float
    middle: float | None = None

    def x(self, area: QRectF, value: float) -> float:
        """Where a value stands in an area."""
        return area.left() + (value - self.low) / (self.high - self.low) * area.width()


def span_of(measure: Measure, figures: list[Figure], everyone: Figure) -> Span:
    """Bars begin at zero; means, which have none, stand as points among each other.

    The intervals of small samples do not widen it: they run on over the edge of their cell.
    """
    ends = [one.value for one in figures if one.value is not None]
    for one in figures:
        if not one.small and one.low is not None and one.high is not None:
            ends += [one.low, one.high]
    if measure.kind != "mean":
        ends.append(0.0)
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    room = (high - low) * 0.04 or 0.5
    return Span(low - room, high + room, everyone.value)


def paint_heat(
    painter: QPainter, rect: QRectF, measure: Measure, figure: Figure, scale: tuple[float, float],
    strong: bool,
) -> None:  # fmt: skip
    """A figure on the colour of its step."""
    assert figure.value is not None
    look = heat.fill(heat.step(measure, figure.value, *scale), theme.current())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
    if figure.small:
        paint_corner(painter, rect, QColor(look.text))
    painter.setPen(QColor(look.text))
    painter.setFont(theme.font("body_strong" if strong else "body"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, figure_text(measure, figure.value))


def paint_bar(
    painter: QPainter, rect: QRectF, measure: Measure, figure: Figure, scale: tuple[float, float],
    strong: bool, span: Span,
) -> None:  # fmt: skip
    """A figure as a bar, or a mean as a point, with its interval and the line of everyone.

    The figure stands above it, or where there is room behind it with its interval.
    """
    assert figure.value is not None
    area = _words(painter, rect, measure, figure, strong)
    _paint_lines(painter, area, measure, span)
    _paint_shape(painter, area, measure, figure, scale, span)
    middle = area.center().y()
    if figure.low is not None and figure.high is not None:
        _paint_interval(painter, area, span.x(area, figure.low), span.x(area, figure.high))
    if measure.kind == "mean":
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(span.x(area, figure.value), middle), *[theme.px(4)] * 2)
    if figure.small:
        paint_corner(painter, rect, theme.colour("text_2"))


def _words(
    painter: QPainter, rect: QRectF, measure: Measure, figure: Figure, strong: bool
) -> QRectF:
    """Writes the figure; gives the room that is left for its bar."""
    assert figure.value is not None
    text, role = figure_text(measure, figure.value), "label" if strong else "small"
    if rect.width() <= theme.px(WIDE):
        line = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.52)
        write(painter, line, text, role, "text", Qt.AlignmentFlag.AlignHCenter)
        return rect.adjusted(theme.px(4), rect.height() * 0.52, -theme.px(4), -theme.px(2))
    behind = _interval(measure, figure)
    wide = QFontMetrics(theme.font(role)).horizontalAdvance("−000.0") + theme.px(8)
    room = QFontMetrics(theme.font("small")).horizontalAdvance("−00.0 … −00.0") + theme.px(16)
    place = QRectF(rect.right() - wide - room, rect.top(), wide, rect.height())
    write(painter, place, text, role, "text", Qt.AlignmentFlag.AlignRight)
    after = QRectF(place.right() + theme.px(10), rect.top(), room, rect.height())
    write(painter, after, behind, "small", "text_3")
    return rect.adjusted(theme.px(4), 0, -wide - room - theme.px(6), 0)


def _paint_interval(painter: QPainter, area: QRectF, low: float, high: float) -> None:
    """A line with ends; one that runs over the edge has no end there."""
    middle, half = area.center().y(), theme.px(WHISKER)
    left, right = max(low, area.left()), min(high, area.right())
    ends = [end for end in (low, high) if area.left() <= end <= area.right()]
    lines = [QLineF(left, middle, right, middle)]
    lines += [QLineF(end, middle - half, end, middle + half) for end in ends]
    for role, wide in (("surface", 3), ("text", 1)):  # seen on a dark bar, too
        painter.setPen(QPen(theme.colour(role), theme.px(wide)))
        painter.drawLines(lines)


def _interval(measure: Measure, figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{figure_text(measure, figure.low)} … {figure_text(measure, figure.high)}"


def _paint_lines(painter: QPainter, area: QRectF, measure: Measure, span: Span) -> None:
    """Where zero is, and the figure of everyone."""
    top, bottom = area.top(), area.bottom()
    if measure.kind != "mean":
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QLineF(span.x(area, 0), top, span.x(area, 0), bottom))
    if span.middle is not None:
        pen = QPen(theme.colour("text_3"), 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        x = span.x(area, span.middle)
        painter.drawLine(QLineF(x, top, x, bottom))


def _paint_shape(
    painter: QPainter, area: QRectF, measure: Measure, figure: Figure,
    scale: tuple[float, float], span: Span,
) -> None:  # fmt: skip
    if measure.kind == "mean" or figure.value is None:
        return
    look = heat.fill(heat.step(measure, figure.value, *scale), theme.current())
    left, right = sorted((span.x(area, 0), span.x(area, figure.value)))
    high = min(theme.px(BAR), area.height() - 4)
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.setBrush(QColor(look.fill))
    painter.drawRect(QRectF(left, area.center().y() - high / 2, max(right - left, 1), high))


def paint_withheld(painter: QPainter, rect: QRectF, figure: Figure) -> None:
    """Too few to show a figure: how many; nobody is a dash."""
    if not figure.n:
        write(painter, rect, "–", "small", "text_3", Qt.AlignmentFlag.AlignHCenter)
        return
    pen = QPen(theme.colour("line_strong"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    text = f"n = {number(figure.n)}"
    write(painter, rect, text, "small", "text_3", Qt.AlignmentFlag.AlignHCenter)


def paint_corner(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The mark of a small sample: a triangle in the upper right corner."""
    side, inset = theme.px(CORNER), theme.px(3)
    corner = rect.topRight() + QPointF(-inset, inset)
    path = QPainterPath(corner)
    path.lineTo(corner - QPointF(side, 0))
    path.lineTo(corner + QPointF(0, side))
    path.closeSubpath()
    painter.fillPath(path, colour)


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    tone: str,
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of words, cut where it does not fit."""
    font = theme.font(role)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    painter.drawText(rect, across | Qt.AlignmentFlag.AlignVCenter, shown)


def bring_into_sight(widget: QWidget, rect: QRectF) -> None:
    """Scroll whatever holds the widget until a part of it is seen, as the keyboard goes on."""
    around = widget.parentWidget()
    while around is not None:
        held = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and held is not None:
            middle = widget.mapTo(held, rect.center().toPoint())
            around.ensureVisible(middle.x(), middle.y(), 0, int(rect.height()))
        around = around.parentWidget()
