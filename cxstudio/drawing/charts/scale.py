"""Axes worked out without any drawing: round numbers, true time, labels that avoid each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Literal

from cxstudio import formats

FEW = 30
UNMEASURED = timedelta(days=400)
YEARS_NARROWER = 2
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value on a day, with its 95% interval and number of answers where known."""

    day: date
    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None

    @property
    def few(self) -> bool:
        """Whether it rests on fewer than 30 answers, and is shown hollow."""
        return self.n is not None and self.n < FEW


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values from at or below `low` to at or above `high`, at most about `most` steps."""
    if high <= low:
        low, high = low - 1, high + 1
    rough = (high - low) / most
    power = 10 ** math.floor(math.log10(rough))
    step = next(s * power for s in STEPS if s * power >= rough * (1 - 1e-9))
    below, above = low / step, high / step  # a little of what they are is rounding
    first = math.floor(below + 1e-13 * max(1, abs(below)))
    last = math.ceil(above - 1e-13 * max(1, abs(above)))
    return [round(n * step, 10) for n in range(first, last + 1)]


def span(
    readings: Sequence[Reading], target: float | None, baseline: float | None
) -> tuple[float, float]:
    """The lowest and highest value that must be seen, intervals and lines included."""
    values = [v for r in readings for v in (r.value, r.low, r.high) if v is not None]
    values += [v for v in (target, baseline) if v is not None]
    return (min(values), max(values)) if values else (0.0, 1.0)


def days(readings: Sequence[Reading]) -> tuple[date, date]:
    """From the first to the last reading, with a little room; a single one gets two months."""
    first, last = min(r.day for r in readings), max(r.day for r in readings)
    room = max(timedelta(days=30), (last - first) * 0.04)
    return first - room, last + room


def time_ticks(first: date, last: date, language: str, most: int = 6) -> list[tuple[date, str]]:
    """Days at which a year, or in short spans a month, begins, with their names."""
    months = (last.year - first.year) * 12 + last.month - first.month
    steps = (1, 2, 3, 6, 12, 24, 60, 120)
    step = next((s for s in steps if months / s <= most * (1 if s < 12 else YEARS_NARROWER)), 240)
    start = first.year * 12 + first.month - 1
    start += -start % step
    found = [date(n // 12, n % 12 + 1, 1) for n in range(start, last.year * 12 + last.month, step)]
    return [(day, _name(day, step, language)) for day in found if first <= day <= last]


def _name(day: date, step: int, language: str) -> str:
    if step >= 12:
        return str(day.year)
    return formats.month(day, language)


def number(value: float, unit: str = "", language: str = "en", decimals: int | None = None) -> str:
    """A value as charts show it: a real minus, no needless decimals, the unit behind it."""
    digits = 0 if abs(value) >= 1000 or value == int(value) else 1
    digits = digits if decimals is None else decimals
    space = "" if not unit or language.startswith("ja") or unit == "%" else " "
    return f"{formats.number(value, digits)}{space}{unit}"


@dataclass(frozen=True, slots=True)
class Label:
    """Where the text of a point goes: its left edge and top."""

    x: float
    y: float


def side_by_side(points: Sequence[tuple[float, float]], away: float) -> list[tuple[float, float]]:
    """Points at the same place moved apart, in a row around it."""
    same: dict[tuple[float, float], list[int]] = {}
    for place, point in enumerate(points):
        same.setdefault(point, []).append(place)
    moved = list(points)
    for (x, y), places in same.items():
        for turn, place in enumerate(places):
            moved[place] = (x + (turn - (len(places) - 1) / 2) * away, y)
    return moved


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    bounds: tuple[float, float, float, float],
    away: float,
) -> list[Label]:
    """Places for the labels of points, right, left, above or below, where least is covered.

    `bounds` are left, top, right and bottom; `away` is the distance from a point; y runs down.
    """
    taken = [(x - away, y - away, x + away, y + away) for x, y in points]
    placed = []
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        options = _options(x, y, width, height, away)
        best = min(options, key=lambda box: _covered(box, taken, bounds))
        taken.append(best)
        placed.append(Label(best[0], best[1]))
    return placed


Box = tuple[float, float, float, float]
"""Left, top, right and bottom; y runs down."""


def fit_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[Sequence[tuple[float, float]]],
    bounds: Box,
    away: float,
    drawn: Sequence[Box] = (),
) -> list[tuple[int, Label] | None]:
    """Which of a point's texts is shown and where, so that no label covers another, a point or
    what else is `drawn`.

    `sizes` are those of a point's texts, the longest first. Each point gets room for its shortest
    beside it, and then for a longer one where that is free; None when not even the shortest fits.
    """
    marks = [(x - away, y - away, x + away, y + away) for x, y in points]
    kept: dict[int, tuple[int, Box]] = {}

    def free(own: int, text: int) -> Box | None:
        taken = [*marks, *drawn, *(box for n, (_text, box) in kept.items() if n != own)]
        (x, y), (width, height) = points[own], sizes[own][text]
        shifts = (0.0, -0.35 * height, 0.35 * height)
        options = [b for shift in shifts for b in _options(x, y + shift, width, height, away)]
        near = [box for box in options if _gap(box, marks[own]) <= away]
        lefts, tops, rights, bottoms = zip(*near, strict=True) if near else ((0.0,),) * 4
        around = (min(lefts), min(tops), max(rights), max(bottoms))
        beside = _touching(around, taken)  # what is far away covers nothing
        return next((box for box in near if _is_free(box, beside, bounds)), None)

    for shortest_only in (True, False):
        for own, texts in enumerate(sizes):
            last = len(texts) - 1
            for text in (last,) if shortest_only else range(last):
                if (box := free(own, text)) is not None:
                    kept[own] = text, box
                    break
    found = [kept.get(own) for own in range(len(points))]
    return [one and (one[0], Label(one[1][0], one[1][1])) for one in found]


Beside = Literal["right", "left", "top", "bottom"]


def place_sides(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    bounds: Box,
    away: Sequence[float],
    drawn: Sequence[Box] = (),
) -> list[Beside]:
    """On which of its four sides each point's text covers least of the other points, of texts
    and of what else is `drawn`; `away` is how far each mark reaches."""
    marks = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, away, strict=True)]
    taken, sides = [*marks, *drawn], []
    for (x, y), (width, height), reach in zip(points, sizes, away, strict=True):
        half, middle = width / 2, height / 2
        options: dict[Beside, Box] = {
            "right": (x + reach, y - middle, x + reach + width, y + middle),
            "left": (x - reach - width, y - middle, x - reach, y + middle),
            "top": (x - half, y - reach - height, x + half, y - reach),
            "bottom": (x - half, y + reach, x + half, y + reach + height),
        }
        around = (x - reach - width, y - reach - height, x + reach + width, y + reach + height)
        near = _touching(around, taken)
        best = min(options, key=lambda side: _covered(options[side], near, bounds))
        taken.append(options[best])
        sides.append(best)
    return sides


def place_between(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    bounds: Box,
    away: float,
    drawn: Sequence[Box] = (),
) -> list[Box]:
    """Where the text of each point covers least, in one of the four corners that an upright and a
    level line through the point leave; its mark reaches so far `away`."""
    taken, boxes = [(x - away, y - away, x + away, y + away) for x, y in points], []
    taken += drawn
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        options = [
            (left, top, left + width, top + height)
            for top in (y - height, y)
            for left in (x + away, x - away - width)
        ]
        boxes.append(min(options, key=lambda box: _covered(box, taken, bounds)))
        taken.append(boxes[-1])
    return boxes


def _touching(box: Box, others: Iterable[Box]) -> list[Box]:
    """Those that a box covers something of."""
    left, top, right, bottom = box
    return [b for b in others if b[0] < right and b[2] > left and b[1] < bottom and b[3] > top]


def _is_free(box: Box, others: Iterable[Box], bounds: Box) -> bool:
    """Whether a box stands within the bounds and covers nothing."""
    left, top, right, bottom = box
    if left < bounds[0] or top < bounds[1] or right > bounds[2] or bottom > bounds[3]:
        return False
    return not any(b[0] < right and b[2] > left and b[1] < bottom and b[3] > top for b in others)


def along(points: Sequence[tuple[float, float]], wide: float, steps: int = 24) -> list[Box]:
    """What a line through these points covers, as a row of small boxes."""
    return [
        (x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2)
        for (x0, y0), (x1, y1) in pairwise(points)
        for x, y in (
            (x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(steps + 1)
        )
    ]


def _gap(box: Box, other: Box) -> float:
    """How far apart two boxes are, along the axis on which they are further."""
    across = max(box[0] - other[2], other[0] - box[2])
    down = max(box[1] - other[3], other[1] - box[3])
    return max(across, down)


def _options(
    x: float, y: float, width: float, height: float, away: float
) -> list[tuple[float, float, float, float]]:
    lefts = {1: x + away * 1.4, -1: x - away * 1.4 - width, 0: x - width / 2}
    tops = {0: y - height / 2}
    for far in (1, 2, 3):
        tops[-far] = y - away * 1.2 - height * far
        tops[far] = y + away * 1.2 + height * (far - 1)
    order = sorted(product((1, -1, 0), tops), key=lambda o: (abs(o[1]), bool(o[1] and o[0])))
    corners = [(lefts[h], tops[v]) for h, v in order if (h, v) != (0, 0)]
    return [(left, top, left + width, top + height) for left, top in corners]


def _covered(
    box: tuple[float, float, float, float],
    taken: Sequence[tuple[float, float, float, float]],
    bounds: tuple[float, float, float, float],
) -> float:
    left, top, right, bottom = box
    outside = sum(
        max(0.0, over)
        for over in (bounds[0] - left, bounds[1] - top, right - bounds[2], bottom - bounds[3])
    )
    return outside * 1000 + sum(
        max(0.0, min(right, r) - max(left, l)) * max(0.0, min(bottom, b) - max(top, t))
        for l, t, r, b in taken  # noqa: E741
    )
