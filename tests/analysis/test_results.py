from statistics import median as plain_median

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey.results import by_person, by_score, median
from cxstudio.analysis.survey.scores import mean
from cxstudio.analysis.survey.worth import Assumption, worth


def shop(n=300, seed=4, slope=2.0):
    """Scores, and what people spent: more with the score, and unevenly."""
    chance = np.random.default_rng(seed)
    score = chance.integers(0, 11, n)
    spent = chance.gamma(2, 20, n) * (1 + score / 10) + slope * score
    return pd.Series(score).astype("Int8"), pd.Series(spent)


def test_result_of_promoters_passives_and_detractors():
    score, spent = shop()
    spent[::7] = np.nan
    score[::11] = pd.NA
    table = by_person(score, spent).set_index("group")
    here = spent[(score >= 9).fillna(False)].dropna()
    row = table.loc["promoter"]
    alone = mean(here)
    assert (row["n"], row["mean"], row["low"]) == pytest.approx((alone.n, alone.value, alone.low))
    assert row["median"] == pytest.approx(here.median())
    assert row["median_low"] < row["median"] < row["median_high"]
    everyone = spent[score.notna()].dropna()
    assert table.loc["everyone", "mean"] == pytest.approx(everyone.mean())
    assert table.loc["everyone", "n"] == len(everyone) == table["n"].iloc[:3].sum()


def test_result_by_score():
    score, spent = shop()
    table = by_score(score, spent)
    assert list(table["group"]) == [*range(11), "everyone"]
    for row in table.iloc[:11].itertuples():
        assert row.mean == pytest.approx(spent[score == row.group].mean())
    assert table["small"].iloc[0] == (0 < table["n"].iloc[0] < 30)


def test_nobody_with_a_result():
    score, spent = shop(20)
    table = by_person(score, spent * np.nan)
    assert (table["n"] == 0).all()
    assert table[["mean", "low", "median", "median_low"]].isna().all(axis=None)


def test_results_given_as_zero_and_one():
    score = pd.Series([10] * 40 + [3] * 40, dtype="Int8")
    renewed = pd.Series([1.0] * 30 + [0.0] * 10 + [1.0] * 10 + [0.0] * 30)
    table = by_person(score, renewed).set_index("group")
    assert table.loc["promoter", "mean"] == pytest.approx(0.75)
    assert table.loc["passive", "n"] == 0
    assert np.isnan(table.loc["passive", "mean"])


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.floats(0.1, 9))
def test_median_with_equal_weights_is_the_plain_one(numbers, same):
    found = median(np.array(numbers), np.full(len(numbers), same), 0.95)
    assert found[0] == pytest.approx(plain_median(numbers))
    assert found[1] <= found[0] <= found[2]


def test_weights_are_as_many_copies():
    numbers, copies = np.array([1.0, 5.0, 9.0, 20.0]), np.array([3, 1, 2, 1])
    assert median(numbers, copies.astype(float), 0.95)[0] == plain_median(
        np.repeat(numbers, copies)
    )


def test_the_interval_of_the_median_covers():
    chance = np.random.default_rng(9)
    hits = 0
    for _ in range(600):
        _, low, high = median(chance.exponential(1, 60), np.ones(60), 0.95)
        hits += low <= np.log(2) <= high
    assert 0.93 <= hits / 600 <= 0.98


def test_worth_by_least_squares_on_the_people():
    score, spent = shop()
    found = worth(score, spent, shift=5, customers=10_000)
    points = np.where(score >= 9, 100, np.where(score >= 7, 0, -100)).astype(float)
    whole = np.column_stack([np.ones(len(points)), points])
    inverse = np.linalg.inv(whole.T @ whole)
    line = inverse @ whole.T @ spent.to_numpy()
    left = spent.to_numpy() - whole @ line
    meat = sum(np.outer(row, row) * e**2 for row, e in zip(whole, left, strict=True))
    error = np.sqrt((inverse @ meat @ inverse)[1, 1] * 300 / 298)
    assert found.per_point == pytest.approx(line[1])
    assert found.per_point_high - found.per_point == pytest.approx(1.968 * error, rel=1e-3)
    assert found.total == pytest.approx(line[1] * 5 * 10_000)
    assert found.range[0] < found.total < found.range[1]
    assert found.clear
    assert found.assumptions == tuple(Assumption)
    assert (found.n, found.lost) == (300, 0)


def test_worth_with_weights_and_a_smaller_effect():
    score, spent = shop()
    doubled = worth(score, spent, pd.Series([2.0] * 300), shift=1, customers=1)
    plain = worth(score, spent, shift=1, customers=1)
    assert doubled.per_point == pytest.approx(plain.per_point)
    assert doubled.per_point_low == pytest.approx(plain.per_point_low)
    half = worth(score, spent, shift=1, customers=1, effect=0.5)
    assert half.total == pytest.approx(plain.total / 2)
    assert half.range == pytest.approx(tuple(end / 2 for end in plain.range))
    fall = worth(score, spent, shift=-1, customers=1)
    assert fall.range == pytest.approx((-plain.range[1], -plain.range[0]))


def test_few_people_decide():
    score, spent = shop()
    assert worth(score, spent, shift=1, customers=1).top_share < 0.1
    spent[0] = 1e7
    assert worth(score, spent, shift=1, customers=1).top_share > 0.9
    assert worth(score, spent - 1e8, shift=1, customers=1).top_share is None


def test_when_nothing_can_be_said():
    score, spent = shop(29)
    assert worth(score, spent, shift=1, customers=1) is None
    score, spent = shop()
    assert worth(score * 0 + 9, spent, shift=1, customers=1) is None
    spent[10:] = np.nan
    assert worth(score, spent, shift=1, customers=1) is None
    with pytest.raises(ValueError, match="share"):
        worth(score, spent, shift=1, customers=1, effect=1.5)


def test_unrelated_results_are_not_clear():
    chance = np.random.default_rng(11)
    clear = 0
    for _ in range(200):
        score = pd.Series(chance.integers(0, 11, 100))
        clear += worth(score, pd.Series(chance.exponential(1, 100)), shift=1, customers=1).clear
    assert clear <= 22
