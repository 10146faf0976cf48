"""What the graph of the chain is: records in columns, and the links between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from cxstudio.analysis.loose_ends import Fault
from cxstudio.model.chain import ORDER, End, Strength

COLUMNS = ORDER
"""A column a link of the chain; claims beside it stand with the cards."""
BESIDE = ("persona", "touchpoint", "worksheet_answer")


def column_of(kind: str) -> int:
    """The column in which records of a kind stand."""
    return COLUMNS.index(kind if kind in COLUMNS else "card")


@dataclass(frozen=True, slots=True)
class Node:
    """A record, or a group of them that is drawn as one.

    `places` are the personas, journeys and departments that it belongs to, as in "journey:3".
    `count` is how many records a group holds, 0 for a record, `loose` how many of them lack
    something, and `open` whether they stand under it.
    """

    end: End
    column: int
    code: str
    words: str
    icon: str
    strength: Strength | None = None
    faults: tuple[Fault, ...] = ()
    group: End | None = None
    places: frozenset[str] = frozenset()
    confidential: bool = False
    count: int = 0
    loose: int = 0
    open: bool = False


@dataclass(frozen=True)
class Graph:
    """All records of the chain and the links between those that exist.

    A link is a pair of places in `nodes`; its first stands left of its second, or in one column
    with it. `groups` are the nodes that can stand for all records of a group.
    """

    nodes: tuple[Node, ...] = ()
    links: tuple[tuple[int, int], ...] = ()
    groups: dict[End, Node] = field(default_factory=dict)

    @cached_property
    def at(self) -> dict[End, int]:
        """The place of each record."""
        return {node.end: place for place, node in enumerate(self.nodes)}

    @cached_property
    def behind(self) -> list[list[int]]:
        """For each record those that it rests on."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.links:
            found[target].append(source)
        return found

    @cached_property
    def onward(self) -> list[list[int]]:
        """For each record those that rest on it."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for source, target in self.links:
            found[source].append(target)
        return found

    def members(self, group: End) -> list[int]:
        """The records of a group."""
        return [place for place, node in enumerate(self.nodes) if node.group == group]

    def chain(self, starts: Iterable[int]) -> Chained:
        """All that leads to these records, and all that follows from them."""
        first = frozenset(starts)
        return Chained(_reached(self.behind, first), _reached(self.onward, first))


@dataclass(frozen=True)
class Chained:
    """The records before and after some others, which are in both."""

    before: frozenset[int]
    after: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        return self.before | self.after

    def holds(self, link: tuple[int, int]) -> bool:
        """Whether a link is on the way to the records, or from them."""
        source, target = link
        return (source in self.before and target in self.before) or (
            source in self.after and target in self.after
        )


def _reached(neighbours: list[list[int]], starts: Collection[int]) -> frozenset[int]:
    seen, waiting = set(starts), list(starts)
    while waiting:
        for other in neighbours[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)
