import datetime as dt

import numpy as np
import pytest

from cxstudio.analysis.business.case import business_case
from cxstudio.analysis.business.parts import Fault, Gain, Venture
from cxstudio.analysis.business.reading import read_case
from cxstudio.analysis.business.result import outcome
from cxstudio.analysis.business.simulation import alike, extremes, simulated, tornado
from cxstudio.analysis.draws import drawn
from cxstudio.analysis.ranges import Estimate
from cxstudio.model import Effect, Engagement, Initiative, Kpi
from cxstudio.model.money import scale

RATE, YEARS = 0.05, 3


def sure(value):
    return Estimate(value, value, value)


def day(text):
    return dt.date.fromisoformat(text)


VENTURES = [
    Venture(1, day("2026-07-10"), day("2026-09-05"), Estimate(80, 90, 120), sure(12), "offer"),
    Venture(2, day("2026-08-01"), day("2026-08-31"), Estimate(20, 40, 60), None),
    Venture(3, day("2026-12-01"), None, None, Estimate(6, 12, 18)),
]
GAINS = [
    Gain(11, 1, 5, Estimate(1, 3, 4), Estimate(20, 30, 50), 6, "survey"),
    Gain(12, 2, 5, Estimate(0, 2, 5), Estimate(20, 30, 50), 0, "survey"),
    Gain(13, 2, 6, Estimate(-1, 1, 2), Estimate(5, 8, 9), 3),
]
ROOMS = {5: 4.0, 6: 50.0, 7: 1.0}


def by_hand(figures, rooms=ROOMS, years=YEARS, rate=RATE):
    """The balance by month and the value, written out month by month.

    `figures` has for each venture (start month, end month, once, yearly), and for each gain
    (venture, kpi, change, worth, months).
    """
    ventures, gains = figures
    totals = {}
    for _venture, kpi, change, _worth, _full in gains:
        totals[kpi] = totals.get(kpi, 0) + change
    balance, value, flows = [0.0], 0.0, []
    for month in range(1, 12 * years + 1):
        flow = 0.0
        for start, end, once, yearly in ventures.values():
            if start <= month <= end:
                flow -= once / (end - start + 1)
            if month > end:
                flow -= yearly / 12
        for venture, kpi, change, worth, full in gains:
            since = month - ventures[venture][1]
            if since > 0:
                room = rooms.get(kpi)
                left = room / totals[kpi] if room and totals[kpi] > room else 1.0
                share = 1.0 if not full else min(1.0, since / full)
                flow += left * share * change * worth / 12
        flows.append(flow)
        balance.append(balance[-1] + flow)
        value += flow / (1 + rate) ** ((month - 0.5) / 12)
    return balance, value


LIKELY = (
    {1: (1, 3, 90, 12), 2: (2, 2, 40, 0), 3: (6, 6, 0, 12)},
    [(1, 5, 3, 30, 6), (2, 5, 2, 30, 0), (2, 6, 1, 8, 3)],
)


@pytest.fixture(scope="module")
def case():
    return business_case(VENTURES, GAINS, ROOMS, YEARS, RATE)


def test_the_likely_case_is_what_comes_out_month_by_month(case):
    found = outcome(case)
    balance, value = by_hand(LIKELY)
    assert found.npv == pytest.approx(value)
    assert found.cumulated == pytest.approx(balance)
    assert found.once == pytest.approx(130)
    assert found.yearly == pytest.approx(33 + 30)
    assert found.cut == {5: 4 / 5}
    assert case.premises.first == day("2026-07-01")
    below = [month for month, held in enumerate(balance) if held < 0]
    assert found.payback == (below[-1] + 1 if below[-1] < 36 else None)
    assert sum(one.npv for one in found.contributions) == pytest.approx(value)
    assert sum(year.net for year in found.years) == pytest.approx(balance[-1])
    assert sum(year.benefit for year in found.years) == pytest.approx(found.benefit)
    assert [one.initiative for one in found.contributions] == [1, 2, 3]


def test_a_worth_stated_alike_is_one_assumption(case):
    kinds = [(one.kind, one.initiatives, one.effects, one.source) for one in case.assumptions]
    assert ("worth", (1, 2), (11, 12), "survey") in kinds
    assert [kind for kind, *_rest in kinds].count("worth") == 2
    assert ("once", (1,), (), "offer") in kinds and ("yearly", (3,), (), "") in kinds


