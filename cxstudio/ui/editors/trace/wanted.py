"""Which records of the graph are shown: those of a place, those that lack something, one chain."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.loose_ends import Fault
from cxstudio.drawing.trace.graph import Graph
from cxstudio.model.chain import End


@dataclass(frozen=True)
class Wanted:
    """Empty and None let everything through. `chain` are the records whose chain is shown alone;
    `places` are such as "journey:3"; `fault` is a column and what its records lack."""

    places: frozenset[str] = frozenset()
    fault: tuple[int, Fault] | None = None
    chain: tuple[End, ...] = ()

    def records(self, graph: Graph) -> frozenset[int] | None:
        """The records to show: those that fit with all that they are linked with; None for all."""
        kept: frozenset[int] | None = None
        for start in self._starts(graph):
            chained = graph.chain(start).all
            kept = chained if kept is None else kept & chained
        return kept

    def _starts(self, graph: Graph) -> list[frozenset[int]]:
        starts = [
            frozenset(n for n, node in enumerate(graph.nodes) if place in node.places)
            for place in sorted(self.places)
        ]
        if self.chain:
            starts.append(frozenset(graph.at[end] for end in self.chain if end in graph.at))
        if self.fault is not None:
            column, fault = self.fault
            lacking = (
                n
                for n, node in enumerate(graph.nodes)
                if node.column == column and fault in node.faults
            )
            starts.append(frozenset(lacking))
        return starts


def found(graph: Graph, text: str) -> frozenset[int]:
    """The records whose code or words have the text in them."""
    wanted = text.strip().casefold()
    if not wanted:
        return frozenset()
    return frozenset(
        n
        for n, node in enumerate(graph.nodes)
        if wanted in node.words.casefold() or wanted in node.code.casefold()
    )
