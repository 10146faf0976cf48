"""To whom and where the records of the chain belong: what they are filtered and grouped by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.drawing.trace.graph import Node
from cxstudio.i18n import N_
from cxstudio.model import (
    Card,
    Department,
    Evidence,
    EvidenceTheme,
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
    Theme,
    Wave,
)
from cxstudio.model.base import code_of
from cxstudio.model.chain import Chain, End
from cxstudio.model.words import WORDS

Places = Mapping[End, set[str]]
KIND, CLUSTER = "evidence_kind", "gap_cluster"
"""Groups that are no records: evidence of one kind, gaps of one cluster."""


class StepOf(NamedTuple):
    """Where a step stands: `order` sorts steps of all journeys, `number` counts in its own."""

    journey_id: int
    journey_code: str
    number: int
    order: int


def read_steps(session: Session) -> dict[int, StepOf]:
    """Every step by its id."""
    wanted = (
        select(Step.id, Stage.journey_id, Journey.number)
        .join(Stage, Stage.id == Step.stage_id)
        .join(Journey, Journey.id == Stage.journey_id)
        .order_by(Journey.number, Stage.position, Stage.id, Step.position, Step.id)
    )
    numbers: Counter[int] = Counter()
    found = {}
    for order, (id, journey, number) in enumerate(session.execute(wanted)):
        numbers[journey] += 1
        found[id] = StepOf(journey, code_of(Journey, number), numbers[journey], order)
    return found


def read_themes(session: Session, chain: Chain) -> dict[int, int]:
    """For each insight the theme that most of the evidence directly under it speaks of."""
    themes: dict[int, list[int]] = defaultdict(list)
    for evidence, theme in session.execute(
        select(EvidenceTheme.evidence_id, EvidenceTheme.theme_id).order_by(EvidenceTheme.id)
    ):
        themes[evidence].append(theme)
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for evidence, found in themes.items():
        for end, _link in chain.supports(End("evidence", evidence)):
            if end.kind == "insight":
                counts[end.id].update(found)
    return {
        insight: min(told, key=lambda theme: (-told[theme], theme))
        for insight, told in counts.items()
    }


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
    """A node for each group that some of these are in: of evidence an interview, the comments or
    figures of a wave, or a kind; of insights a theme, of pain points a journey, of gaps a cluster,
    of initiatives the department that answers for them."""
    names = _Names(session, words)
    found: dict[End, Node] = {}
    for node in nodes:
        if node.group is not None and node.group not in found:
            code, name, icon = names.of(node.group)
            found[node.group] = Node(node.group, node.column, code, name, icon)
    return found


class _Names:
    """Code, words and icon of groups."""

    def __init__(self, session: Session, words: Callable[[str], str]) -> None:
        self._words = words
        self._interviews = {
            row.id: (code_of(Interview, row.number), row.title or row.respondent)
            for row in session.execute(select(Interview.__table__))
        }
        self._journeys = {
            row.id: (code_of(Journey, row.number), row.title)
            for row in session.execute(select(Journey.__table__))
        }
        self._named = {
            cls.__tablename__: {row.id: row.name for row in session.execute(select(cls.__table__))}
            for cls in (Wave, Theme, Department)
        }

    def of(self, end: End) -> tuple[str, str, str]:
        """The code, the words and the icon of one group."""
        if end.kind == "interview":
            return (*self._interviews.get(end.id, ("", "")), "mic")
        if end.kind == "journey":
            return (*self._journeys.get(end.id, ("", "")), "map")
        if end.kind == CLUSTER:
            return self._words(N_("Cluster")), end.field, "layers"
        kind = self._words(WORDS["evidence_kind"][end.field]) if end.field else ""
        if end.kind == KIND:
            return kind, "", "file-text"
        name = self._named[end.kind].get(end.id, "")
        icons = {"wave": "message-square-text", "theme": "tag", "department": "building-2"}
        return kind or self._words(WORDS["kind"][end.kind]), name, icons[end.kind]


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
