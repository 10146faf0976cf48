from math import gamma, pi, sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey.comparing import Verdict, against_others, compare, holm, together
from cxstudio.analysis.survey.estimates import figure
from cxstudio.analysis.survey.figure import MEAN, NPS, top_share
from cxstudio.analysis.survey.nps import differ, nps
from cxstudio.analysis.survey.sums import sums

many = st.lists(st.integers(0, 10), min_size=2, max_size=80)


def answers(promoters, passives, detractors):
    return pd.Series([10] * promoters + [7] * passives + [3] * detractors)


@given(many, many)
def test_scores_as_in_the_method(a, b):
    found = compare(figure(NPS, pd.Series(a)), figure(NPS, pd.Series(b)))
    known = differ(nps(a), nps(b))
    assert (found.statistic, found.p) == pytest.approx(known)
    back = compare(figure(NPS, pd.Series(b)), figure(NPS, pd.Series(a)))
    assert (back.difference, back.p) == pytest.approx((-found.difference, found.p))
    assert (back.low, back.high) == pytest.approx((-found.high, -found.low))


def test_means_by_welch_with_the_tail_added_up_slowly():
    chance = np.random.default_rng(7)
    a, b = pd.Series(chance.normal(5, 1, 15)), pd.Series(chance.normal(6, 3, 11))
    found = compare(figure(MEAN, a), figure(MEAN, b))
    va, vb = a.var() / 15, b.var() / 11
    t = (a.mean() - b.mean()) / sqrt(va + vb)
    freedom = (va + vb) ** 2 / (va**2 / 14 + vb**2 / 10)
    x = np.linspace(-abs(t), abs(t), 200_001)
    density = (1 + x**2 / freedom) ** (-(freedom + 1) / 2)
    whole = sqrt(freedom * pi) * gamma(freedom / 2) / gamma((freedom + 1) / 2)
    assert found.statistic == pytest.approx(t)
    assert found.p == pytest.approx(1 - np.trapezoid(density, x) / whole, abs=1e-8)
    assert found.low < found.difference < found.high


def test_groups_that_all_answered_alike():
    fives, fours = (figure(MEAN, pd.Series([x] * 40)) for x in (5, 4))
    assert compare(fives, fours).verdict is Verdict.HIGHER
    assert compare(fours, fives).verdict is Verdict.LOWER
    assert compare(fives, fives).verdict is Verdict.NO_SIGN
    assert compare(fives, figure(MEAN, pd.Series([4, 5] * 20))).verdict is Verdict.HIGHER


def test_verdicts():
    high, low = figure(NPS, answers(80, 10, 10)), figure(NPS, answers(20, 40, 40))
    assert compare(high, low).verdict is Verdict.HIGHER
    assert compare(low, high).verdict is Verdict.LOWER
    assert compare(high, high).verdict is Verdict.NO_SIGN
    few, nobody = figure(NPS, answers(5, 4, 0)), figure(NPS, answers(0, 0, 0))
    assert compare(few, low).verdict is Verdict.TOO_FEW
    assert compare(few, low).p is not None
    assert compare(nobody, low).verdict is Verdict.TOO_FEW
    assert compare(nobody, low).difference is None


def test_few_answers_can_tell_of_a_difference_but_not_of_its_absence():
    some = figure(NPS, answers(12, 0, 0))
    assert compare(some, figure(NPS, answers(100, 0, 900))).verdict is Verdict.HIGHER
    assert compare(some, figure(NPS, answers(900, 50, 50))).verdict is Verdict.TOO_FEW


def test_holm_as_in_the_textbook():
    """Each p times the tests that remain, and never below the one before."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_keeps_the_order_and_never_makes_a_finding(chances):
    corrected = holm(chances)
    assert all(p <= q <= 1 for p, q in zip(chances, corrected, strict=True))
    order = np.argsort(chances, kind="stable")
    assert (np.diff(np.array(corrected)[order]) >= 0).all()
    assert min(corrected) == pytest.approx(min(1, len(chances) * min(chances)))


def test_many_groups_are_held_to_a_harder_test():
    clear, faint = figure(NPS, answers(60, 20, 20)), figure(NPS, answers(48, 20, 32))
    other, few = figure(NPS, answers(33, 34, 33)), figure(NPS, answers(9, 0, 0))
    alone = [compare(f, other) for f in (clear, faint, few, other)]
    assert alone[1].verdict is Verdict.NO_SIGN or alone[1].p < 0.05
    joint = together(alone)
    assert [c.p >= a.p for c, a in zip(joint, alone, strict=True)] == [True] * 4
    assert joint[0].verdict is Verdict.HIGHER
    assert joint[0].p == pytest.approx(3 * alone[0].p)  # the few are no test
    assert joint[2] == alone[2]


def test_each_group_against_all_others():
    given_answers = pd.concat([answers(80, 10, 10), answers(30, 40, 30), answers(3, 0, 2)])
    codes = np.repeat([0, 1, 2], [100, 100, 5])
    groups = sums(NPS, given_answers, None, codes, 3)
    everyone = sums(NPS, given_answers)
    found = against_others(NPS, groups, everyone)
    assert [c.verdict for c in found] == [Verdict.HIGHER, Verdict.LOWER, Verdict.TOO_FEW]
    here = figure(NPS, given_answers[codes == 0])
    there = figure(NPS, given_answers[codes != 0])
    assert found[0].difference == pytest.approx(compare(here, there).difference)
    assert found[0].p == pytest.approx(2 * compare(here, there).p)
    alone = against_others(NPS, everyone, everyone)
    assert alone[0].verdict is Verdict.TOO_FEW


def test_shares_are_compared_too():
    a, b = pd.Series([5] * 70 + [2] * 30), pd.Series([5] * 45 + [1] * 55)
    found = compare(figure(top_share(), a), figure(top_share(), b))
    plus = (71 / 102, 46 / 102)
    error = sqrt(sum(p * (1 - p) / 102 for p in plus))
    assert found.statistic == pytest.approx((plus[0] - plus[1]) / error)
    assert found.difference == pytest.approx(25)
    assert found.low < 25 < found.high


def test_the_waves_of_fukui(shared):
    def wave(month):
        path = shared / "data" / "survey" / "fukui" / f"{month}.csv"
        return figure(NPS, pd.read_csv(path, encoding="utf-8-sig", usecols=["NPS"])["NPS"])

    may, february, april = wave("202205"), wave("202602"), wave("202604")
    assert compare(april, may).verdict is Verdict.HIGHER
    assert compare(april, february).verdict is Verdict.NO_SIGN
    assert round(compare(april, may).statistic, 1) == 7.3
