"""Where the way from gaps to measures breaks off: what is not closed, owned, dated or measured."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.i18n import _
from cxstudio.model import Kpi
from cxstudio.report import counts
from cxstudio.report.checks.finding import Finding
from cxstudio.report.context import Context


def gaps_without_initiative(context: Context) -> Iterator[Finding]:
    """Gaps that no initiative closes."""
    for gap in counts.gaps(context):
        if not counts.initiatives_of(context, gap):
            text = _("No initiative closes {code}").format(code=gap.code)
            yield Finding(text, gap.title, gap.kind, gap.id, grave=False)


def incomplete_initiatives(context: Context) -> Iterator[Finding]:
    """Initiatives without gap, owner, measure or date, each with all that it lacks."""
    for one in counts.initiatives(context):
        lacks = []
        if not counts.gaps_of(context, one):
            lacks.append(_("a gap that it closes"))
        if one.department_id is None and one.owner_id is None:
            lacks.append(_("somebody who answers for it"))
        if not counts.measures_of(context, one):
            lacks.append(_("a measure of success"))
        if one.starts_on is None or one.ends_on is None:
            lacks.append(_("dates"))
        if lacks:
            why = _("Missing: {what}.").format(what=_(", ").join(lacks))
            yield Finding(f"{one.code} {one.title}", why, one.kind, one.id)


def impossible_dates(context: Context) -> Iterator[Finding]:
    """Initiatives that end before they begin, and costs below zero."""
    for one in counts.initiatives(context):
        if one.starts_on and one.ends_on and one.ends_on < one.starts_on:
            why = _("It ends before it begins.")
            yield Finding(f"{one.code} {one.title}", why, one.kind, one.id)
        if any(
            (cost or 0) < 0
            for cost in (one.cost_low, one.cost_high, one.yearly_low, one.yearly_high)
        ):
            why = _("A cost is below zero. A saving is a benefit, not a cost.")
            yield Finding(f"{one.code} {one.title}", why, one.kind, one.id)


def kpis_without_baseline(context: Context) -> Iterator[Finding]:
    """Measures nobody can judge the plan by, because the start is not known."""
    for kpi in context.all(Kpi):
        if kpi.baseline is None:
            yield Finding(
                _("{code} has no baseline").format(code=kpi.code),
                _("{name}: nobody can tell later whether it changed.").format(name=kpi.name),
                kpi.kind,
                kpi.id,
                grave=False,
            )


RULES = (
    incomplete_initiatives,
    impossible_dates,
    gaps_without_initiative,
    kpis_without_baseline,
)
