"""Draws from ranges: seeded, so that the same figures give the same result on every machine."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from cxstudio.analysis.ranges import Estimate

Floats = npt.NDArray[np.float64]

SEED = 2026
"""The seed of every simulation of the program; printed wherever a result of one is shown."""
DRAWS = 10_000


def drawn(
    estimates: Sequence[Estimate],
    draws: int = DRAWS,
    seed: int = SEED,
    together: Collection[int] = (),
) -> Floats:
    """One row a figure, one column a draw; each figure on its own, from a triangle. Those at the
    places `together` share one random number, so that they are low or high at once.

    The triangular distribution from low to high with its peak at likely, by the inverse of its
    distribution function: with F = (likely − low) / (high − low), a uniform u below F gives
    low + √(u (high − low) (likely − low)), else high − √((1 − u) (high − low) (high − likely)).
    Random numbers are NumPy's PCG64.
    """
    chance = np.random.Generator(np.random.PCG64(seed))
    shared = chance.random(draws) if together else None
    found = np.empty((len(estimates), draws))
    for row, one in enumerate(estimates):  # a row at a time stays in the processor's cache
        own = shared if row in together else None
        _triangle(one, chance.random(draws) if own is None else own, found[row])
    return found


def _triangle(one: Estimate, chance: Floats, found: Floats) -> None:
    """Put one figure's draws into `found`."""
    wide = one.high - one.low
    if wide <= 0:
        found[:] = one.likely
        return
    rising = chance < (one.likely - one.low) / wide
    before, after = wide * (one.likely - one.low), wide * (one.high - one.likely)
    root = np.sqrt(np.where(rising, chance * before, (1 - chance) * after))
    np.copyto(found, np.where(rising, one.low + root, one.high - root))
