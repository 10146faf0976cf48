"""To whom and where the records of the chain belong: what they are filtered and grouped by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.drawing.trace.graph import Node, column_of
from cxstudio.model import (
    Card,
    Department,
    Evidence,
    Gap,
    GapDepartment,
    Initiative,
    Interview,
    Involvement,
    Journey,
    JourneyPersona,
    Persona,
    Stage,
    Stakeholder,
    Step,
    Wave,
)
from cxstudio.model.base import code_of
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS

Places = Mapping[End, set[str]]


def read_places(session: Session) -> Places:
    """For each record the personas, journeys and departments it belongs to, as "journey:3"."""
    places: dict[End, set[str]] = defaultdict(set)
    steps = _steps(session)
    for id, step in session.execute(select(Card.id, Card.step_id)):
        places[End("card", id)] |= steps.get(step, set())
    for gap, at, whose in session.execute(select(Gap.id, Gap.step_id, Gap.department_id)):
        places[End("gap", gap)] |= steps.get(at, set()) | _of("department", whose)
    for kind, wanted in _of_departments().items():
        for id, department in session.execute(wanted):
            places[End(kind, id)] |= _of("department", department)
    for (id,) in session.execute(select(Persona.id)):
        places[End("persona", id)] = _of("persona", id)
    return places


def read_names(session: Session) -> dict[str, str]:
    """The names of what `read_places` speaks of, by "journey:3", in the order of their kinds."""
    names = {}
    for id, number, title in session.execute(
        select(Journey.id, Journey.number, Journey.title).order_by(Journey.number)
    ):
        names[f"journey:{id}"] = f"{code_of(Journey, number)} {title}"
    for id, number, title in session.execute(
        select(Persona.id, Persona.number, Persona.name).order_by(Persona.number)
    ):
        names[f"persona:{id}"] = f"{code_of(Persona, number)} {title}"
    for id, name in session.execute(
        select(Department.id, Department.name).order_by(Department.position, Department.id)
    ):
        names[f"department:{id}"] = name
    return names


def read_groups(
    session: Session, nodes: Iterable[Node], words: Callable[[str], str]
) -> dict[End, Node]:
    """A node for each group that some of these are in: interviews, waves, kinds and journeys."""
    interviews = {row.id: row for row in session.execute(select(Interview.__table__))}
    waves = {row.id: row.name for row in session.execute(select(Wave.id, Wave.name))}
    journeys = {row.id: row for row in session.execute(select(Journey.__table__))}
    found: dict[End, Node] = {}
    for end in dict.fromkeys(node.group for node in nodes if node.group is not None):
        kind = words(WORDS["evidence_kind"].get(end.field, ""))
        if end.kind == "interview":
            row = interviews[end.id]
            code, name, icon = code_of(Interview, row.number), row.title or row.respondent, "mic"
        elif end.kind == "journey":
            row = journeys[end.id]
            code, name, icon = code_of(Journey, row.number), row.title, "map"
        elif end.kind == "wave":
            code, name, icon = kind, waves.get(end.id, ""), "message-square-text"
        else:
            code, name, icon = kind, "", "file-text"
        column = column_of("card" if end.kind == "journey" else "evidence")
        found[end] = Node(end, column, code, name, icon)
    return found


def _steps(session: Session) -> dict[int | None, set[str]]:
    personas: dict[int, set[str]] = defaultdict(set)
    for journey, persona in session.execute(
        select(JourneyPersona.journey_id, JourneyPersona.persona_id)
    ):
        personas[journey].add(f"persona:{persona}")
    found: dict[int | None, set[str]] = {}
    for step, journey in session.execute(
        select(Step.id, Stage.journey_id).join(Stage, Stage.id == Step.stage_id)
    ):
        found[step] = {f"journey:{journey}", *personas[journey]}
    return found


def _of_departments() -> dict[str, Any]:
    """Whose department each piece of evidence, gap and initiative is of, beside its main one."""
    speaker = (
        select(Evidence.id, Stakeholder.department_id)
        .join(Interview, Interview.id == Evidence.interview_id)
        .join(Stakeholder, Stakeholder.id == Interview.stakeholder_id)
    )
    own = select(Initiative.id, Initiative.department_id)
    helping = select(Involvement.initiative_id, Involvement.department_id)
    return {
        "evidence": speaker,
        "gap": select(GapDepartment.gap_id, GapDepartment.department_id),
        "initiative": own.union_all(helping),
    }


def _of(kind: str, id: int | None) -> set[str]:
    return set() if id is None else {f"{kind}:{id}"}
