"""Background and approach: what was asked of whom, counted, and what was not seen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from cxstudio.i18n import N_
from cxstudio.model import Department, Wave
from cxstudio.report import blocks as b
from cxstudio.report import counts, lying, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken, spelled

SCOPE = (48.0, 70.0, 36.0)
LYING = (88.0, 45.0, 66.0, 36.0)
"""Millimetres for the words and for the scope beside them on a page that lies."""
LEFT, RIGHT = 98.0, 61.0
"""Millimetres for the sources and for the departments beside them."""

BLANK = "\u200b"

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
    """Words, the scope in short, then the sources beside the departments."""
    _ = context.gettext
    told, scope = narrative.blocks(context, texts.narrative), _scope(context)
    shown = lying.beside(context, (told, *scope), LYING[: 1 + len(scope)])
    shown = shown or [*told, *_in_columns(scope)]
    sources, departments = _sources(context), _departments(context)
    if sources and departments:
        shown.append(b.Columns((tuple(sources), tuple(departments)), (LEFT, RIGHT)))
    else:
        shown += [*sources, *departments]
    if limits := _limits(context):
        shown += [b.Heading(3, context.pgettext("report", "Limits")), limits]
    return b.Section(
        _(TITLES["approach"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _scope(context: Context) -> list[tuple[b.Block, ...]]:
    """What was to be found, where, when and by whom."""
    _ = context.gettext
    one = context.engagement
    period = ""
    if one.starts_on and one.ends_on:
        period = context.written.days(one.starts_on, one.ends_on)
    pairs = (
        (_("Purpose"), [one.objectives]),
        (_("Scope"), [one.scope]),
        (_("Period and team"), [period, one.team]),
    )
    return [
        (b.Heading(4, title), *(b.Paragraph(text) for text in said if text))
        for title, said in pairs
        if any(said)
    ]


def _in_columns(columns: list[tuple[b.Block, ...]]) -> list[b.Block]:
    if len(columns) < 2:
        return [block for column in columns for block in column]
    return [b.Columns(tuple(columns), SCOPE if len(columns) == 3 else (79.0, 79.0))]


def _limits(context: Context) -> b.Paragraph | None:
    """The limits, which a sample states before the contents already."""
    one = context.engagement
    return b.Paragraph(one.limits) if one.limits and not one.illustrative else None


# ── Sources ───────────────────────────────────────────────────────────────────────────────


def _sources(context: Context) -> list[b.Block]:
    """The sources by kind with how many and from when."""
    _ = context.gettext
    rows = [*_waves(context), *_interviews(context), *_other(context)]
    if not rows:
        return []
    columns = (
        b.Column(_("Source")),
        b.Column(_("Number"), 14 if context.japanese else 16, "number"),
        b.Column(_("Dates"), 36.5 if context.japanese else 30),
    )
    shown = tuple(_grouped(rows))
    return [b.Table(columns, shown, _counted(context, rows), source=_credit(context), dense=True)]


def _grouped(rows: list[tuple[str, b.Row]]) -> Iterable[b.Row]:
    """The rows under what they are: real data, illustrative, or partly so."""
    for nature in dict.fromkeys(nature for nature, _row in rows):
        yield b.Row((nature, BLANK, BLANK), bold=True)
        yield from (row for other, row in rows if other == nature)


def _counted(context: Context, rows: list[tuple[str, b.Row]]) -> str:
    """How many of the sources are real."""
    real = sum(nature == context.gettext("Real data") for nature, _row in rows)
    if real == len(rows):
        return context.ngettext(
            "{count} source was read and counted", "{count} sources were read and counted", real
        )
    said = context.ngettext(
        "{real} of {count} source is real data",
        "{real} of {count} sources are real data",
        len(rows),
        real=real,
    )
    return spelled(said)


def _waves(context: Context) -> Iterable[tuple[str, b.Row]]:
    for wave in context.all(Wave):
        days = [wave.dated] if wave.dated else []
        nature = context.gettext("Real data")
        yield nature, b.Row((wave.name, f"{wave.rows:,}", _between(context, days)))


def _interviews(context: Context) -> Iterable[tuple[str, b.Row]]:
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
            yield nature, b.Row((name, f"{len(group):,}", _between(context, days)))


def _other(context: Context) -> Iterable[tuple[str, b.Row]]:
    kinds = Counter(piece.evidence_kind for piece in context.evidence.values())
    for kind, name in KINDS.items():
        if not kinds[kind]:
            continue
        pieces = [piece for piece in context.evidence.values() if piece.evidence_kind == kind]
        days = [piece.dated for piece in pieces if piece.dated]
        nature = _nature(context, [piece.illustrative for piece in pieces])
        row = b.Row((context.gettext(name), f"{len(pieces):,}", _between(context, days)))
        yield nature, row


def _between(context: Context, days: list[dt.date]) -> str:
    """From month to month: the days stand in the register."""
    return context.written.months(min(days), max(days)) if days else "–"


def _nature(context: Context, illustrative: list[bool]) -> str:
    if all(illustrative):
        return context.gettext("Illustrative")
    if any(illustrative):
        return context.gettext("Partly illustrative")
    return context.gettext("Real data")


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
        b.Column(context.pgettext("report", "Code"), 11, "code"),
        b.Column(_("Department")),
        b.Column(_("Asked"), 13, "number"),
    )
    caption = _(
        "In {asked} of {count} departments people were interviewed",
        asked=asked, count=len(departments),
    )  # fmt: skip
    note = _("Asked, of the stakeholders known there")
    return [b.Table(columns, rows, caption, note, dense=True)]


def _department(context: Context, one: Department) -> b.Row:
    people = {p.id for p in context.stakeholders.values() if p.department_id == one.id}
    spoken = {talk.stakeholder_id for talk in counts.interviews_held(context)} & people
    told = context.gettext("{asked} of {count}", asked=len(spoken), count=len(people))
    tone: b.Tone = "plain" if spoken else "hurts"
    cells: tuple[b.Cell, ...] = (one.code, one.name, (b.Text(told, tone=tone, bold=not spoken),))
    return b.Row(cells, code=one.code)
