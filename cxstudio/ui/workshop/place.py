"""Where the room is on the board, and the steps from there: stages, steps, lanes, cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from cxstudio.drawing.journey.map import Id, StepData
from cxstudio.ui.workshop.board import Board

Spotlight = Literal["stage", "step", "lane"]
SPOTLIGHTS: tuple[Spotlight, ...] = ("stage", "step", "lane")
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The spotlit cell, and the card in it by its row; what the light falls on, and what is
    the first row of cards on the screen (`top`: number of the lane, row in it)."""

    step: Id | None = None
    lane: Id | None = None
    row: int = 0
    spotlight: Spotlight = "stage"
    top: tuple[int, int] = (0, 0)


def beginning(board: Board) -> Place:
    """The first step, in the lane of pain points where there is one."""
    lanes = [lane for lane in board.lanes if lane.kind == "pain_points"] or list(board.lanes)
    step = board.steps[0].id if board.steps else None
    lane = lanes[0].id if lanes else None
    top = board.lanes.index(lanes[0]) if lanes else 0
    return Place(step, lane, top=(top, 0))


def settled(board: Board, place: Place) -> Place:
    """The same place on a board that has changed; the beginning where it is gone."""
    if board.step(place.step) is None or board.lane(place.lane) is None:
        return replace(beginning(board), spotlight=place.spotlight)
    top = (min(place.top[0], len(board.lanes) - 1), place.top[1])
    last = max(len(board.cell(place.step, place.lane)) - 1, 0)
    return replace(place, row=min(place.row, last), top=top)


def to_stage(board: Board, place: Place, by: int) -> Place:
    """The first step of the next stage (or the one before) that has steps."""
    stages = [stage for stage in board.stages if stage.steps]
    here = board.stage_of(place.step)
    if here is None:
        return place
    number = min(max(stages.index(here) + by, 0), len(stages) - 1)
    if stages[number] is here:
        return place
    return replace(place, step=stages[number].steps[0].id, row=0)


def to_step(board: Board, place: Place, by: int) -> Place:
    """The next step, over the border of the stage too."""
    steps = [step.id for step in board.steps]
    if place.step is None or place.step not in steps:
        return place
    number = min(max(steps.index(place.step) + by, 0), len(steps) - 1)
    return settled(board, replace(place, step=steps[number]))


def to_lane(board: Board, place: Place, by: int, *, around: bool = False) -> Place:
    """The next lane; from the last one to the first when it goes `around`."""
    lanes: list[Id | None] = [lane.id for lane in board.lanes]
    if place.lane is None or place.lane not in lanes:
        return place
    number = lanes.index(place.lane) + by
    number = number % len(lanes) if around else min(max(number, 0), len(lanes) - 1)
    return place if lanes[number] == place.lane else replace(place, lane=lanes[number], row=0)


def to_card(board: Board, place: Place, by: int) -> Place:
    """The next card of the step, from lane to lane."""
    stops = [
        (lane.id, row)
        for lane in board.lanes
        for row in range(len(board.cell(place.step, lane.id)))
    ]
    if not stops:
        return place
    number = _next(board, stops, place, by)
    lane, row = stops[min(max(number, 0), len(stops) - 1)]
    return replace(place, lane=lane, row=row)


def _next(board: Board, stops: list[tuple[int, int]], place: Place, by: int) -> int:
    order = {lane.id: number for number, lane in enumerate(board.lanes)}
    here = (order.get(int(place.lane or 0), 0), place.row)
    ranked = [(order[lane], row) for lane, row in stops]
    if here in ranked:
        return ranked.index(here) + by
    after = sum(stop < here for stop in ranked)
    return after if by > 0 else after - 1


def shown_steps(board: Board, place: Place) -> tuple[StepData, ...]:
    """At most three steps of the stage, the spotlit one among them."""
    stage = board.stage_of(place.step)
    if stage is None or place.step is None:
        return ()
    number = [step.id for step in stage.steps].index(place.step)
    first = min(number // COLUMNS * COLUMNS, max(len(stage.steps) - COLUMNS, 0))
    return stage.steps[first : first + COLUMNS]
