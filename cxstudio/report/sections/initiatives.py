"""Initiatives: the overview by tier and department, then one sheet each."""

from __future__ import annotations

import datetime as dt

from cxstudio.model import Initiative
from cxstudio.model.money import Scale
from cxstudio.model.words import WORDS
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES, sheet
from cxstudio.report.texts import PageText, Texts, broken

BLANK = "\u200b"
"""A cell that has nothing to say, and so no dash either."""


def suggest(context: Context) -> Texts:
    """How many initiatives on how many tiers, and what they cost."""
    _ = context.gettext
    plan = counts.initiatives(context)
    if not plan:
        return Texts(_("No initiative has been proposed yet"))
    total = counts.cost(context)
    named = context.ngettext("{count} initiative", "{count} initiatives", len(plan))
    tiers = len({one.tier for one in plan})
    on_tiers = context.ngettext("{count} tier", "{count} tiers", tiers)
    if total is None:
        return Texts(
            _("{named} on {tiers}; the cost is not known yet", named=named, tiers=on_tiers)
        )
    cost = context.written.money(*total[:2])
    message = _("{named} on {tiers} for {cost}", named=named, tiers=on_tiers, cost=cost)
    missing = len(plan) - total[2]
    lead = ""
    if missing:
        lead = context.ngettext(
            "The cost of {count} is not known yet.",
            "The cost of {count} is not known yet.",
            missing,
        )
    return Texts(message, lead)


def blocks(context: Context, texts: Texts) -> b.Section:
    """Words, the overview, and the sheets."""
    _ = context.gettext
    plan = counts.initiatives(context)
    common, written = narrative.by_page(texts.narrative)
    shown: list[b.Block] = [*narrative.blocks(context, common)]
    if plan:
        shown.append(_overview(context, plan))
    for one in plan:
        shown += sheet.sheet(context, one, written.get(one.code, narrative.PageWords()))
    return b.Section(
        _(TITLES["initiatives"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def pages(context: Context) -> tuple[PageText, ...]:
    """The sheets, each with the initiative's title as its message."""
    return tuple(PageText(one.code, one.title) for one in counts.initiatives(context))


def _overview(context: Context, plan: list[Initiative]) -> b.Table:
    _ = context.gettext
    money = _money(context, plan)
    columns = (
        b.Column("", 11, "code"),
        b.Column(_("Initiative")),
        b.Column(context.pgettext("report", "Responsible"), 37),
        b.Column(_("Start"), context.month_mm),
        b.Column(_("Cost,\n{unit}", unit=money.name), 25 if context.japanese else 20, "number"),
        b.Column(_("Gaps"), 19),
    )
    rows: list[b.Row] = []
    for tier in WORDS["tier"]:
        group = [one for one in plan if one.tier == tier]
        if group:
            rows.append(b.Row((BLANK, context.word("tier", tier), *(BLANK,) * 4), bold=True))
            ordered = sorted(group, key=lambda one: (one.starts_on or dt.date.max, one.number))
            rows += [_row(context, one, money) for one in ordered]
    total = counts.cost(context)
    if total:
        sum_row = (
            BLANK,
            _("Together"),
            BLANK,
            BLANK,
            money.figures(total[0], total[1]),
            BLANK,
        )
        rows.append(b.Row(sum_row, total=True))
    return b.Table(
        columns,
        tuple(rows),
        _caption(context, plan),
        _("Costs are ranges of a first estimate until the end of the initiative"),
        dense=True,
    )


def _money(context: Context, plan: list[Initiative]) -> Scale:
    """How the column of costs is written, by the largest of them."""
    return context.written.scale(*(one.cost_high or one.cost_low for one in plan))


def _caption(context: Context, plan: list[Initiative]) -> str:
    ownerless = sum(one.department_id is None for one in plan)
    if ownerless:
        return context.ngettext(
            "The plan by tier; {count} initiative has no responsible department yet",
            "The plan by tier; {count} initiatives have no responsible department yet",
            ownerless,
        )
    return context.gettext("The plan by tier; each initiative has one responsible department")


def _row(context: Context, one: Initiative, money: Scale) -> b.Row:
    codes: list[b.Inline] = []
    for gap in counts.gaps_of(context, one):
        codes += [*([b.Text(" ")] if codes else []), b.CodeRef(gap.code)]
    owner: b.Words = context.department(one.department_id) or (
        b.Text(context.gettext("nobody yet"), tone="hurts"),
    )
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(one.code),),
        one.title,
        owner,
        context.written.month(one.starts_on) if one.starts_on else "–",
        money.figures(one.cost_low, one.cost_high) or "–",
        tuple(codes) or (b.Assumption(),),
    )
    return b.Row(cells)
