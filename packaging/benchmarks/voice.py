"""A million answers: score, trend, table and quadrant after a filter, against plain pandas."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from cxstudio.analysis.comments.terms import mentions
from cxstudio.analysis.survey.crosstab import crosstab
from cxstudio.analysis.survey.drivers import drivers
from cxstudio.analysis.survey.periods import over_time
from cxstudio.analysis.survey.scores import net_promoter

ANSWERS, ASKED, ROUNDS = 1_000_000, 100_000, 7
SEGMENTS = {"product": 6, "channel": 4, "age": 5}
RATINGS = [f"rating {number}" for number in range(10)]
COMMENTS = (
    "待ち時間が長く、案内が分かりにくかった。",
    "The bus was late and the stop hard to find.",
)


@dataclass(frozen=True)
class Survey:
    """Answers typed as a wave gives them, and the rows that a filter leaves."""

    frame: pd.DataFrame
    kept: np.ndarray

    def filtered(self, *columns: str) -> pd.DataFrame:
        return self.frame.loc[self.kept, list(columns)]


@cache
def survey() -> Survey:
    """A million answers to a score, three segments and ten ratings; a tenth gave no score."""
    chance = np.random.default_rng(4)
    mood = chance.normal(size=ANSWERS)
    score = np.clip(np.round(7 + 2 * mood), 0, 10).astype("int8")
    columns: dict[str, object] = {
        "score": pd.arrays.IntegerArray(score, chance.random(ANSWERS) < 0.1),
        "time": np.datetime64("2023-01-01", "s")
        + chance.integers(0, 3 * 365 * 86_400, ANSWERS).astype("timedelta64[s]"),
    }
    for name, size in SEGMENTS.items():
        groups = [f"{name} {number}" for number in range(size)]
        codes = chance.integers(0, size, ANSWERS)
        columns[name] = pd.Categorical.from_codes(codes, categories=groups)
    for place, name in enumerate(RATINGS):
        noise = chance.normal(size=ANSWERS)
        given = np.clip(np.round(3.4 + place / 20 * mood + noise), 1, 5).astype("int8")
        columns[name] = pd.arrays.IntegerArray(given, chance.random(ANSWERS) < 0.02)
    return Survey(pd.DataFrame(columns), chance.random(ANSWERS) < 0.7)


def plain_score() -> float:
    """What anybody would write first."""
    score = survey().filtered("score")["score"]
    return float(100 * ((score >= 9).sum() - (score <= 6).sum()) / score.notna().sum())


def plain_counts(frame: pd.DataFrame) -> pd.DataFrame:
    """Promoters, detractors and answers as columns to be added up."""
    score = frame["score"]
    return frame.assign(promoter=score >= 9, detractor=score <= 6, answered=score.notna())


COUNTS = ["promoter", "detractor", "answered"]


def plain_trend() -> pd.DataFrame:
    """The score by month with a group for each."""
    frame = plain_counts(survey().filtered("score", "time"))
    return frame.groupby(frame["time"].dt.to_period("M"))[COUNTS].sum()


def plain_table() -> pd.DataFrame:
    """The score of the 120 cells, without their margins."""
    frame = plain_counts(survey().filtered("score", *SEGMENTS))
    return frame.groupby(list(SEGMENTS), observed=False)[COUNTS].sum()


def plain_quadrant() -> tuple[pd.DataFrame, pd.Series]:
    """Means and correlations of the ratings and the score."""
    frame = survey().filtered("score", *RATINGS)
    return frame.corr(), frame.mean()


def our_score() -> object:
    return net_promoter(survey().filtered("score")["score"])


def our_trend() -> object:
    frame = survey().filtered("score", "time")
    return over_time(frame["time"], frame["score"], period="month")


def our_table() -> object:
    frame = survey().filtered("score", *SEGMENTS)
    return crosstab({name: frame[name] for name in SEGMENTS}, frame["score"])


def our_quadrant() -> object:
    frame = survey().filtered("score", *RATINGS)
    return drivers(frame["score"], frame[RATINGS], draws=0)


def against(ours: Callable[[], object], plain: Callable[[], object]) -> Callable[[], Measured]:
    """Both after the same filter, by turns."""

    def measured() -> Measured:
        survey()
        return by_turns(lambda: milliseconds(ours), lambda: milliseconds(plain), ROUNDS)

    return measured


def bootstrap() -> Measured:
    """Ten drivers, 100,000 answers and 200 draws, in seconds."""
    frame = survey().frame.iloc[:ASKED]
    return milliseconds(lambda: drivers(frame["score"], frame[RATINGS])) / 1000, None


def comments() -> Measured:
    """Terms of 10,000 comments, in seconds."""
    texts = pd.Series([f"{text} {number}" for number in range(5_000) for text in COMMENTS])
    mentions(texts[:2])  # the dictionary is read once
    return milliseconds(lambda: mentions(texts)) / 1000, None


BENCHES = [
    Bench("score of a million answers / pandas", "ms", 1.5, against(our_score, plain_score)),
    Bench("trend of a million answers / pandas", "ms", 1.5, against(our_trend, plain_trend)),
    Bench("6 x 4 x 5 table of a million / pandas", "ms", 1.5, against(our_table, plain_table)),
    Bench("quadrant of a million / pandas", "ms", 1.5, against(our_quadrant, plain_quadrant)),
    Bench("drivers, 100,000 x 10, 200 draws", "s", 10, bootstrap),
    Bench("terms of 10,000 comments", "s", 10, comments),
]
