"""The plan in time: what waits for what, and the dates that follow from it (G4).

Days are calendar days: weekends and holidays count. An initiative takes its first and its last
day whole, so what waits for it begins on the day after at the earliest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

DAY = dt.timedelta(days=1)
EARLIEST, LATEST = dt.date(1990, 1, 1), dt.date(2199, 12, 31)
"""The dates between which a plan is drawn; others are slips of the pen."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included; the first is never after the last."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """Its length in calendar days, at least 1."""
        return (self.end - self.start).days + 1

    def begun_on(self, day: dt.date) -> Span:
        """The same length, begun on that day."""
        return Span(day, day + dt.timedelta(days=self.days - 1))


@dataclass(frozen=True, slots=True)
class Wait:
    """That `after` begins when `before` has ended, and `days` later at the earliest."""

    before: int
    after: int
    days: int = 0

    def earliest(self, end: dt.date) -> dt.date:
        """The first day on which `after` may begin when `before` ends on `end`."""
        return end + dt.timedelta(days=self.days + 1)


Spans = Mapping[int, Span]


class LoopError(ValueError):
    """Initiatives wait for each other in a circle; `ids` begins and ends with the same one."""

    def __init__(self, ids: tuple[int, ...]) -> None:
        super().__init__("Initiatives wait for each other in a circle.")
        self.ids = ids


class TooLateError(ValueError):
    """Pushing would carry the initiative `id` past the last day that a plan may have."""

    def __init__(self, id: int) -> None:
        super().__init__(f"An initiative would end after {LATEST.year}.")
        self.id = id


def span_of(starts_on: dt.date | None, ends_on: dt.date | None) -> Span | None:
    """The days of an initiative; a missing one is taken to be the other, and an end before the
    start to be the start. None without any date."""
    start, end = starts_on or ends_on, ends_on or starts_on
    return Span(start, max(start, end)) if start and end else None


def loop(waits: Iterable[Wait]) -> tuple[int, ...]:
    """One circle among these, as in (3, 7, 3): each waits for the one before. () without one."""
    after = _neighbours((wait.before, wait.after) for wait in waits)
    done: set[int] = set()
    for start in after:
        found = _circle_from(start, after, done)
        if found:
            return found
    return ()


def _circle_from(start: int, after: Mapping[int, list[int]], done: set[int]) -> tuple[int, ...]:
    """Walk in depth, without recursion, so that long chains do not exhaust the stack."""
    path: list[int] = []
    stack: list[tuple[int, Iterator[int]]] = []

    def enter(id: int) -> None:
        path.append(id)
        stack.append((id, iter(after.get(id, ()))))

    if start not in done:
        enter(start)
    while stack:
        _id, following = stack[-1]
        step = next((other for other in following if other not in done), None)
        if step is None:
            stack.pop()
            done.add(path.pop())
        elif step in path:
            return (*path[path.index(step) :], step)
        else:
            enter(step)
    return ()


def waiting(ids: Iterable[int], waits: Iterable[Wait]) -> set[int]:
    """These and all that wait for them, directly or through others."""
    after = _neighbours((wait.before, wait.after) for wait in waits)
    found, ahead = set[int](), list(ids)
    while ahead:
        id = ahead.pop()
        if id not in found:
            found.add(id)
            ahead += after.get(id, ())
    return found


def in_order(ids: Collection[int], waits: Collection[Wait]) -> list[int]:
    """The ids so that each stands after all it waits for. Raises LoopError."""
    inside = [wait for wait in waits if wait.before in ids and wait.after in ids]
    after = _neighbours((wait.before, wait.after) for wait in inside)
    open_waits = dict.fromkeys(ids, 0)
    for wait in inside:
        open_waits[wait.after] += 1
    ready = [id for id, count in open_waits.items() if not count]
    for id in ready:  # grows while it is walked
        for other in after.get(id, ()):
            open_waits[other] -= 1
            if not open_waits[other]:
                ready.append(other)
    if len(ready) < len(open_waits):
        raise LoopError(loop(inside))
    return ready


def earliest(id: int, spans: Spans, waits: Iterable[Wait]) -> dt.date | None:
    """The first day that what it waits for leaves it; None when it waits for nothing dated."""
    days = (
        wait.earliest(spans[wait.before].end)
        for wait in waits
        if wait.after == id and wait.before in spans
    )
    return max(days, default=None)


def push(
    spans: Spans, waits: Collection[Wait], moved: Iterable[int] | None = None
) -> dict[int, Span]:
    """The new days of those that must move so that nobody begins too early; the others stay.

    Looks at the `moved` and at all that wait for them, or at the whole plan. Nothing moves
    earlier and no length changes. What waits for one without dates waits for nothing.
    Raises LoopError, and TooLateError past the year 2199.
    """
    ids = set(spans) if moved is None else waiting(moved, waits) & set(spans)
    now = dict(spans)
    for id in in_order(ids, waits):
        first = earliest(id, now, waits)
        if first is not None and first > now[id].start:
            now[id] = _begun(id, now[id], first)
    return {id: span for id, span in now.items() if span != spans[id]}


Part = Literal["start", "end", "whole", "new"]
"""What of an initiative is given other days; "new" is one that had none."""


def settled(
    id: int, wanted: Span, spans: Spans, waits: Collection[Wait], part: Part = "whole"
) -> dict[int, Span]:
    """The days that follow when an initiative is given these: its own, no earlier than what it
    waits for allows, and those of all that it pushes. Raises LoopError and TooLateError."""
    first = earliest(id, spans, waits)
    if first is not None and wanted.start < first and part != "end":
        keeps_length = part in ("whole", "new")
        wanted = wanted.begun_on(first) if keeps_length else Span(first, max(first, wanted.end))
    now = {**spans, id: wanted}
    return {id: wanted, **push(now, waits, [id])}


def _begun(id: int, span: Span, day: dt.date) -> Span:
    if day + dt.timedelta(days=span.days - 1) > LATEST:
        raise TooLateError(id)
    return span.begun_on(day)


def _neighbours(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found
