"""The plan on a day as reviews see it: initiatives, KPIs, milestones, and next steps (G5)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.analysis.plan.check import (
    Line,
    Measured,
    Status,
    actual,
    initiative_status,
    kpi_status,
    planned_progress,
)
from cxstudio.analysis.plan.schedule import Span, span_of
from cxstudio.model import (
    Department,
    Initiative,
    Kpi,
    Milestone,
    ProgressNote,
    Review,
    ReviewItem,
)

SOON = dt.timedelta(days=30)
Subject = tuple[str, int]
"""What an item is about: "initiative" or "kpi", and its id."""


@dataclass(frozen=True, slots=True)
class InitiativeNow:
    """An initiative against its dates; `planned` and `actual` in per cent of the way."""

    id: int
    code: str
    title: str
    tier: str
    department: str
    state: str
    span: Span | None
    planned: float | None
    actual: float | None
    status: Status
    note: str
    noted_on: dt.date | None


@dataclass(frozen=True, slots=True)
class KpiNow:
    """A KPI against the line from baseline to target; `reading` is the newest by the day."""

    id: int
    code: str
    name: str
    unit: str
    direction: str
    line: Line
    readings: tuple[Measured, ...]
    reading: Measured | None
    planned: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class StepNow:
    """A next step that is open: from the newest item about its subject."""

    item_id: int
    review_id: int
    subject: Subject
    code: str
    text: str
    owner_id: int | None
    due_on: dt.date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class MilestoneNow:
    id: int
    name: str
    code: str
    due_on: dt.date
    overdue: bool


@dataclass(frozen=True)
class PlanProgress:
    """Everything of the plan on `day`. What was dropped is counted, and not shown."""

    day: dt.date
    initiatives: tuple[InitiativeNow, ...]
    kpis: tuple[KpiNow, ...]
    steps: tuple[StepNow, ...]
    milestones: tuple[MilestoneNow, ...]
    dropped: int = 0

    @cached_property
    def states(self) -> Counter[str]:
        """How many initiatives are in which state."""
        found = Counter(one.state for one in self.initiatives)
        found["dropped"] += self.dropped
        return found

    @cached_property
    def kpi_statuses(self) -> Counter[str]:
        return Counter(one.status for one in self.kpis)

    @cached_property
    def initiative_statuses(self) -> Counter[str]:
        return Counter(one.status for one in self.initiatives)

    @property
    def overdue_steps(self) -> int:
        return sum(step.overdue for step in self.steps)

    @property
    def overdue_milestones(self) -> int:
        return sum(one.overdue for one in self.milestones)

    @property
    def reviewed(self) -> tuple[InitiativeNow, ...]:
        """The initiatives that a review looks at: running, or begun by the day, or with a next
        step that is open; nothing that is done."""
        open_ids = {
            id for kind, id in (step.subject for step in self.steps) if kind == "initiative"
        }
        return tuple(
            one
            for one in self.initiatives
            if one.state != "done" and self._looked_at(one, open_ids)
        )

    def _looked_at(self, one: InitiativeNow, open_ids: set[int]) -> bool:
        begun = one.span is not None and one.span.start <= self.day
        return one.state == "running" or begun or one.id in open_ids


def read_progress(session: Session, day: dt.date) -> PlanProgress:
    """The plan as it stands at the end of `day`."""
    made = list(session.scalars(select(Initiative).order_by(Initiative.position, Initiative.id)))
    kpis = list(session.scalars(select(Kpi).order_by(Kpi.position, Kpi.id)))
    shown = [one for one in made if one.state != "dropped"]
    names = {one.id: one.name for one in session.scalars(select(Department))}
    notes = _newest_notes(session, day)
    return PlanProgress(
        day,
        tuple(_initiative(one, names, notes.get(one.id), day) for one in shown),
        tuple(_kpi(one, day) for one in kpis),
        _steps(session, {("initiative", i.id): i.code for i in made} | _kpi_codes(kpis), day),
        _milestones(session, {one.id: one.code for one in made}, day),
        len(made) - len(shown),
    )


def _kpi_codes(kpis: list[Kpi]) -> dict[Subject, str]:
    return {("kpi", one.id): one.code for one in kpis}


def _newest_notes(session: Session, day: dt.date) -> dict[int, ProgressNote]:
    query = select(ProgressNote).where(ProgressNote.noted_on <= day)
    ordered = session.scalars(query.order_by(ProgressNote.noted_on, ProgressNote.id))
    return {note.initiative_id: note for note in ordered}


def _initiative(
    one: Initiative, names: dict[int, str], note: ProgressNote | None, day: dt.date
) -> InitiativeNow:
    span = span_of(one.starts_on, one.ends_on)
    done = 100.0 if one.state == "done" else None if one.progress is None else float(one.progress)
    return InitiativeNow(
        one.id,
        one.code,
        one.title,
        one.tier,
        names.get(one.department_id or 0, ""),
        one.state,
        span,
        planned_progress(span, day),
        done,
        initiative_status(one.state, span, done, day),
        note.text if note else "",
        note.noted_on if note else None,
    )


def _kpi(one: Kpi, day: dt.date) -> KpiNow:
    line = Line(one.baseline, one.baseline_on, one.target, one.target_on)
    readings = tuple((reading.read_on, reading.value) for reading in one.readings)
    newest = actual(readings, day)
    return KpiNow(
        one.id,
        one.code,
        one.name,
        one.unit,
        one.direction,
        line,
        readings,
        newest,
        line.at(day) if line.whole or (one.target_on and one.target_on <= day) else None,
        kpi_status(line, one.direction, newest),
    )


def subject_of(item: ReviewItem) -> Subject | None:
    """What an item is about; None when its record is gone."""
    if item.initiative_id is not None:
        return "initiative", item.initiative_id
    return None if item.kpi_id is None else ("kpi", item.kpi_id)


def newest_items(session: Session, before: int | None = None) -> dict[Subject, ReviewItem]:
    """The newest item about each subject, by the day of its review; `before` leaves a review and
    those after it out."""
    reviews = sorted(
        session.scalars(select(Review)), key=lambda r: (r.held_on or dt.date.min, r.id)
    )
    ids = [review.id for review in reviews]
    if before in ids:
        ids = ids[: ids.index(before)]
    found: dict[Subject, ReviewItem] = {}
    items = session.scalars(select(ReviewItem).order_by(ReviewItem.position, ReviewItem.id))
    for item in sorted(
        (i for i in items if i.review_id in ids), key=lambda i: ids.index(i.review_id)
    ):
        subject = subject_of(item)
        if subject is not None:
            found[subject] = item
    return found


def _steps(session: Session, codes: dict[Subject, str], day: dt.date) -> tuple[StepNow, ...]:
    found = [
        StepNow(
            item.id,
            item.review_id,
            subject,
            codes[subject],
            item.next_step.strip(),
            item.owner_id,
            item.due_on,
            item.due_on is not None and item.due_on < day,
        )
        for subject, item in newest_items(session).items()
        if item.next_step.strip() and item.status != "done" and subject in codes
    ]
    return tuple(sorted(found, key=lambda step: (step.due_on or dt.date.max, step.code)))


def _milestones(session: Session, codes: dict[int, str], day: dt.date) -> tuple[MilestoneNow, ...]:
    """Those that are overdue, or due within 30 days."""
    query = select(Milestone).where(Milestone.reached_on.is_(None), Milestone.due_on <= day + SOON)
    found = session.scalars(query.order_by(Milestone.due_on, Milestone.id))
    return tuple(
        MilestoneNow(
            one.id, one.name, codes.get(one.initiative_id or 0, ""), one.due_on, one.due_on < day
        )
        for one in found
        if one.due_on is not None
    )


@dataclass(frozen=True, slots=True)
class NewItem:
    """A line of a review to be held, as it is filled in."""

    subject: Subject
    planned: float | None
    actual: float | None
    status: Status
    next_step: str = ""
    owner_id: int | None = None
    due_on: dt.date | None = None


def new_items(progress: PlanProgress) -> list[NewItem]:
    """A line for each initiative that a review looks at and for each KPI with a target, planned
    and actual as of the day; the next steps that are open are carried over."""
    open_steps = {step.subject: step for step in progress.steps}
    lines = [
        (("initiative", one.id), one.planned, one.actual, one.status) for one in progress.reviewed
    ]
    lines += [
        (("kpi", one.id), one.planned, one.reading[1] if one.reading else None, one.status)
        for one in progress.kpis
        if one.line.target is not None
    ]
    return [_new_item(*line, open_steps.get(line[0])) for line in lines]


def _new_item(
    subject: Subject,
    planned: float | None,
    now: float | None,
    status: Status,
    step: StepNow | None,
) -> NewItem:
    rounded = None if planned is None else round(planned, 1)
    if step is None:
        return NewItem(subject, rounded, now, status)
    return NewItem(subject, rounded, now, status, step.text, step.owner_id, step.due_on)
