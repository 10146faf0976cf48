"""Business case: what the plan costs and returns, how sure that is, and what it rests on."""

from __future__ import annotations

from cxstudio.analysis.business.parts import Assumption, Fault
from cxstudio.analysis.business.reading import read_case
from cxstudio.analysis.business.result import Outcome
from cxstudio.analysis.business.result import outcome as likely_case
from cxstudio.analysis.business.simulation import Spread, simulated
from cxstudio.i18n import N_
from cxstudio.model import Effect, Initiative, Kpi
from cxstudio.model.money import Scale
from cxstudio.report import blocks as b
from cxstudio.report import narrative
from cxstudio.report.charts import case as case_charts
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.sections.assumption_tables import tables, unit, what
from cxstudio.report.texts import Texts, broken, spelled

LEFT_MM, RIGHT_MM = 100.0, 60.0
MOST_TOLD = 3
"""Of how many assumptions the alternative text tells."""

FAULTS = {
    "no_dates": N_("Not counted, without dates: {codes}."),
    "ends_before_start": N_("Not counted, ends before it begins: {codes}."),
    "negative_cost": N_("Cost not counted, it is below zero: {codes}."),
    "no_cost": N_("Effects without a cost: {codes}."),
    "no_effect": N_("Cost without an effect in money: {codes}."),
    "no_change": N_("Effect not counted, the change is missing: {codes}."),
    "no_worth": N_("Effect not counted, its value is missing: {codes}."),
    "outside": N_("The likely value lies outside its ends: {codes}."),
    "late": N_("Brings nothing within the years counted: {codes}."),
    "target_behind": N_("The measure’s target is behind its baseline: {codes}."),
    "worse": N_("Effect for the worse, counted as a loss: {codes}."),
}


