"""Which ratings move with the score: importance with intervals, performance, and what to do.

An association, never a cause. LMG up to 10 drivers, Johnson's relative weights beyond. Answers
that lack a rating are left out where a third or more are complete; otherwise each pair of ratings
uses the people who gave both. The result says which, and how many answers that cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey import moments
from cxstudio.analysis.survey.cautions import Caution, Oddity, cautions
from cxstudio.analysis.survey.figure import Figure
from cxstudio.analysis.survey.importance import Importance, importance
from cxstudio.analysis.survey.lmg import MOST
from cxstudio.analysis.survey.moments import Columns, Progress
from cxstudio.analysis.survey.quadrant import Place, on_scale, place
from cxstudio.analysis.survey.scores import mean
from cxstudio.analysis.survey.sums import weighed

LEAST = 10
"""Answers needed for each driver."""
ENOUGH_LEFT = 1 / 3
"""The share of answers that must be complete for the others to be left out."""
DRAWS = 200

Scales = Mapping[str, tuple[float, float]]


class Method(Enum):
    """How importance was measured."""

    LMG = "LMG"
    JOHNSON = "Johnson"


class Missing(Enum):
    """What was done about people who did not give every rating."""

    NONE = "nothing was missing"
    COMPLETE = "only people who gave every rating"
    PAIRWISE = "for each pair of ratings the people who gave both"


class Refusal(Enum):
    """Why there is no importance."""

    NO_DRIVERS = "no rating varies"
    NO_VARIATION = "all gave the same score"
    TOO_FEW = "fewer than 10 answers for each driver"


@dataclass(frozen=True)
class Driver:
    """One rating. `share` is its part of R², 0 to 1, and sums to 1 over the drivers.

    `low` to `high` is its bootstrap interval, None without draws. `performance` is the mean on
    the rating's own scale, over all who gave it; `reached` where that lies on the scale, 0 to 1.
    `correlation` is the plain one with the score, for comparison.
    """

    name: str
    performance: Figure
    reached: float
    share: float
    low: float | None
    high: float | None
    correlation: float
    place: Place


@dataclass(frozen=True)
class Drivers:
    """What moves with the score, the most important first; empty with the reason if `refused`.

    `n` answers were used of the `given` ones with a score; of pairs, those of the rarest pair.
    `explained` is R²: the share of the score's variance that goes along with all ratings
    together. The quadrant is parted at `even`, the share if all mattered alike, and at `middle`,
    the mean of `reached`.
    """

    method: Method
    missing: Missing
    n: int
    given: int
    draws: int
    level: float
    cautions: tuple[Caution, ...] = ()
    refused: Refusal | None = None
    drivers: tuple[Driver, ...] = ()
    explained: float = 0.0
    explained_low: float | None = None
    explained_high: float | None = None
    even: float = 0.0
    middle: float = 0.0

    @property
    def lost(self) -> float:
        """The share of answers with a score that were not used."""
        return 1 - self.n / self.given if self.given else 0.0


def drivers(
    score: pd.Series,
    ratings: pd.DataFrame,
    weights: pd.Series | None = None,
    *,
    scales: Scales | None = None,
    pairwise: bool | None = None,
    draws: int = DRAWS,
    level: float = 0.95,
    seed: int = 2016,
    progress: Progress | None = None,
) -> Drivers:
    """The importance of each column of `ratings` for `score`.

    `scales` gives the lowest and the highest answer of a rating; without it they are taken from
    the answers to all of them. `pairwise` says whether people who lack a rating count for the
    others; None decides by how many remain without them. `draws=0` leaves the intervals out, for
    a quick redraw. `progress` is called with a share from 0 to 1 and may raise to stop the work.
    """
    columns, missing = _columns(score, ratings, weights, pairwise)
    varying = _varying(columns)
    kept = np.flatnonzero(varying[:-1])
    names = [str(name) for name in ratings.columns]
    constant = [name for name, varies in zip(names, varying[:-1], strict=True) if not varies]
    columns = columns.only(np.append(kept, len(names)))
    found = Drivers(
        method=Method.LMG if len(kept) <= MOST else Method.JOHNSON,
        missing=missing,
        n=columns.fewest,
        given=int(score.notna().sum()),
        draws=draws,
        level=level,
        cautions=(Caution(Oddity.CONSTANT, tuple(constant)),) if constant else (),
    )
    refused = _refusal(len(kept), found.n, bool(varying[-1]))
    if refused is not None:
        return replace(found, refused=refused)
    told = importance(columns, draws, level, seed, progress)
    named = [names[i] for i in kept]
    odd = cautions(told, named, constant, found.n, found.given)
    return _placed(replace(found, cautions=odd), told, ratings.iloc[:, kept], weights, scales)


def _columns(
    score: pd.Series, ratings: pd.DataFrame, weights: pd.Series | None, pairwise: bool | None
) -> tuple[Columns, Missing]:
    """Ratings and, last, the score: of those who gave all, or of everyone with a score."""
    columns = [*(ratings.iloc[:, i] for i in range(ratings.shape[1])), score]
    known = [column.notna().to_numpy() for column in columns]
    full, scored = np.flatnonzero(np.logical_and.reduce(known)), np.flatnonzero(known[-1])
    each = np.ones(len(score)) if weights is None else weighed(weights, score)

    def of(rows: npt.NDArray[np.intp], complete: bool) -> Columns:
        return Columns(moments.numbers(columns, rows), each[rows], complete)

    if len(full) == len(scored):
        return of(full, True), Missing.NONE
    needed = LEAST * ratings.shape[1]
    if pairwise is None:
        pairwise = len(full) < max(needed, ENOUGH_LEFT * len(scored))
        if pairwise and len(full) >= needed and of(scored, False).fewest < needed:
            pairwise = False
    return (of(scored, False), Missing.PAIRWISE) if pairwise else (of(full, True), Missing.COMPLETE)


def _varying(columns: Columns) -> np.ndarray:
    """Which columns have two different numbers."""
    numbers = columns.numbers
    if not len(numbers):
        return np.zeros(numbers.shape[1], dtype=bool)
    if columns.complete:
        return np.asarray(numbers.min(axis=0) < numbers.max(axis=0))
    low = np.where(np.isnan(numbers), np.inf, numbers).min(axis=0)
    high = np.where(np.isnan(numbers), -np.inf, numbers).max(axis=0)
    return np.asarray(low < high)


def _refusal(count: int, used: int, score_varies: bool) -> Refusal | None:
    if not score_varies:
        return Refusal.NO_VARIATION
    if not count:
        return Refusal.NO_DRIVERS
    return Refusal.TOO_FEW if used < LEAST * count else None


def _placed(
    found: Drivers,
    told: Importance,
    ratings: pd.DataFrame,
    weights: pd.Series | None,
    scales: Scales | None,
) -> Drivers:
    """Performance and the corner of the quadrant for each driver, the most important first."""
    names = [str(name) for name in ratings.columns]
    columns = [ratings.iloc[:, i] for i in range(len(names))]
    figures = [mean(column, weights, level=found.level) for column in columns]
    ends = min(float(c.min()) for c in columns), max(float(c.max()) for c in columns)
    reached = [
        on_scale(figure.value, (scales or {}).get(name, ends))
        for figure, name in zip(figures, names, strict=True)
    ]
    even, middle = 1 / len(names), sum(reached) / len(names)
    made = [
        Driver(
            name=name,
            performance=figures[i],
            reached=reached[i],
            share=float(told.shares[i]),
            low=None if told.low is None else float(told.low[i]),
            high=None if told.high is None else float(told.high[i]),
            correlation=float(told.correlations[i, -1]),
            place=place(float(told.shares[i]), even, reached[i], middle),
        )
        for i, name in enumerate(names)
    ]
    return replace(
        found,
        drivers=tuple(sorted(made, key=lambda driver: -driver.share)),
        explained=told.explained,
        explained_low=told.explained_low,
        explained_high=told.explained_high,
        even=even,
        middle=middle,
    )
