"""What a shift of the score would be worth, as an association and with a range."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.student import reach

if TYPE_CHECKING:
    import pandas as pd

    from cxstudio.analysis.survey.sums import Floats

LEAST = 30
"""People with a score and a result below whom nothing is said."""
_TOP = 0.01


class Assumption(Enum):
    """What must hold for a worth to be an effect. Every one belongs beside the figure."""

    ASSOCIATION = "score and result go together; neither is shown to cause the other"
    SHARE_OF_EFFECT = "only the given share of the difference would come with the score"
    STRAIGHT_LINE = "the way from detractor to passive is worth as much as from passive to promoter"
    LIKE_THOSE_WHO_ANSWERED = "customers who did not answer are like those who did"
    ALL_CUSTOMERS = "the shift happens among all the given customers"
    ALL_ELSE_EQUAL = "prices, offer and market stay as they were"
    SAME_PERIOD = "the result is for the period in which it was measured"


@dataclass(frozen=True)
class Worth:
    """The result that goes along with `shift` points of NPS among `customers`.

    `per_point` is the difference in one customer's result for one point, from a straight line
    through detractors (−100), passives (0) and promoters (100), times `effect`; its range is at
    `level`, robust to groups that spread differently (HC1). `total` and its range are for all.
    `n` people have a score and a result, `lost` a score only. `top_share` is the part of all
    results that the highest hundredth of people has: near 1, few people decide the figure.
    """

    per_point: float
    per_point_low: float
    per_point_high: float
    shift: float
    customers: float
    effect: float
    level: float
    n: int
    lost: int
    top_share: float | None
    assumptions: tuple[Assumption, ...] = tuple(Assumption)

    @property
    def total(self) -> float:
        return self.per_point * self.shift * self.customers

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest total."""
        ends = [p * self.shift * self.customers for p in (self.per_point_low, self.per_point_high)]
        return min(ends), max(ends)

    @property
    def clear(self) -> bool:
        """Whether the range leaves out nothing at all."""
        return self.per_point_low > 0 or self.per_point_high < 0


def worth(
    answers: pd.Series,
    result: pd.Series,
    weights: pd.Series | None = None,
    *,
    shift: float,
    customers: float,
    effect: float = 1.0,
    level: float = 0.95,
) -> Worth | None:
    """The worth of a shift; None for fewer than 30 people or if all are of one kind.

    `effect` is the share of the association, 0 to 1, that is taken to come with the score. Raises
    ValueError for one outside that, or for fewer than no customers.
    """
    import numpy as np

    from cxstudio.analysis.survey.sums import UNANSWERED, scored, weighed

    if not 0 <= effect <= 1 or not customers >= 0:
        raise ValueError("The effect is a share from 0 to 1, and customers are none or more.")
    given = scored(answers)
    numbers = result.to_numpy(dtype=np.float64, na_value=np.nan)
    known = (given != UNANSWERED) & ~np.isnan(numbers)
    lost = int(np.count_nonzero(given != UNANSWERED)) - int(np.count_nonzero(known))
    each = np.ones(len(numbers)) if weights is None else weighed(weights, answers)
    known &= each > 0
    points = np.select([given >= 9, given >= 7], [100.0, 0.0], -100.0)[known]
    y, w = numbers[known], each[known]
    if len(y) < LEAST or points.min() == points.max():
        return None
    slope, error = _line(points, y, w)
    half = reach(level, len(y) - 2) * error
    ends = (effect * (slope - half), effect * (slope + half))
    top = _top_share(y, w)
    return Worth(effect * slope, *ends, shift, customers, effect, level, len(y), lost, top)


def _line(x: Floats, y: Floats, w: Floats) -> tuple[float, float]:
    """The weighted slope of y on x, and its error robust to unequal spread (HC1)."""
    import numpy as np

    centred = x - np.average(x, weights=w)
    spread = w @ centred**2
    slope = float(w @ (centred * y) / spread)
    left = y - np.average(y, weights=w) - slope * centred
    error = np.sqrt(((w * centred * left) ** 2).sum() * len(x) / (len(x) - 2)) / spread
    return slope, float(error)


def _top_share(y: Floats, w: Floats) -> float | None:
    """None where results can be below zero."""
    import numpy as np

    if y.min() < 0 or not w @ y:
        return None
    order = np.argsort(-y, kind="stable")
    reached = np.cumsum(w[order])
    top = reached <= max(_TOP * reached[-1], reached[0])
    return float((w * y)[order][top].sum() / (w @ y))
