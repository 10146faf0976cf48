"""How firmly an initiative stands in the ranking when its figures vary within their doubt.

Every figure is drawn from a triangle around its value. Scores on criteria lie between their own
ends, or `STEPS` × (1 − confidence) either way where none are written, within 1 to 5; so does the
benefit. Severity, reach and effort lie between value / (1 + doubt) and value × (1 + doubt), doubt
being 1 − confidence: from half to double when nothing is sure. A confidence not written is 0.5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cxstudio.analysis.draws import DRAWS, SEED, Floats, drawn
from cxstudio.analysis.plan.candidates import STEPS, Candidate, Method
from cxstudio.analysis.plan.rice import IMPACTS
from cxstudio.analysis.plan.weighing import shares
from cxstudio.analysis.ranges import Estimate

TOP = 5
NINE_IN_TEN = (0.05, 0.95)


@dataclass(frozen=True)
class Standing:
    """The share of draws in which it is among the first `top`; nine in ten of its ranks lie
    between `best` and `worst`."""

    share: float
    best: int
    worst: int


def standings(
    candidates: Sequence[Candidate],
    method: Method,
    weights: Mapping[int, float],
    top: int = TOP,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[int, Standing]:
    """The standing of each candidate that has a score, by id."""
    scored = [one for one in candidates if one.score(method, weights) is not None]
    if not scored:
        return {}
    chances = _chances(_scores(scored, method, weights, draws, seed))
    reached = np.cumsum(chances, axis=1)
    low, high = (np.argmax(reached >= end - 1e-12, axis=1) + 1 for end in NINE_IN_TEN)
    often = reached[:, min(top, len(scored)) - 1]
    return {
        one.id: Standing(float(often[at]), int(low[at]), int(high[at]))
        for at, one in enumerate(scored)
    }


def _chances(scores: Floats) -> Floats:
    """How often each row has each rank, as shares; equal scores stand in the order given."""
    count, draws = scores.shape
    order = np.argsort(-scores.T, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(count)[None, :], axis=1)
    found = np.bincount((ranks + np.arange(count) * count).ravel(), minlength=count * count)
    often: Floats = found.reshape(count, count) / draws
    return often


def _scores(
    scored: Sequence[Candidate],
    method: Method,
    weights: Mapping[int, float],
    draws: int,
    seed: int,
) -> Floats:
    if method == "weighted":
        parts = shares(weights)
        ranges = [one.scores[key] for one in scored for key in parts]
        values = drawn(ranges, draws, seed).reshape(len(scored), len(parts), draws)
        means: Floats = np.einsum("ikd,k->id", values, np.array(list(parts.values())))
        return means
    efforts = [_around(one.effort or 0.0, one.doubt) for one in scored]
    if method == "gain":
        severities = [_around(one.severity or 0.0, one.doubt) for one in scored]
        values = drawn([*severities, *efforts], draws, seed)
        return values[: len(scored)] / values[len(scored) :]
    reaches = [_around(one.reach or 0.0, one.doubt) for one in scored]
    benefits = [_benefit(one) for one in scored]
    reach, benefit, effort = np.split(drawn([*reaches, *benefits, *efforts], draws, seed), 3)
    confidence = np.array([[one.confidence or 0.0] for one in scored])
    found: Floats = reach * np.interp(benefit, np.arange(1, 6), IMPACTS) * confidence / effort
    return found


def _around(value: float, doubt: float) -> Estimate:
    return Estimate(value / (1 + doubt), value, value * (1 + doubt))


def _benefit(one: Candidate) -> Estimate:
    value, away = one.benefit or 1.0, STEPS * one.doubt
    return Estimate(value - away, value, value + away).within(1.0, 5.0)
