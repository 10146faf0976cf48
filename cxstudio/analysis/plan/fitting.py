"""What fits into the money and the people there are, in the order of a ranking.

From the top, each initiative is taken if it fits with all it must wait for, else it is left out
and the next one is tried. This is greedy: it keeps the ranking rather than filling the budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Why = Literal["", "budget", "people", "no_cost", "no_effort", "no_score", "before"]
"""Why it is left out; "" when it is taken. `before`: what it waits for is not to be done."""


@dataclass(frozen=True)
class Wanted:
    """One initiative: `cost` once, `effort` in person-months, None when not known.

    One that is `done` costs no more. One that is not `ranked` is taken only when another needs it.
    """

    id: int
    cost: float | None
    effort: float | None
    done: bool = False
    ranked: bool = True


@dataclass(frozen=True)
class Line:
    """Whether one is taken, else why not; `spent` and `months` run on down the lines.

    `needs` are those taken along with it because they come first, or, left out, those it waits
    for that do not fit either.
    """

    id: int
    taken: bool
    why: Why
    needs: tuple[int, ...]
    spent: float
    months: float


@dataclass(frozen=True)
class Fitting:
    """All lines in the order in which they were decided, and what is used up in the end."""

    lines: tuple[Line, ...]
    spent: float
    months: float

    @property
    def taken(self) -> frozenset[int]:
        """The ids of those that fit."""
        return frozenset(line.id for line in self.lines if line.taken)


def fitting(
    wanted: Sequence[Wanted],
    before: Iterable[tuple[int, int]],
    budget: float | None,
    capacity: float | None,
) -> Fitting:
    """Take from the top what fits; None for a budget or a capacity is no limit.

    `before` are pairs (first, then) of ids: the first must be in for the second to be.
    """
    line = _Line({one.id: one for one in wanted}, tuple(before), budget, capacity)
    for one in wanted:
        if one.ranked and not one.done:
            line.try_one(one)
    for one in wanted:
        if not one.ranked and not one.done and one.id not in line.decided:
            line.leave(one.id, "no_score", ())
    return Fitting(tuple(line.lines), line.spent, line.months)


class _Line:
    def __init__(
        self,
        wanted: Mapping[int, Wanted],
        before: Sequence[tuple[int, int]],
        budget: float | None,
        capacity: float | None,
    ) -> None:
        self._wanted, self._before = wanted, before
        self._budget, self._capacity = budget, capacity
        self.lines: list[Line] = []
        self.decided = {one.id for one in wanted.values() if one.done}
        self.spent = self.months = 0.0

    def try_one(self, one: Wanted) -> None:
        """Take it with what comes first, or leave it; what was taken along is done with."""
        if one.id in self.decided:
            return
        first, missing = self._first(one.id)
        if missing:
            self.leave(one.id, "before", missing)
            return
        bundle = [*(self._wanted[id] for id in first), one]
        why = self._fault(bundle)
        if why:
            own = self._fault([one])
            self.leave(one.id, why, () if own else tuple(first))
            return
        for part in bundle:
            self._take(part, tuple(first) if part is one else ())

    def _take(self, one: Wanted, needs: tuple[int, ...]) -> None:
        self.spent += max(one.cost or 0.0, 0.0)
        self.months += max(one.effort or 0.0, 0.0)
        self.decided.add(one.id)
        self.lines.append(Line(one.id, True, "", needs, self.spent, self.months))

    def leave(self, id: int, why: Why, needs: tuple[int, ...]) -> None:
        self.lines.append(Line(id, False, why, needs, self.spent, self.months))

    def _first(self, id: int) -> tuple[list[int], tuple[int, ...]]:
        """What must be taken before, the earliest first, and what of it is not to be done at all.

        A loop of dependencies is taken as a whole.
        """
        found: list[int] = []
        missing: list[int] = []
        seen = {id, *self.decided}

        def walk(after: int) -> None:
            for first, then in self._before:
                if then == after and first not in seen:
                    seen.add(first)
                    if first in self._wanted:
                        walk(first)
                        found.append(first)
                    else:
                        missing.append(first)

        walk(id)
        return found, tuple(missing)

    def _fault(self, bundle: Sequence[Wanted]) -> Why:
        if self._budget is not None:
            if any(one.cost is None for one in bundle):
                return "no_cost"
            if self.spent + sum(max(one.cost or 0.0, 0.0) for one in bundle) > self._budget:
                return "budget"
        if self._capacity is not None:
            if any(one.effort is None for one in bundle):
                return "no_effort"
            if self.months + sum(max(one.effort or 0.0, 0.0) for one in bundle) > self._capacity:
                return "people"
        return ""
