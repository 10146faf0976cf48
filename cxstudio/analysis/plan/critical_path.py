"""Which initiatives decide when the plan ends, and how long the others may be late (G4).

The critical path method (Kelley and Walker 1959) over the dates that are set: each initiative is
taken to begin on its own first day, no earlier. Going back from the plan's last day, an initiative
must end before the latest start of each that waits for it. Slack = latest end − end, in calendar
days. Those without slack are critical: each day they are late, the whole plan ends a day later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from cxstudio.analysis.plan.schedule import DAY, Spans, Wait, in_order


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """`ids` of the critical ones by date, the slack of each in days, and the plan's last day.

    A slack below zero says that what waits for it begins too early already.
    """

    ids: tuple[int, ...]
    slack: dict[int, int]
    last: dt.date | None


def critical_path(spans: Spans, waits: Collection[Wait]) -> CriticalPath:
    """The path through these initiatives. Raises LoopError when some wait in a circle."""
    if not spans:
        return CriticalPath((), {}, None)
    last = max(span.end for span in spans.values())
    latest: dict[int, dt.date] = {}
    for id in reversed(in_order(set(spans), waits)):
        ends = (
            _latest_start(wait.after, spans, latest) - dt.timedelta(days=wait.days) - DAY
            for wait in waits
            if wait.before == id and wait.after in latest
        )
        latest[id] = min(ends, default=last)
    slack = {id: (latest[id] - spans[id].end).days for id in spans}
    critical = [id for id in spans if slack[id] <= 0]
    critical.sort(key=lambda id: (spans[id].start, spans[id].end, id))
    return CriticalPath(tuple(critical), slack, last)


def _latest_start(id: int, spans: Spans, latest: dict[int, dt.date]) -> dt.date:
    return latest[id] - dt.timedelta(days=spans[id].days - 1)
