"""Figures that nobody knows exactly: a low, a likely and a high value.

Rules for what is not written: a likely value that is missing is the middle of the two ends, an end
that is missing is the likely value, and ends are put in order. A likely value outside its ends
widens them; `contradicts` tells, so that it can be said.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Estimate:
    """Low ≤ likely ≤ high, in whatever unit the figure has."""

    low: float
    likely: float
    high: float

    @property
    def open(self) -> bool:
        """Whether it is a range at all."""
        return self.low < self.high

    def turned(self) -> Estimate:
        """The same figure with the other sign."""
        return Estimate(-self.high, -self.likely, -self.low)

    def within(self, low: float, high: float) -> Estimate:
        """The figure with all three values held between two bounds."""
        ends = (min(max(value, low), high) for value in (self.low, self.likely, self.high))
        return Estimate(*ends)


def estimate(low: float | None, likely: float | None, high: float | None) -> Estimate | None:
    """The figure, what is missing filled in by the rules above; None when nothing is known."""
    known = [value for value in (low, likely, high) if value is not None]
    if not known:
        return None
    middle = likely if likely is not None else (min(known) + max(known)) / 2
    return Estimate(min(known), middle, max(known))


def contradicts(low: float | None, likely: float | None, high: float | None) -> bool:
    """Whether the likely value lies outside the two ends."""
    if low is None or likely is None or high is None:
        return False
    return not min(low, high) <= likely <= max(low, high)
