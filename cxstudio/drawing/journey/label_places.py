"""Where the label of a connector stands: at the edge of a lane, between the cards above and below.

There is room for one line of words there; cards leave none beside each other. Labels share no room
with each other nor with the words on cards: one that finds none along its line moves beside it,
and then has fewer words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from cxstudio.drawing.journey.boxes import CardBox, CellBox, Column, Rect, Row
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import ELLIPSIS, Line, shortened, text_height

HEIGHT = 0.875  # of a line on screen, a little less than there is between two cards
PRINTED = 0.92  # of the size of type in print, where lanes are closer
LONGEST = 48  # characters
SHORTER = (LONGEST, 20, 12, 8, 5, 3, 1)
SIDES = 6.0  # pixels before and behind the words
STEP = 12.0
BESIDE = (-1.0, 1.0, -2.0, 2.0)
"""How far from its line a label may stand that has no room on it, in its own heights."""


class Spot(NamedTuple):
    """Where a label stands on which way of its line, and as many of its words as have room."""

    way: tuple[Point, ...]
    words: str
    at: Point


def shown_label(label: str) -> str:
    """The words of a label as far as they are ever shown."""
    return shortened(label, LONGEST)


def label_height(metrics: Metrics) -> float:
    """How high a label is, in units of the layout."""
    if metrics.style == "print":
        return metrics.note.size * PRINTED
    return metrics.note.line * HEIGHT


def label_size(metrics: Metrics, words: str) -> tuple[float, float]:
    """How wide and how high the words of a label are."""
    width = text_width(words, metrics.note) + 2 * SIDES * _unit(metrics)
    return width, label_height(metrics)


def box_at(place: Point, size: tuple[float, float]) -> Rect:
    """The rectangle of a label around its middle."""
    return Rect(place.x - size[0] / 2, place.y - size[1] / 2, *size)


def label_spot(
    laid: MapLayout, ways: Sequence[tuple[Point, ...]], label: str, taken: Sequence[Rect]
) -> Spot | None:
    """The best spot for a label on one of the ways that its line may go, the first preferred.

    On the line, else over or under it, else next to it, else with fewer words. None where even "…"
    has no room.
    """
    for words in _shorter(label):
        size = label_size(laid.metrics, words)
        for places in (_on, _over, _next):
            for way in ways:
                found = _best(laid, way, places(laid, way, size), size, taken)
                if found is not None:
                    return Spot(way, words, found)
    return None


def _shorter(label: str) -> list[str]:
    """The label whole, and with ever fewer of its words; each only once."""
    found = [shortened(label, most) for most in SHORTER[:-1]]
    return list(dict.fromkeys([*found, ELLIPSIS]))


def _on(laid: MapLayout, way: Sequence[Point], size: tuple[float, float]) -> list[Point]:
    """The places along a line, where a label touches it at least with its end."""
    return [_inside(laid, place, size) for place in edges(laid, way, size[0] / 2)]


def _over(laid: MapLayout, way: Sequence[Point], size: tuple[float, float]) -> list[Point]:
    """The places over and under those."""
    rows = [size[1] * n for n in BESIDE]
    places = _on(laid, way, size)
    return [Point(p.x, p.y + dy) for dy in rows for p in places if _on_map(laid, p.y + dy)]


def _next(laid: MapLayout, way: Sequence[Point], size: tuple[float, float]) -> list[Point]:
    """The places at the same edges, one label away from the line."""
    return [_inside(laid, place, size) for place in edges(laid, way, size[0] * 1.6)]


def _best(
    laid: MapLayout,
    way: Sequence[Point],
    places: Sequence[Point],
    size: tuple[float, float],
    taken: Sequence[Rect],
) -> Point | None:
    """The one of these that is free: off the cards if it can be, near the line's own middle."""
    if not places:
        return None
    cards, words = _near(laid, places, size)
    xs, ys = zip(*way, strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    least, best = inf, None
    for place in sorted(places, key=lambda p: abs(p.x - x) + abs(p.y - y)):
        box = box_at(place, size)
        if any(map(box.meets, taken)) or any(map(box.meets, words)):
            continue
        over = covered(box, cards)
        if not over:
            return place
        if over < least:
            least, best = over, place
    return best


def _inside(laid: MapLayout, place: Point, size: tuple[float, float]) -> Point:
    """A label at the side of the map is moved in, so that it is whole."""
    half = size[0] / 2
    x = max(laid.metrics.label_width + half, min(place.x, laid.width - half))
    return Point(x, place.y)


def _on_map(laid: MapLayout, y: float) -> bool:
    half = label_height(laid.metrics) / 2
    return laid.tops[0] <= y - half and y + half <= laid.tops[-1]


def edges(laid: MapLayout, points: Sequence[Point], beyond: float) -> Iterator[Point]:
    """The places on a line that lie at the edge between two lanes, and as far beyond its ends."""
    inner = laid.tops[:-1]
    reach = laid.metrics.row_padding / 2 + 0.5
    for a, b in pairwise(points):
        if abs(a.y - b.y) < 0.5:
            edge = min(laid.tops, key=lambda top: abs(top - a.y))
            if abs(edge - a.y) <= reach:
                left, right = min(a.x, b.x) - beyond, max(a.x, b.x) + beyond
                step = STEP * _unit(laid.metrics)
                yield from (Point(x, edge) for x in _along(left, right, step))
        elif abs(a.x - b.x) < 0.5:
            low, high = sorted((a.y, b.y))
            yield from (Point(a.x, top) for top in inner if low < top < high)


def _along(start: float, end: float, step: float) -> Iterator[float]:
    """From the middle outwards, so that the middle is one of the places."""
    middle, half = (start + end) / 2, abs(end - start) / 2
    count = max(1, round(half / step))
    yield middle
    for n in range(1, count + 1):
        yield middle - half * n / count
        yield middle + half * n / count


# -- what a label must not cover -----------------------------------------------------------


def _near(
    laid: MapLayout, places: Sequence[Point], size: tuple[float, float]
) -> tuple[list[Rect], list[Rect]]:
    """The cards that a label at one of these places could cover, and what is said there."""
    left, right = (f(p.x for p in places) for f in (min, max))
    top, bottom = (f(p.y for p in places) for f in (min, max))
    around = Rect(left - size[0], top - size[1], right - left + 2 * size[0], 0)
    around = around._replace(height=bottom - top + 2 * size[1])
    cards: list[Rect] = []
    words: list[Rect] = []
    for y, row, cell in cells_near(laid, around):
        if row.lane.kind == "emotion" and not row.lane.collapsed:
            words.append(_curves(cell.rect.moved(0, y), laid.metrics))
        for box in cell.cards:
            cards.append(box.rect.moved(0, y))
            words += [rect.moved(0, y) for rect in said_on(box)]
    return cards, words


def _curves(cell: Rect, metrics: Metrics) -> Rect:
    """Where an emotion lane has its curves and words: all but its upper and lower edge."""
    edge = label_height(metrics) / 2
    return Rect(cell.x, cell.y + edge, cell.width, cell.height - 2 * edge)


def said_on(box: CardBox) -> list[Rect]:
    """What a card shows that must be read: its words, icon, picture and signs."""
    shown = (_ink(box), box.icon, box.picture, box.signs)
    return [rect for rect in shown if rect is not None]


def _ink(box: CardBox) -> Rect | None:
    """The words of a card without the leading above the first line and under the last."""
    if not box.lines:
        return None
    x, y, width, _height = box.text
    over, under = (_leading(box.lines[n]) / 2 for n in (0, -1))
    return Rect(x, y + over, width, text_height(box.lines) - over - under)


def _leading(line: Line) -> float:
    """How much higher a line is than its type."""
    return line.height - max((p.run.type.size for p in line.pieces), default=0)


def cells_near(laid: MapLayout, area: Rect) -> Iterator[tuple[float, Row, CellBox]]:
    """The cells that an area touches, each with its row and the top of that."""
    first = max(0, bisect_right(laid.columns, area.x, key=_left) - 1)
    last = bisect_right(laid.columns, area.right, key=_left)
    for y, row in zip(laid.tops, laid.rows, strict=False):
        if y <= area.bottom and y + row.height >= area.y:
            yield from ((y, row, cell) for cell in row.cells[first:last])


def _left(column: Column) -> float:
    return column.x


def covered(box: Rect, others: Sequence[Rect]) -> float:
    """How much of these a rectangle covers."""
    return sum(box.shared(other) for other in others)


def _unit(metrics: Metrics) -> float:
    """A pixel of the screen in the units of the layout."""
    return metrics.units_per_mm / (96 / 25.4)
