"""NPS with its interval, the comparison of two scores, and the score by group.

The figures follow B. Rocks, "Interval Estimation for the Net Promoter Score",
The American Statistician 70 (2016): three answers are added, three quarters of one answer
to the promoters, three quarters of one to the detractors and the rest to the passives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

SMALL = 30
"""Scores of fewer answers are marked."""
WITHHELD = 10
"""Scores of fewer answers are not shown to a client."""

_ADDED = 3.0
_ADDED_EACH = 0.75

Audience = Literal["internal", "client"]


@dataclass(frozen=True)
class Nps:
    """A Net Promoter Score in points, -100 to 100.

    `score` is the observed one; `low` to `high` is the adjusted Wald interval at `level`,
    centred on `adjusted`, not on `score`. All five figures are None when nobody answered.
    With weights, the three counts are weighted and scaled so that they sum to `n`.
    """

    n: int
    promoters: float
    passives: float
    detractors: float
    score: float | None
    low: float | None
    high: float | None
    level: float
    adjusted: float | None = None
    standard_error: float | None = None
    effective: float = 0.0
    """Kish's effective number of answers; `n` without weights."""

    @property
    def small(self) -> bool:
        """Fewer than 30 answers: show the score with a mark."""
        return self.n < SMALL

    def withheld(self, audience: Audience) -> bool:
        """Fewer than 10 answers: a client is shown `n` and no score."""
        return audience == "client" and self.n < WITHHELD


class Difference(NamedTuple):
    """A two-sided test of two scores: z, and the chance of so large a z without a difference."""

    z: float
    p: float


def nps(
    scores: Iterable[float | None],
    weights: Iterable[float] | None = None,
    *,
    level: float = 0.95,
) -> Nps:
    """The score of answers 0 to 10; None and NaN are people who did not answer.

    Promoters gave 9 or 10, detractors 0 to 6. `weights` go with `scores` one to one; the
    interval then rests on Kish's effective number of answers, (Σw)² / Σw².
    Raises ValueError for an answer that is not a whole number from 0 to 10, for a weight
    below zero, and when there are more or fewer weights than scores.
    """
    answers = list(scores)
    shares = [1.0] * len(answers) if weights is None else list(weights)
    given = [
        (answer, weight)
        for answer, weight in zip(answers, shares, strict=True)
        if answer is not None and not isnan(answer)
    ]
    for answer, weight in given:
        if answer not in range(11):
            raise ValueError(f"{answer} is not a whole number from 0 to 10.")
        if not weight >= 0:
            raise ValueError(f"A weight of {weight} is below zero.")
    promoters = sum(weight for answer, weight in given if answer >= 9)
    detractors = sum(weight for answer, weight in given if answer <= 6)
    total = sum(weight for _, weight in given)
    squares = sum(weight * weight for _, weight in given)
    if not total:
        return from_counts(0, 0, 0, level=level)
    scale = len(given) / total
    return _score(len(given), promoters * scale, detractors * scale, total * total / squares, level)


def from_counts(
    promoters: float,
    passives: float,
    detractors: float,
    *,
    n: int | None = None,
    effective: float | None = None,
    level: float = 0.95,
) -> Nps:
    """The score when only the three counts are known.

    Weighted counts go with the number of answers `n` and their effective number.
    """
    total = promoters + passives + detractors
    if not total:
        return Nps(0, 0, 0, 0, None, None, None, level)
    n = round(total) if n is None else n
    scale = n / total
    effective = n if effective is None else effective
    return _score(n, promoters * scale, detractors * scale, effective, level)


def adjusted(p: Any, d: Any, effective: Any) -> tuple[Any, Any]:
    """Adjusted score and its standard error, both −1 to 1, for numbers or arrays.

    `p` and `d` are the shares of promoters and detractors among `effective` answers.
    """
    n = effective + _ADDED
    more_p = (p * effective + _ADDED_EACH) / n
    more_d = (d * effective + _ADDED_EACH) / n
    centre = more_p - more_d
    return centre, ((more_p + more_d - centre**2) / n) ** 0.5


def _score(n: int, promoters: float, detractors: float, effective: float, level: float) -> Nps:
    p, d = promoters / n, detractors / n
    centre, error = adjusted(p, d, effective)
    reach = NormalDist().inv_cdf((1 + level) / 2) * error
    return Nps(
        n=n,
        promoters=promoters,
        passives=n - promoters - detractors,
        detractors=detractors,
        score=100 * (p - d),
        low=100 * max(-1.0, centre - reach),
        high=100 * min(1.0, centre + reach),
        level=level,
        adjusted=100 * centre,
        standard_error=100 * error,
        effective=effective,
    )


def differ(a: Nps, b: Nps) -> Difference | None:
    """Whether score `a` differs from `b`: z = (a − b) / √(SEa² + SEb²) on adjusted values.

    Both must rest on different people. None when nobody answered one of them.
    """
    if a.adjusted is None or b.adjusted is None:
        return None
    if a.standard_error is None or b.standard_error is None:
        return None
    z = (a.adjusted - b.adjusted) / sqrt(a.standard_error**2 + b.standard_error**2)
    return Difference(z, 2 * NormalDist().cdf(-abs(z)))


def nps_by(
    frame: pd.DataFrame,
    score: str,
    column: str,
    *,
    weight: str | None = None,
    audience: Audience = "internal",
    level: float = 0.95,
) -> pd.DataFrame:
    """The score of each group in `column`, the largest group first.

    `frame` has one row per person; the cells of `score` may be text or numbers, and what is
    no score from 0 to 10 is no answer. Returns one row per group with the columns `group`
    (text, "" for people without one), `n`, `promoters`, `passives`, `detractors`, `score`,
    `low`, `high` (points, NaN where not shown), `small` (n under 30), `withheld` (n under 10
    in the client's audience, where the counts are hidden with the score). Groups in which
    nobody answered are left out. Raises KeyError for a column that is not there.
    """
    import pandas as pd

    from cxstudio.analysis.survey.answers import scores
    from cxstudio.analysis.survey.scores import net_promoter

    answers = scores(frame[score])
    groups = frame[column].fillna("").astype(str).str.strip()
    rows = []
    for group in sorted(groups.unique()):
        chosen = groups == group
        weights = None if weight is None else frame.loc[chosen, weight].astype(float)
        result = net_promoter(answers[chosen], weights, level=level)
        if result.n:
            rows.append(_row(group, result, audience))
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.sort_values("n", ascending=False, kind="stable", ignore_index=True)


_FIGURES = ("promoters", "passives", "detractors", "score", "low", "high")
_COLUMNS = ["group", "n", *_FIGURES, "small", "withheld"]


def _row(group: str, result: Nps, audience: Audience) -> dict[str, object]:
    hidden = result.withheld(audience)
    figures = {name: None if hidden else getattr(result, name) for name in _FIGURES}
    return {
        "group": group,
        "n": result.n,
        **figures,
        "small": result.small,
        "withheld": hidden,
    }
