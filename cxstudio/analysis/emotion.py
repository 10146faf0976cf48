"""The emotion of a step from its evidence, −2 (very bad) to +2 (very good)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

LOWEST, HIGHEST = -2.0, 2.0

Step = TypeVar("Step", bound=Hashable)


class Feeling(NamedTuple):
    """One piece of evidence: what it says from −2 to +2, and its weight."""

    value: float
    weight: float = 1.0


def emotion(feelings: Iterable[Feeling]) -> float | None:
    """The weighted mean in steps of 0.1, or None without evidence: blank, never zero.

    Raises ValueError for a value outside −2 to +2 or a weight below zero.
    """
    total = weights = 0.0
    for value, weight in feelings:
        if not LOWEST <= value <= HIGHEST:
            raise ValueError(f"An emotion of {value} is not between −2 and +2.")
        if not weight >= 0:
            raise ValueError(f"A weight of {weight} is below zero.")
        total += value * weight
        weights += weight
    return round(total / weights, 1) + 0.0 if weights else None


def curve(
    steps: Iterable[Step], evidence: Iterable[tuple[Step, Feeling]]
) -> dict[Step, float | None]:
    """The emotion of each step in order, None where no evidence is linked to it.

    Evidence on a step that is not among `steps` is left out.
    """
    found: dict[Step, list[Feeling]] = {step: [] for step in steps}
    for step, feeling in evidence:
        if step in found:
            found[step].append(feeling)
    return {step: emotion(feelings) for step, feelings in found.items()}
