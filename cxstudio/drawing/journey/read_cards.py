"""Reading cards, and what they point at, into what the drawing shows."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.drawing.journey.map import CardData, Id, LinkMark, Strength
from cxstudio.drawing.journey.read_measures import Measure, Measures
from cxstudio.drawing.journey.read_pictures import picture_marks
from cxstudio.model import (
    Card,
    Channel,
    Department,
    Evidence,
    Gap,
    Initiative,
    Kpi,
    Lane,
    Persona,
    Touchpoint,
    Trait,
)
from cxstudio.model.base import code_of
from cxstudio.model.chain import Chain, End

Audience = Literal["client", "internal"]
Cells = Collection[tuple[int, int]]

CLAIMING: frozenset[str] = frozenset(("thoughts", "pain_points"))
"""Lanes whose cards say something of customers, and so carry a mark even without evidence."""

Around = Sequence[tuple[End, int]]
"""What a card is linked to, on either side, each with the id of the link."""

NOBODY: frozenset[Id] = frozenset()
VOICES = frozenset(("excerpt", "comment"))


COLUMNS = (*Card.__table__.columns.keys(), "lane_kind")
CardRow: Any = namedtuple("CardRow", COLUMNS)  # type: ignore[misc]
"""The columns of a card: as they are only read here, no records are made of thousands of them."""


def read_cards(
    session: Session, lanes: Collection[Any], audience: Audience, cells: Cells | None = None
) -> list[tuple[Any, str]]:
    """The cards that the reader may see, each with the kind of its lane; those of `cells` only."""
    query = (
        select(*Card.__table__.columns, Lane.lane_kind)
        .join(Lane, Lane.id == Card.lane_id)
        .where(Card.lane_id.in_(lanes))
        .order_by(Card.position, Card.id)
    )
    if cells is not None:
        query = query.where(Card.step_id.in_({step for step, _lane in cells}))
    return [
        (row, row.lane_kind)
        for row in _rows(session, query)
        if (cells is None or (row.step_id, row.lane_id) in cells)
        and (audience == "internal" or not row.confidential)
    ]


def _rows(session: Session, query: Any) -> Iterable[Any]:
    """Rows whose columns are found by place, which is much faster than by name."""
    return map(CardRow._make, session.execute(query))


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a text with commas between them, Japanese ones too; each once."""
    if not text:
        return ()
    words = (word.strip() for word in text.replace("、", ",").replace("，", ",").split(","))
    return tuple(dict.fromkeys(word for word in words if word))


@dataclass(frozen=True)
class _Meeting:
    """What a card shows of its touchpoint."""

    name: str = ""
    icon: str = ""
    code: str = ""
    department: int | None = None


NO_MEETING = _Meeting()


