"""The pictures of the business case: balance over time with its band, and the tornado."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from cxstudio.drawing import tokens
from cxstudio.drawing.charts.scale import ticks
from cxstudio.i18n import _
from cxstudio.model.money import Scale
from cxstudio.ui import theme

LINE, BAR = 26, 14
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Balance:
    """The balance after each month, likely and between its ends; beginning with month 0."""

    likely: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]
    payback: int | None
    money: Scale


@dataclass(frozen=True)
class Swing:
    """One line of the tornado: what moves, between which figures, and the two values."""

    name: str
    ends: str
    low: float
    high: float


@dataclass(frozen=True)
class Tornado:
    """The lines with the widest first, around the likely value."""

    swings: Sequence[Swing]
    likely: float
    money: Scale


def _ink(role: str, look: tokens.Theme) -> QColor:
    return QColor(tokens.colour(role, look))


# -- balance ---------------------------------------------------------------------------------


def paint_balance(painter: QPainter, rect: QRectF, shown: Balance, look: tokens.Theme) -> None:
    """A curve by month with the band in which eight in ten draws lie."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    unit = shown.money.unit
    values = [value / unit for value in (*shown.low, *shown.high, *shown.likely)]
    marks = ticks(min(values), max(values))
    wide = max(metrics.horizontalAdvance(shown.money.figure(mark * unit)) for mark in marks)
    end = shown.money.figure(shown.likely[-1])
    after = metrics.horizontalAdvance(end) + theme.px(16)
    area = rect.adjusted(wide + theme.px(12), theme.px(8), -after, -theme.px(40))
    months = len(shown.likely) - 1

    def place(month: int, value: float) -> QPointF:
        share = (value / unit - marks[0]) / (marks[-1] - marks[0])
        x = area.left() + month / months * area.width()
        return QPointF(x, area.bottom() - share * area.height())

    for mark in marks:
        y = place(0, mark * unit).y()
        painter.setPen(QPen(_ink("line_strong" if mark == 0 else "line", look), 1))
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(_ink("text_3", look))
        room = QRectF(rect.left(), y - 9, wide + theme.px(4), 18)
        painter.drawText(room, RIGHT, shown.money.figure(mark * unit))
    _years(painter, area, months, look)
    band = QPolygonF([place(m, v) for m, v in enumerate(shown.high)])
    for month in range(months, -1, -1):
        band.append(place(month, shown.low[month]))
    colour = QColor(tokens.chart(look)[0])
    pale = QColor(colour)
    pale.setAlphaF(0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawPolygon(band)
    painter.setPen(QPen(colour, 2))
    painter.drawPolyline(QPolygonF([place(m, v) for m, v in enumerate(shown.likely)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for month in range(0, months + 1, 12):
        painter.drawEllipse(place(month, shown.likely[month]), 3.5, 3.5)
    painter.setPen(_ink("text", look))
    painter.setFont(theme.font("code"))
    last = place(months, shown.likely[-1])
    painter.drawText(QRectF(last.x() + theme.px(8), last.y() - 9, after, 18), LEFT, end)
    if shown.payback:
        _payback(painter, place(shown.payback, 0.0), shown.payback, area, look)


def _years(painter: QPainter, area: QRectF, months: int, look: tokens.Theme) -> None:
    painter.setPen(_ink("text_3", look))
    years = months // 12
    step = 1 if years <= 12 else 5
    for year in range(0, years + 1, step):
        x = area.left() + area.width() * 12 * year / months
        painter.drawText(QRectF(x - 20, area.bottom() + theme.px(4), 40, 18), CENTRE, str(year))
    below = QRectF(area.left(), area.bottom() + theme.px(22), area.width(), 18)
    painter.drawText(below, CENTRE, _("years from the start"))


def _payback(
    painter: QPainter, place: QPointF, month: int, area: QRectF, look: tokens.Theme
) -> None:
    words = _("back after {month} months").format(month=month)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
    left = min(max(place.x() - wide / 2, area.left()), area.right() - wide)
    top = place.y() - theme.px(44)
    painter.setPen(QPen(_ink("text_2", look), 1))
    painter.drawLine(QLineF(place.x(), top + theme.px(20), place.x(), place.y()))
    painter.setPen(_ink("text", look))
    painter.drawText(QRectF(left, top, wide + 2, theme.px(18)), LEFT, words)


# -- tornado ---------------------------------------------------------------------------------


def tornado_height(lines: int) -> int:
    """Pixels that so many lines need, with the axis under them."""
    return theme.px(LINE * max(lines, 1) + 28)


def line_at(y: float) -> int:
    """The line at a height."""
    return int(y // theme.px(LINE))


def paint_tornado(painter: QPainter, rect: QRectF, shown: Tornado, look: tokens.Theme) -> None:
    """A bar an assumption from its low to its high value; worse is orange, better is blue."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = QFontMetricsF(theme.font("small"))
    body = QFontMetricsF(theme.font("body"))
    unit, figure = shown.money.unit, shown.money.figure
    every = [v for s in shown.swings for v in (s.low, s.high)] + [shown.likely, 0.0]
    label = max((small.horizontalAdvance(figure(value)) for value in every), default=0) + 10
    ends = max((small.horizontalAdvance(one.ends) for one in shown.swings), default=0) + 16
    names = min(
        max((body.horizontalAdvance(one.name) for one in shown.swings), default=0) + 16,
        rect.width() * 0.46,
    )
    ends = ends if rect.width() > theme.px(720) else 0.0
    area = rect.adjusted(names + ends + label, 0, -label, -theme.px(28))
    most = max(2, int(area.width() / (label + theme.px(16))))  # so that no figure meets the next
    marks = ticks(min(every) / unit, max(every) / unit, min(5, most - 1))

    def x(value: float) -> float:
        return area.left() + (value / unit - marks[0]) / (marks[-1] - marks[0]) * area.width()

    painter.setFont(theme.font("small"))
    for mark in marks:
        painter.setPen(QPen(_ink("line_strong" if mark == 0 else "line", look), 1))
        painter.drawLine(QLineF(x(mark * unit), area.top(), x(mark * unit), area.bottom()))
        painter.setPen(_ink("text_3", look))
        place = QRectF(x(mark * unit) - 40, area.bottom() + theme.px(4), 80, 18)
        painter.drawText(place, CENTRE, figure(mark * unit))
    for place_, one in enumerate(shown.swings):
        top = rect.top() + place_ * theme.px(LINE)
        _swing(painter, QRectF(rect.left(), top, names - 8, theme.px(LINE)), one, ends, look)
        _bars(painter, top, one, shown, x, label, look)
    painter.setPen(QPen(_ink("text", look), 2))
    painter.drawLine(QLineF(x(shown.likely), area.top(), x(shown.likely), area.bottom()))


def _swing(painter: QPainter, room: QRectF, one: Swing, ends: float, look: tokens.Theme) -> None:
    font = theme.font("body")
    elide = Qt.TextElideMode.ElideRight
    painter.setFont(font)
    painter.setPen(_ink("text", look))
    painter.drawText(room, LEFT, QFontMetricsF(font).elidedText(one.name, elide, room.width()))
    if ends:
        painter.setFont(theme.font("small"))
        painter.setPen(_ink("text_3", look))
        painter.drawText(QRectF(room.right(), room.top(), ends, room.height()), RIGHT, one.ends)


def _bars(
    painter: QPainter,
    top: float,
    one: Swing,
    shown: Tornado,
    x: object,
    label: float,
    look: tokens.Theme,
) -> None:
    assert callable(x)
    painter.setFont(theme.font("small"))
    high = theme.px(BAR)
    y = top + (theme.px(LINE) - high) / 2
    for value in (one.low, one.high):
        left, right = sorted((x(shown.likely), x(value)))
        worse = value < shown.likely
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.chart(look)[1]) if worse else _ink("positive", look))
        painter.drawRect(QRectF(left, y, right - left, high))
    worst, best = sorted((one.low, one.high))
    worst_x, best_x = min(x(worst), x(shown.likely)), max(x(best), x(shown.likely))
    figure = shown.money.figure
    _figure(
        painter, QRectF(worst_x - label - 4, y - 2, label, high + 4), RIGHT, figure(worst), look
    )
    _figure(painter, QRectF(best_x + 5, y - 2, label, high + 4), LEFT, figure(best), look)


def _figure(
    painter: QPainter, room: QRectF, side: Qt.AlignmentFlag, text: str, look: tokens.Theme
) -> None:
    """A figure that no line of the grid runs through."""
    painter.setPen(_ink("text_2", look))
    ground = painter.boundingRect(room, side, text).adjusted(-2, 0, 2, 0)
    painter.fillRect(ground, _ink("surface", look))
    painter.drawText(room, side, text)


# -- how the draws are spread ------------------------------------------------------------------


@dataclass(frozen=True)
class Chances:
    """How many draws fall into each bin; `low` and `high` hold eight in ten of them."""

    edges: Sequence[float]
    counts: Sequence[int]
    low: float
    high: float
    likely: float
    loss: float
    money: Scale


def paint_chances(painter: QPainter, rect: QRectF, shown: Chances, look: tokens.Theme) -> None:
    """Bars of draws, those with a loss in orange, with the range of eight in ten above them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    unit, figure = shown.money.unit, shown.money.figure
    area = rect.adjusted(theme.px(8), theme.px(56), -theme.px(8), -theme.px(40))
    first, last = shown.edges[0], shown.edges[-1]
    wide = (last - first) or 1.0

    def x(value: float) -> float:
        return area.left() + (value - first) / wide * area.width()

    most = max(shown.counts)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, count in enumerate(shown.counts):
        left, right = x(shown.edges[place]), x(shown.edges[place + 1])
        high = count / most * area.height()
        middle = (shown.edges[place] + shown.edges[place + 1]) / 2
        colour = QColor(tokens.chart(look)[1 if middle < 0 else 0])
        if not shown.low <= middle <= shown.high:
            colour.setAlphaF(0.4)
        painter.setBrush(colour)
        painter.drawRect(QRectF(left, area.bottom() - high, max(right - left - 1, 1), high))
    painter.setPen(QPen(_ink("line_strong", look), 1))
    painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
    painter.setPen(_ink("text_3", look))
    for mark in ticks(first / unit, last / unit, 4)[1:-1]:
        place_ = QRectF(x(mark * unit) - 40, area.bottom() + theme.px(4), 80, 18)
        painter.drawText(place_, CENTRE, figure(mark * unit))
    _range(painter, area, shown, (x(shown.low), x(shown.high)), look)
    painter.setPen(QPen(_ink("text", look), 2))
    here = x(shown.likely)
    painter.drawLine(QLineF(here, area.top() - theme.px(14), here, area.bottom()))
    painter.setFont(theme.font("code"))
    words = _("likely {value}").format(value=figure(shown.likely))
    painter.drawText(QRectF(here + 6, area.top() - theme.px(18), 160, 18), LEFT, words)
    if shown.loss > 0:
        painter.setPen(_ink("negative", look))
        loss = _("loss {share}").format(share=f"{shown.loss * 100:.0f} %")
        room = QRectF(area.left(), area.top() - theme.px(18), here - area.left() - 8, 18)
        painter.drawText(room, LEFT, loss)


def _range(
    painter: QPainter,
    area: QRectF,
    shown: Chances,
    ends: tuple[float, float],
    look: tokens.Theme,
) -> None:
    y = area.top() - theme.px(30)
    painter.setPen(QPen(QColor(tokens.chart(look)[0]), 3))
    painter.drawLine(QLineF(ends[0], y, ends[1], y))
    painter.setPen(_ink("text", look))
    painter.setFont(theme.font("code"))
    for end, value in zip(ends, (shown.low, shown.high), strict=True):
        room = QRectF(end - 60, y - theme.px(22), 120, 18)
        painter.drawText(room, CENTRE, shown.money.figure(value))
