"""How complete each step of the method is, computed from the content (A3).

Every measure is a count of what is there against what a discovery engagement
usually needs, or the share of records that carry what the next step rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from cxstudio.i18n import N_
from cxstudio.model.base import Record
from cxstudio.model.chain import Link
from cxstudio.model.engagement import Engagement, WorksheetAnswer
from cxstudio.model.evidence import Evidence, Insight
from cxstudio.model.improvement import Gap, Initiative
from cxstudio.model.interviews import Interview
from cxstudio.model.journeys import Card, Emotion, Journey
from cxstudio.model.organisation import Department, Stakeholder
from cxstudio.model.personas import Persona
from cxstudio.model.progress import Dependency, Milestone, Review, ReviewItem
from cxstudio.model.report import ReportSection
from cxstudio.model.strategy import Kpi, Principle, Reading
from cxstudio.model.touchpoints import Channel, Touchpoint


@dataclass(frozen=True)
class Measure:
    """A count against what is wanted: a number, or another count. Never more than 1."""

    found: Select[int]
    wanted: Select[int] | int

    @property
    def columns(self) -> list[ColumnElement[int]]:
        """The found and the wanted count as columns of one statement."""
        wanted = literal(self.wanted) if isinstance(self.wanted, int) else _sub(self.wanted)
        return [_sub(self.found), wanted]


@dataclass(frozen=True)
class Phase:
    """One step of the method: its cycle (Plan, Do, Check, Action), and what is measured."""

    key: str
    cycle: str
    title: str
    measures: tuple[Measure, ...]


def _sub(query: Select[int]) -> ColumnElement[int]:
    return query.scalar_subquery()


def _count(cls: type[Record], *where: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(cls).where(*where)


def enough(cls: type[Record], wanted: int, *where: ColumnElement[bool]) -> Measure:
    """The count of records against the number wanted."""
    return Measure(_count(cls, *where), wanted)


def share(cls: type[Record], *where: ColumnElement[bool]) -> Measure:
    """The share of the records that fulfil the condition; 0 when there are none."""
    return Measure(_count(cls, *where), _count(cls))


def _supported(cls: type[Record]) -> ColumnElement[bool]:
    return exists().where(Link.target_kind == cls.__tablename__, Link.target_id == cls.id)


def _used(cls: type[Record]) -> ColumnElement[bool]:
    return exists().where(Link.source_kind == cls.__tablename__, Link.source_id == cls.id)


INTERVIEWS_HELD = Measure(
    _count(Interview),
    select(func.coalesce(func.max(Engagement.interviews_planned), 5)),
)
DONE = Initiative.state == "done"
RUNNING = Initiative.state.in_(("running", "done"))
READ_AGAIN = exists().where(Reading.kpi_id == Kpi.id, Reading.read_on > Kpi.baseline_on)
NEXT_STEP_OWNED = and_(
    ReviewItem.next_step != "", ReviewItem.owner_id.is_not(None), ReviewItem.due_on.is_not(None)
)
WAITS_OR_IS_WAITED_FOR = exists().where(
    or_(Dependency.before_id == Initiative.id, Dependency.after_id == Initiative.id)
)

PHASES = (
    Phase(
        "discover",
        N_("Plan"),
        N_("Discover"),
        (
            enough(Department, 4),
            enough(Stakeholder, 6),
            INTERVIEWS_HELD,
            enough(Evidence, 20),
            enough(Principle, 3),
            enough(WorksheetAnswer, 6, WorksheetAnswer.answer != ""),
        ),
    ),
    Phase(
        "map",
        N_("Plan"),
        N_("Map"),
        (
            enough(Persona, 2),
            enough(Touchpoint, 10),
            enough(Channel, 3),
            enough(Journey, 1, Journey.journey_kind == "as_is"),
            enough(Journey, 1, Journey.journey_kind == "to_be"),
            enough(Card, 30),
            enough(Emotion, 6),
        ),
    ),
    Phase(
        "diagnose",
        N_("Plan"),
        N_("Diagnose"),
        (
            enough(Insight, 5),
            share(Evidence, _used(Evidence)),
            enough(Gap, 5),
            share(
                Gap,
                Gap.importance.is_not(None),
                Gap.current.is_not(None),
                Gap.target.is_not(None),
                Gap.reach.is_not(None),
            ),
            share(Gap, _supported(Gap)),
        ),
    ),
    Phase(
        "design",
        N_("Plan"),
        N_("Design"),
        (
            enough(Initiative, 4),
            share(Gap, _used(Gap)),
            share(Initiative, Initiative.cost_high.is_not(None)),
            share(Initiative, Initiative.starts_on.is_not(None)),
            share(Initiative, Initiative.department_id.is_not(None)),
            share(Kpi, Kpi.target.is_not(None)),
            Measure(_count(Initiative, WAITS_OR_IS_WAITED_FOR), 2),
        ),
    ),
    Phase(
        "deliver",
        N_("Do"),
        N_("Deliver"),
        (
            share(ReportSection, ReportSection.message != ""),
            share(ReportSection, ReportSection.narrative != ""),
        ),
    ),
    Phase("run", N_("Do"), N_("Run"), (share(Initiative, RUNNING),)),
    Phase(
        "check",
        N_("Check"),
        N_("Check"),
        (
            share(Initiative, DONE),
            share(Kpi, READ_AGAIN),
            enough(Review, 3),
            share(ReviewItem, ReviewItem.status != "", ReviewItem.finding != ""),
            share(Milestone, Milestone.reached_on.is_not(None)),
        ),
    ),
    Phase(
        "action",
        N_("Action"),
        N_("Action"),
        (
            share(Gap, Gap.state == "closed"),
            share(ReviewItem, ReviewItem.decision != ""),
            share(ReviewItem, NEXT_STEP_OWNED),
        ),
    ),
)


def completeness(session: Session) -> dict[str, float]:
    """Each phase's key with its share, 0 to 1: the mean of its measures. One statement."""
    columns = [c for phase in PHASES for m in phase.measures for c in m.columns]
    row = iter(session.execute(select(*columns)).one())
    return {
        phase.key: sum(min(next(row) / (next(row) or 1), 1.0) for _ in phase.measures)
        / len(phase.measures)
        for phase in PHASES
    }
