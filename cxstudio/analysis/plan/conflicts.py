"""What in a plan's dates cannot be: begun too early, ended before begun, waiting in a circle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cxstudio.analysis.plan.schedule import EARLIEST, LATEST, Span, Wait, loop, span_of

FAR_YEARS = 20
"""A date so many years from the middle one of the plan is taken to be a slip of the pen."""

ConflictKind = Literal["ends_before_start", "far_date", "begins_too_early", "undated", "loop"]
Days = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is wrong with which initiatives.

    "begins_too_early": `ids` are the one waited for and the one that waits, `days` by how much.
    "undated": the second waits for the first, which has no date. "loop": a circle, first = last.
    The others name one initiative; "far_date" has its `date`.
    """

    kind: ConflictKind
    ids: tuple[int, ...]
    days: int = 0
    date: dt.date | None = None


def far_dates(dates: Mapping[int, Days], today: dt.date) -> dict[int, dt.date]:
    """The initiatives with a date further than 20 years from the plan's middle date and from
    today, or outside 1990 to 2199."""
    known = sorted(day for pair in dates.values() for day in pair if day)
    if not known:
        return {}
    middle = known[len(known) // 2]
    found = ((id, day) for id, pair in dates.items() for day in pair if day)
    return {id: day for id, day in found if _far(day, (middle, today))}


def _far(day: dt.date, from_days: Iterable[dt.date]) -> bool:
    outside = not EARLIEST <= day <= LATEST
    return outside or all(abs(day.year - other.year) > FAR_YEARS for other in from_days)


def conflicts(dates: Mapping[int, Days], waits: Collection[Wait], today: dt.date) -> list[Conflict]:
    """All that cannot be among first and last days and what waits for what."""
    return [
        *_single(dates, today),
        *_pairs(dates, waits),
        *([Conflict("loop", circle)] if (circle := loop(waits)) else []),
    ]


def _single(dates: Mapping[int, Days], today: dt.date) -> Iterator[Conflict]:
    for id, (start, end) in dates.items():
        if start and end and end < start:
            yield Conflict("ends_before_start", (id,), (start - end).days)
    for id, day in far_dates(dates, today).items():
        yield Conflict("far_date", (id,), date=day)


def _pairs(dates: Mapping[int, Days], waits: Iterable[Wait]) -> Iterator[Conflict]:
    for wait in waits:
        if wait.before not in dates or wait.after not in dates:
            continue
        before, after = (_span(dates[id]) for id in (wait.before, wait.after))
        ids = (wait.before, wait.after)
        if after is None:
            continue
        if before is None:
            yield Conflict("undated", ids)
        elif (first := wait.earliest(before.end)) > after.start:
            yield Conflict("begins_too_early", ids, (first - after.start).days)


def _span(days: Days) -> Span | None:
    return span_of(*days)
