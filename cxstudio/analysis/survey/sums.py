"""Sums over answers by group: all that scores, tables and trends rest on.

Whole answers are counted once by group and value, so that a million take milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey.figure import Measure

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.intp]
Bytes = npt.NDArray[np.uint8]

UNANSWERED = 127
"""No answer, among whole answers as bytes."""
_BEYOND = 101  # whole answers are counted by value up to 100


@dataclass(frozen=True)
class Sums:
    """For each group: answers `n`, Σw, Σw², and two sums of what is measured.

    NPS: weights of promoters and of detractors. Share: weights of the high answers and of the
    others. Mean: Σwx and Σwx². The arrays have one shape, of one entry for each group.
    """

    n: npt.NDArray[np.int64]
    weight: Floats
    squares: Floats
    first: Floats
    second: Floats

    def __sub__(self, other: Sums) -> Sums:
        return Sums(*(a - b for a, b in zip(self._parts(), other._parts(), strict=True)))

    def __getitem__(self, key: Any) -> Sums:
        return Sums(*(np.asarray(part[key]) for part in self._parts()))

    def reshape(self, shape: tuple[int, ...]) -> Sums:
        return Sums(*(part.reshape(shape) for part in self._parts()))

    def take(self, places: npt.NDArray[np.intp], axis: int) -> Sums:
        return Sums(*(part.take(places, axis) for part in self._parts()))

    def with_total(self, axis: int) -> Sums:
        """The first entry of an axis gives way to the sum of all, at the end of the axis."""
        parts = self._parts()
        added = (np.append(p, p.sum(axis=axis, keepdims=True), axis) for p in parts)
        return Sums(*added).take(np.arange(1, parts[0].shape[axis] + 1), axis)

    @staticmethod
    def stack(found: Sequence[Sums], axis: int) -> Sums:
        """Sums of one shape side by side on a new axis."""
        columns = zip(*(one._parts() for one in found), strict=True)
        return Sums(*(np.stack(column, axis) for column in columns))

    def _parts(self) -> tuple[npt.NDArray[Any], ...]:
        return self.n, self.weight, self.squares, self.first, self.second


def sums(
    measure: Measure,
    answers: pd.Series,
    weights: pd.Series | None = None,
    codes: Codes | None = None,
    size: int = 1,
) -> Sums:
    """Sums of `answers` for the groups 0 to `size` − 1 that `codes` names; −1 is left out.

    An answer is a number; a missing one does not count. Raises ValueError for a score that is
    not a whole number from 0 to 10, for a weight below zero or none beside an answer, and when
    answers, weights and codes are not equally many.
    """
    for other in (weights, codes):
        if other is not None and len(other) != len(answers):
            raise ValueError("Answers, weights and groups must be equally many.")
    given = scored(answers) if measure.kind == "nps" else whole(answers)
    each = None if weights is None else weighed(weights, answers)
    if given is None:
        return _of_numbers(measure, answers, each, codes, size)
    return _of_whole(measure, given, each, codes, size)


def whole(answers: pd.Series) -> Bytes | None:
    """Answers as bytes with UNANSWERED for none; None when one is not a whole number 0 to 100."""
    if not pd.api.types.is_integer_dtype(answers.dtype):
        return _whole_numbers(answers.to_numpy(dtype=np.float64, na_value=np.nan))
    missing = answers.isna().to_numpy()
    numbers = (answers.fillna(UNANSWERED) if missing.any() else answers).to_numpy()
    if len(numbers) and (numbers.min() < 0 or numbers.max() > UNANSWERED):
        return None
    given = numbers.astype(np.uint8)
    fits = np.count_nonzero(given < _BEYOND) + np.count_nonzero(missing)
    return given if fits == len(given) else None


def _whole_numbers(numbers: Floats) -> Bytes | None:
    missing = np.isnan(numbers)
    with np.errstate(invalid="ignore"):  # what a byte cannot hold is found by comparing
        given = numbers.astype(np.uint8)
    fits = np.count_nonzero((given == numbers) & (given < _BEYOND))
    if fits + np.count_nonzero(missing) < len(given):
        return None
    return np.where(missing, np.uint8(UNANSWERED), given)


def scored(answers: pd.Series) -> Bytes:
    """Scores 0 to 10 as bytes, UNANSWERED for none; ValueError names one that is no score."""
    given = whole(answers)
    if given is not None:
        known = np.count_nonzero(given <= 10) + np.count_nonzero(given == UNANSWERED)
        if known == len(given):
            return given
    wrong = answers[answers.notna() & ~answers.isin(range(11))].iloc[0]
    raise ValueError(f"{wrong:g} is not a whole number from 0 to 10.")


def weighed(weights: pd.Series, answers: pd.Series) -> Floats:
    """The weights of answers, 0 where there is no answer; ValueError for none or one below zero."""
    found = weights.to_numpy(dtype=np.float64, na_value=np.nan)
    found = np.where(answers.isna().to_numpy(), 0.0, found)
    if not bool((found >= 0).all()):
        wrong = found[~(found >= 0)][0]
        raise ValueError(f"A weight of {wrong} is not a number from zero up.")
    return found


def _of_whole(
    measure: Measure, given: Bytes, weights: Floats | None, codes: Codes | None, size: int
) -> Sums:
    """Count by group and value, then add up the values that matter."""
    width = 11 if measure.kind == "nps" else _width(given)
    if codes is None and weights is None:
        counts = np.array([[np.count_nonzero(given == value) for value in range(width)]])
        once = twice = counts
    else:
        counts, once, twice = _counts(given, width, weights, codes, size)
    first, second = _two(measure, np.arange(width, dtype=np.float64))
    n, weight = counts.sum(axis=1), once.sum(axis=1, dtype=np.float64)
    return Sums(n, weight, twice.sum(axis=1, dtype=np.float64), once @ first, once @ second)


def _counts(
    given: Bytes, width: int, weights: Floats | None, codes: Codes | None, size: int
) -> list[npt.NDArray[Any]]:
    """How often each group gave each answer, with what weight, and with what weight squared."""
    key = np.minimum(given, np.uint8(width)).astype(np.intp)
    if codes is not None:
        key += (codes + 1) * (width + 1)
    groups = size + (codes is not None)
    powers = [None] if weights is None else [None, weights, weights * weights]
    found = [np.bincount(key, power, groups * (width + 1)) for power in powers]
    tables = [counts.reshape(groups, width + 1)[groups - size :, :-1] for counts in found]
    return tables if len(tables) > 1 else tables * 3


def _width(given: Bytes) -> int:
    """One more than the highest answer."""
    return int(np.flatnonzero(np.bincount(given, minlength=1)[:_BEYOND]).max(initial=0)) + 1


def _two(measure: Measure, values: Floats) -> tuple[Floats, Floats]:
    """What each value adds to the two sums of a measure."""
    if measure.kind == "nps":
        return (values >= 9).astype(np.float64), (values <= 6).astype(np.float64)
    if measure.kind == "share":
        high = (values >= (measure.top or 0.0)).astype(np.float64)
        return high, 1 - high
    return values, values * values


def _of_numbers(
    measure: Measure, answers: pd.Series, weights: Floats | None, codes: Codes | None, size: int
) -> Sums:
    numbers = answers.to_numpy(dtype=np.float64, na_value=np.nan)
    kept = ~np.isnan(numbers)
    if codes is not None:
        kept &= codes >= 0
    x = numbers[kept]
    groups = np.zeros(len(x), dtype=np.intp) if codes is None else codes[kept]
    w = np.ones(len(x)) if weights is None else weights[kept]
    first, second = _two(measure, x)
    n = np.bincount(groups, minlength=size)
    weight, squares, one, two = (
        np.bincount(groups, part, size).astype(np.float64)
        for part in (w, w * w, w * first, w * second)
    )
    return Sums(n, weight, squares, one, two)
