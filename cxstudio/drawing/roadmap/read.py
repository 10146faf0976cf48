"""Reading the plan of an engagement into what the roadmap shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.analysis.plan.schedule import Wait
from cxstudio.drawing.roadmap.content import Arrow, Bar, Diamond, RoadmapData
from cxstudio.model import Department, Dependency, Initiative, Kpi, Milestone


def read_roadmap(
    session: Session, today: dt.date, untitled: Callable[[], str] = str
) -> RoadmapData:
    """All initiatives but the dropped ones, in the user's order. `untitled` names one without a
    title."""
    departments = session.scalars(select(Department).order_by(Department.position, Department.id))
    names = {one.id: one.name for one in departments}
    made = session.scalars(select(Initiative).order_by(Initiative.position, Initiative.id))
    bars = tuple(_bar(one, names, untitled) for one in made if one.state != "dropped")
    return RoadmapData(
        bars,
        _diamonds(session, {bar.id for bar in bars}),
        _arrows(session),
        today,
        tuple(dict.fromkeys(names.values())),
    )


def _bar(one: Initiative, names: dict[int, str], untitled: Callable[[], str]) -> Bar:
    share = 1.0 if one.state == "done" else None if one.progress is None else one.progress / 100
    return Bar(
        id=one.id,
        code=one.code,
        title=one.title or untitled(),
        tier=one.tier,
        department=names.get(one.department_id or 0, ""),
        state=one.state,
        progress=None if share is None else min(max(share, 0.0), 1.0),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        effort=one.effort,
        benefit=one.benefit_score,
    )


def _diamonds(session: Session, ids: set[int]) -> tuple[Diamond, ...]:
    codes = {kpi.id: kpi.code for kpi in session.scalars(select(Kpi))}
    found = session.scalars(select(Milestone).order_by(Milestone.due_on, Milestone.id))
    return tuple(
        Diamond(
            one.id, one.name, one.due_on, one.reached_on, one.initiative_id,
            codes.get(one.checks_kpi_id or 0, ""),
        )
        for one in found
        if one.initiative_id is None or one.initiative_id in ids
    )  # fmt: skip


def _arrows(session: Session) -> tuple[Arrow, ...]:
    found = session.scalars(select(Dependency).order_by(Dependency.id))
    return tuple(Arrow(one.id, Wait(one.before_id, one.after_id, one.days)) for one in found)
