"""How much of the score's variance goes along with each driver, with bootstrap intervals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxstudio.analysis.survey import moments
from cxstudio.analysis.survey.johnson import johnson
from cxstudio.analysis.survey.lmg import MOST, lmg
from cxstudio.analysis.survey.moments import Columns, Progress
from cxstudio.analysis.survey.segments import Mask
from cxstudio.analysis.survey.sums import Floats

_BATCH = 20
"""Draws taken apart at once."""
_SAMPLING = 0.6
"""The share of the work that drawing is."""


@dataclass(frozen=True)
class Importance:
    """Shares of R² that sum to 1, R² itself, and the correlations both came from.

    Intervals are None without draws. `repaired` says that pairwise correlations contradicted each
    other and were brought to the nearest possible ones.
    """

    shares: Floats
    low: Floats | None
    high: Floats | None
    explained: float
    explained_low: float | None
    explained_high: float | None
    correlations: Floats
    repaired: bool


def importance(
    columns: Columns, draws: int, level: float, seed: int, progress: Progress | None
) -> Importance:
    """The importance of all columns but the last for the last, which is the score."""
    whole, changed = _possible(moments.correlations(columns)[None], columns)
    parts = taken_apart(whole)[0]
    explained = float(parts.sum())
    found = Importance(
        _shares(parts), None, None, explained, None, None, whole[0], bool(changed.any())
    )
    return found if not draws else _with_intervals(found, columns, draws, level, seed, progress)


def taken_apart(matrices: Floats) -> Floats:
    """The parts of R² for each matrix: LMG up to 10 drivers, Johnson's beyond."""
    return (lmg if matrices.shape[-1] - 1 <= MOST else johnson)(matrices)


def _with_intervals(
    found: Importance,
    columns: Columns,
    draws: int,
    level: float,
    seed: int,
    progress: Progress | None,
) -> Importance:
    tell = progress or (lambda _share: None)
    drawn = moments.draws(columns, draws, seed, lambda share: tell(_SAMPLING * share))
    matrices, _ = _possible(drawn, columns)
    parts = []
    for begin in range(0, draws, _BATCH):
        parts.append(taken_apart(matrices[begin : begin + _BATCH]))
        tell(_SAMPLING + (1 - _SAMPLING) * min(1.0, (begin + _BATCH) / draws))
    every = np.vstack(parts)
    ends = [(1 - level) / 2, (1 + level) / 2]
    low, high = np.quantile(_shares(every), ends, axis=0)
    r_low, r_high = np.quantile(every.sum(axis=1), ends)
    return Importance(
        found.shares,
        low,
        high,
        found.explained,
        float(r_low),
        float(r_high),
        found.correlations,
        found.repaired,
    )


def _possible(matrices: Floats, columns: Columns) -> tuple[Floats, Mask]:
    if columns.complete:
        return matrices, np.zeros(len(matrices), dtype=bool)
    return moments.repaired(matrices)


def _shares(parts: Floats) -> Floats:
    """Parts of R² as shares of it; all alike where nothing is explained."""
    parts = np.maximum(parts, 0)
    total = parts.sum(axis=-1, keepdims=True)
    even = np.full_like(parts, 1 / parts.shape[-1])
    return np.asarray(np.divide(parts, total, out=even, where=total > 1e-12))
