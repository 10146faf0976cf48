"""Reading the chain of an engagement into the graph. Rows are read, not mapped instances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cxstudio.analysis.loose_ends import Fault, loose_ends
from cxstudio.drawing.trace import belonging
from cxstudio.drawing.trace.backing import Backing
from cxstudio.drawing.trace.graph import COLUMNS, Graph, Node, column_of
from cxstudio.i18n import N_, catalogue
from cxstudio.model import (
    Card,
    Effect,
    Evidence,
    Gap,
    Initiative,
    Insight,
    Kpi,
    Lane,
    Persona,
    ReportSection,
    Slider,
    Touchpoint,
    Trait,
    WorksheetAnswer,
)
from cxstudio.model.base import Coded, code_of
from cxstudio.model.chain import CLAIMS, Chain, End, Strength
from cxstudio.model.claims import bare_paragraphs
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.model.words import QUESTIONS

Words = Callable[[str], str]
ICONS = {
    "evidence": "quote",
    "insight": "lightbulb",
    "card": "sticky-note",
    "pain_points": "frown",
    "gap": "triangle-alert",
    "initiative": "target",
    "kpi": "chart-line",
    "report_section": "file-text",
    "persona": "user",
    "touchpoint": "waypoints",
    "worksheet_answer": "circle-help",
    "excerpt": "mic",
    "comment": "message-square",
    "figure": "chart-column",
    "document": "file-text",
    "observation": "eye",
}


def read_graph(
    session: Session,
    chain: Chain,
    language: str = "en",
    *,
    titles: Mapping[str, str] | None = None,
    beside: bool = False,
) -> Graph:
    """The graph of all records of the chain; links to what is gone are left out.

    `titles` are those of the report's sections, in English, by key. `beside` adds personas,
    touchpoints and strategy questions, as far as they are linked.
    """
    return _Reader(session, chain, language, titles or {}).graph(beside)


class _Reader:
    def __init__(
        self, session: Session, chain: Chain, language: str, titles: Mapping[str, str]
    ) -> None:
        self._session, self._chain, self._titles = session, chain, titles
        self._words: Words = catalogue(language).gettext
        self._kpis = _effects(session)
        self._places = belonging.read_places(session)
        self._backing = Backing(chain)
        self._themes = belonging.read_themes(session, chain)

    def graph(self, beside: bool) -> Graph:
        nodes = [*self._evidence(), *self._insights(), *self._cards()]
        whose = self._fields()
        if beside:
            nodes += self._beside(whose)
        nodes += [*self._gaps(), *self._initiatives(), *self._kpi_nodes(), *self._sections()]
        nodes.sort(key=lambda node: node.column)
        at = {node.end: place for place, node in enumerate(nodes)}
        groups = belonging.read_groups(self._session, nodes, self._words)
        return Graph(tuple(nodes), tuple(self._links(nodes, at, whose)), groups)

    def _links(
        self, nodes: list[Node], at: dict[End, int], whose: dict[End, End]
    ) -> Iterator[tuple[int, int]]:
        found: dict[tuple[int, int], None] = {}
        ends = {**{node.end: node.end for node in nodes}, **whose}
        for end, owner in ends.items():
            source = at.get(owner)
            for other, _link in self._chain.supports(end):
                target = at.get(whose.get(other.record, other.record))
                if source is not None and target is not None and source != target:
                    found[self._directed(nodes, source, target)] = None
        for initiative, kpis in self._kpis.items():
            for kpi in kpis:
                pair = at.get(End("initiative", initiative)), at.get(End("kpi", kpi))
                if pair[0] is not None and pair[1] is not None:
                    found[pair[0], pair[1]] = None
        yield from found

    @staticmethod
    def _directed(nodes: list[Node], one: int, other: int) -> tuple[int, int]:
        return (one, other) if nodes[one].column <= nodes[other].column else (other, one)

    # -- the records -------------------------------------------------------------------

    def _node(self, end: End, code: str, words: str, icon: str = "", **more: Any) -> Node:
        strength = self._backing.strength(end) if end.kind in CLAIMS else None
        return Node(
            end=end,
            column=column_of(end.kind),
            code=code,
            words=" ".join(words.split()) or self._words(N_("Untitled")),
            icon=icon or ICONS[end.kind],
            strength=strength,
            places=frozenset(self._places.get(end, ())),
            **more,
        )

    def _faults(self, end: End, needs: bool = True) -> tuple[Fault, ...]:
        onward = {other.kind for other, _link in self._chain.supports(end)}
        behind = {other.kind for other, _link in self._chain.rests_on(end)}
        if end.kind == "initiative" and self._kpis.get(end.id):
            onward.add("kpi")
        if end.kind == "kpi" and any(end.id in kpis for kpis in self._kpis.values()):
            behind.add("initiative")
        strength: Strength = self._backing.strength(end) if end.kind in CLAIMS else "strong"
        return loose_ends(end.kind, behind, onward, strength) if needs else ()

    def _evidence(self) -> Iterator[Node]:
        table = Evidence.__table__
        for row in self._rows(select(table).order_by(table.c.number)):
            said = row.evidence_kind in ("excerpt", "comment") and row.text
            words = self._words(N_("“{words}”")).format(words=row.text) if said else row.text
            end, code = End("evidence", row.id), code_of(Evidence, row.number)
            yield self._node(
                end,
                code,
                words or row.source,
                ICONS.get(row.evidence_kind, "quote"),
                faults=self._faults(end, needs=not self._chain.used(row.id)),
                group=_group_of(row),
                confidential=row.confidential,
            )

    def _insights(self) -> Iterator[Node]:
        for row in self._rows(_coded(Insight, Insight.statement)):
            end, code = End("insight", row.id), code_of(Insight, row.number)
            theme = self._themes.get(row.id)
            yield self._node(
                end,
                code,
                row.statement,
                faults=self._faults(end),
                group=None if theme is None else End("theme", theme),
            )

    def _cards(self) -> Iterator[Node]:
        """Pain points, and other cards from which the chain goes on."""
        wanted = (
            select(Card.id, Card.text, Card.confidential, Card.step_id, Lane.lane_kind)
            .join(Lane, Lane.id == Card.lane_id)
            .order_by(Card.position, Card.id)
        )
        steps = belonging.read_steps(self._session)
        rows = [row for row in self._rows(wanted) if row.step_id in steps]
        for row in sorted(rows, key=lambda row: steps[row.step_id].order):
            end, step = End("card", row.id), steps[row.step_id]
            pain = row.lane_kind == "pain_points"
            if not pain and not self._leads(end):
                continue
            at = self._words(N_("{code}, step {number}"))
            yield self._node(
                end,
                at.format(code=step.journey_code, number=step.number),
                row.text,
                ICONS["pain_points" if pain else "card"],
                faults=self._faults(end) if pain else (),
                group=End("journey", step.journey_id),
                confidential=row.confidential,
            )

    def _leads(self, end: End) -> bool:
        return any(other.kind in COLUMNS for other, _link in self._chain.supports(end))

    def _gaps(self) -> Iterator[Node]:
        for row in self._rows(_coded(Gap, Gap.title, Gap.state, Gap.cluster)):
            end, code = End("gap", row.id), code_of(Gap, row.number)
            faults = self._faults(end, row.state not in SET_ASIDE)
            group = End(belonging.CLUSTER, 0, row.cluster) if row.cluster else None
            yield self._node(end, code, row.title, faults=faults, group=group)

    def _initiatives(self) -> Iterator[Node]:
        columns = (Initiative.title, Initiative.state, Initiative.department_id)
        for row in self._rows(_coded(Initiative, *columns)):
            end, code = End("initiative", row.id), code_of(Initiative, row.number)
            faults = self._faults(end, row.state not in SET_ASIDE)
            group = End("department", row.department_id) if row.department_id else None
            yield self._node(end, code, row.title, faults=faults, group=group)

    def _kpi_nodes(self) -> Iterator[Node]:
        for row in self._rows(_coded(Kpi, Kpi.name)):
            end = End("kpi", row.id)
            yield self._node(end, code_of(Kpi, row.number), row.name, faults=self._faults(end))

    def _sections(self) -> Iterator[Node]:
        table = ReportSection.__table__
        bare = {claim.id for claim in bare_paragraphs(self._session)}
        wanted = select(table).where(table.c.included).order_by(table.c.position, table.c.id)
        for number, row in enumerate(self._rows(wanted), 1):
            title = self._words(self._titles.get(row.key, row.key))
            faults: tuple[Fault, ...] = ("without_evidence",) if row.id in bare else ()
            end = End("report_section", row.id)
            yield self._node(end, f"{number} {title}", row.message or title, faults=faults)

    # -- what stands beside ------------------------------------------------------------

    def _fields(self) -> dict[End, End]:
        """The fields of personas, with the persona that each is a field of."""
        found = {}
        for cls in (Trait, Slider):
            for id, persona in self._rows(select(cls.id, cls.persona_id)):
                found[End(cls.__tablename__, id)] = End("persona", persona)
        return found

    def _beside(self, whose: dict[End, End]) -> Iterator[Node]:
        linked = {owner for field, owner in whose.items() if self._chain.rests_on(field)}
        for row in self._rows(_coded(Persona, Persona.name)):
            end = End("persona", row.id)
            if end in linked or self._linked(end):
                yield self._node(end, code_of(Persona, row.number), row.name)
        for row in self._rows(_coded(Touchpoint, Touchpoint.name)):
            end = End("touchpoint", row.id)
            if self._linked(end):
                yield self._node(end, code_of(Touchpoint, row.number), row.name)
        wanted = select(WorksheetAnswer.id, WorksheetAnswer.question).order_by(WorksheetAnswer.id)
        for id, question in self._rows(wanted):
            end = End("worksheet_answer", id)
            if self._linked(end):
                asked = self._words(QUESTIONS.get(question, question))
                yield self._node(end, self._words(N_("Strategy question")), asked)

    def _linked(self, end: End) -> bool:
        return bool(self._chain.rests_on(end) or self._chain.supports(end))

    def _rows(self, wanted: Any) -> Iterator[Any]:
        yield from self._session.execute(wanted)


def _coded(cls: type[Coded], *columns: Any) -> Select[Any]:
    id: Any = cls.id  # type: ignore[attr-defined]
    return select(id, cls.number, *columns).order_by(cls.number)


def _group_of(row: Any) -> End:
    """Whose word a piece of evidence is: of an interview, a wave's comments or figures, a kind."""
    if row.interview_id is not None:
        return End("interview", row.interview_id)
    if row.wave_id is not None:
        return End("wave", row.wave_id, row.evidence_kind)
    return End(belonging.KIND, 0, row.evidence_kind)


def _effects(session: Session) -> dict[int, set[int]]:
    """The KPIs that each initiative is expected to move, of the business case."""
    found: dict[int, set[int]] = defaultdict(set)
    for initiative, kpi in session.execute(select(Effect.initiative_id, Effect.kpi_id)):
        found[initiative].add(kpi)
    return found
