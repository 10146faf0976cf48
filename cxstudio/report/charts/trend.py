"""A measure over time as a chart that Word draws: true distances, intervals, the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cxstudio import formats
from cxstudio.drawing.charts.scale import (
    UNMEASURED,
    Reading,
    along,
    days,
    fit_labels,
    number,
    span,
    ticks,
)
from cxstudio.i18n import catalogue
from cxstudio.report.charts.data import (
    LETTERS,
    Axis,
    Note,
    Point,
    Scatter,
    Series,
    signed_form,
)

_ZERO = dt.date(1899, 12, 30)
"""The day before the first one in the counting of workbooks."""
Start = tuple[dt.date, float]
"""A day and the value on it."""
Ends = tuple[tuple[float, float], ...]
_BEFORE = dt.timedelta(days=15)
_YEAR, _MONTH = 365.25, 30.4375
_LINE, _APART_MM = 1.25 * 25.4 / 72, 1.5
"""Millimetres of a line for each point of its letters, and between two texts."""
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
    baseline: Start | None = None,
    decimals: int | None = None,
) -> Scatter:
    """The readings, dashed where they are more than 13 months apart, and the target's line: level,
    or from the day and value of the `baseline`, with the axis to the target's day.
    All readings have so many `decimals`, or each as many as it needs."""
    shown = sorted(readings, key=lambda one: one.day)
    plan = (baseline, (due, target)) if baseline and due and target is not None else None
    marks = ticks(*span(shown, target, plan and plan[0][1]))
    first, last = days(shown)
    if plan:
        first, last = plan[0][0] - _BEFORE, max(last, plan[1][0])
    across = _time(first, last, language, width_mm)
    step = round(marks[1] - marks[0], 10)
    upwards = Axis(marks[0], marks[-1], step, lines=True, form=signed_form(step))
    plot = (width_mm - _ROOM[0] - _ROOM[2], height_mm - _ROOM[1] - _ROOM[3])
    series = [*_lines(shown), _points(shown, name or "–")]
    told = [] if plan else [_last(shown[-1], upwards, unit, language, decimals)]
    level = _level(target, across) if plan is None else _sloped(*plan)
    if target is not None:
        series.append(_target(target, unit, language, level))
        told.append(_aim(target, upwards, unit, language, due))
    if upwards.low < 0 < upwards.high:
        ends = (Point(across.low, 0), Point(across.high, 0))
        series.append(Series("0", ends, "ink3", "thin", marks=False))
    texts = [number(one.value, decimals=decimals) for one in shown]
    values = _values(shown, texts if plan else texts[:-1], level, (across, upwards), plot)
    notes = (*values, *_stacked(told, plot[1]))
    return Scatter(tuple(series), across, upwards, height_mm, _ROOM, notes)


@dataclass(frozen=True, slots=True)
class _Told:
    """Lines to the right of the plot, beside a share of its height from the top."""

    down: float
    lines: tuple[Note, ...]

    @property
    def tall(self) -> float:
        return sum(line.size for line in self.lines) * _LINE


def _last(one: Reading, upwards: Axis, unit: str, language: str, decimals: int | None) -> _Told:
    """The last value, its month and its number of answers."""
    down = 1 - upwards.share(one.value)
    said = [formats.month(one.day, language)]
    if one.n is not None:
        said.append(catalogue(language).gettext("n = {n}").format(n=f"{one.n:,}"))
    figure = number(one.value, unit, language, decimals)
    value = Note(figure, 1.0, down, shade="petrol", bold=True, size=11)
    return _Told(down, (value, *(Note(text, 1.0, down) for text in said)))


def _aim(target: float, upwards: Axis, unit: str, language: str, due: dt.date | None) -> _Told:
    """The target and until when."""
    gettext, down = catalogue(language).gettext, 1 - upwards.share(target)
    text = gettext("Target {value}").format(value=number(target, unit, language))
    lines = [Note(text, 1.0, down, shade="orange", bold=True)]
    if due is not None:
        by = gettext("by {month}").format(month=formats.month(due, language))
        lines.append(Note(by, 1.0, down, shade="orange"))
    return _Told(down, tuple(lines))


def _stacked(told: Sequence[_Told], tall: float) -> tuple[Note, ...]:
    """The blocks of lines each at its height, moved apart where they would touch."""
    ordered = sorted(told, key=lambda one: one.down)
    tops = [one.down * tall - one.tall / 2 for one in ordered]
    for place in range(1, len(ordered)):
        short = tops[place - 1] + ordered[place - 1].tall + _APART_MM - tops[place]
        if short > 0:
            tops[place - 1] -= short / 2
            tops[place] += short / 2
    notes = []
    for one, top in zip(ordered, tops, strict=True):
        at = max(-_ROOM[1], top)
        for line in one.lines:
            middle = at + line.size * _LINE / 2
            at += line.size * _LINE
            moved = middle - one.down * tall
            notes.append(replace(line, right_mm=_APART_MM, down_mm=round(moved, 3)))
    return tuple(notes)


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


def _points(shown: Sequence[Reading], name: str) -> Series:
    return Series(
        name,
        tuple(
            Point(serial(one.day), one.value, y_ends=_interval(one), hollow=one.few)
            for one in shown
        ),
    )


def _interval(one: Reading) -> tuple[float, float] | None:
    return None if one.low is None or one.high is None else (one.low, one.high)


def _values(
    shown: Sequence[Reading],
    texts: Sequence[str],
    level: Ends,
    axes: tuple[Axis, Axis],
    plot: tuple[float, float],
) -> list[Note]:
    """The values of readings, of all or of all but the last, where they are few and there is
    room."""
    from cxstudio.drawing.charts.figure import text_mm

    across, upwards = axes

    def at(day: float, value: float) -> tuple[float, float]:
        return across.share(day) * plot[0], (1 - upwards.share(value)) * plot[1]

    if len(shown) > FEW_POINTS:
        return []
    places = [at(serial(one.day), one.value) for one in shown]
    drawn = along(places, 0.8)
    for one in shown:
        drawn += along([at(serial(one.day), end) for end in _interval(one) or ()], 1.6)
    drawn += along([at(*end) for end in level], 0.8)
    if upwards.low < 0 < upwards.high:
        drawn += along([at(across.low, 0.0), at(across.high, 0.0)], 0.8)
    sizes = [[(text_mm(text, LETTERS, True), _LINE * LETTERS)] for text in texts]
    found = fit_labels(places[: len(texts)], sizes, (0.0, -4.0, *plot), 1.5, drawn)
    notes = []
    for text, ((wide, tall),), label in zip(texts, sizes, found, strict=False):
        if label is not None:
            x, y = label[1].x + wide / 2, label[1].y + tall / 2
            notes.append(Note(text, x / plot[0], y / plot[1], "centre", "petrol", bold=True))
    return notes


def _level(target: float | None, across: Axis) -> Ends:
    return () if target is None else ((across.low, target), (across.high, target))


def _sloped(start: Start, end: Start) -> Ends:
    return (serial(start[0]), start[1]), (serial(end[0]), end[1])


def _target(target: float, unit: str, language: str, level: Ends) -> Series:
    ends = tuple(Point(*end) for end in level)
    text = catalogue(language).gettext("Target {value}")
    name = text.format(value=number(target, unit, language))
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
