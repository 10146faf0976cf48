"""A business result beside the score: spend, visits or renewal of those who gave each score.

The mean with Student's interval, the median with Woodruff's (1952), both with weights. A result is
any number a person, 0 or 1 for a renewal; who has no result is left out and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from cxstudio.analysis.survey.asked import Answers
from cxstudio.analysis.survey.estimates import estimates
from cxstudio.analysis.survey.figure import MEAN
from cxstudio.analysis.survey.nps import SMALL
from cxstudio.analysis.survey.scores import PEOPLE
from cxstudio.analysis.survey.sums import UNANSWERED, Codes, Floats, scored, sums, weighed

EVERYONE = "everyone"


@dataclass(frozen=True)
class Row:
    """The mean result of one kind of people, with its interval where it is known."""

    group: str
    n: int
    mean: float | None
    low: float | None
    high: float | None
    small: bool


@dataclass(frozen=True)
class Result:
    """One result column by kind of people."""

    name: str
    title: str
    rows: Sequence[Row]


def results_of(answers: Answers) -> list[Result]:
    """Every result the wave has, of the people asked."""
    mapping, scores = answers.responses.mapping, answers.scores
    if scores is None:
        return []
    found = []
    for column in mapping.of("result"):
        if column.name in answers.responses.names:
            table = by_person(scores, answers.column(column.name), answers.weights)
            columns = (table[name] for name in ("group", "n", "mean", "low", "high", "small"))
            rows = [_row(*cells) for cells in zip(*columns, strict=True)]
            found.append(Result(column.name, column.title, rows))
    return found


def _row(group: str, n: int, mean: float, low: float, high: float, small: bool) -> Row:
    return Row(group, int(n), _known(mean), _known(low), _known(high), bool(small))


def _known(value: float) -> float | None:
    return None if isnan(value) else float(value)


def by_person(
    answers: pd.Series,
    result: pd.Series,
    weights: pd.Series | None = None,
    *,
    level: float = 0.95,
) -> pd.DataFrame:
    """The result of promoters, passives, detractors and everyone with a score.

    Columns: `group`, `n`, `effective`, `mean`, `low`, `high`, `median`, `median_low`,
    `median_high` (in the unit of the result, NaN where unknown) and `small` (n under 30).
    """
    given = scored(answers)
    codes = np.select([given == UNANSWERED, given >= 9, given >= 7], [-1, 0, 1], 2)
    return _table(codes.astype(np.intp), PEOPLE, result, weights, level)


def by_score(
    answers: pd.Series,
    result: pd.Series,
    weights: pd.Series | None = None,
    *,
    level: float = 0.95,
) -> pd.DataFrame:
    """The result of those who gave each score from 0 to 10, and of everyone with a score."""
    given = scored(answers)
    codes = np.where(given == UNANSWERED, -1, given.astype(np.intp))
    return _table(codes, tuple(range(11)), result, weights, level)


def _table(
    codes: Codes,
    names: tuple[Any, ...],
    result: pd.Series,
    weights: pd.Series | None,
    level: float,
) -> pd.DataFrame:
    """A row for each group, and one for all of them together."""
    size = len(names)
    groups = sums(MEAN, result, weights, codes, size)
    everyone = sums(MEAN, result, weights, np.where(codes < 0, -1, 0), 1)
    means = [estimates(MEAN, found, level) for found in (groups, everyone)]
    columns: dict[str, Any] = {"group": pd.Series([*names, EVERYONE], dtype=object)}
    for title, name in _NAMES.items():
        columns[title] = np.concatenate([getattr(found, name) for found in means])
    numbers = result.to_numpy(dtype=np.float64, na_value=np.nan)
    each = np.ones(len(numbers)) if weights is None else weighed(weights, result)
    known = ~np.isnan(numbers) & (each > 0)
    masks = [known & (codes == place) for place in range(size)] + [known & (codes >= 0)]
    medians = np.array([median(numbers[mask], each[mask], level) for mask in masks])
    for place, title in enumerate(("median", "median_low", "median_high")):
        columns[title] = medians[:, place]
    table = pd.DataFrame(columns)
    table["small"] = (table["n"] > 0) & (table["n"] < SMALL)
    return table


_NAMES = {"n": "n", "effective": "effective", "mean": "value", "low": "low", "high": "high"}


def median(numbers: Floats, weights: Floats, level: float) -> tuple[float, float, float]:
    """The weighted median and its interval: the numbers at the ends of the interval of a half.

    NaN for no numbers.
    """
    if not len(numbers):
        return np.nan, np.nan, np.nan
    order = np.argsort(numbers, kind="stable")
    sorted_, reached = numbers[order], np.cumsum(weights[order])
    effective = reached[-1] ** 2 / float(weights @ weights)
    half = _half_width(effective, level)
    at = [_at(sorted_, reached, share) for share in (0.5, 0.5 - half, 0.5 + half)]
    return at[0], at[1], at[2]


def _half_width(effective: float, level: float) -> float:
    """How far Wilson's interval of a half reaches with so many answers."""

    z = NormalDist().inv_cdf((1 + level) / 2)
    return float(z / 2 / np.sqrt(effective + z * z))


def _at(numbers: Floats, reached: Floats, share: float) -> float:
    """The number at a share of the weight; the middle of two where it falls between them."""
    target = share * reached[-1]
    place = int(np.searchsorted(reached, target * (1 - 1e-12)))
    if place + 1 < len(numbers) and np.isclose(reached[place], target, rtol=1e-12):
        return float((numbers[place] + numbers[place + 1]) / 2)
    return float(numbers[min(place, len(numbers) - 1)])
