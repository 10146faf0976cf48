"""The importance of each driver as its Shapley value of R² (LMG).

R² of every subset of drivers; a driver's part is what it adds, averaged over all orders in which
drivers may enter (Lindeman, Merenda and Gold 1980; Grömping 2006). The parts sum to R².
"""

from __future__ import annotations

from itertools import combinations
from math import factorial

import numpy as np
import numpy.typing as npt

from cxstudio.analysis.survey.sums import Floats

MOST = 10
"""Drivers beyond which Johnson's weights are used: 11 would need R² of 2,048 subsets."""
RIDGE = 1e-10
"""Added to the diagonal, so that drivers that say the same share what they say."""


def lmg(correlations: Floats) -> Floats:
    """Each driver's part of R².

    `correlations` has the shape (…, k + 1, k + 1) with the score last; the result (…, k).
    """
    k = correlations.shape[-1] - 1
    stack = correlations.reshape(-1, k + 1, k + 1)
    explained = subsets(stack)
    sizes = _sizes(k)
    parts = np.empty((len(stack), k))
    for driver in range(k):
        without = np.flatnonzero(np.arange(1 << k) & (1 << driver) == 0)
        added = explained[:, without | (1 << driver)] - explained[:, without]
        parts[:, driver] = added @ _weights(k)[sizes[without]]
    return parts.reshape(*correlations.shape[:-2], k)


def subsets(stack: Floats) -> Floats:
    """R² of each subset of drivers, numbered by its bits, for each matrix of the stack."""
    k = stack.shape[-1] - 1
    explained = np.zeros((len(stack), 1 << k))
    for size in range(1, k + 1):
        chosen = np.array(list(combinations(range(k), size)))
        among = stack[:, chosen[:, :, None], chosen[:, None, :]] + RIDGE * np.eye(size)
        with_score = stack[:, chosen, k]
        slopes = np.linalg.solve(among, with_score[..., None])[..., 0]
        explained[:, (1 << chosen).sum(axis=1)] = (slopes * with_score).sum(axis=-1)
    return explained


def _sizes(k: int) -> npt.NDArray[np.int64]:
    return np.array([number.bit_count() for number in range(1 << k)])


def _weights(k: int) -> Floats:
    """How likely a given subset of each size stands before a given driver."""
    return np.array([factorial(s) * factorial(k - s - 1) / factorial(k) for s in range(k)])
