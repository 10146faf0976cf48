"""Document control, the legend of marks, and the contents."""

from __future__ import annotations

from cxstudio.report import blocks as b
from cxstudio.report import counts
from cxstudio.report.context import Context

MOST_ENTRIES = 10
"""So many sections can be listed below the document control."""


def control(context: Context, title: str, entries: int = 0) -> b.Section:
    """The page behind the cover; many entries of the contents have a page of their own."""
    _ = context.gettext
    return b.Section(
        _("Document control"),
        kind="front",
        blocks=(
            b.Definitions(tuple(_facts(context, title))),
            b.MarkLegend(),
            *((b.PageBreak(),) if entries > MOST_ENTRIES else ()),
            b.Contents(),
        ),
    )


def _facts(context: Context, title: str) -> list[b.Fact]:
    _ = context.gettext
    one = context.engagement
    document = context.sentences(
        f"{title}{'。' if context.japanese else '.'}",
        _(
            "Version {version}, {day}.",
            version=one.report_version,
            day=context.written.day(context.date),
        ),
    )
    facts = [
        b.Fact(context.pgettext("report", "Document"), document),
        b.Fact(_("Edition"), _edition(context)),
        b.Fact(_("Rests on"), _rests_on(context)),
    ]
    if one.attribution:
        facts.append(b.Fact(_("Real content"), one.attribution))
    if one.illustrative:
        words = one.limits or _("This engagement is a sample; it says nothing of any organisation.")
        facts.append(b.Fact(_("Illustrative content"), words, hurts=True))
    return [fact for fact in facts if fact.words]


def label(context: Context) -> str:
    """Who may read it, for cover and footer; what only the team may read says so first."""
    said = context.engagement.confidentiality
    if context.audience == "client":
        return said
    inside = context.gettext("Internal, for the team only")
    return ("・" if context.japanese else " · ").join(part for part in (inside, said) if part)


def _edition(context: Context) -> str:
    if context.audience == "client":
        return context.gettext(
            "Client edition: confidential evidence by its title only, people by role and code."
        )
    return context.gettext(
        "Internal edition with confidential evidence, people’s names and notes of the team, which "
        "must not leave it."
    )


def _rests_on(context: Context) -> str:
    answers, talks = counts.answers(context), len(counts.interviews_held(context))
    backed, claims = counts.claims(context)
    parts = []
    if answers:
        parts.append(context.ngettext("{count} survey answer", "{count} survey answers", answers))
    if talks:
        parts.append(context.ngettext("{count} interview", "{count} interviews", talks))
    pieces = len(context.evidence)
    parts.append(
        context.ngettext("{count} piece of evidence", "{count} pieces of evidence", pieces)
    )
    counted = context.written.joined(parts)
    if not claims:
        return context.gettext("{counted}.", counted=counted)
    return context.gettext(
        "{counted}. {backed} of {claims} claims rest on evidence.",
        counted=counted, backed=backed, claims=claims,
    )  # fmt: skip
