"""Reading a journey of the engagement into what the drawing shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.drawing.journey.cards_by_cell import CardsByCell
from cxstudio.drawing.journey.map import (
    ConnectorData,
    ConnectorKind,
    CurveData,
    Id,
    Kind,
    LaneData,
    LaneKind,
    MapData,
    StageData,
    StepData,
)
from cxstudio.drawing.journey.read_cards import Audience, Known, read_cards
from cxstudio.drawing.journey.read_curves import curves_after, read_curves
from cxstudio.model import Card, Connector, Journey, Lane, Stage, Step
from cxstudio.model.base import code_of
from cxstudio.model.chain import Chain, End


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
    `with_as_is` is off. Raises LookupError when the journey is gone.
    """
    known = Known(session, chain or Chain(session), language)
    return MapReader(session, journey_id, known, audience, hidden_lanes, with_as_is).whole()


class MapReader:
    """Reads one journey, and after a change to cards only what the change touched."""

    def __init__(
        self,
        session: Session,
        journey_id: int,
        known: Known,
        audience: Audience = "internal",
        hidden_lanes: bool = False,
        with_as_is: bool = True,
    ) -> None:
        self.session, self.journey_id, self.known = session, journey_id, known
        self.audience, self.hidden_lanes, self.with_as_is = audience, hidden_lanes, with_as_is
        self._cells = CardsByCell()

    def whole(self) -> MapData:
        """The whole map. Raises LookupError when the journey is gone."""
        session, journey = self.session, self._journey()
        stages = _stages(session, self.journey_id)
        steps = [step for stage in stages for step in stage.steps]
        lanes = _lanes(session, self.journey_id, self.hidden_lanes)
        cards = read_cards(session, {lane.id for lane in lanes}, self.audience)
        return MapData(
            code=journey.code,
            title=journey.title,
            kind=cast(Kind, journey.journey_kind),
            stages=stages,
            lanes=lanes,
            cards=self.known.cards(cards),
            curves=read_curves(session, journey, steps, self.known, self.with_as_is),
            moments=frozenset(_moments(session, self.journey_id)),
            connectors=_connectors(session, self.journey_id, {card.id for card, _ in cards}),
        )

    def after(self, data: MapData, touched: Collection[Id]) -> tuple[MapData, frozenset[Id]]:
        """The map after a change to these cards only, and the lanes in which it has other cards:
        the cells that the cards left and came to are read, and nothing else."""
        self._cells.take(data.cards)
        cells = self._cells.of(touched)
        now = select(Card.step_id, Card.lane_id).where(Card.id.in_(touched))
        cells |= {(step, lane) for step, lane in self.session.execute(now)}
        lanes = frozenset(lane for _step, lane in cells) & {lane.id for lane in data.lanes}
        cards = self.known.cards(read_cards(self.session, lanes, self.audience, cast(Any, cells)))
        after = replace(data, cards=self._cells.replaced(cells, cards))
        backed = any(self.known.chain.rests_on(End("card", int(id))) for id in touched)
        return replace(after, curves=self._curves(after, cells)) if backed else after, lanes

    def _curves(self, data: MapData, cells: Collection[tuple[Id, Id]]) -> tuple[CurveData, ...]:
        """The curves after a change to these cells: read again at their steps alone, unless a
        card of the as-is behind is among them."""
        here, journey = {step for step, _lane in cells}, self._journey()
        if here <= {step.id for step in data.steps}:
            return curves_after(self.session, journey, data.curves, here, self.known)
        return read_curves(self.session, journey, data.steps, self.known, self.with_as_is)

    def _journey(self) -> Journey:
        journey = self.session.get(Journey, self.journey_id)
        if journey is None:
            raise LookupError(f"there is no journey {self.journey_id}")
        return journey


def _stages(session: Session, journey_id: int) -> tuple[StageData, ...]:
    steps = defaultdict(list)
    details = _details(session, journey_id)
    of_journey = select(Step).join(Stage).where(Stage.journey_id == journey_id)
    for step in session.scalars(of_journey.order_by(Step.position, Step.id)):
        steps[step.stage_id].append(step)
    count = 0
    stages = []
    for stage in session.scalars(_ordered(Stage, journey_id)):
        numbered = []
        for step in steps[stage.id]:
            count += 1
            detail = details.get(step.id, "")
            numbered.append(StepData(step.id, step.name, count, None, detail, step.as_is_id))
        stages.append(StageData(stage.id, stage.name, tuple(numbered)))
    return tuple(stages)


def _details(session: Session, journey_id: int) -> dict[int, str]:
    """By step: the code of the journey that shows it in detail."""
    query = (
        select(Step.id, Journey.number)
        .join(Stage, Stage.id == Step.stage_id)
        .join(Journey, Journey.id == Step.sub_journey_id)
        .where(Stage.journey_id == journey_id)
    )
    return {step: code_of(Journey, number) for step, number in session.execute(query)}


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


def _moments(session: Session, journey_id: int) -> Iterable[int]:
    query = select(Step.id).join(Stage).where(Stage.journey_id == journey_id)
    return session.scalars(query.where(Step.moment_of_truth))


def _connectors(
    session: Session, journey_id: int, cards: Collection[Any]
) -> tuple[ConnectorData, ...]:
    """The connectors of which both cards are shown."""
    query = select(Connector).where(Connector.journey_id == journey_id).order_by(Connector.id)
    return tuple(
        ConnectorData(
            found.id,
            found.from_card_id,
            found.to_card_id,
            cast(ConnectorKind, found.connector_kind),
            found.label_text,
        )
        for found in session.scalars(query)
        if found.from_card_id in cards and found.to_card_id in cards
    )
