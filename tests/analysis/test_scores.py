from math import isclose, sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey.estimates import figure
from cxstudio.analysis.survey.figure import MEAN, NPS, mean_on, top_share
from cxstudio.analysis.survey.nps import nps
from cxstudio.analysis.survey.scores import ces, csat, distribution, mean, net_promoter, people
from cxstudio.analysis.survey.student import reach, tail
from cxstudio.analysis.survey.sums import sums

answered = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=60)
weight = st.floats(0.1, 10)
DTYPES = ("Int8", "float64", "Int64", "float32")


@pytest.fixture(scope="session")
def airport(shared):
    return pd.read_csv(next((shared / "data" / "survey" / "sfo_2017").glob("*.csv")))


def test_the_airport_of_san_francisco(airport):
    score = airport["NETPRO"].where(airport["NETPRO"] <= 10)
    everyone = net_promoter(score)
    assert (everyone.n, round(everyone.score, 2)) == (2746, 39.84)
    boarding = {area: net_promoter(score[airport["BAREA"] == area]) for area in "EG"}
    assert round(boarding["E"].score, 1) == 46.9
    assert round(boarding["G"].score, 1) == 33.0
    food = airport["Q7FOOD"].where(airport["Q7FOOD"].between(1, 5))
    eaten = mean(food)
    assert (eaten.n, round(eaten.value, 3)) == (2421, 3.615)
    happy = csat(food)
    assert isclose(happy.value, 100 * (food >= 4).sum() / food.notna().sum())


def test_the_code_for_a_blank_is_refused_not_counted(airport):
    with pytest.raises(ValueError, match="11 is not a whole number"):
        net_promoter(airport["NETPRO"])


def test_the_interval_of_a_mean_ends_where_its_scale_does():
    few = pd.Series([5.0, 5.0, 4.0, 1.0])
    plain, cut = mean(few), figure(mean_on((1, 5)), few)
    assert plain.high > 5 and (cut.value, cut.high) == (plain.value, 5)
    assert (cut.low, cut.standard_error) == (max(plain.low, 1), plain.standard_error)
    assert figure(mean_on((1, 5)), pd.Series([5.0])).high is None


@given(answered, st.sampled_from(DTYPES))
def test_one_million_or_one_by_one_is_the_same(answers, dtype):
    column = pd.Series([None if a is None else float(a) for a in answers], dtype=dtype)
    quick, slow = net_promoter(column), nps(answers)
    assert quick == slow
    one = figure(NPS, column)
    assert (one.n, one.value, one.effective) == (
        slow.n,
        None if slow.score is None else pytest.approx(slow.score),
        slow.effective,
    )
    if slow.n:
        assert (one.low, one.high) == pytest.approx((slow.low, slow.high))
        assert one.standard_error == pytest.approx(slow.standard_error)


@given(st.lists(st.tuples(st.integers(0, 10), weight), min_size=1, max_size=40))
def test_weighted_as_one_by_one(rows):
    answers, weights = (pd.Series(part) for part in zip(*rows, strict=True))
    quick, slow = net_promoter(answers, weights), nps(answers, weights)
    for name in ("n", "promoters", "detractors", "score", "low", "high", "effective"):
        assert getattr(quick, name) == pytest.approx(getattr(slow, name), abs=1e-9)


@given(answered, st.floats(0.01, 100), st.sampled_from([NPS, MEAN, top_share(10, 3)]))
def test_equal_weights_are_no_weights(answers, same, measure):
    column = pd.Series(answers, dtype="Int8")
    plain = figure(measure, column)
    weighted = figure(measure, column, pd.Series([same] * len(answers)))
    for name in ("n", "value", "low", "high", "standard_error", "effective"):
        ours, theirs = getattr(weighted, name), getattr(plain, name)
        assert ours == (None if theirs is None else pytest.approx(theirs, rel=1e-6, abs=1e-6))


@given(answered.filter(lambda a: sum(x is not None for x in a) > 1))
def test_more_of_the_same_answers_are_surer(answers):
    once, often = pd.Series(answers, dtype="Int8"), pd.Series(answers * 4, dtype="Int8")
    for measure in (NPS, MEAN, top_share(10, 2)):
        wide, narrow = figure(measure, once), figure(measure, often)
        assert wide.value == pytest.approx(narrow.value)
        assert narrow.high - narrow.low <= wide.high - wide.low + 1e-9
        assert wide.low - 1e-9 <= wide.value <= wide.high + 1e-9 or measure is NPS


