from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis.draws import drawn
from cxstudio.analysis.plan.candidates import Candidate, candidates, weights_of
from cxstudio.analysis.plan.fitting import Wanted, fitting
from cxstudio.analysis.plan.rice import impact, rice
from cxstudio.analysis.plan.standing import standings
from cxstudio.analysis.plan.weighing import ranks, shares, weighed
from cxstudio.analysis.ranges import Estimate, contradicts, estimate
from cxstudio.model import Criterion, CriterionScore, Initiative


def test_what_is_missing_of_a_range_is_filled_in():
    assert estimate(None, None, None) is None
    assert estimate(2, None, 4) == Estimate(2, 3, 4)
    assert estimate(4, None, 2) == Estimate(2, 3, 4)
    assert estimate(None, 5, None) == Estimate(5, 5, 5)
    assert not estimate(None, 5, None).open
    assert estimate(1, 9, 3) == Estimate(1, 9, 9)
    assert contradicts(1, 9, 3) and not contradicts(3, 2, 1) and not contradicts(None, 9, 3)
    assert Estimate(1, 2, 4).turned() == Estimate(-4, -2, -1)
    assert Estimate(-1, 3, 9).within(1, 5) == Estimate(1, 3, 5)


def test_draws_have_the_mean_and_spread_of_a_triangle():
    a, c, b = 2.0, 3.0, 10.0
    values = drawn([Estimate(a, c, b), Estimate(7, 7, 7)], 40_000)
    assert values[0].mean() == pytest.approx((a + b + c) / 3, abs=0.03)
    spread = sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18)
    assert values[0].std() == pytest.approx(spread, abs=0.02)
    assert (values[0] <= c).mean() == pytest.approx((c - a) / (b - a), abs=0.01)
    assert values[0].min() >= a and values[0].max() <= b
    assert set(values[1]) == {7.0}
    assert np.array_equal(values, drawn([Estimate(a, c, b), Estimate(7, 7, 7)], 40_000))


def test_rice_as_in_the_article():
    assert rice(500, 5, 1.0, 2).value == 500 * 3 * 1.0 / 2
    assert rice(2000, 2, 0.5, 4).value == 2000 * 0.5 * 0.5 / 4
    assert [impact(step) for step in (1, 2, 3, 4, 5)] == [0.25, 0.5, 1, 2, 3]
    assert impact(4.5) == 2.5


@pytest.mark.parametrize(
    ("figures", "lacks"),
    [
        ((None, 3, 0.5, 2), ("reach",)),
        ((10, None, None, None), ("benefit", "confidence", "effort")),
        ((10, 3, 0.5, 0), ("no_effort",)),
        ((-1, 6, 1.5, -2), ("reach", "benefit", "confidence", "effort")),
    ],
)
def test_rice_says_what_it_lacks(figures, lacks):
    found = rice(*figures)
    assert found.value is None and found.lacks == lacks
    assert rice(0, 3, 0.5, 2).value == 0


def test_weights_are_shares_and_the_mean_is_weighted():
    assert shares({1: 3, 2: 1, 3: 0, 4: -2}) == {1: 0.75, 2: 0.25}
    assert shares({1: 0}) == {}
    found = weighed({1: 4, 2: 2}, {1: 3, 2: 1, 3: 0})
    assert found.value == pytest.approx(np.average([4, 2], weights=[3, 1]))
    assert weighed({1: 4, 2: None}, {1: 3, 2: 1, 3: 1}).lacks == (2, 3)
    assert weighed({1: 4}, {1: 0}).value is None
    assert ranks({1: 0.1 + 0.2, 2: 0.3, 3: 0.2}) == {1: 1, 2: 1, 3: 3}
    assert ranks({1: 2.0, 2: 5.0, 3: 2.0, 4: None, 5: 1.0}) == {2: 1, 1: 2, 3: 2, 5: 4}


def test_candidates_take_their_doubt_from_their_confidence():
    sure = Initiative(id=1, confidence=1.0, state="proposed")
    unsure = Initiative(id=2, confidence=0.25, state="decided")
    gone = Initiative(id=3, confidence=0.5, state="dropped")
    scores = [
        CriterionScore(initiative_id=1, criterion_id=7, value=4.0),
        CriterionScore(initiative_id=2, criterion_id=7, value=4.0),
        CriterionScore(initiative_id=2, criterion_id=8, value=3.0, low=2.5, high=4.0),
        CriterionScore(initiative_id=2, criterion_id=9, low=2.0, high=4.0),
        CriterionScore(initiative_id=1, criterion_id=9),
    ]
    first, second = candidates([sure, unsure, gone], {1: 6.0}, scores)
    assert first.scores == {7: Estimate(4, 4, 4)}
    assert second.scores[7] == Estimate(2.5, 4, 5)
    assert second.scores[8] == Estimate(2.5, 3, 4)
    assert second.scores[9] == Estimate(2, 3, 4)
    assert weights_of([Criterion(id=7, weight=2.0)]) == {7: 2.0}
    assert Candidate(1, severity=6, effort=0).score("gain", {}) is None
    assert Candidate(1, severity=6, effort=4).score("gain", {}) == 1.5


