"""How severe a gap is, and how large an opportunity.

There is no accepted standard for the severity of a gap: it is the engagement's own scale,
and every place that shows it says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cxstudio.model import Engagement, Gap

Band = Literal["severe", "high", "medium", "low"]

BANDS: tuple[tuple[Band, float], ...] = (
    ("severe", 15.0),
    ("high", 10.0),
    ("medium", 5.0),
    ("low", 0.0),
)
"""The bands with the severity at which each begins, from the top."""


HIGHEST_IMPORTANCE, LONGEST_DISTANCE = 5.0, 10.0
HIGHEST = HIGHEST_IMPORTANCE * LONGEST_DISTANCE
"""The severity of what could not be worse, whatever the weights."""

MOST_WEIGHT = 3.0


@dataclass(frozen=True)
class Weights:
    """The powers of the three factors: 1 as it is, 0 leaves a factor out, 2 counts it twice.

    Raises ValueError for a weight outside 0 to 3.
    """

    importance: float = 1.0
    distance: float = 1.0
    reach: float = 1.0

    def __post_init__(self) -> None:
        for value in (self.importance, self.distance, self.reach):
            if not 0 <= value <= MOST_WEIGHT:
                raise ValueError(f"A weight of {value} is not between 0 and {MOST_WEIGHT:g}.")

    @property
    def equal(self) -> bool:
        """Whether every factor counts as it is."""
        return self == EQUAL

    @classmethod
    def of(cls, engagement: Engagement | None) -> Weights:
        """The engagement's own weights, each held within its bounds."""
        if engagement is None:
            return cls()
        written = (
            engagement.importance_weight,
            engagement.distance_weight,
            engagement.reach_weight,
        )
        return cls(*(min(max(float(value), 0.0), MOST_WEIGHT) for value in written))


EQUAL = Weights()


def severity(
    importance: float | None,
    current: float | None,
    target: float | None,
    reach: float | None,
    weights: Weights = EQUAL,
) -> float | None:
    """Importance × max(0, target − current) × reach, or None when one of them is missing.

    `importance` runs from 1 to 5, `reach` is the share of customers from 0 to 1, `current`
    and `target` stand on one scale from 0 to 10 where more is better. With other `weights` it is
    50 × (importance / 5)^a × (distance / 10)^b × reach^c, which is the same when all are 1 and
    always lies between 0 and 50, so that the bands keep their meaning.
    Raises ValueError for an importance or a reach outside its range.
    """
    if importance is None or current is None or target is None or reach is None:
        return None
    if not 1 <= importance <= HIGHEST_IMPORTANCE:
        raise ValueError(f"An importance of {importance} is not between 1 and 5.")
    if not 0 <= reach <= 1:
        raise ValueError(f"A reach of {reach} is not a share between 0 and 1.")
    distance = max(0.0, target - current)
    if weights.equal or not distance or not reach:
        return importance * distance * reach
    shares = (importance / HIGHEST_IMPORTANCE, distance / LONGEST_DISTANCE, reach)
    powers = (weights.importance, weights.distance, weights.reach)
    return HIGHEST * math.prod(math.pow(*pair) for pair in zip(shares, powers, strict=True))


def severity_of(gap: Gap, weights: Weights) -> float | None:
    """The severity of a gap as the engagement weighs it."""
    return severity(gap.importance, gap.current, gap.target, gap.reach, weights)


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of all severity the most severe gaps hold: `first` of `scored`, a share 0 to 1."""

    first: int
    scored: int
    share: float


def concentration(severities: Iterable[float | None], first: int = 3) -> Concentration | None:
    """The share of the three most severe gaps; None with too few that are scored, or none severe.

    Gaps that are set aside are not to be among them.
    """
    known = sorted((value for value in severities if value is not None), reverse=True)
    total = sum(known)
    if len(known) <= first or not total:
        return None
    return Concentration(first, len(known), sum(known[:first]) / total)


def band(value: float | None) -> Band | None:
    """The band of a severity as it is shown, with one decimal; None when it has no score.

    Raises ValueError below zero.
    """
    if value is None:
        return None
    shown = round(value, 1)
    for name, start in BANDS:
        if shown >= start:
            return name
    raise ValueError(f"A severity of {value} is below zero.")


def opportunity(importance: float | None, satisfaction: float | None) -> float | None:
    """Importance + max(importance − satisfaction, 0), both 0 to 10 (Ulwick 2005); 0 to 20.

    None when one is missing. Raises ValueError for a value outside 0 to 10.
    """
    if importance is None or satisfaction is None:
        return None
    for value in (importance, satisfaction):
        if not 0 <= value <= 10:
            raise ValueError(f"{value} is not between 0 and 10.")
    return importance + max(importance - satisfaction, 0.0)


@dataclass(frozen=True)
class Cell:
    """Gaps of one department in one stage: their summed severity and how many they are.

    `severity` is None when none of them is scored.
    """

    severity: float | None
    gaps: int


@dataclass(frozen=True)
class Matrix:
    """Severity by stage and department, both in the order in which they were first met."""

    stages: tuple[str, ...]
    departments: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]

    def at(self, stage: str, department: str) -> Cell | None:
        """The cell of a stage and a department, None where no gap sits."""
        return self.cells.get((stage, department))


def matrix(gaps: Iterable[tuple[str, str, float | None]]) -> Matrix:
    """Sums gaps given as (stage, department, severity).

    A gap shared by two departments is given once for each and counts in each.
    """
    cells: dict[tuple[str, str], Cell] = {}
    for stage, department, value in gaps:
        before = cells.get((stage, department), Cell(None, 0))
        total = before.severity if value is None else (before.severity or 0.0) + value
        cells[stage, department] = Cell(total, before.gaps + 1)
    return Matrix(
        stages=tuple(dict.fromkeys(stage for stage, _ in cells)),
        departments=tuple(dict.fromkeys(department for _, department in cells)),
        cells=cells,
    )