def test_mean_by_the_textbook():
    """Student's own sleep data (1908): 1.58 ± 2.262 × 1.230 / √10."""
    hours = pd.Series([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    slept = mean(hours)
    assert slept.value == pytest.approx(2.33)
    half = 2.262157 * hours.std(ddof=1) / sqrt(10)
    assert (slept.low, slept.high) == pytest.approx((2.33 - half, 2.33 + half), abs=1e-6)
    assert slept.freedom == 9


@pytest.mark.parametrize(
    ("freedom", "level", "table"),
    [
        (1, 0.95, 12.7062),
        (2, 0.95, 4.30265),
        (9, 0.95, 2.262157),
        (30, 0.95, 2.042272),
        (1000, 0.95, 1.962339),
        (5, 0.99, 4.032143),
        (1, 0.999, 636.619),
        (120, 0.9, 1.657651),
    ],
)
def test_t_as_in_the_printed_tables(freedom, level, table):
    assert reach(level, freedom) == pytest.approx(table, rel=1e-5)
    assert tail(table, freedom) == pytest.approx(1 - level, rel=1e-4)


@given(st.floats(0.5, 1e6), st.floats(0.5, 0.9999))
def test_quantile_and_tail_belong_together(freedom, level):
    assert tail(reach(level, freedom), freedom) == pytest.approx(1 - level, rel=1e-6)


def test_share_as_wilson_printed_it():
    """Newcombe (1998), table I: 81 of 263 gives 25.5 to 36.6 percent; 0 of 20 up to 16.1."""
    some = csat(pd.Series([5] * 81 + [3] * 182))
    assert (round(some.low, 2), round(some.high, 2)) == (25.53, 36.62)
    none = csat(pd.Series([1] * 20))
    assert (none.low, round(none.high, 2)) == (pytest.approx(0, abs=1e-9), 16.11)


def test_effort_counts_those_who_found_it_easy():
    seven = ces(pd.Series([1, 4, 5, 6, 7]))
    assert (seven.mean.value, seven.easy.value) == (pytest.approx(4.6), pytest.approx(60))
    five = ces(pd.Series([1, 2, 3, 4, 5]), highest=5)
    assert five.easy.value == pytest.approx(40)


def test_nobody_and_one():
    nobody = pd.Series([None, None], dtype="Int8")
    for found in (mean(nobody), csat(nobody), figure(NPS, nobody)):
        assert (found.n, found.value, found.low, found.standard_error) == (0, None, None, None)
    assert net_promoter(nobody) == nps([])
    assert net_promoter(pd.Series([9, 10]), pd.Series([0.0, 0.0])) == nps([9], [0])
    one = mean(pd.Series([4]))
    assert (one.n, one.value, one.low) == (1, 4, None)


def test_numbers_that_are_not_whole_have_a_mean():
    spend = pd.Series([1000.5, 20.25, np.nan, -3.0])
    assert mean(spend).value == pytest.approx(spend.mean())
    weights = pd.Series([1.0, 2.0, np.nan, 1.0])
    assert mean(spend, weights).value == pytest.approx((1000.5 + 40.5 - 3) / 4)


@pytest.mark.parametrize("dtype", ["Int8", "float64", "Int64"])
@pytest.mark.parametrize("wrong", [11, -1, 127, 100])
def test_no_score_outside_the_scale(dtype, wrong):
    with pytest.raises(ValueError, match=f"{wrong}"):
        net_promoter(pd.Series([9, None, wrong], dtype=dtype))


def test_half_a_point_is_no_score_and_a_weight_is_a_weight():
    with pytest.raises(ValueError, match="whole number"):
        net_promoter(pd.Series([8.5]))
    with pytest.raises(ValueError, match="weight"):
        net_promoter(pd.Series([9, 9]), pd.Series([1.0, -1.0]))
    with pytest.raises(ValueError, match="weight"):
        net_promoter(pd.Series([9, 9]), pd.Series([1.0, np.nan]))
    assert net_promoter(pd.Series([9, np.nan]), pd.Series([1.0, np.nan])).n == 1
    with pytest.raises(ValueError, match="equally many"):
        sums(NPS, pd.Series([9]), pd.Series([1.0, 1.0]))


@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 10), weight), min_size=1))
def test_sums_of_groups_are_those_of_each_group(rows):
    codes, answers, weights = (pd.Series(part) for part in zip(*rows, strict=True))
    for measure in (NPS, MEAN, top_share(10)):
        for column in (answers, answers / 2) if measure is not NPS else (answers,):
            together = sums(measure, column, weights, codes.to_numpy(dtype=np.intp), 4)
            for group in range(4):
                here = codes == group
                alone = sums(measure, column[here], weights[here])
                for name in ("n", "weight", "squares", "first", "second"):
                    assert getattr(together, name)[group] == pytest.approx(getattr(alone, name)[0])


def test_people_by_their_score():
    named = people(pd.Series([0, 6, 7, 8, 9, 10, None], dtype="Int8"))
    assert list(named.dropna()) == ["detractor"] * 2 + ["passive"] * 2 + ["promoter"] * 2
    assert named.isna().sum() == 1


def test_how_many_gave_each_score():
    column = pd.Series([0, 10, 10, 7, None], dtype="Int8")
    table = distribution(column)
    assert list(table["n"]) == [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2]
    assert table["share"].sum() == pytest.approx(1)
    heavy = distribution(column, pd.Series([3.0, 1, 1, 1, 9]))
    assert heavy["share"].iloc[0] == pytest.approx(0.5)
    assert list(heavy["n"]) == list(table["n"])
    assert distribution(column[4:])["share"].sum() == 0
