"""Next steps: the decisions, what begins when, and what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cxstudio.model import Evidence, Gap, Initiative, Kpi
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES, first_days
from cxstudio.report.texts import Texts, broken

SOON = dt.timedelta(days=100)
FEW = 3
"""Open records up to which each is named."""


def suggest(context: Context) -> Texts:
    """What starts first, and the decisions that it needs."""
    _ = context.gettext
    plan = _dated(context)
    undecided = [one for one in plan if one.state == "proposed"]
    if not plan:
        return Texts(_("No step has a date yet"))
    soon = [one for one in plan if one.starts_on and one.starts_on <= context.date + SOON]
    message = context.ngettext(
        "{count} initiative begins within 100 days",
        "{count} initiatives begin within 100 days",
        len(soon),
    )
    lines = [_decision(context, one) for one in undecided[:4]]
    return Texts(message, first_days.told(context), "\n".join(lines))


def _decision(context: Context, one: Initiative) -> str:
    assert one.starts_on is not None
    return context.gettext(
        "Decide by {day} on [{code}]: {title}",
        day=context.written.day(one.starts_on), code=one.code, title=one.title,
    )  # fmt: skip


def _dated(context: Context) -> list[Initiative]:
    """The initiatives with a start, the first one first."""
    known = [one for one in counts.initiatives(context) if one.starts_on]
    return sorted(known, key=lambda one: (one.starts_on or dt.date.max, one.number))


def blocks(context: Context, texts: Texts) -> b.Section:
    """Decisions, the dated table, and the open points."""
    _ = context.gettext
    shown: list[b.Block] = []
    if decisions := narrative.items(context, texts.narrative):
        shown += [b.Heading(3, _("Decisions we ask for")), b.Numbered(decisions)]
    if soon := first_days.table(context):
        shown.append(soon)
    elif plan := _dated(context):
        shown.append(_table(context, plan))
    shown += first_days.risks(context)
    if points := tuple(_open_points(context)):
        shown += [b.Heading(3, _("What is still open")), b.Bullets(points)]
    return b.Section(
        _(TITLES["next_steps"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _table(context: Context, plan: list[Initiative]) -> b.Table:
    _ = context.gettext
    columns = (
        b.Column(_("Dates"), context.days_mm),
        b.Column("", 11, "code"),
        b.Column(_("What begins")),
        b.Column(context.pgettext("report", "Responsible"), 37),
    )
    rows = tuple(_row(context, one) for one in plan)
    first = plan[0].starts_on
    caption = _("What begins when")
    if first:
        caption = _("The first step begins on {day}", day=context.written.day(first))
    return b.Table(columns, rows, caption, dense=True)


def _row(context: Context, one: Initiative) -> b.Row:
    owner: b.Words = context.department(one.department_id) or (
        b.Text(context.gettext("nobody yet"), tone="hurts"),
    )
    cells: tuple[b.Cell, ...] = (
        _dates(context, one),
        (b.CodeRef(one.code),),
        one.title,
        owner,
    )
    return b.Row(cells)


def _dates(context: Context, one: Initiative) -> str:
    known = [day for day in (one.starts_on, one.ends_on) if day]
    return context.written.days(known[0], known[-1]) if known else "–"


def _open_points(context: Context) -> list[b.Words]:
    """What the plan does not know yet, counted."""
    _ = context.gettext
    found: list[b.Words] = []
    for cls, kind, label in (
        (counts.gaps(context), "gap", _("Gaps without evidence: {codes}")),
        (counts.initiatives(context), "initiative", _("Initiatives without evidence: {codes}")),
    ):
        bare = [one for one in cls if not context.chain.sources(End(kind, one.id))]
        found += _codes(context, label, bare)
    gaps = counts.gaps(context)
    unscored = [gap for gap in gaps if counts.severity_of(context, gap) is None]
    found += _codes(context, _("Gaps not scored yet: {codes}"), unscored)
    unmeasured = [kpi for kpi in context.all(Kpi) if kpi.baseline is None]
    found += _codes(context, _("Measures without a baseline: {codes}"), unmeasured)
    untouched = [gap for gap in gaps if not counts.initiatives_of(context, gap)]
    found += _codes(context, _("Gaps that no initiative closes: {codes}"), untouched)
    unused = sum(not context.chain.used(piece.id) for piece in context.all(Evidence))
    if unused:
        found.append(
            context.ngettext(
                "{count} piece of evidence supports no claim yet",
                "{count} pieces of evidence support no claim yet",
                unused,
            )
        )
    return found


def _codes(
    context: Context, label: str, records: Sequence[Gap | Initiative | Kpi]
) -> list[b.Words]:
    """The records by their codes, a few of them with their names as well."""
    if not records:
        return []
    codes = context.written.joined([f"[{one.code}]" for one in records])
    if len(records) <= FEW:
        named = (
            f"[{one.code}] {one.name if isinstance(one, Kpi) else one.title}" for one in records
        )
        codes = context.listed(named, strong=True)
    return [context.runs(label.format(codes=codes))]
