"""A KPI against plan: the line from baseline to target, and the readings on their way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxstudio import formats
from cxstudio.analysis.plan.check import Line, Measured
from cxstudio.drawing import tokens
from cxstudio.drawing.charts.scale import number
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.roadmap.marks import diamond
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import catalogue

BEFORE = dt.timedelta(days=400)
"""Readings older than this before the baseline are left out, so that the plan has its room."""


@dataclass(frozen=True, slots=True)
class PlanTrend:
    """What is painted: the line, the readings, and the day from which one looks."""

    line: Line
    readings: tuple[Measured, ...]
    day: dt.date
    unit: str = ""

    @property
    def shown(self) -> tuple[Measured, ...]:
        start = self.line.baseline_on
        return tuple(one for one in self.readings if start is None or one[0] >= start - BEFORE)

    @property
    def says_above(self) -> bool:
        """Whether the last value is written above its point: away from the planned line."""
        day, value = self.shown[-1]
        planned, target = self.line.at(day), self.line.target
        if planned is None or target is None:
            return True
        return target < value if abs(value - planned) < 1e-9 else value > planned

    @property
    def empty(self) -> bool:
        """Whether there is nothing to paint: neither a line nor a reading."""
        return not self.shown and not self.line.whole


class _Axes:
    def __init__(self, trend: PlanTrend, area: QRectF) -> None:
        line = trend.line
        days = [day for day, _value in trend.shown]
        days += [day for day in (line.baseline_on, line.target_on, trend.day) if day]
        values = [value for _day, value in trend.shown]
        values += [value for value in (line.baseline, line.target) if value is not None]
        self.area, self.first, self.last = area, min(days), max(days)
        low, high = min(values), max(values)
        spread = (high - low) or abs(high) or 1.0
        words_below = bool(trend.shown) and not trend.says_above
        near_foot = words_below and trend.shown[-1][1] < low + 0.4 * spread
        self.low, self.high = low - spread * (0.6 if near_foot else 0.14), high + spread * 0.12

    def point(self, day: dt.date, value: float) -> QPointF:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        up = (value - self.low) / (self.high - self.low)
        return QPointF(
            self.area.left() + share * self.area.width(),
            self.area.bottom() - up * self.area.height(),
        )


def paint_plan_trend(
    painter: QPainter,
    rect: QRectF,
    trend: PlanTrend,
    theme: Theme = "light",
    language: str = "en",
    unit: float = 1.0,
) -> None:
    """Paint into the rectangle; `unit` is a pixel at 100 %. Without anything it says so."""
    inks = tokens.colours(theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    kind = Type(round(12 * unit), round(16 * unit), 400)
    if trend.empty:
        text = catalogue(language).gettext("Not measured yet")
        left = rect.center().x() - text_width(text, kind) / 2
        write(painter, left, rect.center().y() - kind.line / 2, text, kind, QColor(inks["text_3"]))
    else:
        _Painting(painter, trend, inks, language, unit).paint(rect)
    painter.restore()


class _Painting:
    def __init__(
        self,
        painter: QPainter,
        trend: PlanTrend,
        inks: Mapping[str, str],
        language: str,
        unit: float,
    ) -> None:
        self.painter, self.trend, self._inks = painter, trend, inks
        self.language, self.unit = language, unit
        self.kind = Type(round(12 * unit), round(16 * unit), 400)
        self.bold = self.kind._replace(weight=600)

    def ink(self, role: str) -> QColor:
        return QColor(self._inks[role])

    def paint(self, rect: QRectF) -> None:
        u = self.unit
        target = self.trend.line.target
        named = number(target, "", self.language) if target is not None else ""
        right = text_width(named, self.bold) + 14 * u if named else 10 * u
        area = rect.adjusted(8 * u, 14 * u, -right, -self.kind.line - 6 * u)
        axes = _Axes(self.trend, area)
        self._frame(axes)
        self._plan(axes, named)
        self._readings(axes)

    def _frame(self, axes: _Axes) -> None:
        painter, area, u = self.painter, axes.area, self.unit
        painter.setPen(QPen(self.ink("line_strong"), u))
        painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
        ends = [(axes.first, area.left(), 0.0), (axes.last, area.right(), 1.0)]
        for day, x, share in ends:
            text = formats.month(day, self.language)
            left = x - share * text_width(text, self.kind)
            top = area.bottom() + 3 * u
            write(painter, left, top, text, self.kind, self.ink("text_3"))
        if axes.first < self.trend.day < axes.last:
            x = axes.point(self.trend.day, axes.low).x()
            painter.setPen(QPen(self.ink("accent"), u))
            painter.drawLine(QLineF(x, area.top() - 6 * u, x, area.bottom()))

    def _plan(self, axes: _Axes, named: str) -> None:
        line, painter, u = self.trend.line, self.painter, self.unit
        ink = self.ink("negative")
        if line.target is None:
            return
        end = axes.point(line.target_on or axes.last, line.target)
        pen = QPen(ink, 1.5 * u)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if line.whole and line.baseline is not None and line.baseline_on is not None:
            start = axes.point(line.baseline_on, line.baseline)
            painter.drawLine(QLineF(start, end))
            painter.setPen(QPen(ink, 1.5 * u))
            painter.setBrush(self.ink("surface"))
            painter.drawEllipse(start, 3 * u, 3 * u)
        else:
            painter.drawLine(QLineF(axes.area.left(), end.y(), end.x(), end.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(diamond(end, 4.5 * u))
        write(painter, end.x() + 8 * u, end.y() - self.bold.line / 2, named, self.bold, ink)

    def _readings(self, axes: _Axes) -> None:
        painter, u, ink = self.painter, self.unit, self.ink("accent")
        points = [axes.point(day, value) for day, value in self.trend.shown]
        if not points:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2 * u))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.ink("surface"), 1.2 * u))
        painter.setBrush(ink)
        for point in points:
            painter.drawEllipse(point, 4 * u, 4 * u)
        value = number(self.trend.shown[-1][1], "", self.language)
        wide = text_width(value, self.bold)
        last = points[-1]
        left = min(max(last.x() - wide / 2, axes.area.left()), axes.area.right() - wide)
        above = self.trend.says_above
        top = last.y() - self.bold.line - 5 * u if above else last.y() + 5 * u
        top = min(max(top, axes.area.top() - 14 * u), axes.area.bottom() - self.bold.line)
        ground = QRectF(left, top, wide, self.bold.line)  # the line of today may run behind it
        painter.fillRect(ground, self.ink("surface"))
        write(painter, left, top, value, self.bold, ink)


def plan_trend_alt(trend: PlanTrend, name: str, language: str) -> str:
    """The drawing in words, for documents and for those who cannot see it."""
    gettext = catalogue(language).gettext
    line = trend.line
    words = []
    if line.whole and line.baseline is not None and line.baseline_on and line.target_on:
        text = gettext("{name}: planned from {baseline} in {start} to {target} in {end}.")
        words.append(
            text.format(
                name=name,
                baseline=number(line.baseline, trend.unit, language),
                start=formats.month(line.baseline_on, language),
                target=number(line.target or 0.0, trend.unit, language),
                end=formats.month(line.target_on, language),
            )
        )
    else:
        words.append(f"{name}{'。' if language.startswith('ja') else '.'}")
    if trend.shown:
        day, value = trend.shown[-1]
        text = gettext("Last reading {value} on {day}.")
        words.append(
            text.format(
                value=number(value, trend.unit, language), day=formats.cell_day(day, language)
            )
        )
    return ("" if language.startswith("ja") else " ").join(words)
