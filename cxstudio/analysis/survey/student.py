"""Student's t distribution, for intervals and tests of means.

The incomplete beta function by its continued fraction, after Lentz; see the NIST Digital Library
of Mathematical Functions, 8.17.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist

_TINY = 1e-300


def tail(t: float, freedom: float) -> float:
    """The chance of a value beyond |t| on either side, with `freedom` degrees of freedom."""
    return _beta(freedom / 2, 0.5, freedom / (freedom + t * t))


@lru_cache(maxsize=4096)
def reach(level: float, freedom: float) -> float:
    """How many standard errors an interval at `level` reaches: 2.262 at 0.95 and 9.

    Newton's method from the normal quantile on. Raises ValueError for no degree of freedom.
    """
    if not freedom > 0:
        raise ValueError("An interval of a mean needs two answers.")
    z = NormalDist().inv_cdf((1 + level) / 2)
    t = z + (z**3 + z) / (4 * freedom)
    for _ in range(100):
        # On a logarithmic scale, so that the heavy tails of few degrees converge too.
        off = log(tail(t, freedom) / (1 - level))
        slope = -2 * _density(t, freedom) / tail(t, freedom)
        step = min(max(off / slope, -t / 2), 2 * t)
        t -= step
        if abs(step) < 1e-12 * t:
            break
    return t


def _density(t: float, freedom: float) -> float:
    scale = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - log(freedom * pi) / 2
    return exp(scale - (freedom + 1) / 2 * log1p(t * t / freedom))


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x >= 1.0:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x > (a + 1) / (a + b + 2):
        return 1.0 - front * _fraction(b, a, 1 - x) / b
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 2 + int(10 * sqrt(max(a, b))) + 300):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _off_zero(1 + term * d)
            c = _off_zero(1 + term / c)
            result *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return result


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
