"""Where the connectors between cards run: in the gaps between cards, pure geometry.

A line leaves a card at its side, goes down the gap between two columns and along the gap between
two lanes, and comes to the other card from its side, so that it crosses no words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.curve import Bezier, Point
from cxstudio.drawing.journey.label_places import box_at, label_size, label_spot, shown_label
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import ConnectorData, Id

LEAST_PULL, MOST_PULL = 24.0, 140.0
SAMPLES = 24
TRACKS = (0.0, -0.35, 0.35)
"""Lines in one gap stand beside each other, by shares of half the gap."""


@dataclass(frozen=True, slots=True)
class Route:
    """A connector's line on the map through `points`; the arrow stands at the last of them.

    A `curved` one is close enough to a curve; at the points of others corners are to be rounded.
    `words` are what is shown of its label, as far as there is room.
    """

    connector: ConnectorData
    points: tuple[Point, ...]
    curved: bool = False
    label_at: Point | None = None
    words: str = ""

    @property
    def shortened(self) -> bool:
        """Whether the label says more than there is room for."""
        return self.words != self.connector.label

    @property
    def middle(self) -> Point:
        """Where the label stands: where there is room for it, else on the longest stretch."""
        if self.label_at is not None:
            return self.label_at
        if self.curved:
            return self.points[len(self.points) // 2]
        stretches = list(pairwise(self.points))
        across = [(a, b) for a, b in stretches if a.y == b.y and abs(a.x - b.x) > 1]
        a, b = max(across or stretches, key=lambda s: hypot(s[0].x - s[1].x, s[0].y - s[1].y))
        return Point((a.x + b.x) / 2, (a.y + b.y) / 2)

    def near(self, x: float, y: float) -> float:
        """How far a place is from the line."""
        return min(_distance(a, b, Point(x, y)) for a, b in pairwise(self.points))

    def frame(self) -> Rect:
        """The rectangle around the line."""
        xs, ys = zip(*self.points, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


Lead: TypeAlias = Callable[[MapLayout, ConnectorData, float, list[Rect]], Route]
"""How a connector at rest is led: on a track, with its label off those before it in the list."""


def routes(
    laid: MapLayout,
    connectors: Iterable[ConnectorData],
    moved: Mapping[Id, Rect] | None = None,
    lead: Lead | None = None,
) -> tuple[Route, ...]:
    """The lines of all connectors whose cards are shown; cards in `moved` are in a hand there.

    `lead` leads those at rest, as `settled` does or as somebody remembers it.
    """
    lead = lead or settled
    moved = moved or {}
    found = []
    labels: list[Rect] = []
    for place, connector in enumerate(connectors):
        ends = (connector.start, connector.end)
        if not all(id in laid.places for id in ends):
            continue
        if any(id in moved for id in ends):
            start, end = (moved.get(id) or laid.card_rect(id) for id in ends)
            words = shown_label(connector.label)
            found.append(Route(connector, free(start, end), curved=True, words=words))
        else:
            track = TRACKS[place % len(TRACKS)]
            found.append(lead(laid, connector, track, labels))
    return tuple(found)


def settled(laid: MapLayout, connector: ConnectorData, track: float, labels: list[Rect]) -> Route:
    """The line of a connector at rest; its label is kept off the `labels` before it."""
    ends = (connector.start, connector.end)
    if not connector.label:
        return Route(connector, _between(laid, *ends, track))
    ways = _ways(laid, *ends, track)
    spot = label_spot(laid, ways, connector.label, labels)
    if spot is None:
        return Route(connector, ways[0])
    labels.append(box_at(spot.at, label_size(laid.metrics, spot.words)))
    return Route(connector, spot.way, label_at=spot.at, words=spot.words)


# ── In the gaps ───────────────────────────────────────────────────────────────────────────


def _between(laid: MapLayout, start: Id, end: Id, track: float) -> tuple[Point, ...]:
    a, b = laid.card_rect(start), laid.card_rect(end)
    gap = laid.metrics.cell_padding * (1 + track)
    if abs(a.x - b.x) < 1:
        return _in_column(laid, a, b, gap)
    right = b.x > a.x
    out, into = (a.right, b.x) if right else (a.x, b.right)
    sign = 1 if right else -1
    down, up = out + sign * gap, into - sign * gap
    y1, y2 = _middle(a), _middle(b)
    if abs(into - out) < 3 * laid.metrics.cell_padding:
        return _tidy(((out, y1), (down, y1), (down, y2), (into, y2)))
    channel = _channel(laid, start, end) + track * laid.metrics.row_padding
    return _tidy(((out, y1), (down, y1), (down, channel), (up, channel), (up, y2), (into, y2)))


def _arch(laid: MapLayout, start: Id, end: Id, track: float) -> tuple[Point, ...] | None:
    """Over the tops of two neighbours, where a label has room; None where cards are in the way."""
    a, b, row = laid.card_rect(start), laid.card_rect(end), laid.places[start][0]
    top = laid.tops[row]
    highest = max(a.y, b.y) - top <= laid.metrics.row_padding + 1
    beside = 0 < abs(a.x - b.x) < 1.5 * max(a.width, b.width)
    if not (row and row == laid.places[end][0] and highest and beside):
        return None
    x1, x2, y = a.x + a.width / 2, b.x + b.width / 2, top + track * laid.metrics.row_padding
    return (Point(x1, a.y), Point(x1, y), Point(x2, y), Point(x2, b.y))


def _ways(laid: MapLayout, start: Id, end: Id, track: float) -> list[tuple[Point, ...]]:
    """The ways that a line with a label may go, first the best one for a line without."""
    first = _arch(laid, start, end, track) or _between(laid, start, end, track)
    return [first, *(_detour(laid, start, end, edge) for edge in _edges(laid, start, end))]


def _edges(laid: MapLayout, start: Id, end: Id) -> list[float]:
    """The edges of the lanes of both cards and of those beside, inside the map; nearest first."""
    rows = {laid.places[id][0] for id in (start, end)}
    tops = {top for row in rows for top in edges_around(laid, row)}
    inside = tops - {laid.tops[0], laid.tops[-1]} or {laid.tops[-1]}
    middle = (_middle(laid.card_rect(start)) + _middle(laid.card_rect(end))) / 2
    return sorted(inside, key=lambda top: (abs(top - middle), top))


def edges_around(laid: MapLayout, row: int) -> tuple[float, ...]:
    """The edges of a lane and of the lanes above and below it."""
    return laid.tops[max(0, row - 1) : row + 3]


def _detour(laid: MapLayout, start: Id, end: Id, edge: float) -> tuple[Point, ...]:
    """By way of the edge of a lane, where a label has room, in the gaps beside both cards."""
    a, b = laid.card_rect(start), laid.card_rect(end)
    y1, y2 = _middle(a), _middle(b)
    inner, outer = 0.6 * laid.metrics.cell_padding, 1.4 * laid.metrics.cell_padding
    if abs(a.x - b.x) < 1:
        first = outer if abs(y1 - edge) > abs(y2 - edge) else inner
        x1, x2 = a.right + first, b.right + inner + outer - first
        return _tidy(((a.right, y1), (x1, y1), (x1, edge), (x2, edge), (x2, y2), (b.right, y2)))
    sign = 1 if b.x > a.x else -1
    out, into = (a.right, b.x) if sign > 0 else (a.x, b.right)
    x1, x2 = out + sign * inner, into - sign * inner
    return _tidy(((out, y1), (x1, y1), (x1, edge), (x2, edge), (x2, y2), (into, y2)))


def _in_column(laid: MapLayout, a: Rect, b: Rect, gap: float) -> tuple[Point, ...]:
    """Straight to the next card of the cell, else beside the column."""
    x = a.x + a.width / 2
    if 0 <= b.y - a.bottom <= laid.metrics.card_gap * 1.5:
        return (Point(x, a.bottom), Point(x, b.y))
    if 0 <= a.y - b.bottom <= laid.metrics.card_gap * 1.5:
        return (Point(x, a.y), Point(x, b.bottom))
    side = a.right + gap
    y1, y2 = _middle(a), _middle(b)
    return _tidy(((a.right, y1), (side, y1), (side, y2), (b.right, y2)))


def _channel(laid: MapLayout, start: Id, end: Id) -> float:
    """The edge between two lanes that a line runs along: that of the lane it comes to."""
    here, there = laid.places[start][0], laid.places[end][0]
    if there > here:
        return laid.tops[there]
    if there < here:
        return laid.tops[there + 1]
    middle = (_middle(laid.card_rect(start)) + _middle(laid.card_rect(end))) / 2
    top, bottom = laid.tops[here], laid.tops[here + 1]
    if here and here == len(laid.rows) - 1:
        return top
    return bottom if here == 0 or bottom - middle < middle - top else top


def _middle(rect: Rect) -> float:
    return rect.y + rect.height / 2


def _tidy(corners: Sequence[tuple[float, float]]) -> tuple[Point, ...]:
    """Without corners that lie on one another or on a straight line."""
    kept: list[Point] = []
    for corner in (Point(*c) for c in corners):
        if kept and hypot(kept[-1].x - corner.x, kept[-1].y - corner.y) < 0.5:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], corner):
            kept.pop()
        kept.append(corner)
    return tuple(kept)


def _straight(a: Point, b: Point, c: Point) -> bool:
    upright = abs(a.x - b.x) < 0.5 and abs(b.x - c.x) < 0.5
    return upright or (abs(a.y - b.y) < 0.5 and abs(b.y - c.y) < 0.5)


# ── Free ──────────────────────────────────────────────────────────────────────────────────


def free(start: Rect, end: Rect) -> tuple[Point, ...]:
    """A smooth line while a hand moves: from side to side, or up and down in one column."""
    if end.x >= start.right:
        a, b = Point(start.right, _middle(start)), Point(end.x, _middle(end))
        pull = _pull((b.x - a.x) / 2)
    elif end.right <= start.x:
        a, b = Point(start.x, _middle(start)), Point(end.right, _middle(end))
        pull = -_pull((a.x - b.x) / 2)
    else:
        a, b = Point(start.right, _middle(start)), Point(end.right, _middle(end))
        return _sampled(Bezier(a, Point(a.x + 40, a.y), Point(b.x + 40, b.y), b))
    return _sampled(Bezier(a, Point(a.x + pull, a.y), Point(b.x - pull, b.y), b))


def loose(start: Rect, x: float, y: float) -> tuple[Point, ...]:
    """The line from a card to a place where no card is yet."""
    return free(start, Rect(x, y, 0, 0))


def _sampled(line: Bezier) -> tuple[Point, ...]:
    return tuple(line.at(t / SAMPLES) for t in range(SAMPLES + 1))


def _pull(wanted: float) -> float:
    return max(LEAST_PULL, min(wanted, MOST_PULL))


def _distance(a: Point, b: Point, place: Point) -> float:
    """From a place to the stretch between two points."""
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    share = ((place.x - a.x) * dx + (place.y - a.y) * dy) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(a.x + share * dx - place.x, a.y + share * dy - place.y)
