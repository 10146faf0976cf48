"""What is odd about the data behind an importance: said beside it, never hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from cxstudio.analysis.survey.importance import Importance


class Oddity(Enum):
    """A reason to read an importance with care."""

    FEW_ANSWERS = "fewer than 30 answers for each driver"
    CONSTANT = "ratings that everybody gave alike, left out"
    COLLINEAR = "ratings that nearly repeat the others"
    NEGATIVE = "ratings that are higher where the score is lower"
    MANY_LOST = "more than half of the answers not used"
    CONTRADICTORY = "pairs of ratings that contradict each other, adjusted"
    LITTLE_EXPLAINED = "less than a tenth of the score explained"


@dataclass(frozen=True)
class Caution:
    """An oddity and the ratings it concerns; none where it concerns all."""

    oddity: Oddity
    drivers: tuple[str, ...] = ()


ENOUGH = 30
"""Answers for each driver below which the importance is marked."""
INFLATED = 10.0
"""A variance inflation factor from which a rating nearly repeats the others."""
LITTLE = 0.1


def cautions(
    found: Importance,
    names: Sequence[str],
    constant: Sequence[str],
    used: int,
    given: int,
) -> tuple[Caution, ...]:
    """All that is odd; `used` of `given` answers rest behind it."""
    among, with_score = found.correlations[:-1, :-1], found.correlations[:-1, -1]
    repeating = _inflation(among) > INFLATED
    checks = (
        (Oddity.FEW_ANSWERS, used < ENOUGH * len(names), ()),
        (Oddity.CONSTANT, bool(constant), tuple(constant)),
        (Oddity.COLLINEAR, bool(repeating.any()), _named(names, repeating)),
        (Oddity.NEGATIVE, bool((with_score < 0).any()), _named(names, with_score < 0)),
        (Oddity.MANY_LOST, 2 * used < given, ()),
        (Oddity.CONTRADICTORY, found.repaired, ()),
        (Oddity.LITTLE_EXPLAINED, found.explained < LITTLE, ()),
    )
    return tuple(Caution(oddity, which) for oddity, holds, which in checks if holds)


def _named(names: Sequence[str], which: np.ndarray) -> tuple[str, ...]:
    return tuple(name for name, chosen in zip(names, which, strict=True) if chosen)


def _inflation(among: np.ndarray) -> np.ndarray:
    """Each driver's variance inflation factor; the ridge keeps exact copies finite."""
    return np.diagonal(np.linalg.inv(among + 1e-9 * np.eye(len(among))))
