"""The importance of many drivers by Johnson's relative weights.

The drivers are replaced by the uncorrelated variables nearest to them; the score's dependence on
those is shared out by how much each driver has of each (Johnson 2000). The parts sum to R², and
come close to LMG's at a fraction of the work.
"""

from __future__ import annotations

import numpy as np

from cxstudio.analysis.survey.sums import Floats

_NOTHING = 1e-10
"""Eigenvalues below this are rounding: that direction is already told by other drivers."""


def johnson(correlations: Floats) -> Floats:
    """Each driver's part of R²; shapes as for `lmg`."""
    k = correlations.shape[-1] - 1
    among, with_score = correlations[..., :k, :k], correlations[..., :k, k]
    spread, axes = np.linalg.eigh(among)
    roots = np.sqrt(np.maximum(spread, 0))
    inverse = np.where(spread > _NOTHING, 1 / np.maximum(roots, np.sqrt(_NOTHING)), 0)
    across = np.swapaxes(axes, -1, -2)
    loadings = axes * roots[..., None, :] @ across
    slopes = (axes * inverse[..., None, :] @ across @ with_score[..., None])[..., 0]
    return np.asarray((loadings**2 @ slopes[..., None] ** 2)[..., 0])
