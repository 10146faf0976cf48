"""The plan in figures, worked out once for a report: ranking, what fits, and the business case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cxstudio.analysis.business.parts import Case, Fault
from cxstudio.analysis.gaps.severity import Weights
from cxstudio.analysis.plan.candidates import Candidate, Method, candidates, weights_of
from cxstudio.analysis.plan.fitting import Line
from cxstudio.analysis.plan.of_records import plan_fitting, severities
from cxstudio.analysis.plan.weighing import ranks
from cxstudio.analysis.ranges import estimate
from cxstudio.model import Criterion, CriterionScore, Dependency, Effect, Gap, Initiative, Kpi
from cxstudio.report import counts

if TYPE_CHECKING:
    from cxstudio.analysis.business.result import Outcome
    from cxstudio.analysis.business.simulation import Alike, Bar, Spread
    from cxstudio.analysis.plan.standing import Standing
    from cxstudio.report.context import Context


@dataclass(frozen=True, slots=True)
class Ranked:
    """One initiative in its place. `rank` is None without a score, `line` says whether it fits."""

    initiative: Initiative
    candidate: Candidate
    rank: int | None
    score: float | None
    line: Line | None

    @property
    def fits(self) -> bool:
        return self.line is not None and self.line.taken


def likely_cost(one: Initiative) -> float | None:
    """What it costs once: the middle of its range."""
    known = estimate(one.cost_low, None, one.cost_high)
    return known.likely if known else None


class PlanFigures:
    """The ranking by the engagement's own criteria, or by the severity taken away for the effort
    where no criterion is scored."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.initiatives = counts.initiatives(context)
        self.weights = weights_of(context.all(Criterion))

    @cached_property
    def candidates(self) -> list[Candidate]:
        context = self._context
        weights = Weights.of(context.engagement)
        taken_away = severities(self.initiatives, context.all(Gap), context.chain, weights)
        return candidates(self.initiatives, taken_away, context.all(CriterionScore))

    @cached_property
    def method(self) -> Method:
        weighted = [one.score("weighted", self.weights) for one in self.candidates]
        return "weighted" if any(score is not None for score in weighted) else "gain"

    @cached_property
    def ranked(self) -> list[Ranked]:
        """In the order of the ranking; those without a score last, in the user's order."""
        scores = {one.id: one.score(self.method, self.weights) for one in self.candidates}
        places = ranks(scores)
        by_id = {one.id: one for one in self.candidates}
        order = sorted(
            self.initiatives, key=lambda one: (places.get(one.id, len(places) + 1), one.position)
        )
        context = self._context
        waits = context.all(Dependency)
        fits = plan_fitting(order, places, waits, context.engagement)
        lines = {line.id: line for line in fits.lines}
        return [
            Ranked(one, by_id[one.id], places.get(one.id), scores[one.id], lines.get(one.id))
            for one in order
            if one.id in by_id
        ]

    @cached_property
    def standings(self) -> dict[int, Standing]:
        """How firmly each stands among the first five when its figures vary."""
        from cxstudio.analysis.plan.standing import standings

        return standings(self.candidates, self.method, self.weights)

    # ── The business case ─────────────────────────────────────────────────────────────────

    @cached_property
    def _read(self) -> tuple[Case | None, tuple[Fault, ...]]:
        from cxstudio.analysis.business.reading import read_case

        context = self._context
        return read_case(
            context.engagement, self.initiatives, context.all(Effect), context.all(Kpi)
        )

    @property
    def case(self) -> Case | None:
        """None while nothing with dates costs or brings anything."""
        case = self._read[0]
        return case if case is not None and case.terms else None

    @property
    def faults(self) -> tuple[Fault, ...]:
        return self._read[1]

    @cached_property
    def outcome(self) -> Outcome | None:
        from cxstudio.analysis.business.result import outcome

        return outcome(self.case) if self.case else None

    @cached_property
    def spread(self) -> Spread | None:
        from cxstudio.analysis.business.simulation import simulated

        return simulated(self.case) if self.case else None

    @cached_property
    def alike(self) -> Alike | None:
        from cxstudio.analysis.business.simulation import alike

        return alike(self.case) if self.case else None

    @cached_property
    def tornado(self) -> tuple[Bar, ...]:
        from cxstudio.analysis.business.simulation import tornado

        return tornado(self.case) if self.case else ()
