"""The scores of a survey: NPS, CSAT, CES, the mean of any rating; and who gave which score.

Every function takes one column of numbers, missing where nobody answered, and if there is one the
column of weights beside it. Answers outside 0 to 10 in a score are refused, never counted.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from cxstudio.analysis.survey.asked import easy_answers
from cxstudio.analysis.survey.estimates import figure
from cxstudio.analysis.survey.figure import MEAN, NPS, Figure, top_share
from cxstudio.analysis.survey.nps import Nps, from_counts
from cxstudio.analysis.survey.sums import scored, sums

Person = Literal["promoter", "passive", "detractor"]
PEOPLE: tuple[Person, ...] = ("promoter", "passive", "detractor")


def net_promoter(
    answers: pd.Series, weights: pd.Series | None = None, *, level: float = 0.95
) -> Nps:
    """The NPS with its counts: as `nps`, and quick for a column of a million."""
    found = sums(NPS, answers, weights)
    weight, promoters, detractors = (
        float(part[0]) for part in (found.weight, found.first, found.second)
    )
    return from_counts(
        promoters,
        weight - promoters - detractors,
        detractors,
        n=int(found.n[0]),
        effective=weight**2 / float(found.squares[0]) if weight else None,
        level=level,
    )


def distribution(answers: pd.Series, weights: pd.Series | None = None) -> pd.DataFrame:
    """How many gave each score from 0 to 10: `score`, `n`, and `share` (0 to 1, weighted)."""
    given = scored(answers)
    codes = np.where(given <= 10, given.astype(np.intp), -1)
    found = sums(NPS, answers, weights, codes, 11)
    total = found.weight.sum()
    share = found.weight / total if total else np.zeros(11)
    return pd.DataFrame({"score": np.arange(11), "n": found.n, "share": share})


def mean(answers: pd.Series, weights: pd.Series | None = None, *, level: float = 0.95) -> Figure:
    """The mean of a rating on its own scale, with Student's interval."""
    return figure(MEAN, answers, weights, level=level)


def csat(
    answers: pd.Series, weights: pd.Series | None = None, *, highest: int = 5, level: float = 0.95
) -> Figure:
    """Customer satisfaction: the share of the two highest answers, in percent."""
    return figure(top_share(highest), answers, weights, level=level)


class Effort(NamedTuple):
    """The customer effort score: the mean, and the percentage that found it easy."""

    mean: Figure
    easy: Figure


def ces(
    answers: pd.Series, weights: pd.Series | None = None, *, highest: int = 7, level: float = 0.95
) -> Effort:
    """Customer effort, from agreement that it was easy: the upper answers of the scale count.

    The three highest of seven, or the two highest of five: less than half of the scale.
    """
    easy = top_share(highest, easy_answers(highest))
    return Effort(
        figure(MEAN, answers, weights, level=level), figure(easy, answers, weights, level=level)
    )


def people(answers: pd.Series) -> pd.Series:
    """Promoter (9, 10), passive (7, 8) or detractor (0 to 6): a category, missing without score."""
    given = scored(answers)
    codes = np.select([given > 10, given >= 9, given >= 7], [-1, 0, 1], 2)
    named = pd.Categorical.from_codes(codes.astype(np.int8), categories=pd.Index(PEOPLE))
    return pd.Series(named, index=answers.index, name=answers.name)
