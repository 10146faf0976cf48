"""The time axis of a roadmap: true distances, and the ticks that there is room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cxstudio import formats
from cxstudio.analysis.plan.schedule import DAY, EARLIEST, LATEST, Span

Zoom = Literal["fit", "weeks", "months", "quarters"]
DAYS_WIDE: dict[Zoom, float] = {"weeks": 8.0, "months": 3.2, "quarters": 1.07}
"""Pixels that a day takes at a zoom; "fit" gives the whole plan the room there is."""
MONTH_DAYS = 30.4
NEAR = dt.timedelta(days=120)
LEAST_DAYS = 180


class Tick(NamedTuple):
    """A line of the grid with its name; `strong` begins a year, or a month among weeks."""

    day: dt.date
    name: str
    strong: bool


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from `left` to `right`; `first` stands at the left edge. `wide` is a day's width."""

    first: dt.date
    left: float
    right: float
    wide: float

    def x_of(self, day: dt.date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.wide

    def after(self, day: dt.date) -> float:
        """Where a day ends."""
        return self.x_of(day) + self.wide

    def day_at(self, x: float) -> dt.date:
        """The day under a place, kept within what a plan may hold."""
        ahead = int((x - self.left) // self.wide)
        room = ((EARLIEST - self.first).days, (LATEST - self.first).days)
        return self.first + dt.timedelta(days=min(max(ahead, room[0]), room[1]))

    @property
    def last(self) -> dt.date:
        """The last day that is seen, at least in part."""
        return self.day_at(self.right)

    def seen(self, day: dt.date) -> bool:
        return self.left - 0.5 <= self.x_of(day) <= self.right + 0.5

    def ticks(self, language: str, unit: float) -> Iterator[Tick]:
        """The first of each week, month, quarter or year, as there is room for names."""
        if self.wide >= 6 * unit:
            yield from self._weeks(language)
            return
        month = self.wide * MONTH_DAYS
        step = next((s for s in (1, 3, 6, 12, 24, 60) if month * s >= 52 * unit), 120)
        day = self.first.replace(day=1)
        while day <= self.last:
            if _months(day) % step == 0 and day >= self.first:
                yield Tick(day, _month(day, day.year, language, step), day.month == 1)
            day = next_month(day)

    def _weeks(self, language: str) -> Iterator[Tick]:
        day = self.first + dt.timedelta(days=-self.first.weekday() % 7)
        while day <= self.last:
            head = day.day <= 7
            name = formats.short_day(day, language) if head else str(day.day)
            yield Tick(day, name, head)
            day += 7 * DAY


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _month(day: dt.date, year: int, language: str, step: int) -> str:
    if step >= 12:
        return f"{year}年" if language.startswith("ja") else str(year)
    return (formats.month if day.month == 1 else formats.month_name)(day, language)


def next_month(day: dt.date) -> dt.date:
    """The first of the month after."""
    return (day.replace(day=1) + 32 * DAY).replace(day=1)


def whole_months(
    spans: Iterable[Span], days: Iterable[dt.date], today: dt.date
) -> tuple[dt.date, dt.date]:
    """From the first of a month to the first after the plan: all days, and today if it is near.
    At least half a year, so that a single bar does not fill the width."""
    known = [day for span in spans for day in (span.start, span.end)] + list(days)
    first, last = (min(known), max(known)) if known else (today, today)
    if first - NEAR <= today < first:
        first = today
    if last < today <= last + NEAR:
        last = today
    first = first.replace(day=1)
    last = next_month(max(last, first + LEAST_DAYS * DAY))
    return first, last
