"""What of the graph is shown: some of its records, with groups that stand for theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from cxstudio.drawing.trace.graph import COLUMNS, Chained, Graph, Node
from cxstudio.model.chain import End

MANY = 40
"""Records of one column from which on their groups are folded until the user opens them."""


@dataclass(frozen=True)
class Shown:
    """The nodes that are drawn and the links between them, each with how many it stands for.

    `place` says at which of the nodes a record of the graph is seen; `blocks` are the nodes of
    each column, those of an open group together under their head.
    """

    graph: Graph
    nodes: tuple[Node, ...]
    links: dict[tuple[int, int], int]
    place: dict[int, int]
    blocks: tuple[tuple[tuple[int, ...], ...], ...]

    @cached_property
    def behind(self) -> dict[int, list[int]]:
        """The nodes that each one rests on, as they are drawn."""
        found: dict[int, list[int]] = {}
        for source, target in self.links:
            found.setdefault(target, []).append(source)
        return found

    @cached_property
    def onward(self) -> dict[int, list[int]]:
        """The nodes that rest on each one, as they are drawn."""
        found: dict[int, list[int]] = {}
        for source, target in self.links:
            found.setdefault(source, []).append(target)
        return found

    def records(self, node: int) -> list[int]:
        """The records of the graph that a node stands for: one, or the shown ones of its group."""
        shown = self.nodes[node]
        if not shown.count:
            return [self.graph.at[shown.end]]
        return [record for record in self.place if self.graph.nodes[record].group == shown.end]

    def lit(self, chain: Chained) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
        """The nodes and the links that a chain of records goes through."""
        nodes = frozenset(self.place[record] for record in chain.all if record in self.place)
        ways = (link for link in self.graph.links if chain.holds(link))
        links = frozenset(link for way in ways if (link := self._drawn(way)) in self.links)
        return nodes, links

    def _drawn(self, link: tuple[int, int]) -> tuple[int, int]:
        return self.place.get(link[0], -1), self.place.get(link[1], -1)


def worth_folding(graph: Graph) -> frozenset[End]:
    """The groups of columns that hold many records."""
    sizes = Counter(node.column for node in graph.nodes)
    return frozenset(end for end, node in graph.groups.items() if sizes[node.column] > MANY)


def shown(
    graph: Graph,
    folded: Collection[End] = (),
    opened: Collection[End] = (),
    keep: Collection[int] | None = None,
) -> Shown:
    """The graph with only the records in `keep` (None for all), their groups folded into one node
    each, or opened under a head of their own; records of other groups stand for themselves.
    A group of one record is that record."""
    kept = range(len(graph.nodes)) if keep is None else sorted(keep)
    sizes = Counter(graph.nodes[record].group for record in kept)
    loose = Counter(graph.nodes[n].group for n in kept if graph.nodes[n].faults)
    nodes: list[Node] = []
    place: dict[int, int] = {}
    heads: dict[End, int] = {}
    blocks: list[list[list[int]]] = [[] for _ in COLUMNS]
    block_of: dict[End, list[int]] = {}
    for record in kept:
        node = graph.nodes[record]
        group = node.group if node.group and sizes[node.group] > 1 else None
        if group is not None and (group in folded or group in opened) and group not in heads:
            heads[group] = len(nodes)
            head = replace(
                graph.groups[group],
                words=graph.groups[group].words or node.words,
                count=sizes[group],
                loose=loose[group],
                open=group not in folded,
            )
            block_of[group] = [len(nodes)]
            blocks[node.column].append(block_of[group])
            nodes.append(head)
        if group in folded and group is not None:
            place[record] = heads[group]
            continue
        place[record] = len(nodes)
        if group is not None and group in opened:
            block_of[group].append(len(nodes))
        else:
            blocks[node.column].append([len(nodes)])
        nodes.append(node)
    links = Counter(
        (place[source], place[target])
        for source, target in graph.links
        if source in place and target in place and place[source] != place[target]
    )
    return Shown(
        graph,
        tuple(nodes),
        dict(links),
        place,
        tuple(tuple(tuple(block) for block in column) for column in blocks),
    )
