"""Background and approach: what was asked of whom, counted, and what was not seen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from cxstudio.i18n import N_
from cxstudio.model import Department, Wave
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

KINDS = {
    "comment": N_("Comments quoted from surveys"),
    "figure": N_("Survey figures"),
    "document": N_("Documents"),
    "observation": N_("Observations"),
}


def suggest(context: Context) -> Texts:
    """How many were asked and who was not."""
    _ = context.gettext
    talks, answers = len(counts.interviews_held(context)), counts.answers(context)
    if not talks and not answers:
        return Texts(_("Nobody has been asked yet; this report rests on what the team assumes"))
    people = context.ngettext("{count} interview", "{count} interviews", talks)
    if answers:
        voices = context.ngettext("{count} survey answer", "{count} survey answers", answers)
        message = _("This report rests on {voices} and {people}", voices=voices, people=people)
    else:
        message = _("This report rests on {people}", people=people)
    return Texts(message, "", "\n".join(_not_asked(context)))


def _not_asked(context: Context) -> list[str]:
    """Which departments nobody was asked in, and how many planned talks are open."""
    _ = context.gettext
    found = []
    silent = [one.name for one in context.all(Department) if not _talks(context, one.id)]
    if silent and len(silent) < len(context.all(Department)):
        names = context.written.joined(silent)
        found.append(_("Nobody was interviewed in these departments: {names}.", names=names))
    planned = context.engagement.interviews_planned
    left = planned - len(counts.interviews_held(context)) if planned else 0
    if left > 0:
        found.append(
            context.ngettext(
                "{count} planned interview has not been held yet.",
                "{count} planned interviews have not been held yet.",
                left,
            )
        )
    return found


def blocks(context: Context, texts: Texts) -> b.Section:
    """Words, scope and limits, then the sources and the departments as tables."""
    _ = context.gettext
    shown: list[b.Block] = [*narrative.blocks(context, texts.narrative)]
    shown += _sources(context)
    shown += _departments(context)
    if facts := _facts(context):
        shown += [b.Heading(3, _("Scope and limits")), b.Definitions(facts)]
    return b.Section(
        _(TITLES["approach"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _facts(context: Context) -> tuple[b.Fact, ...]:
    _ = context.gettext
    one = context.engagement
    period = ""
    if one.starts_on and one.ends_on:
        period = context.written.days(one.starts_on, one.ends_on)
    pairs = (
        (_("Purpose"), one.objectives, False),
        (_("Scope"), one.scope, False),
        (_("Period"), period, False),
        (_("Team"), one.team, False),
        (context.pgettext("report", "Limits"), one.limits, False),
    )
    return tuple(b.Fact(label, words, hurts) for label, words, hurts in pairs if words)


# ── Sources ───────────────────────────────────────────────────────────────────────────────


def _sources(context: Context) -> list[b.Block]:
    """The sources by kind with how many and from when."""
    _ = context.gettext
    rows = [*_waves(context), *_interviews(context), *_other(context)]
    if not rows:
        return []
    columns = (
        b.Column(_("Source"), 62),
        b.Column(_("Number"), 30, "number"),
        b.Column(_("Dates"), 50),
        b.Column(_("Nature")),
    )
    return [
        b.Table(
            columns,
            tuple(rows),
            _("What this report rests on, counted by kind of source"),
            source=_credit(context),
        )
    ]


def _waves(context: Context) -> Iterable[b.Row]:
    for wave in context.all(Wave):
        day = context.written.short_day(wave.dated) if wave.dated else "–"
        count = context.ngettext("{count} answer", "{count} answers", wave.rows)
        yield b.Row((wave.name, count, day, context.gettext("real data")))


def _interviews(context: Context) -> Iterable[b.Row]:
    talks = counts.interviews_held(context)
    if not talks:
        return
    staff = [talk for talk in talks if talk.stakeholder_id]
    others = [talk for talk in talks if not talk.stakeholder_id]
    pairs = ((context.gettext("Interviews with the client’s staff"), staff),
             (context.gettext("Interviews with customers"), others))  # fmt: skip
    for name, group in pairs:
        if group:
            days = [talk.held_at.date() for talk in group if talk.held_at]
            nature = _nature(context, [talk.illustrative for talk in group])
            count = context.ngettext("{count} interview", "{count} interviews", len(group))
            yield b.Row((name, count, _between(context, days), nature))


def _other(context: Context) -> Iterable[b.Row]:
    kinds = Counter(piece.evidence_kind for piece in context.evidence.values())
    for kind, name in KINDS.items():
        if not kinds[kind]:
            continue
        pieces = [piece for piece in context.evidence.values() if piece.evidence_kind == kind]
        days = [piece.dated for piece in pieces if piece.dated]
        nature = _nature(context, [piece.illustrative for piece in pieces])
        yield b.Row((context.gettext(name), f"{len(pieces):,}", _between(context, days), nature))


def _between(context: Context, days: list[dt.date]) -> str:
    return context.written.days(min(days), max(days)) if days else "–"


def _nature(context: Context, illustrative: list[bool]) -> str:
    if all(illustrative):
        return context.gettext("illustrative")
    if any(illustrative):
        return context.gettext("partly illustrative")
    return context.gettext("real data")


def _credit(context: Context) -> str:
    named = dict.fromkeys(wave.source for wave in context.all(Wave) if wave.source)
    return ("、" if context.japanese else "; ").join(named)


# ── Departments ───────────────────────────────────────────────────────────────────────────


def _talks(context: Context, department: int) -> int:
    people = {p.id for p in context.stakeholders.values() if p.department_id == department}
    return sum(talk.stakeholder_id in people for talk in counts.interviews_held(context))


def _departments(context: Context) -> list[b.Block]:
    """Who was asked by department, and who was not."""
    _ = context.gettext
    departments = context.all(Department)
    if not departments:
        return []
    asked = sum(bool(_talks(context, one.id)) for one in departments)
    rows = tuple(_department(context, one) for one in departments)
    columns = (
        b.Column(context.pgettext("report", "Code"), 14, "code"),
        b.Column(_("Department"), 52),
        b.Column(_("Meets\ncustomers"), 22),
        b.Column(_("Stake-\nholders"), 18, "number"),
        b.Column(_("Inter-\nviews"), 18, "number"),
        b.Column(_("Not asked")),
    )
    caption = _(
        "In {asked} of {count} departments somebody was interviewed",
        asked=asked, count=len(departments),
    )  # fmt: skip
    return [b.Table(columns, rows, caption, dense=True)]


def _department(context: Context, one: Department) -> b.Row:
    _ = context.gettext
    people = [p for p in context.stakeholders.values() if p.department_id == one.id]
    talks = _talks(context, one.id)
    spoken = {talk.stakeholder_id for talk in counts.interviews_held(context)}
    silent = [p.role or p.public_name for p in people if p.id not in spoken]
    missing: b.Words = context.written.joined(silent)
    if not talks:
        missing = (b.Text(context.written.joined(silent) or _("nobody was asked"), tone="hurts"),)
    facing = _("yes") if one.customer_facing else _("no")
    cells = (one.code, one.name, facing, str(len(people)), str(talks), missing)
    return b.Row(cells, code=one.code)
