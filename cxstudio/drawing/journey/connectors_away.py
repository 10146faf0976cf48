"""Connectors that leave a page of a printed map: a stub to its edge that says where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.connectors import TRACKS, Route, routes
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.label_places import box_at, label_size, label_spot
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import ConnectorData, Id, MapData, StepData

ARROW = "→"


@dataclass(frozen=True, slots=True)
class Away:
    """A card on another page: its step, and its lane where the step is on this page too.

    `after` says that it comes later, to the right or further down.
    """

    step: StepData
    lane: str
    after: bool


def away_from(map_data: MapData, laid: MapLayout) -> dict[Id, Away]:
    """The cards of a map that are not on this page of it."""
    steps = {step.id: step for step in map_data.steps}
    order = {step.id: place for place, step in enumerate(map_data.steps)}
    lanes = {lane.id: (place, lane.name) for place, lane in enumerate(map_data.lanes)}
    here = [order[column.step.id] for column in laid.columns]
    rows = [lanes[row.lane.id][0] for row in laid.rows]
    found = {}
    for card in map_data.cards:
        if card.id in laid.places or card.step_id not in steps or card.lane_id not in lanes:
            continue
        place, name = lanes[card.lane_id]
        beside = order[card.step_id] not in here
        after = order[card.step_id] > max(here) if beside else place > max(rows)
        found[card.id] = Away(steps[card.step_id], "" if beside else name, after)
    return found


def stubs(
    laid: MapLayout, connectors: Iterable[ConnectorData], away: Mapping[Id, Away]
) -> Iterator[Route]:
    """The lines of connectors of which one card is on another page."""
    connectors = list(connectors)
    labels = _labels_here(laid, connectors)
    for number, connector in enumerate(connectors):
        leaves = connector.start in laid.places and connector.end in away
        if not leaves and not (connector.end in laid.places and connector.start in away):
            continue
        card, other = connector.start, away.get(connector.end)
        if not leaves:
            card, other = connector.end, away[connector.start]
        assert other is not None
        label = _words(connector.label, other, leaves)
        ways = _to_edge(laid, card, other, TRACKS[number % len(TRACKS)])
        spot = label_spot(laid, ways, label, labels)
        way, words, at = spot or (ways[0], "", None)
        if at is not None:
            labels.append(box_at(at, label_size(laid.metrics, words)))
        shown = replace(connector, label=label)
        yield Route(shown, way if leaves else way[::-1], label_at=at, words=words)


def _labels_here(laid: MapLayout, connectors: Iterable[ConnectorData]) -> list[Rect]:
    """Where the labels of the lines stand that are whole on this page."""
    return [
        box_at(route.label_at, label_size(laid.metrics, route.words))
        for route in routes(laid, connectors)
        if route.label_at is not None
    ]


def _words(label: str, other: Away, leaves: bool) -> str:
    where = other.lane or f"{other.step.number} {other.step.name}"
    parts = [label, ARROW, where] if leaves else [where, ARROW, label]
    return " ".join(part for part in parts if part)


def _to_edge(laid: MapLayout, card: Id, other: Away, track: float) -> list[tuple[Point, ...]]:
    """From the card's side along an edge of its lane to the side of the page, or up or down."""
    rect, row = laid.card_rect(card), laid.places[card][0]
    gap, y = laid.metrics.cell_padding * (1 + track), rect.y + rect.height / 2
    if other.lane:
        x = rect.right + gap
        end = laid.height if other.after else laid.head.height
        return [(Point(rect.right, y), Point(x, y), Point(x, end))]
    side = 1 if other.after else -1
    start = rect.right if other.after else rect.x
    lanes = len(laid.rows)
    channels = [laid.tops[n] for n in (row, row + 1) if 0 < n < lanes] or [laid.tops[row + 1]]
    off = track * laid.metrics.row_padding
    half = laid.metrics.cell_padding / 2
    edge = laid.width - half if other.after else laid.metrics.label_width + half
    x = start + side * gap
    return [
        (Point(start, y), Point(x, y), Point(x, channel + off), Point(edge, channel + off))
        for channel in channels
    ]
