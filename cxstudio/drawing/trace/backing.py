"""How strongly every claim of a large chain is backed, each worked out once from those under it."""

from __future__ import annotations

from typing import Any

from cxstudio.model.chain import STRENGTHS, Chain, End, Strength

ENOUGH = len(STRENGTHS) - 1  # sources from which on more of them change nothing
DEEPEST = 200


class Backing:
    """Gives what `Chain.strength` gives, without walking the whole chain for every claim."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._known: dict[End, frozenset[Any]] = {}
        self._open: set[End] = set()
        self._round = False  # links that go in a circle or too deep to be taken apart

    def strength(self, claim: End) -> Strength:
        """One of `STRENGTHS`."""
        sources = self._sources(claim)
        if self._round:
            return self._chain.strength(claim)
        return STRENGTHS[min(len(sources), ENOUGH)]

    def _sources(self, end: End) -> frozenset[Any]:
        """Some of the independent sources under a record: all if there are few, else enough."""
        known = self._known.get(end)
        if known is not None:
            return known
        if end in self._open or len(self._open) > DEEPEST:
            self._round = True
            return frozenset()
        self._open.add(end)
        found: set[Any] = set()
        for other, _link in self._chain.rests_on(end):
            if other.kind == "evidence":
                if (source := self._chain.source_of(other.id)) is not None:
                    found.add(source)
            else:
                found |= self._sources(other)
            if len(found) >= ENOUGH:
                break
        self._open.discard(end)
        result = self._known[end] = frozenset(found)
        return result
