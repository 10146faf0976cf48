"""Where the connectors between cards run: smooth lines from edge to edge, pure geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.curve import Bezier, Point
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import ConnectorData, Id

LEAST_PULL, MOST_PULL = 24.0, 140.0
SAMPLES = 24


@dataclass(frozen=True, slots=True)
class Route:
    """A connector's line on the map; its arrow stands at the end, its label in the middle."""

    connector: ConnectorData
    line: Bezier

    @property
    def middle(self) -> Point:
        return self.line.at(0.5)

    def points(self) -> Iterator[Point]:
        """Points along the line, close enough for hands and frames."""
        return (self.line.at(t / SAMPLES) for t in range(SAMPLES + 1))

    def near(self, x: float, y: float) -> float:
        """How far a place is from the line."""
        return min(_distance(a, b, Point(x, y)) for a, b in pairwise(self.points()))

    def frame(self) -> Rect:
        """The rectangle around the line."""
        xs, ys = zip(*self.points(), strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def routes(
    laid: MapLayout,
    connectors: Iterable[ConnectorData],
    moved: Mapping[Id, Rect] | None = None,
) -> tuple[Route, ...]:
    """The lines of all connectors whose cards are shown; cards in `moved` are in a hand there."""
    moved = moved or {}
    found = []
    for connector in connectors:
        ends = (connector.start, connector.end)
        if all(id in laid.places for id in ends):
            start, end = (moved.get(id) or laid.card_rect(id) for id in ends)
            found.append(Route(connector, route(start, end, laid.metrics.units_per_mm)))
    return tuple(found)


def route(start: Rect, end: Rect, units_per_mm: float = 96 / 25.4) -> Bezier:
    """A line between two cards: across to the right, around above to the left, down or up."""
    unit = units_per_mm / (96 / 25.4)
    if end.x >= start.right:
        return _across(start, end, unit)
    if end.right <= start.x:
        return _back(start, end, unit)
    return _upright(start, end, unit)


def loose(start: Rect, x: float, y: float) -> Bezier:
    """The line from a card to a place where no card is yet."""
    return route(start, Rect(x, y, 0, 0))


def _across(start: Rect, end: Rect, unit: float) -> Bezier:
    a = Point(start.right, start.y + start.height / 2)
    b = Point(end.x, end.y + end.height / 2)
    pull = _pull((b.x - a.x) / 2, unit)
    return Bezier(a, Point(a.x + pull, a.y), Point(b.x - pull, b.y), b)


def _back(start: Rect, end: Rect, unit: float) -> Bezier:
    """A loop goes over the cards between, so that it is seen to return."""
    a = Point(start.x + start.width / 2, start.y)
    b = Point(end.x + end.width / 2, end.y)
    rise = _pull(abs(a.x - b.x) / 5, unit)
    top = min(a.y, b.y) - rise
    return Bezier(a, Point(a.x - rise / 2, top), Point(b.x + rise / 2, top), b)


def _upright(start: Rect, end: Rect, unit: float) -> Bezier:
    down = end.y >= start.y
    a = Point(start.x + start.width / 2, start.bottom if down else start.y)
    b = Point(end.x + end.width / 2, end.y if down else end.bottom)
    pull = min(_pull(abs(b.y - a.y) / 2, unit), abs(b.y - a.y) / 2)
    pull = pull if down else -pull
    return Bezier(a, Point(a.x, a.y + pull), Point(b.x, b.y - pull), b)


def _pull(wanted: float, unit: float) -> float:
    return max(LEAST_PULL * unit, min(wanted, MOST_PULL * unit))


def _distance(a: Point, b: Point, place: Point) -> float:
    """From a place to the stretch between two points."""
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    share = ((place.x - a.x) * dx + (place.y - a.y) * dy) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(a.x + share * dx - place.x, a.y + share * dy - place.y)
