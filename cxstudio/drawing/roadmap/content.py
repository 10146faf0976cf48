"""What a roadmap shows: initiatives with their days, milestones, and what waits for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from cxstudio.analysis.plan.conflicts import Conflict, conflicts, far_dates
from cxstudio.analysis.plan.critical_path import CriticalPath, critical_path
from cxstudio.analysis.plan.quick_wins import Candidate, quick_wins
from cxstudio.analysis.plan.schedule import LoopError, Span, Wait, span_of

By = Literal["tier", "department"]
TIERS = ("frontline", "department", "executive")


@dataclass(frozen=True, slots=True)
class Bar:
    """An initiative. `progress` is a share from 0 to 1, `department` the accountable one's name."""

    id: int
    code: str
    title: str
    tier: str
    department: str = ""
    state: str = "proposed"
    progress: float | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    effort: float | None = None
    benefit: int | None = None

    @property
    def span(self) -> Span | None:
        return span_of(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class Diamond:
    """A milestone, of an initiative or of the plan; `kpi` is the code of what it checks."""

    id: int
    name: str
    due_on: dt.date | None
    reached_on: dt.date | None = None
    initiative_id: int | None = None
    kpi: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A dependency of the file."""

    id: int
    wait: Wait


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of rows; `tier` is empty for a department. `key` sorts nothing, it names the band."""

    key: str
    title: str
    tier: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class RoadmapData:
    """The plan as it is drawn. Initiatives that were dropped are not in it."""

    bars: tuple[Bar, ...]
    diamonds: tuple[Diamond, ...]
    arrows: tuple[Arrow, ...]
    today: dt.date
    departments: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, Bar]:
        return {bar.id: bar for bar in self.bars}

    @cached_property
    def waits(self) -> tuple[Wait, ...]:
        """What waits for what, among those that are drawn. What is done waits no more."""
        open_ids = {bar.id for bar in self.bars if bar.state != "done"}
        found = (arrow.wait for arrow in self.arrows)
        return tuple(w for w in found if w.before in self.by_id and w.after in open_ids)

    @cached_property
    def far(self) -> dict[int, dt.date]:
        """Initiatives with a date that can only be a slip of the pen."""
        return far_dates({b.id: (b.starts_on, b.ends_on) for b in self.bars}, self.today)

    @cached_property
    def spans(self) -> dict[int, Span]:
        """The days of those that can be drawn."""
        known = ((bar.id, bar.span) for bar in self.bars if bar.id not in self.far)
        return {id: span for id, span in known if span is not None}

    @cached_property
    def path(self) -> CriticalPath:
        """The critical path of what is not done; none while some wait in a circle."""
        spans = {id: s for id, s in self.spans.items() if self.by_id[id].state != "done"}
        try:
            return critical_path(spans, self.waits)
        except LoopError:
            return CriticalPath((), {}, None)

    @cached_property
    def quick(self) -> set[int]:
        """The quick wins, by the rule of `analysis.quick_wins`."""
        first = min((span.start for span in self.spans.values()), default=None)
        known = (Candidate(b.id, b.effort, b.benefit, b.ends_on) for b in self.bars)
        return quick_wins(known, first)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        dates = {bar.id: (bar.starts_on, bar.ends_on) for bar in self.bars}
        return conflicts(dates, self.waits, self.today)

    @cached_property
    def early(self) -> set[tuple[int, int]]:
        """Pairs (before, after) of which the second begins too early."""
        found = (c.ids for c in self.conflicts if c.kind == "begins_too_early")
        return {(ids[0], ids[1]) for ids in found}

    @cached_property
    def lost(self) -> tuple[Diamond, ...]:
        """Milestones so far from the plan, by more than five years, that they are not drawn."""
        years = [day.year for span in self.spans.values() for day in (span.start, span.end)]
        first, last = min([*years, self.today.year]) - 5, max([*years, self.today.year]) + 5
        return tuple(d for d in self.diamonds if d.due_on and not first <= d.due_on.year <= last)

    def overdue(self, diamond: Diamond) -> bool:
        """Whether a milestone is past its day and not reached."""
        due = diamond.due_on
        return due is not None and diamond.reached_on is None and due < self.today

    def lanes(self, by: By) -> list[Lane]:
        """The bars in bands: the tiers from the frontline up, or the departments in their order."""
        if by == "tier":
            known = [(tier, tier) for tier in TIERS]
            return self._bands(known, lambda bar: bar.tier if bar.tier in TIERS else "department")
        names = dict.fromkeys((*self.departments, *(bar.department for bar in self.bars)))
        return self._bands([(name, "") for name in names], lambda bar: bar.department)

    def _bands(self, keys: list[tuple[str, str]], key_of: object) -> list[Lane]:
        assert callable(key_of)
        found = [
            Lane(key, key, tier, tuple(bar for bar in self.bars if key_of(bar) == key))
            for key, tier in keys
        ]
        return [lane for lane in found if lane.bars]

    def only(self, ids: Collection[int]) -> RoadmapData:
        """The same with these initiatives alone, for a list that is filtered."""
        return replace(
            self,
            bars=tuple(bar for bar in self.bars if bar.id in ids),
            diamonds=tuple(d for d in self.diamonds if d.initiative_id in ids),
            arrows=tuple(a for a in self.arrows if {a.wait.before, a.wait.after} <= set(ids)),
        )

    def moved(self, spans: dict[int, Span]) -> RoadmapData:
        """The same with other days for some, as while a bar is dragged."""
        bars = tuple(
            replace(bar, starts_on=spans[bar.id].start, ends_on=spans[bar.id].end)
            if bar.id in spans
            else bar
            for bar in self.bars
        )
        return replace(self, bars=bars)