def test_standing_of_two_agrees_with_the_chance_worked_out_by_hand():
    # Two scores, both triangles symmetric around 3.0 and 3.5, half a step wide: by convolution.
    one = Candidate(1, scores={1: Estimate(2.5, 3.0, 3.5)})
    other = Candidate(2, scores={1: Estimate(3.0, 3.5, 4.0)})
    x = np.linspace(-0.5, 0.5, 2001)
    tri = np.maximum(0, 0.5 - np.abs(x)) * 4
    difference = np.convolve(tri, tri) * (x[1] - x[0])
    at = np.linspace(-1, 1, len(difference)) + 0.5
    chance = difference[at > 0].sum() / difference.sum()
    found = standings([one, other], "weighted", {1: 1.0}, top=1, draws=40_000)
    assert found[2].share == pytest.approx(chance, abs=0.01)
    assert found[1].share + found[2].share == pytest.approx(1)
    assert (found[1].best, found[1].worst) == (2, 2)


def test_who_is_sure_keeps_the_place_and_the_same_draws_come_again():
    ladder = [
        Candidate(n, severity=20.0 - n, effort=2.0, reach=100.0, benefit=3, confidence=1.0)
        for n in range(8)
    ]
    found = standings(ladder, "gain", {}, top=5)
    assert [found[n].share for n in range(8)] == [1.0] * 5 + [0.0] * 3
    assert [(found[n].best, found[n].worst) for n in range(8)] == [(n + 1, n + 1) for n in range(8)]
    shaky = [Candidate(n, 20.0 - n, 2.0, 100.0 + n, 3, 0.4) for n in range(8)]
    for method in ("gain", "rice"):
        once = standings(shaky, method, {}, top=5, draws=4000)
        assert once == standings(shaky, method, {}, top=5, draws=4000)
        assert sum(one.share for one in once.values()) == pytest.approx(5)
        assert 0 < once[0].share < 1
    assert standings([Candidate(1)], "rice", {}) == {}


def test_eighty_initiatives_and_ten_thousand_draws_are_shared_out():
    chance = np.random.default_rng(1)
    many = [
        Candidate(n, scores={c: Estimate(1, v, 5) for c, v in enumerate(chance.uniform(1, 5, 4))})
        for n in range(80)
    ]
    found = standings(many, "weighted", {0: 4, 1: 3, 2: 2, 3: 1})
    assert sum(one.share for one in found.values()) == pytest.approx(5)


# -- what fits -------------------------------------------------------------------------------


def taken(lines):
    return [line.id for line in lines.lines if line.taken]


def test_what_does_not_fit_is_left_and_says_why():
    wanted = [
        Wanted(1, 50, 2),
        Wanted(2, 60, 1),
        Wanted(3, 40, 9),
        Wanted(4, None, 1),
        Wanted(5, 10, None),
        Wanted(6, 30, 3),
        Wanted(7, 1, 1, ranked=False),
        Wanted(8, 500, 50, done=True),
    ]
    found = fitting(wanted, [(8, 1)], budget=100, capacity=10)
    assert taken(found) == [1, 6]
    whys = {line.id: line.why for line in found.lines}
    assert whys == {
        1: "", 2: "budget", 3: "people", 4: "no_cost", 5: "no_effort", 6: "", 7: "no_score"
    }  # fmt: skip
    assert (found.spent, found.months) == (80, 5)
    assert taken(fitting(wanted, [], None, None)) == [1, 2, 3, 4, 5, 6]


def test_what_comes_first_is_taken_along_or_both_are_left():
    wanted = [Wanted(1, 50, 1), Wanted(2, 30, 1), Wanted(3, 20, 1, ranked=False)]
    along = fitting(wanted, [(3, 1), (2, 3)], budget=100, capacity=None)
    assert taken(along) == [2, 3, 1]
    assert along.lines[2].needs == (2, 3)
    apart = fitting(wanted, [(3, 1), (2, 3)], budget=60, capacity=None)
    assert taken(apart) == [2]
    assert (apart.lines[0].why, apart.lines[0].needs) == ("budget", (2, 3))
    gone = fitting(wanted, [(9, 3), (3, 1)], budget=100, capacity=None)
    assert (gone.lines[0].why, gone.lines[0].needs) == ("before", (9,))
    ring = fitting(wanted, [(1, 2), (2, 1)], budget=100, capacity=None)
    assert taken(ring) == [2, 1]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), min_size=1, max_size=8),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6),
    st.integers(0, 120),
    st.integers(0, 15),
)
def test_a_line_is_always_sound(figures, pairs, budget, capacity):
    wanted = [Wanted(n, cost, effort) for n, (cost, effort) in enumerate(figures)]
    before = [(a, b) for a, b in pairs if a < b]
    found = fitting(wanted, before, budget, capacity)
    assert sorted(line.id for line in found.lines) == list(range(len(figures)))
    assert found.spent == sum(figures[n][0] for n in found.taken) <= budget
    assert found.months == sum(figures[n][1] for n in found.taken) <= capacity
    order = taken(found)
    for first, then in before:
        if then in found.taken:
            assert first in found.taken and order.index(first) < order.index(then)
