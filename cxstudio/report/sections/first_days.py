"""The next hundred days with their dates, and the risks with what is done about them."""

from __future__ import annotations

import datetime as dt

from cxstudio.model import Initiative, Milestone, Review
from cxstudio.report import blocks as b
from cxstudio.report import counts
from cxstudio.report.context import Context

DAYS = 100
HIGH_SHARE = 0.5

Dated = tuple[dt.date, str, str, str]
"""A day, the code of the initiative or "", what happens, and who answers for it."""


def table(context: Context) -> b.Table | None:
    """What begins, ends and is due within a hundred days of the report; None with nothing."""
    _ = context.gettext
    soon = _soon(context)
    if not soon:
        return None
    columns = (
        b.Column(_("Day"), 30),
        b.Column("", 11, "code"),
        b.Column(_("What happens")),
        b.Column(context.pgettext("report", "Responsible"), 40),
    )
    rows = tuple(_row(context, entry) for entry in soon)
    caption = context.ngettext(
        "The next 100 days: {count} date to keep",
        "The next 100 days: {count} dates to keep",
        len(soon),
    )
    return b.Table(columns, rows, caption, dense=True)


def _soon(context: Context) -> list[Dated]:
    until = context.date + dt.timedelta(days=DAYS)
    found = sorted({*_beginning(context), *_due(context), *_meetings(context)})
    return [entry for entry in found if context.date <= entry[0] <= until]


def told(context: Context) -> str:
    """The first date to keep, and the risk on which most severity hangs, in sentences."""
    soon, known = _soon(context), _at_stake(context)
    first = risk = ""
    if soon:
        first = context.gettext(
            "The first date to keep is {day}.", day=context.written.day(soon[0][0])
        )
    if known and known[0][1]:
        risk = context.gettext(
            "The risk of {code} has most at stake: a severity of {severity}.",
            code=known[0][0].code, severity=context.written.number(known[0][1], 1),
        )  # fmt: skip
    return context.sentences(first, risk)


def _row(context: Context, entry: Dated) -> b.Row:
    day, code, text, who = entry
    cells: tuple[b.Cell, ...] = (
        context.written.short_day(day),
        (b.CodeRef(code),) if code else "\u200b",
        text,
        who or "–",
    )
    return b.Row(cells)


def _beginning(context: Context) -> set[Dated]:
    _ = context.gettext
    found: set[Dated] = set()
    for one in counts.initiatives(context):
        who = context.department(one.department_id)
        if one.starts_on:
            found.add((one.starts_on, one.code, _("Start: {title}", title=one.title), who))
        if one.ends_on and one.ends_on != one.starts_on:
            found.add((one.ends_on, one.code, _("End: {title}", title=one.title), who))
    return found


def _due(context: Context) -> set[Dated]:
    found: set[Dated] = set()
    for one in context.all(Milestone):
        if one.due_on and one.reached_on is None:
            owner = context.get(Initiative, one.initiative_id)
            who = context.department(owner.department_id) if owner else ""
            found.add((one.due_on, owner.code if owner else "", one.name, who))
    return found


def _meetings(context: Context) -> set[Dated]:
    """The reviews to come: that of the report's own day is held."""
    held = ((one.held_on, one.title) for one in context.all(Review) if one.held_on)
    return {(day, "", title, "") for day, title in held if day > context.date}


def risks(context: Context) -> list[b.Block]:
    """The main risk of each initiative; those come first on which much severity hangs."""
    _ = context.gettext
    known = _at_stake(context)
    if not known:
        return []
    most = known[0][1]
    columns = (
        b.Column("", 12, "code"),
        b.Column(_("Risk")),
        b.Column(_("Severity\nat stake"), 17, "number"),
        b.Column(context.pgettext("report", "Responsible"), 40),
    )
    rows = tuple(_risk(context, one, weight, most) for one, weight in known)
    caption = _("What could keep the initiatives from working")
    if most:
        caption = _(
            "Of all risks, that of {code} has most at stake: a severity of {severity}",
            code=known[0][0].code, severity=context.written.number(most, 1),
        )  # fmt: skip
    note = _("At stake: the severity of the gaps that the initiative closes. Orange: at least half "
             "of the largest.")  # fmt: skip
    return [b.Table(columns, rows, caption, note, dense=True)]


def _at_stake(context: Context) -> list[tuple[Initiative, float]]:
    """The initiatives with a risk and the severity that hangs on each, the most first."""
    known = [one for one in counts.initiatives(context) if one.risk.strip()]
    weighed = [(one, _weight(context, one)) for one in known]
    return sorted(weighed, key=lambda pair: -pair[1])


def _weight(context: Context, one: Initiative) -> float:
    return sum(counts.severity_of(context, gap) or 0.0 for gap in counts.gaps_of(context, one))


def _risk(context: Context, one: Initiative, weight: float, most: float) -> b.Row:
    high = most > 0 and weight >= HIGH_SHARE * most
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(one.code),),
        context.runs(one.risk),
        (b.Text(context.written.number(weight, 1), bold=high, tone="hurts" if high else "plain"),),
        context.department(one.department_id) or context.gettext("nobody yet"),
    )
    return b.Row(cells)
