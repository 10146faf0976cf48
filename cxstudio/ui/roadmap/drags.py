"""What is under way while the mouse is down on the roadmap."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from cxstudio.analysis.plan.schedule import (
    DAY,
    LATEST,
    LoopError,
    Part,
    Span,
    TooLateError,
    settled,
)
from cxstudio.drawing.roadmap.content import RoadmapData
from cxstudio.drawing.roadmap.plan import RoadmapPlan
from cxstudio.ui.roadmap.acts import fault_of, refusal


@dataclass
class BarDrag:
    """A bar or one of its ends being moved, or drawn where there was none."""

    id: int
    part: Part
    day: dt.date
    before: Span | None
    wanted: Span | None = None
    spans: dict[int, Span] = field(default_factory=dict)
    fault: str = ""

    def to(self, data: RoadmapData, day: dt.date) -> None:
        """What follows with the pointer on this day."""
        self.wanted = self._wanted(day)
        self.fault = ""
        try:
            self.spans = settled(self.id, self.wanted, data.spans, data.waits, self.part)
        except (LoopError, TooLateError) as error:
            self.spans, self.fault = {}, fault_of(data, error)

    def _wanted(self, day: dt.date) -> Span:
        if self.before is None:
            return Span(min(self.day, day), max(self.day, day))
        way = day - self.day
        start, end = self.before.start, self.before.end
        if self.part == "start":
            return Span(min(start + way, end), end)
        if self.part == "end":
            return Span(start, max(start, min(end + way, LATEST)))
        return self.before.begun_on(min(start + way, LATEST - self.before.days * DAY))


@dataclass
class LinkDrag:
    """A dependency being drawn from the end of a bar."""

    before: int
    place: QPointF
    after: int | None = None
    fault: str = ""

    def to(self, plan: RoadmapPlan, place: QPointF) -> None:
        self.place = place
        row = plan.row_at(place.y())
        self.after = row.id if row and row.id != self.before else None
        self.fault = refusal(plan.data, self.before, self.after) if self.after else ""


@dataclass
class DiamondDrag:
    """A milestone being moved."""

    id: int
    day: dt.date
    due_on: dt.date
    now: dt.date | None = None

    def to(self, day: dt.date) -> None:
        self.now = min(self.due_on + (day - self.day), LATEST)


Drag = BarDrag | LinkDrag | DiamondDrag
