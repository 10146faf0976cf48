"""How the plan goes, on a day: planned against actual, by rules that are stated (G5).

Planned progress is the share of an initiative's calendar days that have passed. A KPI's planned
value lies on the straight line from its baseline to its target, and stands still before and after.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxstudio.analysis.plan.schedule import Span

Status = Literal["on_track", "at_risk", "off_track", "done", ""]
STATUSES: tuple[Status, ...] = ("on_track", "at_risk", "off_track", "done", "")

RISK_POINTS, OFF_POINTS = 10.0, 25.0
"""Percentage points behind the planned progress from which an initiative is at risk, or off."""
RISK_SHARE, OFF_SHARE = 0.9, 0.6
"""Shares of the planned way under which a KPI is at risk, or off track."""


def planned_progress(span: Span | None, day: dt.date) -> float | None:
    """Per cent of the calendar days gone by the end of `day`; None without dates."""
    if span is None:
        return None
    gone = (day - span.start).days + 1
    return 100.0 * min(max(gone / span.days, 0.0), 1.0)


def initiative_status(
    state: str, span: Span | None, progress: float | None, day: dt.date
) -> Status:
    """On track less than 10 points behind the planned progress, at risk less than 25, else off
    track, as is what has not ended by its last day. A missing progress counts as 0.

    Empty for what was dropped, has no dates, or begins later.
    """
    if state == "done":
        return "done"
    planned = planned_progress(span, day)
    if state == "dropped" or span is None or planned is None or day < span.start:
        return ""
    behind = planned - (progress or 0.0)
    if day > span.end and behind > 0:
        return "off_track"
    return _graded(-behind, -RISK_POINTS, -OFF_POINTS)


def _graded(value: float, risk: float, off: float) -> Status:
    if value <= off:
        return "off_track"
    return "at_risk" if value <= risk else "on_track"


@dataclass(frozen=True, slots=True)
class Line:
    """From a KPI's baseline to its target; without a day for the baseline it has no line."""

    baseline: float | None
    baseline_on: dt.date | None
    target: float | None
    target_on: dt.date | None

    @property
    def whole(self) -> bool:
        known = None not in (self.baseline, self.baseline_on, self.target, self.target_on)
        return known and self.baseline != self.target

    def at(self, day: dt.date) -> float | None:
        """The planned value on a day; the target when only that is known, else None."""
        first, last = self.baseline_on, self.target_on
        if self.baseline is None or self.target is None or first is None or last is None:
            return self.target
        if last <= first or day >= last:
            return self.target
        share = max((day - first).days, 0) / (last - first).days
        return self.baseline + share * (self.target - self.baseline)

    def share(self, value: float) -> float | None:
        """How much of the way from baseline to target a value has gone; may be beyond 0 and 1."""
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (value - self.baseline) / (self.target - self.baseline)


Measured = tuple[dt.date, float]


def actual(readings: Sequence[Measured], day: dt.date) -> Measured | None:
    """The newest reading of that day or before."""
    return max((one for one in readings if one[0] <= day), default=None, key=lambda one: one[0])


def kpi_status(line: Line, direction: str, reading: Measured | None) -> Status:
    """Compares a reading with the line on the reading's own day, so that an old one is not blamed
    for what was planned since. "done" when the target is met; on track with 90 % of the planned
    way or more, at risk with 60 %, else off track. Empty when nothing can be said: no target, no
    line, or nothing read since the baseline.
    """
    if line.target is None or reading is None:
        return ""
    day, value = reading
    if value >= line.target if direction == "up" else value <= line.target:
        return "done"
    gone, planned = line.share(value), line.at(day)
    if gone is None or planned is None or line.baseline_on is None or day <= line.baseline_on:
        return ""
    wanted = line.share(planned)
    if not line.whole or not wanted:
        return ""
    share = gone / wanted
    if share >= RISK_SHARE:
        return "on_track"
    return "at_risk" if share >= OFF_SHARE else "off_track"


Unrated = Literal["no_target", "no_baseline", "not_measured", "not_since"]


def unrated(line: Line, reading: Measured | None) -> Unrated:
    """Why a KPI without a status has none; "not_since" when the last reading is the baseline."""
    if reading is None:
        return "not_measured"
    if line.target is None:
        return "no_target"
    return "not_since" if line.whole else "no_baseline"
