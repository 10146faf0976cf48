"""Where words stand in an emotion lane: off other words, off the marks, and off the curves.

Words keep to the column of their step, so that only those of one step can meet. Pure geometry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from cxstudio.drawing.journey.boxes import Column, CurveBox, Rect, Row
from cxstudio.drawing.journey.curve import Point, smooth
from cxstudio.drawing.journey.metrics import Metrics

SAMPLES = 12
SHARES = (0.5, 0.0, 1.0)
"""Where words may stand across their column: in the middle, at its left, at its right."""


class Wish(NamedTuple):
    """Words that look for a place: how much room they need, and the corners they like best."""

    width: float
    height: float
    corners: tuple[Point, ...]

    def at(self, corner: Point) -> Rect:
        """The rectangle they fill with their upper left corner there."""
        return Rect(*corner, self.width, self.height)


class Ground(NamedTuple):
    """What is drawn in one column of the lane before any words: where they should not stand."""

    room: Rect
    marks: tuple[Rect, ...]
    ink: tuple[Point, ...]
    step: float

    def place_all(self, wishes: Sequence[Wish]) -> list[Rect]:
        """A place for each, the first ones choosing first, unless others then have none."""
        best: list[Rect] = []
        for order in permutations(range(len(wishes))):
            found: dict[int, Rect] = {}
            for n in order:
                found[n] = self.place(wishes[n], tuple(found.values()))
            boxes = [found[n] for n in range(len(wishes))]
            if not best or self._cost(boxes) < self._cost(best):
                best = boxes
            if self._cost(best) == (0, 0, 0):
                break
        return best

    def _cost(self, boxes: Sequence[Rect]) -> tuple[float, int, int]:
        shared = sum(one.shared(other) for one, other in combinations(boxes, 2))
        return shared, sum(map(self._marked, boxes)), sum(map(self.crossings, boxes))

    def place(self, wish: Wish, taken: Sequence[Rect]) -> Rect:
        """The place nearest to what is wished that is free; words never share one.

        Where no place is free of curves, it is one off the marks that the fewest run through.
        """
        boxes = [wish.at(corner) for corner in self._corners(wish)]
        free = [box for box in boxes if not any(box.meets(other) for other in taken)]
        for box in free:
            if not self._marked(box) and not self.crossings(box):
                return box
        if not free:
            return min(boxes, key=lambda box: sum(box.shared(other) for other in taken))
        return min(free, key=lambda box: (self._marked(box), self.crossings(box)))

    def crossings(self, box: Rect) -> int:
        """How often curves and the line of zero run through a rectangle."""
        by = self.step / 4
        left, top, right, bottom = box.x - by, box.y - by, box.right + by, box.bottom + by
        return sum(left < x < right and top < y < bottom for x, y in self.ink)

    def _marked(self, box: Rect) -> int:
        return sum(box.meets(mark) for mark in self.marks)

    def _corners(self, wish: Wish) -> Iterator[Point]:
        """Those wished for as far as they lie in the column, then all others by their distance."""
        liked = [self._inside(corner, wish) for corner in wish.corners]
        yield from liked
        lowest = max(self.room.y, self.room.bottom - wish.height)
        spare = max(0.0, self.room.width - wish.width)
        rows = int((lowest - self.room.y) / self.step) + 1
        ys = [min(self.room.y + n * self.step, lowest) for n in range(rows + 1)]
        grid = [Point(self.room.x + spare * share, y) for y in ys for share in SHARES]
        x, y = liked[0]
        yield from sorted(grid, key=lambda p: abs(p.y - y) + abs(p.x - x) / 2)

    def _inside(self, corner: Point, wish: Wish) -> Point:
        right = max(self.room.x, self.room.right - wish.width)
        lowest = max(self.room.y, self.room.bottom - wish.height)
        return Point(
            min(max(corner.x, self.room.x), right), min(max(corner.y, self.room.y), lowest)
        )


def grounds(
    row: Row, columns: Sequence[Column], metrics: Metrics, first: int, last: int
) -> list[Ground]:
    """What is drawn in the columns from `first` to before `last`, each by itself."""
    ink: list[list[Point]] = [[] for _ in columns]
    for box in row.curves:
        for place, point in _traced(box, columns, first, last):
            ink[place].append(point)
        if metrics.style == "screen":
            for place, point in _trails(box, columns, first, last):
                ink[place].append(point)
    return [_ground(row, columns[n], n, tuple(ink[n]), metrics) for n in range(first, last)]


def _ground(
    row: Row, column: Column, place: int, ink: tuple[Point, ...], metrics: Metrics
) -> Ground:
    unit = metrics.units_per_mm * 25.4 / 96
    side, edge = metrics.cell_padding / 2, metrics.note.line * 0.45 + unit
    room = Rect(column.x + side, edge, column.width - 2 * side, row.height - 2 * edge)
    known = [point for box in row.curves if (point := box.points[place]) is not None]
    radius = 7.0 if metrics.style == "screen" else 46.0
    marks = tuple(Rect(p.x - radius, p.y - radius, 2 * radius, 2 * radius) for p in known)
    count = max(2, round(column.width / (12 * unit)))
    zero = (Point(column.x + column.width * n / count, row.height / 2) for n in range(count + 1))
    return Ground(room, marks, (*ink, *zero), metrics.note.line / 4)


def _traced(
    box: CurveBox, columns: Sequence[Column], first: int, last: int
) -> Iterator[tuple[int, Point]]:
    """Points along a curve, each with the number of the column it stands in."""
    for start, stretch in _stretches(box.points):
        if start + len(stretch) <= first - 1 or start > last:
            continue
        for place, piece in enumerate(smooth(stretch), start):
            if first - 1 <= place < last:
                for point in (piece.at(n / SAMPLES) for n in range(SAMPLES + 1)):
                    yield place + (point.x > columns[place].right), point


def _trails(
    box: CurveBox, columns: Sequence[Column], first: int, last: int
) -> Iterator[tuple[int, Point]]:
    """Points of the level ends of a curve before a blank, which the screen has."""
    for place in range(first, min(last, len(columns) - 1)):
        point, after = box.points[place], box.points[place + 1]
        if point is not None and after is None:
            yield from ((place, spot) for spot in _level(point, columns[place]))


def _level(point: Point, column: Column) -> Iterator[Point]:
    reach = column.right - point.x
    return (Point(point.x + reach * n / 6, point.y) for n in range(7))


def _stretches(points: Sequence[Point | None]) -> Iterator[tuple[int, list[Point]]]:
    """The stretches without a blank, each with the number of its first column."""
    found: list[Point] = []
    for place, point in enumerate((*points, None)):
        if point is not None:
            found.append(point)
        elif found:
            yield place - len(found), found
            found = []
