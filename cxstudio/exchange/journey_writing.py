"""Writing a journey that was read: as a new map, or back into the map it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Protocol, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cxstudio.exchange.journey_content import (
    CardDetails,
    CurveContent,
    JourneyContent,
    KpiContent,
    key_of,
)
from cxstudio.exchange.journey_links import values_of, write_details
from cxstudio.exchange.journey_matching import Pairing, curve_like, pair, same_feeling
from cxstudio.exchange.journey_table import plain
from cxstudio.model import (
    Card,
    Emotion,
    Journey,
    JourneyPersona,
    Kpi,
    Lane,
    Persona,
    Record,
    Stage,
    Step,
)
from cxstudio.model.base import Ordered

R = TypeVar("R", bound=Record)


class Destination(Protocol):
    """What is needed of an open change."""

    session: Session

    def add(self, record: R) -> R: ...
    def get(self, cls: type[R], id: int) -> R: ...
    def delete(self, record: Record) -> None: ...
    def flush(self) -> None: ...


# ── A new map ─────────────────────────────────────────────────────────────────────────────


def add_journey(change: Destination, content: JourneyContent) -> int:
    """Write a journey as a new map with its personas and KPIs, and give its id.

    A persona is the one of the same code or name; one that is not known yet is made.
    """
    journey = change.add(
        Journey(
            title=content.title,
            description=content.description,
            position=_count(change, Journey),
        )
    )
    steps: list[int] = []
    for at, stage in enumerate(content.stages):
        made = change.add(Stage(journey_id=journey.id, name=stage.name, position=at))
        for place, step in enumerate(stage.steps):
            record = change.add(Step(stage_id=made.id, name=step.name, position=place))
            steps.append(record.id)
    lanes = [
        change.add(Lane(journey_id=journey.id, lane_kind=x.kind, name=x.name, position=at)).id
        for at, x in enumerate(content.lanes)
    ]
    count: Counter[tuple[int, int]] = Counter()
    for card in content.cards:
        cell = (card.step, card.lane)
        change.add(
            Card(
                step_id=steps[card.step],
                lane_id=lanes[card.lane],
                text=card.text,
                value=card.value,
                position=count[cell],
                **values_of(card.details),
            )
        )
        count[cell] += 1
    for curve in content.curves:
        _add_curve(change, journey.id, curve, dict(enumerate(steps)), content.title)
    for kpi in content.kpis:
        _add_kpi(change, kpi)
    change.flush()
    return journey.id


def _add_curve(
    change: Destination, journey: int, curve: CurveContent, steps: Mapping[int, int], title: str
) -> None:
    persona = _persona(change, curve, title)
    there = select(JourneyPersona).where(
        JourneyPersona.journey_id == journey, JourneyPersona.persona_id == persona
    )
    if change.session.scalars(there).first() is None:
        count = select(func.count()).where(JourneyPersona.journey_id == journey)
        change.add(
            JourneyPersona(
                journey_id=journey,
                persona_id=persona,
                position=change.session.scalar(count) or 0,
            )
        )
    for place, value in curve.values.items():
        change.add(Emotion(step_id=steps[place], persona_id=persona, value=value))


def _persona(change: Destination, curve: CurveContent, title: str) -> int:
    """The persona that a curve names; without a name the one who matters most."""
    personas = list(change.session.scalars(select(Persona).order_by(Persona.position, Persona.id)))
    for persona in personas:
        if curve.code and persona.code == curve.code:
            return persona.id
    for persona in personas:
        if curve.name and key_of(persona.name) == key_of(curve.name):
            return persona.id
    if not curve.code and not curve.name and personas:
        return next((persona for persona in personas if persona.primary), personas[0]).id
    name = curve.name or curve.code or title
    made = change.add(Persona(name=name, summary=curve.summary, position=len(personas)))
    return made.id


def _add_kpi(change: Destination, kpi: KpiContent) -> None:
    """A measure, unless there is one of that name."""
    names = {key_of(name) for name in change.session.scalars(select(Kpi.name))}
    if kpi.name and key_of(kpi.name) not in names:
        change.add(
            Kpi(
                name=kpi.name,
                description=kpi.description,
                unit=kpi.unit,
                target=kpi.target,
                position=len(names),
            )
        )


def _count(change: Destination, cls: type[Record]) -> int:
    return change.session.scalar(select(func.count()).select_from(cls)) or 0


# ── Back into a map ───────────────────────────────────────────────────────────────────────


def read_back(
    change: Destination, journey_id: int, shown: JourneyContent, read: JourneyContent
) -> None:
    """Make the map `shown` say what the table `read` says.

    Cards that are the same keep their links, colours and votes; so do those whose text was edited.
    Lanes that were not shown are not touched, nor are personas that the table leaves out.
    """
    _Rewriting(change, journey_id, shown, read, pair(shown, read)).write()


class _Rewriting:
    """One table going back into its map."""

    def __init__(
        self,
        change: Destination,
        journey_id: int,
        shown: JourneyContent,
        read: JourneyContent,
        paired: Pairing,
    ) -> None:
        self.change, self.journey_id = change, journey_id
        self.shown, self.read, self.paired = shown, read, paired
        self.steps: list[int] = []
        self.lanes: list[int] = []

    def write(self) -> None:
        """All of it: the frame first, so that cards find their cells."""
        stages = self._write_stages()
        self._write_steps(stages)
        self._write_lanes()
        self._write_cards()
        self._write_curves()
        self._remove(stages)
        self.change.flush()

    def _write_stages(self) -> list[int]:
        ids = []
        for at, stage in enumerate(self.read.stages):
            place = self.paired.stages[at]
            own = None if place is None else self.shown.stages[place].id
            record = (
                self.change.add(Stage(journey_id=self.journey_id, name=stage.name))
                if own is None
                else self.change.get(Stage, own)
            )
            _name(record, stage.name)
            _put(record, at)
            ids.append(record.id)
        return ids

    def _write_steps(self, stages: list[int]) -> None:
        for stage, id in zip(self.read.stages, stages, strict=True):
            for at, step in enumerate(stage.steps):
                place = self.paired.steps[len(self.steps)]
                own = None if place is None else self.shown.steps[place].id
                record = (
                    self.change.add(Step(stage_id=id, name=step.name))
                    if own is None
                    else self.change.get(Step, own)
                )
                _name(record, step.name)
                if record.stage_id != id:
                    record.stage_id = id
                _put(record, at)
                self.steps.append(record.id)

    def _write_lanes(self) -> None:
        for at, lane in enumerate(self.read.lanes):
            place = self.paired.lanes[at]
            own = None if place is None else self.shown.lanes[place].id
            record = (
                self.change.add(
                    Lane(journey_id=self.journey_id, lane_kind=lane.kind, name=lane.name)
                )
                if own is None
                else self.change.get(Lane, own)
            )
            _name(record, lane.name)
            if record.lane_kind != lane.kind:
                record.lane_kind = lane.kind
            self.lanes.append(record.id)
        self._arrange_lanes()

    def _arrange_lanes(self) -> None:
        """In the order of the table; lanes that were not shown stay after the one before them."""
        query = select(Lane).where(Lane.journey_id == self.journey_id)
        lanes = list(self.change.session.scalars(query.order_by(Lane.position, Lane.id)))
        seen = {lane.id for lane in self.shown.lanes} | set(self.lanes)
        order, before = list(self.lanes), 0
        for lane in lanes:
            if lane.id in self.lanes:
                before = order.index(lane.id) + 1
            elif lane.id not in seen:
                order.insert(before, lane.id)
                before += 1
        for position, id in enumerate(order):
            _put(self.change.get(Lane, id), position)

    def _write_cards(self) -> None:
        count: Counter[tuple[int, int]] = Counter()
        for card, at in zip(self.read.cards, self.paired.cards, strict=True):
            like = None if at is None else self.shown.cards[at]
            step, lane = self.steps[card.step], self.lanes[card.lane]
            position = count[step, lane]
            count[step, lane] += 1
            if like is None or like.id is None:
                made = Card(step_id=step, lane_id=lane, text=card.text, value=card.value)
                made.position = position
                self.change.add(made)
                write_details(self.change, made, CardDetails(), card.details)
                continue
            record = self.change.get(Card, like.id)
            if plain(like.text) != plain(card.text):
                record.text = card.text
            if like.value.strip() != card.value.strip():
                record.value = card.value
            if (record.step_id, record.lane_id) != (step, lane):
                record.step_id, record.lane_id = step, lane
            _put(record, position)
            write_details(self.change, record, like.details, card.details)
        self.change.flush()
        for at in self.paired.gone:
            id = self.shown.cards[at].id
            if id is not None:
                self.change.delete(self.change.get(Card, id))

    def _write_curves(self) -> None:
        for curve in self.read.curves:
            place = curve_like(self.shown, curve.code, curve.name)
            if place is None:
                steps = dict(enumerate(self.steps))
                _add_curve(self.change, self.journey_id, curve, steps, self.read.title)
                continue
            own = self.shown.curves[place]
            for at, step in enumerate(self.steps):
                before = self.paired.steps[at]
                old = None if before is None else own.values.get(before)
                new = curve.values.get(at)
                if own.id is not None and not same_feeling(old, new):
                    self._feel(step, own.id, new)

    def _feel(self, step: int, persona: int, value: float | None) -> None:
        query = select(Emotion).where(Emotion.step_id == step, Emotion.persona_id == persona)
        found = self.change.session.scalars(query).first()
        if found is None and value is not None:
            self.change.add(Emotion(step_id=step, persona_id=persona, value=value))
        elif found is not None and value is None:
            self.change.delete(found)
        elif found is not None and value is not None:
            found.value = value

    def _remove(self, stages: list[int]) -> None:
        """What the table has no more, with what is on it."""
        self.change.flush()
        for lane in self.shown.lanes:
            if lane.id is not None and lane.id not in self.lanes:
                self.change.delete(self.change.get(Lane, lane.id))
        for step in self.shown.steps:
            if step.id is not None and step.id not in self.steps:
                self.change.delete(self.change.get(Step, step.id))
        for stage in self.shown.stages:
            if stage.id is not None and stage.id not in stages:
                self.change.delete(self.change.get(Stage, stage.id))


def _name(record: Stage | Step | Lane, name: str) -> None:
    if record.name != name and plain(record.name) != name:
        record.name = name


def _put(record: Ordered, position: int) -> None:
    if record.position != position:
        record.position = position
