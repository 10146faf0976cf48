"""The business case of a plan: which amounts fall into which month, and what is assumed.

Rules, all of which are printed beside the figures:
- Month 1 is the month in which the first initiative starts; the case runs over whole years.
- What is spent once is spread evenly from the month of the start to that of the end.
- What is spent yearly begins with the month after the end, a twelfth a month.
- An effect grows evenly from the month after the end and is full after its `months`.
- A benefit a year = change of the KPI for the better × worth of one unit a year.
- Effects of several initiatives on one KPI are added. Together they are cut, each by the same
  share, at the KPI's target where it has one that is better than its baseline.
- Each month is discounted from its middle: 1 / (1 + rate) ** ((month − ½) / 12).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cxstudio.analysis.business.parts import (
    Assumption,
    AssumptionKind,
    Case,
    Fault,
    FaultKind,
    Gain,
    Premises,
    Term,
    Venture,
)
from cxstudio.analysis.ranges import Estimate


def business_case(
    ventures: Sequence[Venture],
    gains: Iterable[Gain],
    rooms: Mapping[int, float],
    years: int,
    rate: float,
) -> Case | None:
    """The case, or None when no initiative has dates to place it by.

    `rooms` gives for a KPI how much better it may get, target less baseline for the better.
    Raises ValueError for less than a year, or a rate of −1 or below.
    """
    if years < 1 or rate <= -1:
        raise ValueError("A case runs over at least a year, at a rate above −100 %.")
    days, faults = dated(ventures)
    if not days:
        return None
    first = min(start for start, _end in days.values()).replace(day=1)
    maker = _Maker(Premises(first, years, rate), days, faults)
    wanted = [gain for gain in gains if gain.initiative in days]
    for venture in ventures:
        if venture.id in days:
            maker.costs(venture, [gain for gain in wanted if gain.initiative == venture.id])
    for gain in wanted:
        maker.gain(gain, rooms)
    return maker.case(rooms)


def dated(
    ventures: Iterable[Venture],
) -> tuple[dict[int, tuple[dt.date, dt.date]], list[Fault]]:
    """First and last day by id, a missing one being the other; and those without sound dates."""
    found, faults = {}, []
    for one in ventures:
        start, end = one.starts_on or one.ends_on, one.ends_on or one.starts_on
        if start is None or end is None:
            faults.append(Fault("no_dates", one.id))
        elif end < start:
            faults.append(Fault("ends_before_start", one.id))
        else:
            found[one.id] = start, end
    return found, faults


class _Maker:
    def __init__(
        self, premises: Premises, days: Mapping[int, tuple[dt.date, dt.date]], faults: list[Fault]
    ) -> None:
        self._premises, self._days, self._faults = premises, days, faults
        self._assumptions: list[Assumption] = []
        self._terms: list[Term] = []
        self._worths: dict[tuple[int, Estimate, str], int] = {}

    def case(self, rooms: Mapping[int, float]) -> Case:
        """All that was put in."""
        kpis = {term.kpi for term in self._terms}
        return Case(
            self._premises,
            tuple(self._assumptions),
            tuple(self._terms),
            {kpi: room for kpi, room in rooms.items() if kpi in kpis and room > 0},
            tuple(self._faults),
            tuple(self._days),
        )

    def _fault(
        self, kind: FaultKind, initiative: int, effect: int | None = None, kpi: int | None = None
    ) -> None:
        self._faults.append(Fault(kind, initiative, effect, kpi))

    def _month(self, day: dt.date) -> int:
        """The place of a day's month, 0 for the first."""
        first = self._premises.first
        return (day.year - first.year) * 12 + day.month - first.month

    # -- costs ---------------------------------------------------------------------------

    def costs(self, venture: Venture, gains: Sequence[Gain]) -> None:
        """What an initiative costs, once and yearly."""
        start, end = (self._month(day) for day in self._days[venture.id])
        spread = [1 / (end - start + 1) if start <= m <= end else 0.0 for m in self._places()]
        after = [1 / 12 if m > end else 0.0 for m in self._places()]
        self._cost("once", venture, venture.once, spread)
        self._cost("yearly", venture, venture.yearly, after)
        if gains and venture.once is None and venture.yearly is None:
            self._fault("no_cost", venture.id)
        if not gains:
            self._fault("no_effect", venture.id)

    def _cost(
        self,
        kind: AssumptionKind,
        venture: Venture,
        figure: Estimate | None,
        months: Sequence[float],
    ) -> None:
        if figure is None:
            return
        if figure.low < 0:
            self._fault("negative_cost", venture.id)
            return
        place = self._assume(Assumption(kind, figure, venture.source, (venture.id,)))
        self._terms.append(Term(venture.id, -1.0, place, None, None, tuple(months)))

    # -- effects -------------------------------------------------------------------------

    def gain(self, gain: Gain, rooms: Mapping[int, float]) -> None:
        """What an effect brings."""
        if gain.change is None or gain.worth is None:
            kind: FaultKind = "no_change" if gain.change is None else "no_worth"
            self._fault(kind, gain.initiative, gain.id, gain.kpi)
            return
        if rooms.get(gain.kpi, 1.0) <= 0:
            self._fault("target_behind", gain.initiative, gain.id, gain.kpi)
        if gain.change.likely < 0:
            self._fault("worse", gain.initiative, gain.id, gain.kpi)
        months = self._growing(self._month(self._days[gain.initiative][1]), gain.months)
        if not any(months):
            self._fault("late", gain.initiative, gain.id, gain.kpi)
        ends = (gain.initiative,), (gain.id,), gain.kpi
        change = self._assume(Assumption("change", gain.change, gain.source, *ends))
        worth = self._worth(gain, gain.worth)
        self._terms.append(Term(gain.initiative, 1.0, change, worth, gain.kpi, months))

    def _growing(self, end: int, full: int) -> tuple[float, ...]:
        """Twelfths of a year that grow to full after so many months."""
        whole = max(full, 1)
        return tuple(min(max(m - end, 0) / whole, 1.0) / 12 for m in self._places())

    def _worth(self, gain: Gain, figure: Estimate) -> int:
        key = gain.kpi, figure, gain.source
        if (place := self._worths.get(key)) is None:
            ends = (gain.initiative,), (gain.id,), gain.kpi
            place = self._assume(Assumption("worth", figure, gain.source, *ends))
            self._worths[key] = place
            return place
        known = self._assumptions[place]
        self._assumptions[place] = replace(
            known,
            initiatives=tuple(dict.fromkeys((*known.initiatives, gain.initiative))),
            effects=(*known.effects, gain.id),
        )
        return place

    def _assume(self, assumption: Assumption) -> int:
        self._assumptions.append(assumption)
        return len(self._assumptions) - 1

    def _places(self) -> range:
        return range(self._premises.months)