class Known:
    """What cards point at, read once for the whole map."""

    def __init__(self, session: Session, chain: Chain, language: str) -> None:
        self.session, self.chain = session, chain
        self.evidence = {
            id: (code_of(Evidence, number), kind, sentiment)
            for id, number, kind, sentiment in session.execute(
                select(Evidence.id, Evidence.number, Evidence.evidence_kind, Evidence.sentiment)
            )
        }
        self.codes = {
            cls.__tablename__: {
                id: code_of(cls, number)
                for id, number in session.execute(select(cls.id, cls.number))
            }
            for cls in (Gap, Initiative, Kpi)
        }
        self.touchpoints = _meetings(session)
        self.measures = Measures(session, language)
        self.departments = {
            name.casefold(): id
            for id, name in session.execute(select(Department.id, Department.name))
        }
        self.of_persona = _evidence_of_personas(session, chain)

    def cards(self, pairs: Sequence[tuple[Any, str]]) -> tuple[CardData, ...]:
        """Cards with the kind of their lane, as they are drawn."""
        shown = {card.attachment_id for card, _kind in pairs if card.attachment_id}
        pictures = picture_marks(self.session, shown)
        return tuple(
            self._card(card, kind, pictures.get(card.attachment_id or 0)) for card, kind in pairs
        )

    def _card(self, card: Any, lane: str, picture: Any) -> CardData:
        met = self.touchpoints.get(card.touchpoint_id, NO_MEETING)
        carried = self.measures.of(card, lane)
        # A figure that somebody wrote stands for itself.
        measure = carried if carried and not card.value else Measure("", card.value)
        counted = bool(measure.value) and measure.counted
        end = End("card", card.id)
        around = [*self.chain.supports(end), *self.chain.rests_on(end)]
        evidence = self.chain.evidence_of(end) if around else []
        return CardData(
            id=card.id,
            step_id=card.step_id,
            lane_id=card.lane_id,
            text=card.text or met.name or (carried.name if carried else ""),
            colour=card.colour,
            icon=card.icon or met.icon,
            strength=self._strength(end, lane, card) if evidence else _assumed(lane, card),
            quote=lane == "thoughts",
            marks=tuple(self._marks(around, met.code, card.kpi_id, evidence))
            if around or met.code or card.kpi_id
            else (),
            votes=card.votes,
            value=measure.value,
            aim=measure.aim,
            met=measure.met,
            basis=measure.basis,
            missing=lane == "measures" and not counted,
            picture=picture,
            confidential=card.confidential,
            tags=tags_of(card.tags),
            personas=self._personas(around, evidence) if around else NOBODY,
            departments=self._departments(card, lane, met),
            as_is=card.as_is_id,
        )

    def _strength(self, end: End, lane: str, card: Any) -> Strength | None:
        strength: Strength = self.chain.strength(end)
        return strength if strength != "none" else _assumed(lane, card)

    def _marks(
        self, around: Around, touchpoint: str, kpi: int | None, evidence: Iterable[int]
    ) -> Iterable[LinkMark]:
        kinds: tuple[Literal["gap", "initiative"], ...] = ("gap", "initiative")
        for kind in kinds:
            ids = dict.fromkeys(other.id for other, _ in around if other.kind == kind)
            yield from (LinkMark(kind, self.codes[kind][id]) for id in ids)
        if touchpoint:
            yield LinkMark("touchpoint", touchpoint)
        if kpi in self.codes["kpi"]:
            yield LinkMark("kpi", self.codes["kpi"][kpi])
        found = (self.evidence[id][0] for id in evidence if id in self.evidence)
        yield from (LinkMark("evidence", code) for code in sorted(found))

    def _personas(self, around: Around, evidence: Sequence[int]) -> frozenset[Id]:
        """Those the card is linked to, and those whose own evidence it rests on."""
        linked = {other.id for other, _ in around if other.kind == "persona"}
        shared = {id for id, theirs in self.of_persona.items() if not theirs.isdisjoint(evidence)}
        return frozenset(linked | shared)

    def _departments(self, card: Any, lane: str, met: _Meeting) -> frozenset[Id]:
        if lane != "departments" and met.department is None:
            return NOBODY
        named = self.departments.get(card.text.strip().casefold())
        own = (named if lane == "departments" else None, met.department)
        return frozenset(id for id in own if id is not None)

    def voices(self, ends: Iterable[End]) -> int:
        """How many excerpts and comments stand behind these claims."""
        ids = {id for end in ends for id in self.chain.evidence_of(end)}
        return sum(self.evidence[id][1] in VOICES for id in ids if id in self.evidence)


def _assumed(lane: str, card: Any) -> Strength | None:
    """The mark of a card without evidence: none where it claims nothing, nor does a picture."""
    claims = lane in CLAIMING and (card.text or card.attachment_id is None)
    return "none" if claims else None


def _meetings(session: Session) -> dict[int, _Meeting]:
    columns = (
        Touchpoint.id,
        Touchpoint.name,
        Touchpoint.icon,
        Touchpoint.number,
        Touchpoint.department_id,
        Channel.icon,
    )
    query = select(*columns).outerjoin(Channel, Channel.id == Touchpoint.channel_id)
    return {
        id: _Meeting(name, own or icon or "", code_of(Touchpoint, number), department)
        for id, name, own, number, department, icon in session.execute(query)
    }


def _evidence_of_personas(session: Session, chain: Chain) -> dict[int, frozenset[int]]:
    """By persona: the evidence that the persona and its traits rest on."""
    found: dict[int, set[int]] = defaultdict(set)
    for id in session.scalars(select(Persona.id)):
        found[id].update(chain.evidence_of(End("persona", id)))
    for id, persona in session.execute(select(Trait.id, Trait.persona_id)):
        found[persona].update(chain.evidence_of(End("trait", id)))
    return {id: frozenset(theirs) for id, theirs in found.items()}