def test_payback_by_a_sum_of_one_line():
    sober = [Venture(1, day("2026-01-01"), day("2026-01-31"), sure(100), None)]
    gains = [Gain(1, 1, 1, sure(1), sure(120))]
    plain = outcome(business_case(sober, gains, {}, 2, 0.0))
    assert plain.payback == plain.discounted_payback == 11  # 10 a month from the second on
    assert plain.npv == pytest.approx(10 * 23 - 100)
    dear = outcome(business_case(sober, gains, {}, 2, 0.5))
    months = [-100, *[10] * 23]
    held = np.cumsum([m / 1.5 ** ((n + 0.5) / 12) for n, m in enumerate(months)])
    assert dear.discounted_payback == int(np.argmax(held >= 0)) + 1 > 11
    assert outcome(business_case(sober, gains, {}, 1, 0.0)).payback == 11
    assert outcome(business_case(sober, [], {}, 2, 0.0)).payback is None
    free = [Venture(1, day("2026-01-01"), day("2026-01-31"), None, None)]
    assert outcome(business_case(free, gains, {}, 2, 0.0)).payback == 0


def test_the_simulation_agrees_with_draws_worked_out_one_by_one(case):
    found = simulated(case, draws=1500)
    chance = np.random.default_rng(99)

    def tri(*ends):
        return chance.triangular(*ends) if ends[0] < ends[2] else ends[0]

    values, ends = [], []
    for _turn in range(1500):
        worth = tri(20, 30, 50)
        drawn = (
            {1: (1, 3, tri(80, 90, 120), 12), 2: (2, 2, tri(20, 40, 60), 0), 3: (6, 6, 0, 12)},
            [(1, 5, tri(1, 3, 4), worth, 6), (2, 5, tri(0, 2, 5), worth, 0)],
        )
        drawn[0][3] = (6, 6, 0, tri(6, 12, 18))
        drawn[1].append((2, 6, tri(-1, 1, 2), tri(5, 8, 9), 3))
        balance, value = by_hand(drawn)
        values.append(value)
        ends.append(balance[-1])
    scale = np.std(values)
    for share, ours in ((0.1, found.low), (0.5, found.median), (0.9, found.high)):
        assert ours == pytest.approx(np.quantile(values, share), abs=0.15 * scale)
    assert found.loss == pytest.approx(np.mean(np.array(values) < 0), abs=0.05)
    assert found.band_low[-1] == pytest.approx(np.quantile(ends, 0.1), abs=0.15 * scale)
    assert found.paid_back == pytest.approx(np.mean(np.array(ends) >= 0), abs=0.05)
    assert found == simulated(case, draws=1500)
    assert found != simulated(case, draws=1500, seed=1)
    assert sum(found.counts) == 1500 and len(found.edges) == len(found.counts) + 1
    assert any(abs(edge) < 1e-6 for edge in found.edges)
    width = found.edges[1] - found.edges[0]
    digits = f"{width:.6e}".partition("e")[0].rstrip("0").rstrip(".")
    assert digits in ("1", "2", "2.5", "5")  # round edges
    assert len(found.band_low) == len(found.band_high) == 37


def test_the_tornado_moves_one_figure_at_a_time(case):
    bars = tornado(case)
    swings = [bar.swing for bar in bars]
    assert swings == sorted(swings, reverse=True)
    moved = [case.assumptions[bar.assumption] for bar in bars]
    assert all(one.estimate.open for one in moved)
    assert len(bars) == 8
    worth = next(
        b for b, one in zip(bars, moved, strict=True) if one.kind == "worth" and one.kpi == 5
    )
    for end, change in ((worth.low, 20), (worth.high, 50)):
        gains = [(1, 5, 3, change, 6), (2, 5, 2, change, 0), (2, 6, 1, 8, 3)]
        assert end == pytest.approx(by_hand((LIKELY[0], gains))[1])
    cost = next(
        b
        for b, one in zip(bars, moved, strict=True)
        if one.kind == "once" and one.initiatives == (1,)
    )
    dear = {**LIKELY[0], 1: (1, 3, 120, 12)}
    assert cost.high == pytest.approx(by_hand((dear, LIKELY[1]))[1])
    assert cost.high < outcome(case).npv < cost.low


def test_all_that_err_together_go_beyond_the_draws(case):
    worst, best = extremes(case, tornado(case))
    spread = simulated(case)
    benefits = alike(case)
    assert worst < benefits.low < spread.low and spread.high < benefits.high < best
    assert worst < spread.edges[0] and best > spread.edges[-1] - (spread.edges[1] - spread.edges[0])
    plain = business_case(
        [Venture(1, day("2026-01-01"), day("2026-01-31"), Estimate(10, 20, 30), None)],
        [Gain(1, 1, 5, Estimate(1, 2, 3), sure(2), 0)],
        {},
        1,
        0.0,
    )
    assert plain is not None
    low, high = extremes(plain, tornado(plain))
    assert (low, high) == pytest.approx((2 * 11 / 12 - 30, 6 * 11 / 12 - 10))


