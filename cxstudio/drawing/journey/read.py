"""Reading a journey of the engagement into what the drawing shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.drawing.charts.scale import number
from cxstudio.drawing.journey.map import (
    CardData,
    CurveData,
    Kind,
    LaneData,
    LaneKind,
    LinkMark,
    MapData,
    StageData,
    StepData,
    Strength,
)
from cxstudio.model import (
    Card,
    Channel,
    Emotion,
    Evidence,
    Gap,
    Initiative,
    Journey,
    JourneyPersona,
    Kpi,
    Lane,
    Persona,
    Reading,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.model.base import code_of
from cxstudio.model.chain import Chain, End

Audience = Literal["client", "internal"]

CLAIMING: frozenset[str] = frozenset(("thoughts", "pain_points"))
"""Lanes whose cards say something of customers, and so carry a mark even without evidence."""

VOICES = frozenset(("excerpt", "comment"))


def map_data(
    session: Session,
    journey_id: int,
    *,
    audience: Audience = "internal",
    language: str = "en",
    chain: Chain | None = None,
    hidden_lanes: bool = False,
    with_as_is: bool = True,
) -> MapData:
    """The map of a journey as it is in the file.

    A client does not see confidential cards. `language` writes the figures of KPIs; `chain`
    saves reading the links again. A to-be carries the as-is curves behind its own, unless
    `with_as_is` is off; the steps are matched by place where both maps have as many, else by
    name. Raises LookupError when the journey is gone.
    """
    journey = session.get(Journey, journey_id)
    if journey is None:
        raise LookupError(f"there is no journey {journey_id}")
    known = _Known(session, chain or Chain(session), language)
    stages = _stages(session, journey_id)
    steps = [step for stage in stages for step in stage.steps]
    lanes = _lanes(session, journey_id, hidden_lanes)
    cards = _cards(session, {lane.id for lane in lanes}, audience)
    return MapData(
        code=journey.code,
        title=journey.title,
        kind=cast(Kind, journey.journey_kind),
        stages=stages,
        lanes=lanes,
        cards=tuple(known.card(card, lane) for card, lane in cards),
        curves=_curves(session, journey, steps, known, with_as_is),
        moments=frozenset(_moments(session, journey_id)),
    )


# ── The parts ─────────────────────────────────────────────────────────────────────────────


def _stages(session: Session, journey_id: int) -> tuple[StageData, ...]:
    steps = defaultdict(list)
    of_journey = select(Step).join(Stage).where(Stage.journey_id == journey_id)
    for step in session.scalars(of_journey.order_by(Step.position, Step.id)):
        steps[step.stage_id].append(step)
    count = 0
    stages = []
    for stage in session.scalars(_ordered(Stage, journey_id)):
        numbered = []
        for step in steps[stage.id]:
            count += 1
            numbered.append(StepData(step.id, step.name, count))
        stages.append(StageData(stage.id, stage.name, tuple(numbered)))
    return tuple(stages)


def _lanes(session: Session, journey_id: int, hidden: bool) -> tuple[LaneData, ...]:
    return tuple(
        LaneData(
            lane.id,
            cast(LaneKind, lane.lane_kind),
            lane.name,
            None if lane.height is None else float(lane.height),
            lane.collapsed,
        )
        for lane in session.scalars(_ordered(Lane, journey_id))
        if hidden or not lane.hidden
    )


def _ordered(cls: Any, journey_id: int) -> Any:
    return select(cls).where(cls.journey_id == journey_id).order_by(cls.position, cls.id)


def _cards(session: Session, lanes: set[Any], audience: Audience) -> list[tuple[Card, str]]:
    """The cards that the reader may see, each with the kind of its lane."""
    query = (
        select(Card, Lane.lane_kind)
        .join(Lane, Lane.id == Card.lane_id)
        .where(Card.lane_id.in_(lanes))
        .order_by(Card.position, Card.id)
    )
    found = [(card, kind) for card, kind in session.execute(query)]
    return [pair for pair in found if audience == "internal" or not pair[0].confidential]


def _moments(session: Session, journey_id: int) -> Iterable[int]:
    query = select(Step.id).join(Stage).where(Stage.journey_id == journey_id)
    return session.scalars(query.where(Step.moment_of_truth))


# ── Cards ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Measure:
    name: str
    value: str


class _Known:
    """What cards point at, read once for the whole map."""

    def __init__(self, session: Session, chain: Chain, language: str) -> None:
        self.chain = chain
        self.evidence = {
            id: (code_of(Evidence, number), kind)
            for id, number, kind in session.execute(
                select(Evidence.id, Evidence.number, Evidence.evidence_kind)
            )
        }
        self.codes = {
            cls.__tablename__: {
                id: code_of(cls, number)
                for id, number in session.execute(select(cls.id, cls.number))
            }
            for cls in (Gap, Initiative)
        }
        self.touchpoints = {
            id: (name, own or icon or "", code_of(Touchpoint, number))
            for id, name, own, number, icon in session.execute(
                select(
                    Touchpoint.id, Touchpoint.name, Touchpoint.icon, Touchpoint.number, Channel.icon
                ).outerjoin(Channel, Channel.id == Touchpoint.channel_id)
            )
        }
        self.measures = _measures(session, language)

    def card(self, card: Card, lane: str) -> CardData:
        """The card as it is drawn."""
        name, icon, code = self.touchpoints.get(card.touchpoint_id or 0, ("", "", ""))
        measure = self.measures.get(card.kpi_id or 0)
        value = card.value or (measure.value if measure else "")
        counted = bool(measure.value) if measure else bool(value)
        end = End("card", card.id)
        evidence = self.chain.evidence_of(end) if self.chain.rests_on(end) else []
        return CardData(
            id=card.id,
            step_id=card.step_id,
            lane_id=card.lane_id,
            text=card.text or name or (measure.name if measure else ""),
            colour=card.colour,
            icon=card.icon or icon,
            strength=self._strength(end, lane) if evidence else _assumed(lane),
            quote=lane == "thoughts",
            marks=tuple(self._marks(end, code, evidence)),
            value=value,
            missing=lane == "measures" and not counted,
            confidential=card.confidential,
        )

    def _strength(self, end: End, lane: str) -> Strength | None:
        strength: Strength = self.chain.strength(end)
        return strength if strength != "none" else _assumed(lane)

    def _marks(self, end: End, touchpoint: str, evidence: Iterable[int]) -> Iterable[LinkMark]:
        around = [*self.chain.supports(end), *self.chain.rests_on(end)]
        kinds: tuple[Literal["gap", "initiative"], ...] = ("gap", "initiative")
        for kind in kinds:
            ids = dict.fromkeys(other.id for other, _ in around if other.kind == kind)
            yield from (LinkMark(kind, self.codes[kind][id]) for id in ids)
        if touchpoint:
            yield LinkMark("touchpoint", touchpoint)
        found = (self.evidence[id][0] for id in evidence if id in self.evidence)
        yield from (LinkMark("evidence", code) for code in sorted(found))

    def voices(self, ends: Iterable[End]) -> int:
        """How many excerpts and comments stand behind these claims."""
        ids = {id for end in ends for id in self.chain.evidence_of(end)}
        return sum(self.evidence[id][1] in VOICES for id in ids if id in self.evidence)


def _assumed(lane: str) -> Strength | None:
    """The mark of a card without evidence: none where it claims nothing."""
    return "none" if lane in CLAIMING else None


def _measures(session: Session, language: str) -> dict[int, _Measure]:
    """Each KPI with its newest reading, written out; without readings the value is empty."""
    newest = {
        reading.kpi_id: reading.value
        for reading in session.execute(
            select(Reading.kpi_id, Reading.value).order_by(Reading.read_on, Reading.id)
        )
    }
    return {
        id: _Measure(name, number(newest[id], unit, language) if id in newest else "")
        for id, name, unit in session.execute(select(Kpi.id, Kpi.name, Kpi.unit))
    }


# ── Curves ────────────────────────────────────────────────────────────────────────────────


def _curves(
    session: Session, journey: Journey, steps: Sequence[StepData], known: _Known, with_as_is: bool
) -> tuple[CurveData, ...]:
    """The journey's own curves, and behind a to-be those of its as-is."""
    own = _of_journey(session, journey, {step.id: step.id for step in steps}, known)
    as_is = session.get(Journey, journey.as_is_id) if with_as_is and journey.as_is_id else None
    if as_is is None:
        return own
    before = [step for stage in _stages(session, as_is.id) for step in stage.steps]
    return (*own, *_of_journey(session, as_is, _matched(before, steps), known, True))


