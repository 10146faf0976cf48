"""What a map shows as plain content, for tables."""

from __future__ import annotations

from cxstudio.drawing.journey.map import CardData, CurveData, Id, MapData
from cxstudio.exchange.journey_content import (
    CardContent,
    CardDetails,
    CurveContent,
    JourneyContent,
    LaneContent,
    StageContent,
    StepContent,
)


def content_of(data: MapData) -> JourneyContent:
    """The map with the ids of its records; the as-is curves behind a to-be are left out."""
    steps = {step.id: place for place, step in enumerate(data.steps)}
    lanes = {lane.id: place for place, lane in enumerate(data.lanes)}
    return JourneyContent(
        title=data.title,
        stages=tuple(
            StageContent(
                stage.name,
                tuple(StepContent(step.name, _id(step.id)) for step in stage.steps),
                _id(stage.id),
            )
            for stage in data.stages
        ),
        lanes=tuple(LaneContent(lane.kind, lane.name, _id(lane.id)) for lane in data.lanes),
        cards=tuple(
            CardContent(
                steps[card.step_id],
                lanes[card.lane_id],
                card.text,
                card.value,
                _id(card.id),
                card.confidential,
                _details(card),
            )
            for card in data.cards
            if card.step_id in steps and card.lane_id in lanes
        ),
        curves=tuple(_curve(curve, steps) for curve in data.curves if not curve.dotted),
    )


def _details(card: CardData) -> CardDetails:
    codes = tuple(mark.code for mark in card.marks)
    return CardDetails(card.colour, card.icon, card.tags, codes, card.votes, card.confidential)


def _curve(curve: CurveData, steps: dict[Id, int]) -> CurveContent:
    values = {
        steps[step]: value
        for step, value in curve.values.items()
        if value is not None and step in steps
    }
    return CurveContent(curve.code, curve.name, values, _id(curve.persona_id))


def _id(id: Id) -> int | None:
    return id if isinstance(id, int) else None
