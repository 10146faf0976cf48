"""Importance against performance: what to fix, to keep, to watch, and what is good enough."""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """The corner of the quadrant."""

    FIX = "important and behind"
    KEEP = "important and ahead"
    WATCH = "less important and behind"
    GOOD_ENOUGH = "less important and ahead"


def place(share: float, even: float, reached: float, middle: float) -> Place:
    """The corner of a driver; what stands on a line counts as important, and as ahead."""
    if share >= even:
        return Place.KEEP if reached >= middle else Place.FIX
    return Place.GOOD_ENOUGH if reached >= middle else Place.WATCH


def on_scale(mean: float | None, scale: tuple[float, float]) -> float:
    """Where a mean lies between the lowest and the highest answer, 0 to 1; 0 without answers.

    Raises ValueError for a scale whose ends are not in order.
    """
    lowest, highest = scale
    if not lowest < highest:
        raise ValueError(f"A scale from {lowest} to {highest} has no length.")
    return 0.0 if mean is None else (mean - lowest) / (highest - lowest)
