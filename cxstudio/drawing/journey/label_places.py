"""Where the label of a connector stands: at the edge of a lane, between the cards above and below.

There is room for one line of words there; cards leave none beside each other.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cxstudio.drawing.journey.boxes import CellBox, Column, Rect
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import shortened

HEIGHT = 0.875  # of a line, a little less than there is between two cards
WIDE, NARROW = 1.0, 0.56  # of the size of type
LONGEST = 48  # characters
SIDES = 6.0  # pixels before and behind the words
STEP = 12.0


def shown_label(label: str) -> str:
    """The words of a label as far as they are shown."""
    return shortened(label, LONGEST)


def label_height(metrics: Metrics) -> float:
    """How high a label is, in units of the layout."""
    return metrics.note.line * HEIGHT


def label_place(
    laid: MapLayout, points: Sequence[Point], label: str, taken: Sequence[Rect] = ()
) -> Point | None:
    """The middle of a label on a line: off other labels, off cards, near the line's own middle.

    None when the line comes to no edge of a lane.
    """
    size = label_size(laid.metrics, label)
    found = list(edges(laid, points, size[0]))
    if not found:
        return None
    xs, ys = zip(*points, strict=True)
    middle = Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    cards = _near(laid, found, size)

    def cost(place: Point) -> tuple[float, float, float]:
        box = box_at(place, size)
        away = abs(place.x - middle.x) + abs(place.y - middle.y)
        return covered(box, taken), covered(box, cards), away

    return min(found, key=cost)


def label_size(metrics: Metrics, label: str) -> tuple[float, float]:
    """About how wide a label is, and how high."""
    label = shown_label(label)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in label)
    em = wide * WIDE + (len(label) - wide) * NARROW
    return em * metrics.note.size + 2 * SIDES * _unit(metrics), label_height(metrics)


def box_at(place: Point, size: tuple[float, float]) -> Rect:
    """The rectangle of a label around its middle."""
    return Rect(place.x - size[0] / 2, place.y - size[1] / 2, *size)


def edges(laid: MapLayout, points: Sequence[Point], width: float) -> Iterator[Point]:
    """The places on a line that lie at the edge between two lanes.

    A label that is wider than its stretch may stand to its left or right, touching it.
    """
    inner = laid.tops[:-1]
    reach = laid.metrics.row_padding / 2 + 0.5
    for a, b in pairwise(points):
        if abs(a.y - b.y) < 0.5:
            edge = min(laid.tops, key=lambda top: abs(top - a.y))
            if abs(edge - a.y) <= reach:
                spare = max(0.0, (width - abs(a.x - b.x)) / 2)
                left, right = min(a.x, b.x) - spare, max(a.x, b.x) + spare
                step = STEP * _unit(laid.metrics)
                yield from (Point(x, edge) for x in _along(left, right, step))
        elif abs(a.x - b.x) < 0.5:
            low, high = sorted((a.y, b.y))
            yield from (Point(a.x, top) for top in inner if low < top < high)


def _along(start: float, end: float, step: float) -> Iterator[float]:
    count = max(1, round(abs(end - start) / step))
    return (start + (end - start) * n / count for n in range(count + 1))


def _near(laid: MapLayout, places: Sequence[Point], size: tuple[float, float]) -> list[Rect]:
    """The cards that a label at one of these places could cover."""
    left, right = (f(p.x for p in places) for f in (min, max))
    top, bottom = (f(p.y for p in places) for f in (min, max))
    around = Rect(left - size[0], top - size[1], right - left + 2 * size[0], 0)
    around = around._replace(height=bottom - top + 2 * size[1])
    found = []
    for y, cell in cells_near(laid, around):
        rects = (box.rect.moved(0, y) for box in cell.cards)
        found += [rect for rect in rects if _common(rect, around)]
    return found


def cells_near(laid: MapLayout, area: Rect) -> Iterator[tuple[float, CellBox]]:
    """The cells that an area touches, each with the top of its row."""
    first = max(0, bisect_right(laid.columns, area.x, key=_left) - 1)
    last = bisect_right(laid.columns, area.right, key=_left)
    for y, row in zip(laid.tops, laid.rows, strict=False):
        if y <= area.bottom and y + row.height >= area.y:
            yield from ((y, cell) for cell in row.cells[first:last])


def _left(column: Column) -> float:
    return column.x


def covered(box: Rect, others: Sequence[Rect]) -> float:
    """How much of these a rectangle covers."""
    return sum(_common(box, other) for other in others)


def _common(one: Rect, other: Rect) -> float:
    """The area that two rectangles share."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0


def _unit(metrics: Metrics) -> float:
    """A pixel of the screen in the units of the layout."""
    return metrics.units_per_mm / (96 / 25.4)
