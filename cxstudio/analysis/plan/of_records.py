"""What of a plan fits into its budget and people, from the records of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from cxstudio.analysis.gaps.severity import Weights, severity_of
from cxstudio.analysis.plan.fitting import Fitting, Wanted, fitting
from cxstudio.analysis.ranges import estimate
from cxstudio.model import Dependency, Engagement, Gap, Initiative
from cxstudio.model.chain import Chain, End
from cxstudio.model.improvement import SET_ASIDE


class Costed(Protocol):
    """Something with a range of what it costs once."""

    @property
    def cost_low(self) -> float | None: ...

    @property
    def cost_high(self) -> float | None: ...


class Total(NamedTuple):
    """What a plan costs once, from the low ends to the high ones, and of how many it is known."""

    low: float
    high: float
    known: int


def total_cost(plan: Iterable[Costed]) -> Total | None:
    """The costs added up, a single end standing for both; None when none is known."""
    ranges = (estimate(one.cost_low, None, one.cost_high) for one in plan)
    known = [one for one in ranges if one is not None]
    if not known:
        return None
    return Total(sum(one.low for one in known), sum(one.high for one in known), len(known))


def severities(
    initiatives: Iterable[Initiative], gaps: Iterable[Gap], chain: Chain, weights: Weights
) -> dict[int, float | None]:
    """The summed severity of the gaps that each initiative closes, without those that are set
    aside; None when none is scored."""
    known = {gap.id: severity_of(gap, weights) for gap in gaps if gap.state not in SET_ASIDE}
    found: dict[int, float | None] = {}
    for one in initiatives:
        ends = chain.rests_on(End("initiative", one.id))
        closed = dict.fromkeys(end.id for end, _link in ends if end.kind == "gap")
        scored = [value for id in closed if (value := known.get(id)) is not None]
        found[one.id] = sum(scored) if scored else None
    return found


def plan_fitting(
    initiatives: Sequence[Initiative],
    places: Mapping[int, int],
    dependencies: Iterable[Dependency],
    engagement: Engagement,
) -> Fitting:
    """The line in the order of the places by id; the middle of a cost's range counts.

    What is dropped is not wanted, what is done costs no more.
    """
    wanted = []
    for one in initiatives:
        cost = estimate(one.cost_low, None, one.cost_high)
        if one.state != "dropped":
            wanted.append(
                Wanted(
                    one.id,
                    None if cost is None else cost.likely,
                    one.effort,
                    done=one.state == "done",
                    ranked=one.id in places,
                )
            )
    wanted.sort(key=lambda one: places.get(one.id, len(wanted) + 1))
    before = [(one.before_id, one.after_id) for one in dependencies]
    return fitting(wanted, before, engagement.budget, engagement.capacity)
