"""The business case of the records in a file."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.analysis.business.case import business_case, dated
from cxstudio.analysis.business.parts import Case, Fault, Gain, Venture
from cxstudio.analysis.ranges import contradicts, estimate
from cxstudio.model import Effect, Engagement, Initiative, Kpi

MOST_YEARS = 30


def read_case(
    engagement: Engagement,
    initiatives: Iterable[Initiative],
    effects: Iterable[Effect],
    kpis: Iterable[Kpi],
    chosen: frozenset[int] | None = None,
) -> tuple[Case | None, tuple[Fault, ...]]:
    """The case and everything that must be said of its figures.

    Dropped initiatives do not count; `chosen` ids leave the others out, too. A horizon or a rate
    that makes no sense is taken as the nearest that does (1 to 30 years, 0 to 100 %).
    """
    ours = [
        one
        for one in initiatives
        if one.state != "dropped" and (chosen is None or one.id in chosen)
    ]
    measures = {kpi.id: kpi for kpi in kpis}
    ids = {one.id for one in ours}
    counted = [e for e in effects if e.initiative_id in ids and e.kpi_id in measures]
    ventures = [venture(one) for one in ours]
    gains = [gain(effect, measures[effect.kpi_id]) for effect in counted]
    rooms = {id: room for id, kpi in measures.items() if (room := room_of(kpi)) is not None}
    years = min(max(engagement.horizon, 1), MOST_YEARS)
    case = business_case(ventures, gains, rooms, years, min(max(engagement.discount_rate, 0), 1))
    said = [Fault("outside", e.initiative_id, e.id, e.kpi_id) for e in counted if _outside(e)]
    found = case.faults if case else dated(ventures)[1]
    return case, (*found, *said)


def venture(one: Initiative) -> Venture:
    """An initiative in money; the likely cost is the middle of its range."""
    once = estimate(one.cost_low, None, one.cost_high)
    yearly = estimate(one.yearly_low, None, one.yearly_high)
    return Venture(one.id, one.starts_on, one.ends_on, once, yearly, one.cost_source)


def gain(effect: Effect, kpi: Kpi) -> Gain:
    """An effect, its change turned so that more is better."""
    change = estimate(effect.low, effect.likely, effect.high)
    return Gain(
        effect.id,
        effect.initiative_id,
        effect.kpi_id,
        change.turned() if change and kpi.direction == "down" else change,
        estimate(effect.worth_low, effect.worth_likely, effect.worth_high),
        max(effect.months, 0),
        effect.source,
    )


def room_of(kpi: Kpi) -> float | None:
    """How much better the KPI gets until its target; below 0 when the target is behind."""
    if kpi.baseline is None or kpi.target is None:
        return None
    return kpi.target - kpi.baseline if kpi.direction != "down" else kpi.baseline - kpi.target


def _outside(effect: Effect) -> bool:
    return contradicts(effect.low, effect.likely, effect.high) or contradicts(
        effect.worth_low, effect.worth_likely, effect.worth_high
    )