def test_figures_drawn_together_are_low_and_high_at_once():
    first, cost, second = drawn([Estimate(1, 2, 3), Estimate(1, 2, 3), Estimate(2, 4, 6)], 400,
                                together=(0, 2))  # fmt: skip
    assert second == pytest.approx(2 * first)
    assert abs(np.corrcoef(first, cost)[0, 1]) < 0.2


def test_a_change_for_the_worse_is_said_and_counted():
    case = business_case(
        [Venture(1, day("2026-01-01"), day("2026-01-31"), sure(1), None)],
        [Gain(1, 1, 5, Estimate(-3, -2, -1), sure(2), 0)],
        {},
        1,
        0.0,
    )
    assert case is not None and case.faults == (Fault("worse", 1, 1, 5),)
    assert outcome(case).benefit == pytest.approx(-4 * 11 / 12)


@pytest.mark.parametrize(
    ("currency", "largest", "value", "shown"),
    [("EUR", 15_000, 12_500.5, "12,500.50"), ("EUR", 15_000, 800, "800"),
     ("JPY", 15_000, 1_000.4, "1,000"), ("EUR", 2e6, 750_000, "0.75")],
)  # fmt: skip
def test_an_assumption_is_written_to_the_cent(currency, largest, value, shown):
    assert scale(currency, largest, "en").entered(value) == shown


def test_what_cannot_be_counted_is_said():
    engagement = Engagement(discount_rate=-4.0, horizon=0)
    initiatives = [
        Initiative(id=1, state="proposed", cost_low=-5.0, starts_on=day("2026-01-05")),
        Initiative(id=2, state="proposed", starts_on=day("2026-05-05"), ends_on=day("2026-01-05")),
        Initiative(id=3, state="proposed"),
        Initiative(id=4, state="dropped", cost_low=9e9, starts_on=day("2020-01-05")),
        Initiative(id=5, state="proposed", cost_low=4.0, cost_high=2.0, ends_on=day("2026-12-30")),
        Initiative(id=6, state="done", starts_on=day("2026-02-01"), ends_on=day("2026-02-20")),
    ]
    kpis = [
        Kpi(id=1, direction="down", baseline=47.0, target=20.0),
        Kpi(id=2, direction="up", baseline=30.0, target=20.0),
        Kpi(id=3, direction="up"),
    ]
    effects = [
        Effect(id=1, initiative_id=1, kpi_id=1, likely=-9.0, worth_likely=2.0, months=0),
        Effect(id=2, initiative_id=1, kpi_id=2, low=1.0, likely=9.0, high=3.0, months=0),
        Effect(id=3, initiative_id=5, kpi_id=3, worth_likely=3.0, months=0),
        Effect(id=4, initiative_id=5, kpi_id=3, likely=1.0, worth_likely=3.0, months=0),
        Effect(id=5, initiative_id=6, kpi_id=2, likely=1.0, worth_likely=3.0, months=0),
        Effect(id=6, initiative_id=2, kpi_id=2, likely=1.0, worth_likely=3.0, months=0),
        Effect(id=7, initiative_id=1, kpi_id=99, likely=1.0, worth_likely=3.0, months=0),
    ]
    case, faults = read_case(engagement, initiatives, effects, kpis)
    assert case is not None and (case.premises.years, case.premises.rate) == (1, 0)
    assert set(faults) == {
        Fault("no_dates", 3),
        Fault("ends_before_start", 2),
        Fault("negative_cost", 1),
        Fault("no_worth", 1, 2, 2),
        Fault("outside", 1, 2, 2),
        Fault("no_change", 5, 3, 3),
        Fault("late", 5, 4, 3),
        Fault("no_cost", 6),
        Fault("target_behind", 6, 5, 2),
    }
    found = outcome(case)
    assert found.once == pytest.approx(3)  # the middle of 2 and 4, of the fifth alone
    assert found.benefit == pytest.approx(9 * 2 * 11 / 12 + 1 * 3 * 10 / 12)
    assert simulated(case, draws=50).loss == 0
    few, _faults = read_case(engagement, initiatives, effects, kpis, frozenset({5}))
    assert few.initiatives == (5,)
    nothing, said = read_case(engagement, initiatives, effects, kpis, frozenset({2, 3}))
    assert nothing is None
    assert {fault.kind for fault in said} == {"no_dates", "ends_before_start"}
    with pytest.raises(ValueError, match="at least a year"):
        business_case(VENTURES, GAINS, ROOMS, 0, 0.05)
