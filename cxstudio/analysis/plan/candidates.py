"""Initiatives as what they are ranked by: three scores side by side (G2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cxstudio.analysis.plan.rice import rice
from cxstudio.analysis.plan.weighing import weighed
from cxstudio.analysis.ranges import Estimate, estimate
from cxstudio.model import Criterion, CriterionScore, Initiative

Method = Literal["gain", "rice", "weighted"]
METHODS: tuple[Method, ...] = ("gain", "rice", "weighted")
UNKNOWN = 0.5
"""The confidence of an initiative that has none written."""
STEPS = 2.0
"""How far a score from 1 to 5 may lie from its value when nothing is sure."""


@dataclass(frozen=True)
class Candidate:
    """One initiative. `severity` is the sum over the gaps it closes; `scores` are by criterion.

    `reach` is customers a year, `benefit` 1 to 5, `confidence` 0 to 1, `effort` person-months.
    """

    id: int
    severity: float | None = None
    effort: float | None = None
    reach: float | None = None
    benefit: float | None = None
    confidence: float | None = None
    scores: Mapping[int, Estimate] = field(default_factory=dict)

    @property
    def doubt(self) -> float:
        """1 − confidence, from 0 to 1."""
        known = UNKNOWN if self.confidence is None else self.confidence
        return min(max(1.0 - known, 0.0), 1.0)

    def score(self, method: Method, weights: Mapping[int, float]) -> float | None:
        """Severity taken away per person-month, RICE, or the weighted score; None without."""
        if method == "gain":
            return (
                self.severity / self.effort if self.severity is not None and self.effort else None
            )
        if method == "rice":
            return rice(self.reach, self.benefit, self.confidence, self.effort).value
        return weighed({key: one.likely for key, one in self.scores.items()}, weights).value


def candidates(
    initiatives: Iterable[Initiative],
    severities: Mapping[int, float | None],
    scores: Iterable[CriterionScore],
) -> list[Candidate]:
    """The initiatives that may still be chosen: not those dropped."""
    given: dict[int, list[CriterionScore]] = defaultdict(list)
    for score in scores:
        given[score.initiative_id].append(score)
    return [
        Candidate(
            one.id,
            severities.get(one.id),
            one.effort,
            one.reach,
            one.benefit_score,
            one.confidence,
            _ranges(given[one.id], one.confidence),
        )
        for one in initiatives
        if one.state != "dropped"
    ]


def _ranges(scores: Sequence[CriterionScore], confidence: float | None) -> dict[int, Estimate]:
    """A score's own ends; where they are not written, `STEPS` × (1 − confidence) either way."""
    away = STEPS * Candidate(0, confidence=confidence).doubt
    found = {}
    for one in scores:
        if one.value is not None:
            low = one.value - away if one.low is None else one.low
            high = one.value + away if one.high is None else one.high
            found[one.criterion_id] = Estimate(
                min(low, one.value), one.value, max(high, one.value)
            ).within(1.0, 5.0)
        elif (known := estimate(one.low, None, one.high)) is not None:
            found[one.criterion_id] = known.within(1.0, 5.0)
    return found


def usual_method(found: Iterable[Candidate], weights: Mapping[int, float]) -> Method:
    """The engagement's own criteria where they are scored, else severity by effort."""
    scored = any(one.score("weighted", weights) is not None for one in found)
    return "weighted" if scored else "gain"


def weights_of(criteria: Iterable[Criterion]) -> dict[int, float]:
    """The weights by criterion, as `shares` wants them."""
    return {one.id: one.weight for one in criteria}
