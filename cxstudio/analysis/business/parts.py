"""What a business case is made of, as plain figures: initiatives, effects, premises, faults."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from cxstudio.analysis.ranges import Estimate

AssumptionKind = Literal["once", "yearly", "change", "worth"]
FaultKind = Literal[
    "no_dates",
    "ends_before_start",
    "negative_cost",
    "no_cost",
    "no_effect",
    "no_change",
    "no_worth",
    "outside",
    "late",
    "target_behind",
    "worse",
]
"""`no_dates` and `ends_before_start` leave an initiative out, `no_change` and `no_worth` an effect;
`negative_cost` leaves the cost out. The others are counted and said: `no_cost` (effects, and no
cost), `no_effect` (cost alone), `outside` (a likely value outside its ends), `late` (brings nothing
within the horizon), `target_behind` (a KPI's target is no better than its baseline), `worse` (the
likely change is for the worse, as where a sign was forgotten)."""


@dataclass(frozen=True)
class Venture:
    """An initiative in money: from its first to its last day, costs once and yearly."""

    id: int
    starts_on: dt.date | None
    ends_on: dt.date | None
    once: Estimate | None
    yearly: Estimate | None
    source: str = ""


@dataclass(frozen=True)
class Gain:
    """An effect: `change` for the better in the KPI's unit, `worth` of one unit in a year.

    Full effect is reached `months` after the initiative's end. A change for the worse is below 0.
    """

    id: int
    initiative: int
    kpi: int
    change: Estimate | None
    worth: Estimate | None
    months: int = 0
    source: str = ""


@dataclass(frozen=True)
class Premises:
    """From `first`, the first day of a month, over so many years, at a yearly discount rate."""

    first: dt.date
    years: int
    rate: float

    @property
    def months(self) -> int:
        return 12 * self.years


@dataclass(frozen=True)
class Assumption:
    """One uncertain figure of the case and where it comes from; no source: an assumption.

    A worth that several effects on one KPI state alike, with one source, is one assumption.
    """

    kind: AssumptionKind
    estimate: Estimate
    source: str
    initiatives: tuple[int, ...]
    effects: tuple[int, ...] = ()
    kpi: int | None = None


@dataclass(frozen=True)
class Fault:
    """What could not be counted as it is written, or is worth saying."""

    kind: FaultKind
    initiative: int
    effect: int | None = None
    kpi: int | None = None


@dataclass(frozen=True)
class Term:
    """A flow of money: sign × one figure, or the product of two, spread over the months.

    `first` and `second` are places in the list of assumptions; the shares of `months` say how much
    of a year's (or a single) amount falls into each month. `kpi` is set for a benefit, which is
    cut where the effects on that KPI together would go beyond its target.
    """

    initiative: int
    sign: float
    first: int
    second: int | None
    kpi: int | None
    months: tuple[float, ...]


@dataclass(frozen=True)
class Case:
    """Everything that is counted. `rooms` is how much better a KPI can get until its target."""

    premises: Premises
    assumptions: tuple[Assumption, ...]
    terms: tuple[Term, ...]
    rooms: dict[int, float]
    faults: tuple[Fault, ...]
    initiatives: tuple[int, ...]
