"""What a business case comes to: net present value, payback, and what each initiative adds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxstudio.analysis.business.parts import Case, Term
from cxstudio.analysis.draws import Floats

KINDS = ("once", "yearly", "gain")


@dataclass(frozen=True)
class Year:
    """What is spent and gained in one year of the case, undiscounted; costs are above zero."""

    once: float
    yearly: float
    benefit: float

    @property
    def net(self) -> float:
        return self.benefit - self.once - self.yearly


@dataclass(frozen=True)
class Contribution:
    """What one initiative adds over the horizon, undiscounted, and to the net present value."""

    initiative: int
    once: float
    yearly: float
    benefit: float
    npv: float


@dataclass(frozen=True)
class Outcome:
    """The likely case. `cumulated` holds the undiscounted balance after each month, beginning
    with 0. Payback is the number of months after which the balance stays at or above zero, plain
    and discounted; None when that is not within the horizon, 0 when it never was below."""

    npv: float
    benefit: float
    once: float
    yearly: float
    payback: int | None
    discounted_payback: int | None
    cumulated: tuple[float, ...]
    years: tuple[Year, ...]
    contributions: tuple[Contribution, ...]
    cut: dict[int, float]
    """The share that is left of the effects on a KPI, where they were cut at its target."""


def discounts(case: Case) -> Floats:
    """What a unit of money in each month is worth at the start; each from its middle."""
    months = np.arange(case.premises.months) + 0.5
    return np.power(1 + case.premises.rate, -months / 12)


def profiles(case: Case) -> Floats:
    """One row a term, one column a month."""
    rows = [term.months for term in case.terms]
    return np.array(rows, dtype=np.float64).reshape(len(rows), case.premises.months)


def likely(case: Case) -> Floats:
    """The likely value of each assumption, as one column."""
    values = [one.estimate.likely for one in case.assumptions]
    return np.array(values, dtype=np.float64).reshape(-1, 1)


def amounts(case: Case, values: Floats) -> Floats:
    """The amount of each term (rows) for each column of values of the assumptions (rows)."""
    found = np.empty((len(case.terms), values.shape[1]))
    for row, term in enumerate(case.terms):
        found[row] = term.sign * values[term.first]
        if term.second is not None:
            found[row] *= values[term.second]
    for kpi, left in cuts(case, values).items():
        rows = [row for row, term in enumerate(case.terms) if term.kpi == kpi]
        found[rows] *= left
    return found


def cuts(case: Case, values: Floats) -> dict[int, Floats]:
    """For each KPI with a target the share that is left of the effects on it, column by column."""
    found = {}
    for kpi, room in case.rooms.items():
        total = values[[term.first for term in case.terms if term.kpi == kpi]].sum(axis=0)
        over = total > room
        found[kpi] = np.where(over, room / np.where(over, total, 1.0), 1.0)
    return found


def outcome(case: Case) -> Outcome:
    """The case with every figure at its likely value."""
    values = likely(case)
    flows = amounts(case, values) * profiles(case)
    factors = discounts(case)
    cuts_now = {kpi: float(left[0]) for kpi, left in cuts(case, values).items()}
    cost, yearly, gain = (_of(case, kind) for kind in KINDS)
    balance = np.concatenate([[0.0], np.cumsum(flows.sum(axis=0))])
    discounted = np.concatenate([[0.0], np.cumsum(flows.sum(axis=0) * factors)])
    return Outcome(
        npv=float(discounted[-1]),
        benefit=float(flows[gain].sum()),
        once=-float(flows[cost].sum()),
        yearly=-float(flows[yearly].sum()),
        payback=_payback(balance),
        discounted_payback=_payback(discounted),
        cumulated=tuple(float(value) for value in balance),
        years=_years(flows, cost, yearly, gain),
        contributions=_contributions(case, flows, factors),
        cut={kpi: left for kpi, left in cuts_now.items() if left < 1},
    )


def _of(case: Case, kind: str) -> list[int]:
    """The rows of the terms of one of `KINDS`."""
    return [row for row, term in enumerate(case.terms) if _kind(case, term) == kind]


def _kind(case: Case, term: Term) -> str:
    return "gain" if term.second is not None else case.assumptions[term.first].kind


def _payback(balance: Floats) -> int | None:
    tolerance = 1e-9 * max(1.0, float(np.abs(balance).max()))
    below = np.flatnonzero(balance < -tolerance)
    if not len(below):
        return 0
    return None if below[-1] == len(balance) - 1 else int(below[-1]) + 1


def _years(flows: Floats, cost: list[int], yearly: list[int], gain: list[int]) -> tuple[Year, ...]:
    found = []
    for begin in range(0, flows.shape[1], 12):
        year = flows[:, begin : begin + 12]
        once, every, benefit = (float(year[rows].sum()) for rows in (cost, yearly, gain))
        found.append(Year(0.0 - once, 0.0 - every, benefit))
    return tuple(found)


def _contributions(case: Case, flows: Floats, factors: Floats) -> tuple[Contribution, ...]:
    sums, values = flows.sum(axis=1), flows @ factors
    kinds = [_kind(case, term) for term in case.terms]
    found = []
    for initiative in case.initiatives:
        rows = [row for row, term in enumerate(case.terms) if term.initiative == initiative]
        once, yearly, gain = (
            sum(float(sums[row]) for row in rows if kinds[row] == kind) for kind in KINDS
        )
        npv = float(values[rows].sum())
        found.append(Contribution(initiative, 0.0 - once, 0.0 - yearly, gain, npv))
    return tuple(found)
