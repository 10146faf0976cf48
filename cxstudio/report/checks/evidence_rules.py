"""What rests on nothing, on one source, on assumptions alone, or on a figure out of date."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.i18n import _
from cxstudio.model import Gap, Initiative, Persona
from cxstudio.model.chain import End
from cxstudio.model.claims import unsupported
from cxstudio.report import counts
from cxstudio.report.checks.finding import Finding
from cxstudio.report.context import Context
from cxstudio.report.heard import old_figures
from cxstudio.report.sections.personas import evidenced


def without_evidence(context: Context) -> Iterator[Finding]:
    """Claims with nothing behind them; a paragraph of the report is less grave."""
    for claim in unsupported(context.session):
        yield Finding(
            claim.short or claim.code,
            _("No evidence stands behind this claim."),
            claim.kind,
            claim.id,
            grave=claim.kind != "report_section",
        )


def on_one_source(context: Context) -> Iterator[Finding]:
    """Gaps and initiatives in the report that rest on one source alone."""
    claims: list[Gap | Initiative] = [*counts.gaps(context), *counts.initiatives(context)]
    for one in claims:
        if context.sources(context.under(End(one.kind, one.id))) == 1:
            yield Finding(
                _("{code} rests on one source").format(code=one.code),
                _("{title}. A board will ask who else says so.").format(title=one.title),
                one.kind,
                one.id,
                grave=False,
            )


def personas_assumed(context: Context) -> Iterator[Finding]:
    """Personas none of whose fields rests on evidence."""
    for one in context.all(Persona):
        backed, fields = evidenced(context, one)
        if fields and not backed:
            yield Finding(
                _("{code} is assumption alone").format(code=one.code),
                _("None of the fields of “{name}” rests on evidence.").format(name=one.name),
                one.kind,
                one.id,
            )


def out_of_date(context: Context) -> Iterator[Finding]:
    """Figures of a survey whose wave has changed since they were kept."""
    for piece in old_figures(context):
        yield Finding(
            _("Figure out of date: {code}").format(code=piece.code),
            _("The wave has changed since this figure was taken from it."),
            "evidence",
            piece.id,
            old=True,
        )


RULES = (without_evidence, personas_assumed, out_of_date, on_one_source)
