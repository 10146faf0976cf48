"""Numbers at the end of a scale that mean "not applicable": told by how their people score.

Who ticks 6, "not applicable", below 1 to 5 is not happier than who ticks 5, and who leaves a
cell blank (0) is not unhappier than who ticks 1. So the recommendation tells codes from answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

MOST = 3
"""So many codes may stand above a scale: not applicable, do not know, blank."""
FEW = 15
LEAST = 5
FLAT = 0.1
"""Ratings by which the score moves less than this (in points) tell nothing."""


def on_scale(scores: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The scores without what is none, such as 11 or 99."""
    import numpy as np

    return np.where((scores >= 0) & (scores <= 10), scores, np.nan)


def codes_above(
    ratings: Iterable[np.ndarray[Any, Any]], scores: np.ndarray[Any, Any] | None, top: int
) -> int:
    """How many of the highest values, `top` the highest, are codes in most of these columns."""
    if scores is None:
        return 0
    columns = list(ratings)
    for count in range(1, MOST + 1):
        best = top - count
        if best >= 3 and _most(_turns_back_above(column, scores, best) for column in columns):
            return count
    return 0


def zero_is_code(
    ratings: Iterable[np.ndarray[Any, Any]], scores: np.ndarray[Any, Any] | None
) -> bool:
    """Whether in most of these columns the people with a 0 do not score as the unhappy ones."""
    return scores is not None and _most(_turns_back_at_zero(one, scores) for one in ratings)


def _most(votes: Iterable[bool | None]) -> bool:
    known = [vote for vote in votes if vote is not None]
    return bool(known) and sum(known) * 2 > len(known)


def _turns_back_above(
    ratings: np.ndarray[Any, Any], scores: np.ndarray[Any, Any], best: int
) -> bool | None:
    ours, theirs = _both(ratings, scores)
    above = theirs[(ours > best) & (ours <= best + MOST)]
    return _turns_back(above, theirs[ours == best], theirs[(ours >= 1) & (ours < best)])


def _turns_back_at_zero(ratings: np.ndarray[Any, Any], scores: np.ndarray[Any, Any]) -> bool | None:
    ours, theirs = _both(ratings, scores)
    worst = 1 if (ours == 1).sum() >= FEW else 2  # few tick the lowest answer
    lowest = theirs[(ours >= 1) & (ours <= worst)]
    return _turns_back(theirs[ours == 0], lowest, theirs[ours > worst])


def _both(
    ratings: np.ndarray[Any, Any], scores: np.ndarray[Any, Any]
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The answers of those who gave both."""
    import numpy as np

    given = ~np.isnan(ratings) & ~np.isnan(scores)
    return ratings[given], scores[given]


def _turns_back(
    beyond: np.ndarray[Any, Any], end: np.ndarray[Any, Any], rest: np.ndarray[Any, Any]
) -> bool | None:
    """Whether scores, having risen (or fallen) towards an end, go back beyond it; None unknown."""
    if min(len(beyond), len(end), len(rest)) < LEAST:
        return None
    step = end.mean() - rest.mean()
    if abs(step) < FLAT:
        return None
    back = (end.mean() - beyond.mean()) * (1 if step > 0 else -1)
    error = (beyond.var() / len(beyond) + end.var() / len(end)) ** 0.5
    return bool(back > 2 * error)
