"""Weighted scoring with the engagement's own criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Weighed:
    """The weighted mean of the scores, 1 to 5, or None with the criteria that have no score."""

    value: float | None
    lacks: tuple[int, ...] = ()


def shares(weights: Mapping[int, float]) -> dict[int, float]:
    """Each criterion's share of all weights, summing to 1; those of no weight are left out.

    A weight below zero counts as none.
    """
    given = {key: weight for key, weight in weights.items() if weight > 0}
    total = sum(given.values())
    return {key: weight / total for key, weight in given.items()}


def weighed(scores: Mapping[int, float | None], weights: Mapping[int, float]) -> Weighed:
    """Σ weight × score / Σ weight over the criteria that have a weight.

    An initiative without a score on one of them has none as a whole: a mean over what happens to
    be known would reward not knowing.
    """
    parts = shares(weights)
    lacks = tuple(key for key in parts if scores.get(key) is None)
    if lacks or not parts:
        return Weighed(None, lacks)
    return Weighed(sum(part * (scores[key] or 0.0) for key, part in parts.items()))


def ranks(values: Mapping[int, float | None]) -> dict[int, int]:
    """The place of each that has a value, the highest first; equal values share a place.

    Equal to nine decimals: the order in which weights are added must not part two scores.
    """
    known = {key: round(value, 9) for key, value in values.items() if value is not None}
    return {key: 1 + sum(other > value for other in known.values()) for key, value in known.items()}
