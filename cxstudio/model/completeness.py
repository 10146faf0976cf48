"""How complete each step of the method is, computed from the content (A3).

Every measure is a count of what is there against what a discovery engagement
usually needs, or the share of records that carry what the next step rests on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from cxstudio.i18n import N_
from cxstudio.model.chain import Link
from cxstudio.model.engagement import Engagement, WorksheetAnswer
from cxstudio.model.evidence import Evidence, Insight
from cxstudio.model.improvement import Gap, Initiative
from cxstudio.model.interviews import Interview
from cxstudio.model.journeys import Card, Emotion, Journey
from cxstudio.model.organisation import Department, Stakeholder
from cxstudio.model.personas import Persona
from cxstudio.model.report import ReportSection
from cxstudio.model.strategy import Kpi, Principle, Reading
from cxstudio.model.touchpoints import Channel, Touchpoint

Measure = Callable[[Session], float]


@dataclass(frozen=True)
class Phase:
    """One step of the method: its cycle (Plan, Do, Check, Action), and what is measured."""

    key: str
    cycle: str
    title: str
    measures: tuple[Measure, ...]


def _count(session: Session, query: Select[int]) -> int:
    return session.scalar(query) or 0


def enough(cls: type, wanted: int, *where: object) -> Measure:
    """The count of records against the number wanted, at most 1."""

    def measure(session: Session) -> float:
        found = _count(session, select(func.count()).select_from(cls).where(*where))  # type: ignore[arg-type]
        return min(found / wanted, 1.0)

    return measure


def share(cls: type, *where: object) -> Measure:
    """The share of the records that fulfil the condition; 0 when there are none."""

    def measure(session: Session) -> float:
        total = _count(session, select(func.count()).select_from(cls))
        if not total:
            return 0.0
        return _count(session, select(func.count()).select_from(cls).where(*where)) / total  # type: ignore[arg-type]

    return measure


def _interviews_held(session: Session) -> float:
    planned = session.scalar(select(Engagement.interviews_planned)) or 5
    return min(_count(session, select(func.count()).select_from(Interview)) / planned, 1.0)


def _supported(cls: type, kind: str) -> object:
    return exists().where(Link.target_kind == kind, Link.target_id == cls.id)  # type: ignore[attr-defined]


def _used(cls: type, kind: str) -> object:
    return exists().where(Link.source_kind == kind, Link.source_id == cls.id)  # type: ignore[attr-defined]


DONE = Initiative.state == "done"
RUNNING = Initiative.state.in_(("running", "done"))
READ_AGAIN = exists().where(Reading.kpi_id == Kpi.id, Reading.read_on > Kpi.baseline_on)

PHASES = (
    Phase(
        "discover",
        N_("Plan"),
        N_("Discover"),
        (
            enough(Department, 4),
            enough(Stakeholder, 6),
            _interviews_held,
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
            share(Evidence, _used(Evidence, "evidence")),
            enough(Gap, 5),
            share(
                Gap,
                Gap.importance.is_not(None),
                Gap.current.is_not(None),
                Gap.target.is_not(None),
                Gap.reach.is_not(None),
            ),
            share(Gap, _supported(Gap, "gap")),
        ),
    ),
    Phase(
        "design",
        N_("Plan"),
        N_("Design"),
        (
            enough(Initiative, 4),
            share(Gap, _used(Gap, "gap")),
            share(Initiative, Initiative.cost_high.is_not(None)),
            share(Initiative, Initiative.starts_on.is_not(None)),
            share(Initiative, Initiative.department_id.is_not(None)),
            share(Kpi, Kpi.target.is_not(None)),
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
    Phase("check", N_("Check"), N_("Check"), (share(Initiative, DONE), share(Kpi, READ_AGAIN))),
    Phase("action", N_("Action"), N_("Action"), (share(Gap, Gap.state == "closed"),)),
)


def completeness(session: Session) -> dict[str, float]:
    """Each phase's key with its share, 0 to 1: the mean of its measures."""
    return {
        phase.key: sum(measure(session) for measure in phase.measures) / len(phase.measures)
        for phase in PHASES
    }
