"""Ten thousand draws over eighty initiatives: their ranking, and their business case."""

import datetime as dt

import numpy as np

from benchmarks.measure import Bench, Measured, milliseconds
from cxstudio.analysis.business.case import business_case
from cxstudio.analysis.business.parts import Case, Gain, Venture
from cxstudio.analysis.business.simulation import simulated, tornado
from cxstudio.analysis.plan.candidates import Candidate
from cxstudio.analysis.plan.standing import standings
from cxstudio.analysis.ranges import Estimate

INITIATIVES, CRITERIA, EFFECTS, KPIS, YEARS = 80, 6, 160, 12, 5


def candidates() -> list[Candidate]:
    """Initiatives with a score between 1 and 5 on each of six criteria."""
    values = np.random.default_rng(5).uniform(1, 5, (INITIATIVES, CRITERIA))
    return [
        Candidate(n, scores={place: Estimate(1, value, 5) for place, value in enumerate(row)})
        for n, row in enumerate(values)
    ]


def ranking() -> Measured:
    """The share of draws in the top five by weighted scoring, in seconds."""
    many, weights = candidates(), dict.fromkeys(range(CRITERIA), 1.0)
    return milliseconds(lambda: standings(many, "weighted", weights)) / 1000, None


def case() -> Case:
    """Costs once and yearly, and two effects each, over five years."""
    ventures = [
        Venture(
            n,
            dt.date(2026, 1 + n % 12, 1),
            dt.date(2027, 1 + n % 12, 1),
            Estimate(1, 2, 3),
            Estimate(0.1, 0.2, 0.3),
        )
        for n in range(INITIATIVES)
    ]
    gains = [
        Gain(n, n % INITIATIVES, n % KPIS, Estimate(1, 2, 3), Estimate(n, n + 1, n + 2), 6)
        for n in range(EFFECTS)
    ]
    made = business_case(ventures, gains, dict.fromkeys(range(KPIS), 10.0), YEARS, 0.05)
    assert made is not None
    return made


def money() -> Measured:
    """Range, chance of a loss and tornado, in seconds."""
    made = case()
    return milliseconds(lambda: (simulated(made), tornado(made))) / 1000, None


BENCHES = [
    Bench("ranking of 80 initiatives, 10,000 draws", "s", 1, ranking),
    Bench("business case of 80 initiatives, 10,000 draws", "s", 1, money),
]
