"""A measure over time as a chart that Word draws: true distances, intervals, the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from cxstudio import formats
from cxstudio.drawing.charts.scale import UNMEASURED, Reading, days, number, span, ticks
from cxstudio.i18n import catalogue
from cxstudio.report.chart import Axis, Point, Scatter, Series, Side, signed_form

_ZERO = dt.date(1899, 12, 30)
"""The day before the first one in the counting of workbooks."""
_YEAR, _MONTH = 365.25, 30.4375
_LINE_MM, _AWAY_MM = 3.3, 2.4
_ROOM = (9.0, 5.0, 27.0, 8.0)
_MONTHS = (1, 2, 3, 6)
FEW_POINTS = 6


def serial(day: dt.date) -> float:
    """A day as workbooks count it."""
    return float((day - _ZERO).days)


def trend_chart(
    readings: Sequence[Reading],
    target: float | None,
    unit: str,
    language: str,
    name: str,
    due: dt.date | None,
    width_mm: float,
    height_mm: float,
) -> Scatter:
    """The readings, dashed where they are more than 13 months apart, and the target's line."""
    shown = sorted(readings, key=lambda one: one.day)
    marks = ticks(*span(shown, target, None))
    across = _time(*days(shown), language, width_mm)
    step = round(marks[1] - marks[0], 10)
    upwards = Axis(marks[0], marks[-1], step, lines=True, form=signed_form(step))
    moved = _apart(shown[-1], target, due, upwards, height_mm)
    series = [_points(shown, unit, language, name, moved), *_lines(shown)]
    if target is not None:
        series.append(_target(target, unit, language, due, across, -moved))
    return Scatter(tuple(series), across, upwards, height_mm, _ROOM)


def _apart(
    last: Reading, target: float | None, due: dt.date | None, upwards: Axis, height_mm: float
) -> float:
    """Millimetres that the last value's words move down, and the target's up, not to touch."""
    if target is None:
        return 0.0
    tall = (height_mm - _ROOM[1] - _ROOM[3]) / (upwards.high - upwards.low)
    over = (target - last.value) * tall
    lines = 2 + (last.n is not None) + 1 + (due is not None)
    short = max(0.0, lines * _LINE_MM / 2 + 1 - abs(over)) / 2
    return short if over >= 0 else -short


def _time(first: dt.date, last: dt.date, language: str, width_mm: float) -> Axis:
    """Years, or months from the middle of one, so that each step falls into the next."""
    months = (last.year - first.year) * 12 + last.month - first.month
    most = max(2, int(width_mm / 22))
    step = next((s for s in _MONTHS if months / s <= most), 0)
    if not step:
        begin = dt.date(first.year, 1, 2)
        years = max(1, round(months / 12 / (2 * most) + 0.49))
        ends = max(serial(last), serial(begin) + _YEAR)
        return Axis(serial(begin), ends, years * _YEAR, form="yyyy")
    form = 'yyyy"年"m"月"' if language.startswith("ja") else "mmm yyyy"
    begin = first.replace(day=15) if first.day >= 15 else _month_before(first)
    return Axis(serial(begin), serial(last), step * _MONTH, form=form)


def _month_before(day: dt.date) -> dt.date:
    return (day.replace(day=1) - dt.timedelta(days=1)).replace(day=15)


def _lines(shown: Sequence[Reading]) -> list[Series]:
    """What joins the readings: a line where they follow each other, dashes over a long pause."""
    runs: list[list[Reading]] = [[shown[0]]]
    dashes: list[Series] = []
    for one, other in pairwise(shown):
        if other.day - one.day > UNMEASURED:
            runs.append([other])
            ends = (_bare(one), _bare(other))
            dashes.append(Series("- -", ends, "petrol_mid", "dashed", marks=False))
        else:
            runs[-1].append(other)
    solid = [
        Series("–", tuple(_bare(one) for one in run), "petrol", "solid", marks=False)
        for run in runs
        if len(run) > 1
    ]
    return [*dashes, *solid]


def _bare(one: Reading) -> Point:
    return Point(serial(one.day), one.value)


def _points(shown: Sequence[Reading], unit: str, language: str, name: str, moved: float) -> Series:
    few = len(shown) <= FEW_POINTS
    points = []
    for place, one in enumerate(shown[:-1]):
        label = number(one.value) if few else ""
        away = _off_the_line(shown, place)
        points.append(_reading(one, label, "right" if place == 0 else "left", away))
    last = shown[-1]
    points.append(_reading(last, _last(last, unit, language), "right", moved))
    return Series(name or "–", tuple(points))


def _reading(one: Reading, label: str, side: Side, down: float) -> Point:
    ends = (one.low, one.high) if one.low is not None and one.high is not None else None
    return Point(serial(one.day), one.value, label, side, y_ends=ends, hollow=one.few, down_mm=down)


def _off_the_line(shown: Sequence[Reading], place: int) -> float:
    """Down where the line rises to the next reading or comes down from the last, else up."""
    one, other = (place, 1) if place == 0 else (place - 1, place)
    rises = shown[other].value >= shown[one].value
    return _AWAY_MM if rises == (place == 0) else -_AWAY_MM


def _last(one: Reading, unit: str, language: str) -> str:
    """The last value, its month and its number of answers."""
    lines = [number(one.value, unit, language), formats.month(one.day, language)]
    if one.n is not None:
        lines.append(catalogue(language).gettext("n = {n}").format(n=f"{one.n:,}"))
    return "\n".join(f"\u2002{line}" for line in lines)


def _target(
    target: float, unit: str, language: str, due: dt.date | None, across: Axis, moved: float
) -> Series:
    gettext = catalogue(language).gettext
    label = gettext("Target {value}").format(value=number(target, unit, language))
    if due is not None:
        label += "\n" + gettext("by {month}").format(month=formats.month(due, language))
    ends = (Point(across.low, target), Point(across.high, target, label, down_mm=moved))
    name = gettext("Target {value}").format(value=number(target, unit, language))
    return Series(name, ends, "orange", "dashed", marks=False)


def trend_alt(
    shown: Sequence[Reading], target: float | None, unit: str, language: str, name: str = ""
) -> str:
    """A trend in words: first and last reading, extremes, target."""
    gettext = catalogue(language).gettext
    low, high = min(shown, key=lambda r: r.value), max(shown, key=lambda r: r.value)

    def said(r: Reading) -> str:
        return f"{number(r.value, unit, language)} ({formats.month(r.day, language)})"

    words = [
        gettext("Line chart: {name} over time.").format(name=name or gettext("the measure")),
        gettext("From {first} to {last}; lowest {low}, highest {high}.").format(
            first=said(shown[0]), last=said(shown[-1]), low=said(low), high=said(high)
        ),
    ]
    if target is not None:
        words.append(gettext("Target {value}.").format(value=number(target, unit, language)))
    return ("" if language.startswith("ja") else " ").join(words)
