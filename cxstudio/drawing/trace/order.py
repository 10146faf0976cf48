"""Where the records of each column stand, so that links are short and rarely cross.

The layers are given, so what is left of the method of Sugiyama (1981) is its second half: sweeps
that put every record at the mean height of its neighbours, and a least-squares fit that keeps a
column from overlapping (pool adjacent violators, as in isotonic regression). Numbers only.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Block = Sequence[int]
"""Records that stay together, one under the other; the first is their head."""
Weighted = tuple[int, int, float]

ROUNDS, SPREADS = 10, 3
MOST_AIR = 1.0
"""Rows that are left between records of a short column, so that it reaches along a long one."""
_Neighbours = list[list[tuple[int, float]]]


def arranged(columns: Sequence[Sequence[Block]], links: Sequence[Weighted]) -> list[float]:
    """The height of each record, in rows from 0; two of a column are at least a row apart.

    Links are (record, record, weight). Records that have none stand under the others. The same
    input gives the same heights.
    """
    sweeps = _Sweeps(columns, links)
    for _round in range(ROUNDS):
        before = sweeps.shortest
        for column in range(1, len(columns)):
            sweeps.place(column, sweeps.left)
        for column in range(len(columns) - 2, -1, -1):
            sweeps.place(column, sweeps.right)
        sweeps.remember()
        for column in range(len(columns)):
            sweeps.place(column, sweeps.both)
        sweeps.remember()
        if sweeps.shortest == before:
            break
    sweeps.take_best()
    for _round in range(SPREADS):
        for column in range(len(columns)):
            sweeps.spread(column)
    return sweeps.heights()


class _Sweeps:
    def __init__(self, columns: Sequence[Sequence[Block]], links: Sequence[Weighted]) -> None:
        self._links = links
        self._blocks = [[list(block) for block in column] for column in columns]
        self._column_of = {
            record: number
            for number, column in enumerate(columns)
            for block in column
            for record in block
        }
        size = max(self._column_of, default=-1) + 1
        self.y = [0.0] * size
        self.left, self.right, self.both = (_none(size) for _ in range(3))
        for one, other, weight in links:
            self._join(one, other, weight)
        rows = [sum(bool(self.both[n]) for b in column for n in b) for column in columns]
        self._air = [min(MOST_AIR, max(rows) / max(count, 1) - 1) for count in rows]
        self._best, self.shortest = self.y, inf
        for column in self._blocks:
            for row, record in enumerate(record for block in column for record in block):
                self.y[record] = float(row)

    def _join(self, one: int, other: int, weight: float) -> None:
        for here, there in ((one, other), (other, one)):
            side = self.left if self._column_of[there] < self._column_of[here] else self.right
            if self._column_of[here] != self._column_of[there]:
                side[here].append((there, weight))
            self.both[here].append((there, weight))

    def place(self, column: int, neighbours: _Neighbours) -> None:
        """Put the records of a column at the mean height of these neighbours."""
        y = self.y
        wanted = {
            record: _mean(y, neighbours[record], y[record]) if self.both[record] else inf
            for block in self._blocks[column]
            for record in block
        }
        blocks = []
        for head, *rest in self._blocks[column]:
            rest.sort(key=wanted.__getitem__)
            blocks.append(_wish([head, *rest], wanted))
        blocks.sort(key=lambda block: block[0])
        self._stand(column, blocks, 0.0)

    def spread(self, column: int) -> None:
        """Give a short column air, in the order it has."""
        y, both = self.y, self.both
        wanted = {
            record: _mean(y, both[record], y[record]) if both[record] else inf
            for block in self._blocks[column]
            for record in block
        }
        blocks = [_wish(block, wanted) for block in self._blocks[column]]
        self._stand(column, blocks, self._air[column])

    def _stand(self, column: int, blocks: list[tuple[float, list[int]]], air: float) -> None:
        self._blocks[column] = [members for _height, members in blocks]
        for top, members in zip(_fitted(blocks, air), self._blocks[column], strict=True):
            for row, record in enumerate(members):
                self.y[record] = top + row

    def remember(self) -> None:
        """Keep the heights if the links are shorter than in all rounds before."""
        y = self.y
        length = sum(weight * abs(y[one] - y[other]) for one, other, weight in self._links)
        if length < self.shortest - 1e-9:
            self._best, self.shortest = y.copy(), length

    def take_best(self) -> None:
        """Go back to the heights that were remembered."""
        self.y = self._best.copy()
        for column in self._blocks:
            for block in column:
                block.sort(key=self.y.__getitem__)
            column.sort(key=lambda block: self.y[block[0]])

    def heights(self) -> list[float]:
        """The heights, the least of them 0."""
        top = min((self.y[record] for record in self._column_of), default=0.0)
        return [height - top for height in self.y]


def _none(size: int) -> _Neighbours:
    return [[] for _ in range(size)]


def _wish(members: list[int], wanted: dict[int, float]) -> tuple[float, list[int]]:
    """The height at which a block wants to begin, and its members."""
    known = [wanted[m] - n for n, m in enumerate(members) if wanted[m] < inf]
    return sum(known) / len(known) if known else inf, members


def _mean(y: list[float], neighbours: list[tuple[int, float]], otherwise: float) -> float:
    if not neighbours:
        return otherwise
    weight = sum(weight for _other, weight in neighbours)
    return sum(y[other] * weight for other, weight in neighbours) / weight


def _fitted(blocks: Sequence[tuple[float, list[int]]], air: float) -> list[float]:
    """The top of each block, as near to where it wants to be as its neighbours allow, with so many
    rows of air between two; blocks that want nothing follow the last one at once. Pool adjacent
    violators, weighted by the rows."""
    pools: list[tuple[float, float, int]] = []  # (sum of wishes, weight, blocks)
    above = 0.0
    offsets = []
    for wish, members in blocks:
        offsets.append(above)
        if wish < inf:
            pool = ((wish - above) * len(members), float(len(members)), 1)
            while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
                before = pools.pop()
                pool = (before[0] + pool[0], before[1] + pool[1], before[2] + pool[2])
            pools.append(pool)
        above += len(members) + (air if wish < inf else 0.0)
    level = 0.0
    levels: list[float] = []
    for total, weight, count in pools:
        level = total / weight
        levels.extend([level] * count)
    levels.extend([level] * (len(blocks) - len(levels)))
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
