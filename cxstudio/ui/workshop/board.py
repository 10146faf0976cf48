"""What a roomful of people may see of a journey: no codes, no real names, nothing confidential."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.look import STICKY_OF_LANE
from cxstudio.drawing.journey.map import (
    CardData,
    CurveData,
    Id,
    LaneKind,
    MapData,
    StageData,
    StepData,
    Strength,
)
from cxstudio.drawing.journey.read import map_data
from cxstudio.drawing.tokens import Fill
from cxstudio.i18n import _, language
from cxstudio.model import Card, Evidence, Interview, Lane, Stakeholder
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.ui.workspace import Workspace

WITHOUT_CARDS = ("emotion", "visibility")
CODES = re.compile(r"\s*\[(?:[A-Z]-\d{2,}|assumption)\]")


@dataclass(frozen=True, slots=True)
class Note:
    """A card as the room sees it."""

    id: int
    text: str
    fill: Fill
    strength: Strength | None
    votes: int


@dataclass(frozen=True, slots=True)
class Row:
    """A lane that holds cards."""

    id: int
    kind: LaneKind
    name: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class Board:
    """A journey for the room; `cells` by step and lane, `withheld` the ids of what is not shown."""

    title: str
    state: str
    stages: tuple[StageData, ...]
    lanes: tuple[Row, ...]
    cells: Mapping[tuple[Id, Id], tuple[Note, ...]]
    curves: tuple[CurveData, ...]
    withheld: frozenset[int]

    @property
    def steps(self) -> tuple[StepData, ...]:
        """All steps from left to right."""
        return tuple(step for stage in self.stages for step in stage.steps)

    def cell(self, step: Id | None, lane: Id | None) -> tuple[Note, ...]:
        """The cards of a cell from top to bottom."""
        return self.cells.get((step or 0, lane or 0), ())

    def notes(self) -> list[Note]:
        """All cards of the board."""
        return [note for cell in self.cells.values() for note in cell]

    def step(self, id: Id | None) -> StepData | None:
        """The step of an id, None when it is gone."""
        return next((step for step in self.steps if step.id == id), None)

    def lane(self, id: Id | None) -> Row | None:
        """The lane of an id, None when it is gone."""
        return next((lane for lane in self.lanes if lane.id == id), None)

    def stage_of(self, step: Id | None) -> StageData | None:
        """The stage that a step belongs to."""
        of = (stage for stage in self.stages if any(s.id == step for s in stage.steps))
        return next(of, None)


def read_board(workspace: Workspace, journey_id: int) -> Board:
    """The journey as it is in the file. Raises LookupError when it is gone."""
    chain = workspace.chain
    data = map_data(
        workspace.file.session,
        journey_id,
        audience="client",
        language=language(),
        chain=chain,
        with_as_is=False,
    )
    names = _real_names(workspace)
    withheld = _withheld(workspace, journey_id)
    lanes = tuple(
        Row(int(lane.id), lane.kind, _lane_name(lane.kind, lane.name, names), _fill("", lane.kind))
        for lane in data.lanes
        if lane.kind not in WITHOUT_CARDS
    )
    return Board(
        title=public(data.title, names) or _("Untitled"),
        state=_(WORDS["journey_kind"][data.kind]),
        stages=data.stages,
        lanes=lanes,
        cells=_cells(data, lanes, withheld, _votes(workspace, journey_id), names),
        curves=data.curves,
        withheld=withheld,
    )


def public(text: str, names: Mapping[str, str]) -> str:
    """A text without marks of evidence and without the real names of people."""
    for name, shown in names.items():
        text = text.replace(name, shown)
    return CODES.sub("", text).strip()


def _lane_name(kind: str, name: str, names: Mapping[str, str]) -> str:
    return public(name, names) or _(WORDS["lane_kind"][kind])


def _fill(colour: str, kind: LaneKind) -> Fill:
    name = colour if colour in tokens.STICKIES else STICKY_OF_LANE.get(kind, "yellow")
    return tokens.sticky(name, "projector")


def _cells(
    data: MapData,
    lanes: tuple[Row, ...],
    withheld: frozenset[int],
    votes: Mapping[int, int],
    names: Mapping[str, str],
) -> dict[tuple[Id, Id], tuple[Note, ...]]:
    kinds = {lane.id: lane.kind for lane in lanes}
    cells: dict[tuple[Id, Id], list[Note]] = defaultdict(list)
    for card in data.cards:
        if card.lane_id in kinds and int(card.id) not in withheld:
            note = Note(
                int(card.id),
                public(_words(card), names),
                _fill(card.colour, kinds[int(card.lane_id)]),
                card.strength,
                votes.get(int(card.id), 0),
            )
            cells[card.step_id, card.lane_id].append(note)
    return {place: tuple(notes) for place, notes in cells.items()}


def _words(card: CardData) -> str:
    text = " ".join(card.text.split())
    if card.value and card.value not in text:
        text = f"{text} {card.value}"
    sign = {True: "✓ ", False: "▽ ", None: ""}[card.met]  # as the map paints them
    return f"{text}  {sign}{card.aim}" if card.aim else text


def _votes(workspace: Workspace, journey_id: int) -> dict[int, int]:
    query = select(Card.id, Card.votes).join(Lane).where(Lane.journey_id == journey_id)
    return {row.id: row.votes for row in workspace.file.rows(query.where(Card.votes > 0))}


def _real_names(workspace: Workspace) -> dict[str, str]:
    return {
        person.name: person.public_name
        for person in workspace.file.all(Stakeholder)
        if len(person.name) > 1 and person.name not in (person.role, person.public_name)
    }


def _withheld(workspace: Workspace, journey_id: int) -> frozenset[int]:
    """Cards marked confidential, and those whose every piece of evidence is."""
    secret = _secret_evidence(workspace)
    query = select(Card.id, Card.confidential).join(Lane).where(Lane.journey_id == journey_id)
    found = set()
    for id, confidential in workspace.file.rows(query):
        behind = workspace.chain.evidence_of(End("card", id)) if secret else []
        if confidential or (behind and secret.issuperset(behind)):
            found.add(id)
    return frozenset(found)


def _secret_evidence(workspace: Workspace) -> set[int]:
    query = select(Evidence.id).outerjoin(Interview, Interview.id == Evidence.interview_id)
    rows = workspace.file.rows(query.where(Evidence.confidential | Interview.confidential))
    return {id for (id,) in rows}
