"""A measure over time on the screen, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxstudio import formats
from cxstudio.drawing import tokens
from cxstudio.drawing.charts.scale import (
    UNMEASURED,
    Reading,
    days,
    number,
    span,
    ticks,
    time_ticks,
)
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import catalogue

SMALL, BOLD, LARGE = Type(12, 16, 400), Type(12, 16, 600), Type(18, 24, 600)
LEFT, TOP, BOTTOM, GAP = 44.0, 14.0, 26.0, 10.0


@dataclass(frozen=True)
class _Axes:
    """Where days and values stand in the rectangle."""

    area: QRectF
    first: date
    last: date
    values: list[float]

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.area.left() + share * self.area.width()

    def y(self, value: float) -> float:
        share = (value - self.values[0]) / (self.values[-1] - self.values[0])
        return self.area.bottom() - share * self.area.height()


@dataclass(frozen=True)
class _Say:
    """How figures are written."""

    unit: str
    language: str
    decimals: int | None

    def value(self, value: float) -> str:
        return number(value, self.unit, self.language, self.decimals)

    def tick(self, value: float) -> str:
        return number(value, decimals=self.decimals)


def paint_trend(
    painter: QPainter,
    rect: QRectF,
    readings: Sequence[Reading],
    target: float | None = None,
    baseline: float | None = None,
    theme: Theme = "light",
    language: str = "en",
    unit: str = "",
    decimals: int | None = None,
) -> None:
    """Paint readings against target and baseline; without readings one line says so.

    `decimals` are those of all figures; without them as many as each needs.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if readings:
        shown = sorted(readings, key=lambda r: r.day)
        say = _Say(unit, language, decimals)
        _paint(painter, rect, shown, target, baseline, theme, say)
    else:
        text = catalogue(language).gettext("No readings yet")
        x = rect.center().x() - text_width(text, SMALL) / 2
        write(painter, x, rect.center().y() - 8, text, SMALL, _ink("text_3", theme))
    painter.restore()


def _paint(
    painter: QPainter,
    rect: QRectF,
    shown: Sequence[Reading],
    target: float | None,
    baseline: float | None,
    theme: Theme,
    say: _Say,
) -> None:
    names = _names(shown, target, baseline, say)
    right = max(text_width(text, kind) for text, kind, _, _ in names) + GAP
    area = rect.adjusted(LEFT, TOP, -right, -BOTTOM)
    axes = _Axes(area, *days(shown), ticks(*span(shown, target, baseline)))
    _grid(painter, axes, theme, say)
    for value, role, dash in ((baseline, "text_3", [1, 3]), (target, "negative", [4, 3])):
        if value is not None:
            pen = QPen(_ink(role, theme), 1.5)
            pen.setDashPattern(dash)
            painter.setPen(pen)
            painter.drawLine(QLineF(area.left(), axes.y(value), area.right(), axes.y(value)))
    _readings(painter, axes, shown, theme)
    tops = _apart([axes.y(value) - kind.line / 2 for _, kind, value, _ in names], names)
    for (text, kind, _, role), top in zip(names, tops, strict=True):
        write(painter, area.right() + GAP, top, text, kind, _ink(role, theme))


def _names(
    shown: Sequence[Reading],
    target: float | None,
    baseline: float | None,
    say: _Say,
) -> list[tuple[str, Type, float, str]]:
    """What is named at the right: text, type, the value it belongs to, and its role."""
    gettext = catalogue(say.language).gettext
    last = shown[-1]
    names = [
        (say.value(last.value), LARGE, last.value, "accent"),
        (formats.month(last.day, say.language), SMALL, last.value, "text_2"),
    ]
    if target is not None:
        text = gettext("Target {value}").format(value=say.value(target))
        names.append((text, BOLD, target, "negative"))
    if baseline is not None:
        text = gettext("Baseline {value}").format(value=say.value(baseline))
        names.append((text, SMALL, baseline, "text_3"))
    return sorted(names, key=lambda name: (-name[2], name[1] is not LARGE))


def _apart(tops: list[float], names: Sequence[tuple[str, Type, float, str]]) -> list[float]:
    """Pushes names down so that none stands on the one above."""
    placed: list[float] = []
    lowest = tops[0]
    for top, (_, kind, _, _) in zip(tops, names, strict=True):
        placed.append(max(top, lowest))
        lowest = placed[-1] + kind.line
    return placed


def _grid(painter: QPainter, axes: _Axes, theme: Theme, say: _Say) -> None:
    for value in axes.values:
        y = axes.y(value)
        painter.setPen(QPen(_ink("text_3" if value == 0 else "line", theme), 1))
        painter.drawLine(QLineF(axes.area.left(), y, axes.area.right(), y))
        text = say.tick(value)
        x = axes.area.left() - GAP - text_width(text, SMALL)
        write(painter, x, y - 8, text, SMALL, _ink("text_3", theme))
    most = max(2, int(axes.area.width() / 90))
    for day, text in time_ticks(axes.first, axes.last, say.language, most):
        x = axes.x(day) - text_width(text, SMALL) / 2
        write(painter, x, axes.area.bottom() + 8, text, SMALL, _ink("text_3", theme))


def _readings(painter: QPainter, axes: _Axes, shown: Sequence[Reading], theme: Theme) -> None:
    line, surface = _ink("accent", theme), _ink("surface", theme)
    for a, b in pairwise(shown):
        _band(painter, axes, a, b, theme)
    for a, b in pairwise(shown):
        pen = QPen(line, 2)
        if b.day - a.day > UNMEASURED:
            pen.setWidthF(1.5)
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QLineF(axes.x(a.day), axes.y(a.value), axes.x(b.day), axes.y(b.value)))
    for r in shown:
        x = axes.x(r.day)
        painter.setPen(QPen(line, 1.5))
        if r.low is not None and r.high is not None:
            low, high = axes.y(r.low), axes.y(r.high)
            painter.drawLine(QLineF(x, low, x, high))
            for y in (low, high):
                painter.drawLine(QLineF(x - 4, y, x + 4, y))
        painter.setPen(QPen(line if r.few else surface, 2 if r.few else 1.5))
        painter.setBrush(surface if r.few else line)
        painter.drawEllipse(QPointF(x, axes.y(r.value)), 5.0, 5.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _band(painter: QPainter, axes: _Axes, a: Reading, b: Reading, theme: Theme) -> None:
    """The interval between two readings, paler where nothing was measured for long."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return
    ends = ((a.day, a.high), (b.day, b.high), (b.day, b.low), (a.day, a.low))
    colour = _ink("accent", theme)
    colour.setAlphaF(0.06 if b.day - a.day > UNMEASURED else 0.14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([QPointF(axes.x(day), axes.y(value)) for day, value in ends])
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _ink(role: str, theme: Theme) -> QColor:
    return QColor(tokens.colour(role, theme))
