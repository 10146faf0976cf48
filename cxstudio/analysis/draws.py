"""Draws from ranges: seeded, so that the same figures give the same result on every machine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cxstudio.analysis.ranges import Estimate

Floats = npt.NDArray[np.float64]

SEED = 2026
"""The seed of every simulation of the program; printed wherever a result of one is shown."""
DRAWS = 10_000


def drawn(estimates: Sequence[Estimate], draws: int = DRAWS, seed: int = SEED) -> Floats:
    """One row a figure, one column a draw; each figure on its own, from a triangle.

    The triangular distribution from low to high with its peak at likely, by the inverse of its
    distribution function: with F = (likely − low) / (high − low), a uniform u below F gives
    low + √(u (high − low) (likely − low)), else high − √((1 − u) (high − low) (high − likely)).
    Random numbers are NumPy's PCG64.
    """
    chance = np.random.Generator(np.random.PCG64(seed)).random((len(estimates), draws))
    ends = np.array([(e.low, e.likely, e.high) for e in estimates], np.float64).reshape(-1, 3)
    low, likely, high = (ends[:, [place]] for place in range(3))
    wide = high - low
    peak = np.divide(likely - low, wide, out=np.zeros_like(wide), where=wide > 0)
    rising = low + np.sqrt(chance * wide * (likely - low))
    falling = high - np.sqrt((1 - chance) * wide * (high - likely))
    found: Floats = np.where(chance < peak, rising, falling)
    return found