def suggest(context: Context) -> Texts:
    """When it pays back and the chance of a loss; what is spent and what comes back."""
    _, written = context.gettext, context.written
    outcome, spread = context.plan.outcome, context.plan.spread
    if outcome is None or spread is None or context.plan.case is None:
        return Texts(_("The plan’s effects have no value in money yet"))
    loss = written.percent(spread.loss)
    years = context.plan.case.premises.years
    counted = {id for one in context.plan.case.assumptions for id in one.initiatives}
    fitting = _that_fit(context)
    if outcome.payback is None:
        message = _(
            "The plan does not pay back within {years} years; a loss is likely in {loss}",
            years=years, loss=loss,
        )  # fmt: skip
    else:
        year = max(1, -(-outcome.payback // 12))
        message = _(
            "The plan pays back in year {year}; the chance of a loss is {loss}",
            year=year, loss=loss,
        )  # fmt: skip
        if fitting:
            message = _(
                "All {count} initiatives pay back in year {year}; the chance of a loss is {loss}",
                count=len(counted), year=year, loss=loss,
            )  # fmt: skip
    lead = context.ngettext(
        "The plan’s one initiative costs {once} once and {yearly} to run over {years} years. "
        "The likely net present value is {npv}, discounted at {rate} a year.",
        "All {count} initiatives cost {once} once and {yearly} to run over {years} years. "
        "The likely net present value is {npv}, discounted at {rate} a year.",
        len(counted),
        once=written.money(outcome.once), yearly=written.money(outcome.yearly),
        npv=written.money(outcome.npv), years=years,
        rate=written.percent(context.engagement.discount_rate, 1),
    )  # fmt: skip
    told = [*fitting, *_decisive(context), *_together(context), *_faults(context)]
    return Texts(message, lead, "\n".join(told))


def _that_fit(context: Context) -> list[str]:
    """What the board is asked for, where budget and people do not hold the whole plan."""
    plan, written = context.plan, context.written
    if plan.case is None:
        return []
    counted = {id for one in plan.case.assumptions for id in one.initiatives}
    wanted = {r.initiative.id for r in plan.ranked if r.fits or r.initiative.state == "done"}
    fitting = frozenset(wanted & counted)
    if not 0 < len(fitting) < len(counted):
        return []
    effects, kpis = context.all(Effect), context.all(Kpi)
    case, _faults = read_case(context.engagement, plan.initiatives, effects, kpis, fitting)
    if case is None or not case.terms:
        return []
    likely, loss = likely_case(case), written.percent(simulated(case).loss)
    told = context.ngettext(
        "{count} initiative fits budget and people: {once} once and {yearly} to run over {years} "
        "years, with a likely net present value of {npv} and a chance of a loss of {loss}.",
        "{count} initiatives fit budget and people: {once} once and {yearly} to run over {years} "
        "years, with a likely net present value of {npv} and a chance of a loss of {loss}.",
        len(fitting), years=case.premises.years,
        once=written.money(likely.once), yearly=written.money(likely.yearly),
        npv=written.money(likely.npv), loss=loss,
    )  # fmt: skip
    return ["- " + spelled(told)]


def _decisive(context: Context) -> list[str]:
    """The assumption that moves the result most, what it rests on, and what tests it."""
    if context.plan.case is None or not context.plan.tornado:
        return []
    _, widest = context.gettext, context.plan.tornado[0]
    one = context.plan.case.assumptions[widest.assumption]
    low, high = sorted((widest.low, widest.high))
    moved = _(
        "“{name}” moves the result most: its range alone leads to {between}.",
        name=what(context, one), between=context.written.money(low, high),
    )  # fmt: skip
    bare = "" if one.source else _("It has no source yet.") + " [assumption]"
    kpi = context.get(Kpi, one.kpi)
    tested = ""
    if kpi and one.kind == "change":
        tested = _("The readings of [{code}] tell whether it holds.", code=kpi.code)
    return ["- " + context.sentences(moved, bare, tested)]


def _together(context: Context) -> list[str]:
    """How much wider the range is when the benefits do not err each on its own."""
    found = context.plan.alike
    if found is None or found.low == found.high:
        return []
    told = context.gettext(
        "The draws are independent, so that errors even out. If all benefits erred together, eight "
        "in ten outcomes would be {between}, with a chance of a loss of {loss}.",
        between=context.written.money(found.low, found.high),
        loss=context.written.percent(found.loss),
    )
    return ["- " + told]


def _faults(context: Context) -> list[str]:
    """What could not be counted, one sentence a kind."""
    codes: dict[str, list[str]] = {}
    known = {one.id: one.code for one in context.all(Initiative)}
    for fault in context.plan.faults:
        named = codes.setdefault(fault.kind, [])
        code = f"[{_code_of(fault, known)}]"
        if code not in named:
            named.append(code)
    return [
        "- " + context.gettext(FAULTS[kind], codes=context.written.joined(found))
        for kind, found in codes.items()
    ]


def _code_of(fault: Fault, known: dict[int, str]) -> str:
    return known.get(fault.initiative, "")


def blocks(context: Context, texts: Texts) -> b.Section:
    """Range and balance side by side, the tornado, words, years, assumptions."""
    outcome, spread = context.plan.outcome, context.plan.spread
    shown: list[b.Block] = []
    if outcome is not None and spread is not None:
        money = context.written.scale(outcome.npv, outcome.benefit, spread.low, spread.high)
        shown += [_pair(context, outcome, spread, money), *_tornado(context, outcome, money)]
    if told := narrative.blocks(context, texts.narrative):
        shown += [b.Heading(3, context.gettext("What to know of these figures")), *told]
    if outcome is not None and spread is not None:
        shown.append(_years(context, outcome, money))
    if outcome is not None and context.plan.case is not None:
        shown += tables(context, context.plan.case.assumptions, _rules(context))
    return b.Section(
        context.gettext(TITLES["business"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
    )


# ── Charts ────────────────────────────────────────────────────────────────────────────────


def _pair(context: Context, outcome: Outcome, spread: Spread, money: Scale) -> b.Columns:
    _, written = context.gettext, context.written
    between = written.interval(spread.low / money.unit, spread.high / money.unit, money.digits)
    years = len(outcome.years)
    histogram = b.Figure(
        b"",
        LEFT_MM,
        _(
            "Histogram: net present value. Eight in ten draws lie from {low} to {high}, median "
            "{median}, {loss} are a loss.",
            low=money.figure(spread.low), high=money.figure(spread.high),
            median=money.figure(spread.median), loss=written.percent(spread.loss),
        ),
        caption=_("Eight in ten outcomes: {between}", between=between),
        subcaption=_(
            "Net present value over {years} years, {unit}; {draws} draws (seed {seed}), median "
            "{median}; pale: the highest tenth",
            years=years, unit=money.name, draws=f"{spread.draws:,}", seed=spread.seed,
            median=money.figure(spread.median),
        ),
        chart=case_charts.histogram(context, outcome, spread, money),
    )  # fmt: skip
    balance = b.Figure(
        b"",
        RIGHT_MM,
        _("Line: the balance after each month ends at {end}; lowest {low}.",
          end=money.figure(outcome.cumulated[-1]), low=money.figure(min(outcome.cumulated))),
        caption=_break_even(context, outcome),
        subcaption=_("Cumulated, undiscounted, {unit}; 80% band", unit=money.name),
        chart=case_charts.balance(context, outcome, spread, money),
    )  # fmt: skip
    return b.Columns(((histogram,), (balance,)), (LEFT_MM, RIGHT_MM))


def _break_even(context: Context, outcome: Outcome) -> str:
    if outcome.payback is None:
        return context.gettext("No break-even within these years")
    return context.gettext("Break-even in month {month}", month=outcome.payback)


def _tornado(context: Context, outcome: Outcome, money: Scale) -> list[b.Block]:
    bars = context.plan.tornado[: case_charts.MOST_BARS]
    if not bars or context.plan.case is None:
        return []
    _ = context.gettext
    moved = [context.plan.case.assumptions[bar.assumption] for bar in bars]
    names = [what(context, one) for one in moved]
    ranges = [_between(context, one) for one in moved]
    turns = [name for name, bar in zip(names, bars, strict=True) if min(bar.low, bar.high) < 0]
    caption = _("No single assumption turns the result into a loss")
    if outcome.npv < 0:
        caption = _("“{name}” moves the result most", name=names[0])
    elif len(turns) == 1:
        caption = _("“{name}” decides whether the plan pays", name=turns[0])
    elif turns:
        caption = spelled(
            _("{count} assumptions can each turn the plan into a loss", count=len(turns))
        )
    told = context.listed(
        [
            f"{name} {context.written.span(money.figure(bar.low), money.figure(bar.high))}"
            for name, bar in list(zip(names, bars, strict=True))[:MOST_TOLD]
        ],
        strong=True,
    )
    return [
        b.Figure(
            b"",
            166.0,
            context.sentences(_("Tornado: net present value by assumption."), told),
            caption=caption,
            subcaption=_(
                "Net present value, {unit}, when one assumption moves from low to high and the "
                "rest stay likely ({likely})",
                unit=money.name, likely=money.figure(outcome.npv),
            ),
            chart=case_charts.tornado(names, ranges, bars, outcome.npv, money),
        )
    ]  # fmt: skip


# ── Tables ────────────────────────────────────────────────────────────────────────────────


def _between(context: Context, one: Assumption) -> str:
    """From the low to the high value, with the unit."""
    written, ends = context.written, one.estimate
    counted = unit(context, one)
    if not counted:
        return written.money(ends.low, ends.high)
    figures = written.span(written.entered(ends.low), written.entered(ends.high))
    return f"{figures}{'' if context.japanese else ' '}{counted}"


def _rules(context: Context) -> str:
    return context.gettext(
        "the records of this engagement. Triangular ranges drawn independently; what is spent once "
        "is spread over the initiative’s months; an effect grows evenly to full and is cut at the "
        "measure’s target; months are discounted from their middle."
    )


def _years(context: Context, outcome: Outcome, money: Scale) -> b.Table:
    _ = context.gettext
    columns = (
        b.Column(_("Year")),
        *(b.Column(head, 31, "number") for head in
          (_("Spent once"), _("Spent yearly"), _("Benefit"), _("Net"))),
    )  # fmt: skip
    rows = [
        _year(_("Year {year}", year=place), (one.once, one.yearly, one.benefit, one.net), money)
        for place, one in enumerate(outcome.years, start=1)
    ]
    total = (outcome.once, outcome.yearly, outcome.benefit,
             outcome.benefit - outcome.once - outcome.yearly)  # fmt: skip
    rows.append(_year(_("Together"), total, money, total=True))
    caption = _("What is spent and gained year by year")
    return b.Table(
        columns, tuple(rows), caption, _("{unit}, likely case, undiscounted", unit=money.name),
        dense=True,
    )  # fmt: skip


def _year(name: str, amounts: tuple[float, ...], money: Scale, *, total: bool = False) -> b.Row:
    return b.Row((name, *(money.figure(value) for value in amounts)), total=total)
