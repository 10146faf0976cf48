"""How far the business case may come out otherwise: simulation and tornado."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxstudio.analysis.business.parts import Case
from cxstudio.analysis.business.result import amounts, discounts, likely, profiles
from cxstudio.analysis.draws import DRAWS, SEED, Floats, drawn

EIGHT_IN_TEN = (0.1, 0.9)
BINS = 24
"""The most bins of the histogram, but for one more at each end."""
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Spread:
    """The draws of a case; `low` and `high` hold eight in ten of their net present values.

    `loss` is the share of draws below zero. The band of the balance after each month begins
    with 0, as `Outcome.cumulated` does. `edges` has one value more than `counts`.
    `paid_back` is the share of draws that have paid back (undiscounted) at the end.
    """

    draws: int
    seed: int
    low: float
    median: float
    high: float
    loss: float
    paid_back: float
    band_low: tuple[float, ...]
    band_high: tuple[float, ...]
    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Bar:
    """The net present value with one assumption at its low and at its high value."""

    assumption: int
    low: float
    high: float

    @property
    def swing(self) -> float:
        return abs(self.high - self.low)


def simulated(case: Case, draws: int = DRAWS, seed: int = SEED) -> Spread:
    """The case with every assumption drawn on its own from a triangle low–likely–high."""
    values = drawn([one.estimate for one in case.assumptions], draws, seed)
    each = amounts(case, values)
    shape = profiles(case)
    npv = discounts(case) @ (shape.T @ each)
    balance = np.cumsum(shape, axis=1).T @ each
    band = np.quantile(balance, EIGHT_IN_TEN, axis=1)
    low, median, high = np.quantile(npv, (EIGHT_IN_TEN[0], 0.5, EIGHT_IN_TEN[1]))
    counts, edges = _histogram(npv)
    return Spread(
        draws=draws,
        seed=seed,
        low=float(low),
        median=float(median),
        high=float(high),
        loss=float((npv < 0).mean()),
        paid_back=float((balance[-1] >= 0).mean()),
        band_low=(0.0, *(float(value) for value in band[0])),
        band_high=(0.0, *(float(value) for value in band[1])),
        edges=tuple(float(edge) for edge in edges),
        counts=tuple(int(count) for count in counts),
    )


@dataclass(frozen=True)
class Alike:
    """Where eight in ten net present values lie, and the share of losses, when all benefits err
    alike."""

    low: float
    high: float
    loss: float


def alike(case: Case, draws: int = DRAWS, seed: int = SEED) -> Alike:
    """The case with all changes of KPIs and their worths low or high at once, as where one
    optimism stands behind them; costs on their own. Independent draws even such errors out, so
    that the truth of most plans lies between the two."""
    benefits = {n for n, one in enumerate(case.assumptions) if one.kind in ("change", "worth")}
    values = drawn([one.estimate for one in case.assumptions], draws, seed, benefits)
    npv = (profiles(case) @ discounts(case)) @ amounts(case, values)
    low, high = np.quantile(npv, EIGHT_IN_TEN)
    return Alike(float(low), float(high), float((npv < 0).mean()))


def _histogram(npv: Floats) -> tuple[Floats, Floats]:
    """Counts in bins of one round width whose edges are multiples of it, and so one is zero."""
    low, high = float(npv.min()), float(npv.max())
    if high - low < 1e-9 * max(1.0, abs(high)):
        return np.array([len(npv)]), np.array([low, high])
    width = _round_width((high - low) / BINS)
    first, last = np.floor(low / width), np.floor(high / width) + 1
    edges = width * np.arange(first, last + 1)
    counts, _edges = np.histogram(npv, edges)
    return counts, edges


def _round_width(least: float) -> float:
    """The next 1, 2, 2.5 or 5 with zeros behind it."""
    power = 10.0 ** np.floor(np.log10(least))
    return float(next(step * power for step in ROUND if step * power >= least * (1 - 1e-9)))


def tornado(case: Case) -> tuple[Bar, ...]:
    """The effect of each assumption that is a range, the widest first; the others stay likely."""
    moved = [place for place, one in enumerate(case.assumptions) if one.estimate.open]
    values = np.repeat(likely(case), 2 * len(moved), axis=1)
    for column, place in enumerate(moved):
        known = case.assumptions[place].estimate
        values[place, [2 * column, 2 * column + 1]] = known.low, known.high
    npv = (profiles(case) @ discounts(case)) @ amounts(case, values)
    bars = [Bar(p, float(npv[2 * c]), float(npv[2 * c + 1])) for c, p in enumerate(moved)]
    return tuple(sorted(bars, key=lambda bar: -bar.swing))


def extremes(case: Case, bars: tuple[Bar, ...]) -> tuple[float, float]:
    """The net present value with every assumption at its worse end, and with every one at its
    better end, as the `bars` of the tornado have them: what independent draws leave out."""
    values = np.repeat(likely(case), 2, axis=1)
    for bar in bars:
        known = case.assumptions[bar.assumption].estimate
        rises = bar.high >= bar.low
        values[bar.assumption] = (known.low, known.high) if rises else (known.high, known.low)
    worst, best = (profiles(case) @ discounts(case)) @ amounts(case, values)
    return float(worst), float(best)
