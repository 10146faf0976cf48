"""The graph laid out: columns from left to right, records in them, and the curves between."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.trace.folding import Shown
from cxstudio.drawing.trace.graph import COLUMNS
from cxstudio.drawing.trace.order import arranged

NARROWEST, READ_WELL, WIDEST = 140.0, 160.0, 232.0
LEAST_GAP, GAP = 30.0, 48.0
MARGIN, TOP = 24.0, 16.0
BOW = 22.0
"""How far a curve between two records of one column stands out to the right of it."""
BAND = 256.0


class Measures(NamedTuple):
    """Lengths in pixels at 100 %; `line` is the height of a line of text."""

    width: float = 176.0
    gap: float = GAP
    line: float = 16.0

    @property
    def height(self) -> float:
        return 3 * self.line + 8

    @property
    def pitch(self) -> float:
        return self.height + 8

    @property
    def across(self) -> float:
        return self.width + self.gap


def measures_for(room: float, line: float) -> Measures:
    """Columns as wide as fits the room, within what can be read and what is calm: where room is
    short, first the spaces between them shrink; where not even that is enough, the graph is wider
    than the room and its columns are as wide as is read well."""
    count = len(COLUMNS)
    room -= 2 * MARGIN
    gap = max(LEAST_GAP, min((room - count * READ_WELL) / (count - 1), GAP))
    width = (room - (count - 1) * gap) / count
    if width < NARROWEST:
        return Measures(READ_WELL, GAP, line)
    width = min(WIDEST, width)
    return Measures(width, min((room - count * width) / (count - 1), 2 * GAP), line)


class Curve(NamedTuple):
    """A cubic curve from (x1, y1) to (x2, y2), level at both ends; its handles lie at c1 and c2."""

    x1: float
    y1: float
    c1: float
    c2: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Laid:
    """Where every node of `shown` stands, and in which order from top to bottom in each column.

    `rows` are the heights of the nodes in rows, which do not depend on the measures.
    """

    shown: Shown
    measures: Measures
    rows: tuple[float, ...]
    rects: tuple[Rect, ...]
    columns: tuple[tuple[int, ...], ...]
    height: float

    @property
    def width(self) -> float:
        return self.left(len(COLUMNS) - 1) + self.measures.width + MARGIN

    def left(self, column: int) -> float:
        """The left edge of a column."""
        return MARGIN + column * self.measures.across

    def way(self, link: tuple[int, int]) -> tuple[Curve, ...]:
        """The curves of a link, one in each space between columns; where it passes a column it
        runs level between two of its nodes."""
        source, target = (self.rects[node] for node in link)
        first, last = (self.shown.nodes[node].column for node in link)
        x, y = source.right, source.y + source.height / 2
        goal = target.y + target.height / 2
        if first == last:
            return (Curve(x, y, x + BOW, x + BOW, target.right, goal),)
        curves = []
        start = y
        for column in range(first + 1, last):
            left = self.left(column)
            height = self._between(
                column, start + (goal - start) * (column - first) / (last - first)
            )
            curves.append(_bent(x, y, left, height))
            x, y = left + self.measures.width, height
        return (*curves, _bent(x, y, target.x, goal))

    def _between(self, column: int, height: float) -> float:
        """The nearest height at which nothing of a column stands."""
        nodes, room = self.columns[column], (self.measures.pitch - self.measures.height) / 2
        place = bisect_left(self._bottoms[column], height)
        if place < len(nodes):
            below = self.rects[nodes[place]]
            if height > below.y:
                above_it, under_it = below.y - room, below.bottom + room
                return above_it if height - below.y < below.bottom - height else under_it
            height = min(height, below.y - room)
        if place > 0:
            height = max(height, self._bottoms[column][place - 1] + room)
        return height

    def node_at(self, x: float, y: float) -> int | None:
        """The node at a place."""
        return next((node for node in self.nodes_in(Rect(x, y, 0.01, 0.01))), None)

    def nodes_in(self, area: Rect) -> Iterator[int]:
        """The nodes of which something stands in the area."""
        for number, column in enumerate(self.columns):
            left = self.left(number)
            if left + self.measures.width <= area.x or left >= area.right:
                continue
            first = bisect_left(self._bottoms[number], area.y)
            for node in column[first:]:
                if self.rects[node].y >= area.bottom:
                    break
                yield node

    def links_in(self, area: Rect) -> list[tuple[int, int]]:
        """The links of which something may stand in the area, in an order of their own."""
        first, last = int(area.y // BAND), int(area.bottom // BAND)
        found: dict[tuple[int, int], None] = {}
        for band in range(first, last + 1):
            for link, left, right in self._bands.get(band, ()):
                if left < area.right and right > area.x:
                    found[link] = None
        return list(found)

    @cached_property
    def _bottoms(self) -> list[list[float]]:
        return [[self.rects[node].bottom for node in column] for column in self.columns]

    @cached_property
    def _bands(self) -> dict[int, list[tuple[tuple[int, int], float, float]]]:
        bands: dict[int, list[tuple[tuple[int, int], float, float]]] = defaultdict(list)
        for link in self.shown.links:
            way = self.way(link)
            heights = [y for curve in way for y in (curve.y1, curve.y2)]
            entry = (link, way[0].x1, max(way[-1].x2, way[-1].c2))
            first, last = int((min(heights) - 3) // BAND), int((max(heights) + 3) // BAND)
            for band in range(first, last + 1):
                bands[band].append(entry)
        return bands


def _bent(x1: float, y1: float, x2: float, y2: float) -> Curve:
    bend = (x2 - x1) / 2
    return Curve(x1, y1, x1 + bend, x2 - bend, x2, y2)


def lay_out(shown: Shown, measures: Measures) -> Laid:
    """Put the nodes in order and give each its place."""
    links = [(*link, float(count) ** 0.5) for link, count in shown.links.items()]
    return placed(shown, tuple(arranged(shown.blocks, links)), measures)


def placed(shown: Shown, rows: tuple[float, ...], measures: Measures) -> Laid:
    """The places of nodes whose order is known, for columns of these measures."""
    rects = tuple(
        Rect(
            MARGIN + node.column * measures.across,
            TOP + row * measures.pitch,
            measures.width,
            measures.height,
        )
        for node, row in zip(shown.nodes, rows, strict=True)
    )
    columns = tuple(
        tuple(sorted((node for block in column for node in block), key=rows.__getitem__))
        for column in shown.blocks
    )
    bottom = max((rect.bottom for rect in rects), default=0.0)
    return Laid(shown, measures, rows, rects, columns, bottom + MARGIN)