def _matched(before: Sequence[StepData], now: Sequence[StepData]) -> dict[Any, Any]:
    """The as-is steps with the to-be step that each of them has become."""
    if len(before) == len(now):
        return {old.id: new.id for old, new in zip(before, now, strict=True)}
    names = {step.name: step.id for step in now}
    return {step.id: names[step.name] for step in before if step.name in names}


def _of_journey(
    session: Session,
    journey: Journey,
    place: Mapping[Any, Any],
    known: _Known,
    dotted: bool = False,
) -> tuple[CurveData, ...]:
    """The curves of a journey, at the steps that `place` names for its own."""
    # What people will feel on a to-be rests on nothing that its cards rest on.
    ends = _ends(session, place) if journey.journey_kind == "as_is" else {}
    values: dict[int, dict[Any, float]] = defaultdict(dict)
    counts: dict[int, dict[Any, int]] = defaultdict(dict)
    for emotion in session.scalars(select(Emotion).where(Emotion.step_id.in_(place))):
        own = End("emotion", emotion.id)
        behind = [own] if known.chain.rests_on(own) else ends.get(emotion.step_id, ())
        values[emotion.persona_id][place[emotion.step_id]] = emotion.value
        if count := known.voices(behind):
            counts[emotion.persona_id][place[emotion.step_id]] = count
    personas = (
        select(Persona)
        .join(JourneyPersona, JourneyPersona.persona_id == Persona.id)
        .where(JourneyPersona.journey_id == journey.id)
        .order_by(JourneyPersona.position, JourneyPersona.id)
    )
    return tuple(
        CurveData(
            persona_id=persona.id,
            code=persona.code,
            name=persona.name,
            index=index,
            values=dict(values[persona.id]),
            counts=dict(counts[persona.id]),
            dotted=dotted,
        )
        for index, persona in enumerate(session.scalars(personas))
    )


def _ends(session: Session, steps: Iterable[Any]) -> dict[int, list[End]]:
    """The cards of each step, which stand behind its emotion where nothing else is named."""
    found: dict[int, list[End]] = defaultdict(list)
    for id, step in session.execute(select(Card.id, Card.step_id).where(Card.step_id.in_(steps))):
        found[step].append(End("card", id))
    return found
