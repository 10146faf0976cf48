"""The business case in words: assumptions, faults, rules, months."""

from __future__ import annotations

from cxstudio.analysis.business.parts import Assumption, Fault
from cxstudio.analysis.business.units import change_unit, one_of
from cxstudio.formats import entered, percent
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model.money import Scale
from cxstudio.ui.editors.business.case_work import Read, Worked

FAULTS = {
    "no_dates": N_("{initiative} has no dates, so it is left out."),
    "ends_before_start": N_("{initiative} ends before it starts, so it is left out."),
    "negative_cost": N_("{initiative} has a cost below zero, which is not counted."),
    "no_cost": N_("{initiative} has effects but no cost; it counts as free."),
    "no_effect": N_("{initiative} has no effect in money; only its cost counts."),
    "no_change": N_("{initiative}: the change of {kpi} is missing, so it is left out."),
    "no_worth": N_("{initiative}: what {kpi} is worth is missing, so it is left out."),
    "outside": N_("{initiative}: for {kpi} the likely value lies outside low and high."),
    "late": N_("{initiative}: its effect on {kpi} begins after the horizon."),
    "target_behind": N_("{initiative}: the target of {kpi} is no better than its baseline."),
    "worse": N_("{initiative}: its effect on {kpi} is for the worse, and counts as a loss."),
}
RULES = (
    N_("Month 1 is the month in which the first initiative starts."),
    N_("What is spent once is spread evenly from the start to the end of an initiative."),
    N_("Yearly cost begins the month after the end, a twelfth a month."),
    N_("An effect grows evenly from then and is full after the months entered."),
    N_("A benefit a year is the change of the KPI times the value of each unit."),
    N_(
        "Effects of several initiatives on one KPI are added, and cut together at the KPI’s target "
        "where it has one."
    ),
    N_("Each month is discounted from its middle at the yearly rate."),
    N_(
        "Range: 10,000 draws, each assumption independently of the others from a triangle "
        "low–likely–high, random seed 2026."
    ),
    N_("A value that two effects state alike, with the same source, is one assumption."),
)


def assumption_words(one: Assumption, read: Read) -> str:
    """What is assumed, such as "K-06 Median wait: change by I-08"."""
    codes = _(", ").join(read.initiatives[id].code for id in one.initiatives)
    if one.kpi is None:
        made = read.initiatives[one.initiatives[0]]
        text = _("Cost once: {name}") if one.kind == "once" else _("Cost a year: {name}")
        return text.format(name=made.both)
    kpi = read.kpis[one.kpi]
    if one.kind == "change":
        return _("{kpi}: change by {codes}").format(kpi=kpi.both, codes=codes)
    return _("{kpi}: value of {one} a year").format(kpi=kpi.both, one=one_of(kpi.unit, _))


def short_words(one: Assumption, read: Read) -> str:
    """The same for the axis of a chart, with the code of the KPI alone."""
    codes = _(", ").join(read.initiatives[id].code for id in one.initiatives)
    if one.kind == "once":
        return _("Cost once, {codes}").format(codes=codes)
    if one.kind == "yearly":
        return _("Cost a year, {codes}").format(codes=codes)
    kpi = read.kpis[one.kpi or 0]
    if one.kind == "change":
        return _("Change by {codes}: {kpi}").format(codes=codes, kpi=kpi.both)
    return _("Value of {one}: {kpi}").format(one=one_of(kpi.unit, _), kpi=kpi.both)


def unit_words(one: Assumption, read: Read, money: Scale) -> str:
    """What the figures of an assumption are counted in."""
    if one.kind == "change":
        return change_unit(read.kpis[one.kpi or 0].unit, _)
    if one.kind == "once":
        return money.name
    return _("{unit} a year").format(unit=money.name)


def figure_words(one: Assumption, value: float, money: Scale) -> str:
    """One figure of an assumption in its unit."""
    return entered(value) if one.kind == "change" else money.entered(value)


def fault_words(fault: Fault, read: Read) -> str:
    """One sentence about what could not be counted."""
    made = read.initiatives[fault.initiative]
    known = read.kpis.get(fault.kpi or 0)
    kpi = known.both if known else ""
    return _(FAULTS[fault.kind]).format(initiative=made.both, kpi=kpi)


def extremes_words(found: Worked, money: Scale) -> str:
    """How far the case would go if benefits, or all assumptions, erred together."""
    worst, best = (money.text(value, None) for value in found.extremes)
    low, high = (money.text(value, None) for value in (found.alike.low, found.alike.high))
    return _(
        "The range takes the assumptions to be independent of each other, so that errors even out. "
        "If all benefits erred together, eight in ten net present values would lie between {low} "
        "and {high}, with a chance of a loss of {loss}. Were all assumptions at their worse end at "
        "once, it would be {worst}; at their better, {best}."
    ).format(low=low, high=high, loss=percent(found.alike.loss), worst=worst, best=best)


def months_words(months: int | None, years: int) -> str:
    """When money is back, such as "month 49"."""
    if months is None:
        words = ngettext("not in {years} year", "not in {years} years", years)
        return words.format(years=years)
    if months == 0:
        return _("from the start")
    return _("month {month}").format(month=months)
