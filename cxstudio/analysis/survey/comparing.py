"""Whether figures differ: two waves or groups, and many groups at once.

Both figures of a comparison must rest on different people. Many tests at once are held to their
chance of any false alarm by Holm's step-down correction (Holm 1979).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import copysign, inf, sqrt
from statistics import NormalDist

import numpy as np

from cxstudio.analysis.survey.estimates import estimates
from cxstudio.analysis.survey.figure import Figure, Measure
from cxstudio.analysis.survey.nps import SMALL, WITHHELD
from cxstudio.analysis.survey.student import reach, tail
from cxstudio.analysis.survey.sums import Sums


class Verdict(Enum):
    """What a comparison says of the first figure."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_SIGN = "no sign of a difference"
    TOO_FEW = "too few answers to tell"


@dataclass(frozen=True)
class Comparison:
    """The first figure less the second, in the unit of both.

    `difference` is the observed one; `low` to `high` is its interval, centred on the adjusted
    one. `statistic` is z, or t for means; `p` the two-sided chance of so large a one without a
    difference, corrected when many were compared. All are None where one has no uncertainty.
    """

    difference: float | None
    low: float | None
    high: float | None
    statistic: float | None
    p: float | None
    verdict: Verdict
    fewest: int
    """Answers behind the smaller of the two."""


def compare(a: Figure, b: Figure, *, level: float = 0.95) -> Comparison:
    """Compare two figures of one measure: z on adjusted values, Welch's t for means."""
    fewest = min(a.n, b.n)
    found = Comparison(_less(a.value, b.value), None, None, None, None, Verdict.TOO_FEW, fewest)
    if a.adjusted is None or b.adjusted is None:
        return found
    if a.standard_error is None or b.standard_error is None:
        return found
    error = sqrt(a.standard_error**2 + b.standard_error**2)
    apart, freedom = a.adjusted - b.adjusted, _freedom(a, b)
    statistic = apart / error if error else copysign(inf, apart) if apart else 0.0
    half = error * _reach(level, freedom)
    found = replace(found, low=apart - half, high=apart + half, statistic=statistic)
    return _judged(found, _chance(statistic, freedom), level)


def _less(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b


def _freedom(a: Figure, b: Figure) -> float:
    """Welch's degrees of freedom; infinite unless both are means of answers that differ."""
    va, vb = (a.standard_error or 0.0) ** 2, (b.standard_error or 0.0) ** 2
    if a.freedom is None or b.freedom is None or not va + vb:
        return inf
    return (va + vb) ** 2 / (va**2 / a.freedom + vb**2 / b.freedom)


def _reach(level: float, freedom: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2) if freedom == inf else reach(level, freedom)


def _chance(statistic: float, freedom: float) -> float:
    return 2 * NormalDist().cdf(-abs(statistic)) if freedom == inf else tail(statistic, freedom)


def _judged(found: Comparison, p: float, level: float) -> Comparison:
    """The verdict at a chance `p`.

    Fewer than 10 answers tell nothing; fewer than 30 tell of a difference that is clear, and
    nothing of its absence.
    """
    if found.fewest < WITHHELD or (p >= 1 - level and found.fewest < SMALL):
        verdict = Verdict.TOO_FEW
    elif p >= 1 - level:
        verdict = Verdict.NO_SIGN
    else:
        verdict = Verdict.HIGHER if (found.statistic or 0) > 0 else Verdict.LOWER
    return replace(found, p=p, verdict=verdict)


def together(found: Sequence[Comparison], *, level: float = 0.95) -> list[Comparison]:
    """The same comparisons with Holm's correction for having made all of them.

    Those of fewer than 10 answers are no tests and do not count among them.
    """
    tested = [i for i, c in enumerate(found) if c.p is not None and c.fewest >= WITHHELD]
    corrected = holm([found[i].p or 0.0 for i in tested])
    judged = list(found)
    for i, p in zip(tested, corrected, strict=True):
        judged[i] = _judged(found[i], p, level)
    return judged


def holm(chances: Sequence[float]) -> list[float]:
    """Holm's corrected p values, in the order given: never smaller than the plain ones."""
    order = sorted(range(len(chances)), key=lambda i: chances[i])
    corrected, highest = [0.0] * len(chances), 0.0
    for place, i in enumerate(order):
        highest = max(highest, min(1.0, (len(chances) - place) * chances[i]))
        corrected[i] = highest
    return corrected


def against_others(
    measure: Measure, groups: Sums, everyone: Sums, *, level: float = 0.95
) -> list[Comparison]:
    """Each group against all other people, with Holm's correction.

    `groups` is one-dimensional, `everyone` the sums of one group that holds them all.
    """
    here = estimates(measure, groups, level)
    others = estimates(measure, _others(everyone, groups), level)
    pairs = ((here.figure(i), others.figure(i)) for i in range(len(groups.n)))
    return together([compare(a, b, level=level) for a, b in pairs], level=level)


def _others(everyone: Sums, groups: Sums) -> Sums:
    """All but each group, without dust of rounding where a group is everyone."""
    rest = everyone - groups
    some = rest.n > 0
    parts = (rest.weight, rest.squares, rest.first, rest.second)
    return Sums(rest.n, *(np.where(some, part, 0.0) for part in parts))
