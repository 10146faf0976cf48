"""From sums to figures: the value of each group, its interval, and what tests rest on.

NPS: the adjusted Wald interval of nps.py. Share: Wilson's interval, and for tests one high and
one other answer are added (Agresti and Caffo 2000). Mean: Student's t with Kish's effective number
of answers, cut at the ends of its scale, beyond which no mean can lie. All arrays have the shape
of the sums; what cannot be told is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey.figure import Figure, Measure
from cxstudio.analysis.survey.nps import adjusted
from cxstudio.analysis.survey.student import reach
from cxstudio.analysis.survey.sums import Floats, Sums, sums


@dataclass(frozen=True)
class Estimates:
    """Figures of many groups as arrays; `figure(i)` is one of them."""

    n: npt.NDArray[np.int64]
    effective: Floats
    value: Floats
    low: Floats
    high: Floats
    adjusted: Floats
    standard_error: Floats
    freedom: Floats
    """Degrees of freedom; infinite where the normal distribution holds."""
    level: float

    def figure(self, *at: int) -> Figure:
        """One group's figure."""
        names = ("value", "low", "high", "adjusted", "standard_error")
        found = {name: _told(getattr(self, name)[at]) for name in names}
        freedom = self.freedom[at]
        told = None if np.isinf(freedom) else _told(freedom)
        effective = float(self.effective[at])
        return Figure(int(self.n[at]), level=self.level, freedom=told, effective=effective, **found)


def _told(value: Any) -> float | None:
    return None if np.isnan(value) else float(value)


def figure(
    measure: Measure,
    answers: pd.Series,
    weights: pd.Series | None = None,
    *,
    level: float = 0.95,
) -> Figure:
    """A measure of one group's answers; see `sums` for what is refused."""
    return estimates(measure, sums(measure, answers, weights), level).figure(0)


def estimates(measure: Measure, found: Sums, level: float = 0.95) -> Estimates:
    """The figures of sums."""
    with np.errstate(divide="ignore", invalid="ignore"):
        effective = found.weight**2 / found.squares
        n = np.where(found.weight > 0, found.n, 0)
        parts = _OF[measure.kind](found, effective, level)
    if measure.ends is not None:
        value, low, high, *rest = parts
        parts = (value, np.maximum(low, measure.ends[0]), np.minimum(high, measure.ends[1]), *rest)
    return Estimates(n, np.nan_to_num(effective), *parts, level)


_DUST = 1e-14
"""A share of the mean square below which a spread is only rounding."""

Parts = tuple[Floats, Floats, Floats, Floats, Floats, Floats]


def _nps(found: Sums, effective: Floats, level: float) -> Parts:
    p, d = found.first / found.weight, found.second / found.weight
    centre, error = adjusted(p, d, effective)
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    low, high = np.maximum(centre - half, -1), np.minimum(centre + half, 1)
    points = (100 * x for x in (p - d, low, high, centre, error))
    return (*points, np.full_like(p, np.inf))  # type: ignore[return-value]


def _share(found: Sums, effective: Floats, level: float) -> Parts:
    p = found.first / found.weight
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (p * effective + z * z / 2) / (effective + z * z)
    half = z / (effective + z * z) * np.sqrt(p * (1 - p) * effective + z * z / 4)
    centre = (p * effective + 1) / (effective + 2)
    error = np.sqrt(centre * (1 - centre) / (effective + 2))
    low, high = np.maximum(middle - half, 0), np.minimum(middle + half, 1)
    percent = (100 * x for x in (p, low, high, centre, error))
    return (*percent, np.full_like(p, np.inf))  # type: ignore[return-value]


def _mean(found: Sums, effective: Floats, level: float) -> Parts:
    mean = found.first / found.weight
    square = found.second / found.weight
    spread = np.where(square - mean**2 > _DUST * square, square - mean**2, 0)
    freedom = np.where(effective > 1 + 1e-9, effective - 1, np.nan)
    error = np.sqrt(spread / freedom)
    half = error * _reaches(level, freedom)
    return mean, mean - half, mean + half, mean, error, freedom


def _reaches(level: float, freedom: Floats) -> Floats:
    flat = [np.nan if np.isnan(df) else reach(level, float(df)) for df in freedom.ravel()]
    return np.array(flat, dtype=np.float64).reshape(freedom.shape)


_OF = {"nps": _nps, "share": _share, "mean": _mean}
