"""Correlations of a few columns, complete or pairwise, of all answers and of bootstrap draws.

A draw gives each answer a Poisson number of copies (Chamandy and others 2012), so that all draws
are made in one pass over the answers: a block of rows becomes the products of its columns, and one
matrix product adds them up for every draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey.segments import Mask
from cxstudio.analysis.survey.sums import UNANSWERED, Floats, whole

ROWS = 8192
"""Rows taken at once."""
_FLAT = 1e-12
"""A share of the spread below which a column does not vary."""

Progress = Callable[[float], object]


@dataclass(frozen=True)
class Columns:
    """Numbers with their weights; NaN where there is none unless `complete`."""

    numbers: Floats
    weights: Floats
    complete: bool

    @property
    def fewest(self) -> int:
        """The rows that are used, or those of the rarest pair of columns."""
        if self.complete:
            return len(self.numbers)
        known = (~np.isnan(self.numbers)).astype(np.float64)
        return int(np.min(known.T @ known, initial=len(known)))

    def only(self, places: npt.NDArray[np.intp]) -> Columns:
        """Some of the columns."""
        if len(places) == self.numbers.shape[1]:
            return self
        return Columns(self.numbers[:, places], self.weights, self.complete)


def numbers(columns: Sequence[pd.Series], rows: npt.NDArray[np.intp]) -> Floats:
    """Some rows of columns side by side, NaN where there is no answer."""
    found = np.empty((len(rows), len(columns)), order="F")
    for place, column in enumerate(columns):
        given = whole(column)
        if given is None:
            found[:, place] = column.to_numpy(dtype=np.float64, na_value=np.nan)[rows]
        else:
            chosen = given[rows]
            found[:, place] = chosen
            found[chosen == UNANSWERED, place] = np.nan
    return found


def correlations(columns: Columns) -> Floats:
    """The correlation matrix of all rows; 0 where a column does not vary."""
    numbers, weights = columns.numbers - _centre(columns), columns.weights[:, None]
    if columns.complete:
        total = columns.weights.sum()
        means = columns.weights @ numbers / total
        spread = numbers.T @ (numbers * weights) / total - np.outer(means, means)
        variances = np.diagonal(spread)
        return _scaled(spread, variances[:, None], variances[None, :])
    known = (~np.isnan(numbers)).astype(np.float64)
    filled = np.nan_to_num(numbers)
    weighed, square = filled * weights, filled**2 * weights
    sums = (known * weights).T @ known, weighed.T @ known, square.T @ known, weighed.T @ filled
    return np.asarray(_pairwise(np.stack(sums).reshape(1, -1), numbers.shape[1])[0])


def draws(columns: Columns, count: int, seed: int, progress: Progress | None = None) -> Floats:
    """The correlation matrices of `count` bootstrap draws: the same for the same seed."""
    chance = np.random.default_rng(seed)

    def copies(begin: int, end: int) -> Floats:
        return np.asarray(chance.poisson(1.0, (count, end - begin)) * columns.weights[begin:end])

    return _added(columns, copies, progress)


def _added(
    columns: Columns, weighing: Callable[[int, int], Floats], progress: Progress | None
) -> Floats:
    """Sum the products of columns over all rows, weighted in several ways at once."""
    numbers = columns.numbers - _centre(columns)
    products = _products if columns.complete else _products_of_pairs
    added: Floats | float = 0.0
    for begin in range(0, max(len(numbers), 1), ROWS):
        rows = numbers[begin : begin + ROWS]
        added = added + weighing(begin, begin + len(rows)) @ products(rows)
        if progress is not None:
            progress(min(1.0, (begin + ROWS) / max(len(numbers), 1)))
    width = numbers.shape[1]
    return (_complete if columns.complete else _pairwise)(np.asarray(added), width)


def _centre(columns: Columns) -> Floats:
    """Means of a few rows, to keep sums of squares small; any centre will do."""
    return np.asarray(np.nan_to_num(columns.numbers[:ROWS]).sum(axis=0)) / ROWS


def _products(rows: Floats) -> Floats:
    i, j = np.triu_indices(rows.shape[1])
    return np.hstack([np.ones((len(rows), 1)), rows, rows[:, i] * rows[:, j]])


def _complete(added: Floats, width: int) -> Floats:
    total, means = added[:, :1], added[:, 1 : width + 1] / added[:, :1]
    i, j = np.triu_indices(width)
    spread = np.zeros((len(added), width, width))
    spread[:, i, j] = spread[:, j, i] = added[:, width + 1 :] / total - means[:, i] * means[:, j]
    variances = np.diagonal(spread, axis1=1, axis2=2)
    return _scaled(spread, variances[:, :, None], variances[:, None, :])


def _products_of_pairs(rows: Floats) -> Floats:
    """For each ordered pair: both known, the first's number, its square, and their product."""
    known = ~np.isnan(rows)
    filled = np.where(known, rows, 0.0)
    i, j = (index.ravel() for index in np.indices((rows.shape[1],) * 2))
    both = known[:, i] & known[:, j]
    first = filled[:, i] * known[:, j]
    return np.hstack([both, first, first * filled[:, i], filled[:, i] * filled[:, j]])


def _pairwise(added: Floats, width: int) -> Floats:
    shape = (len(added), 4, width, width)
    with np.errstate(invalid="ignore", divide="ignore"):
        total, first, square, product = added.reshape(shape).swapaxes(0, 1)
        mean = first / total
        other = mean.swapaxes(1, 2)
        variance = square / total - mean**2
        return _scaled(product / total - mean * other, variance, variance.swapaxes(1, 2))


def _scaled(spread: Floats, one: Floats, other: Floats) -> Floats:
    """Covariances as correlations."""
    flat = ~((one > _FLAT) & (other > _FLAT))
    found = np.where(flat, 0.0, spread / np.sqrt(np.where(flat, 1.0, one * other)))
    places = np.arange(found.shape[-1])
    found[..., places, places] = 1.0
    return found


def repaired(matrices: Floats) -> tuple[Floats, Mask]:
    """The nearest matrices that can be correlations, and which had to be changed.

    Pairwise correlations rest on different people and may contradict each other: negative
    eigenvalues are set to nearly nothing, and the diagonal to one again.
    """
    values, axes = np.linalg.eigh(matrices)
    wrong = values[..., 0] < -1e-9
    kept = np.maximum(values, 1e-6)
    found = axes * kept[..., None, :] @ np.swapaxes(axes, -1, -2)
    scale = np.sqrt(np.diagonal(found, axis1=-2, axis2=-1))
    found = found / (scale[..., :, None] * scale[..., None, :])
    return np.where(wrong[..., None, None], found, matrices), np.asarray(wrong)
