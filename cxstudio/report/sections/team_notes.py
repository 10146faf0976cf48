"""Appendix of the team's edition: the people by name, and the notes kept beside the records."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from cxstudio.model import Evidence, Insight, Stakeholder, Touchpoint
from cxstudio.report import blocks as b
from cxstudio.report import narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

LONGEST = 100
"""Letters of a record that are printed beside its note; half of it in Japanese."""


def suggest(context: Context) -> Texts:
    """That the names and notes are in this edition only."""
    _ = context.gettext
    return Texts(
        _("These names and notes stay with the team"),
        _("They are in this edition only; the client’s has neither."),
    )


def kept(context: Context) -> bool:
    """Whether the team keeps any name or note."""
    return any((*_people(context), *_notes(context)))


def blocks(context: Context, texts: Texts) -> b.Section:
    """Words, people and notes for the team; for the client nothing of it."""
    shown: list[b.Block] = []
    if context.audience == "internal":
        shown = [*narrative.blocks(context, texts.narrative), *_people(context), *_notes(context)]
    return b.Section(
        context.gettext(TITLES["team_notes"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        kind="appendix",
    )


def _people(context: Context) -> Iterator[b.Table]:
    """Whoever has a name or a note, with the attitude that the team sees."""
    _ = context.gettext
    known = [one for one in context.all(Stakeholder) if one.name.strip() or one.notes.strip()]
    if not known:
        return
    named = any(one.name.strip() for one in known)
    columns = (
        b.Column("", 12, "code"),
        *((b.Column(_("Name"), 34),) if named else ()),
        b.Column(_("Role at the client"), 42 if named else 56),
        b.Column(_("Attitude"), 22),
        b.Column(_("Note")),
    )
    rows = tuple(
        b.Row(
            (
                one.code,
                *((context.person(one),) if named else ()),
                one.role or "–",
                context.word("attitude", one.attitude) or "–",
                context.runs(one.notes) if one.notes.strip() else "–",
            )
        )
        for one in known
    )
    caption = context.ngettext(
        "{count} person of whom the team keeps a name or a note",
        "{count} people of whom the team keeps a name or a note",
        len(rows),
    )
    yield b.Table(columns, rows, caption, dense=True)


def _notes(context: Context) -> Iterator[b.Table]:
    """The notes beside evidence, insights and touchpoints, by their codes; one that several
    records have is printed once."""
    kept = [
        *((one.code, one.text, one.note) for one in context.all(Evidence)),
        *((one.code, one.statement, one.note) for one in context.all(Insight)),
        *((one.code, one.name, one.notes) for one in context.all(Touchpoint)),
    ]
    alike: dict[str, list[tuple[str, str]]] = {}
    for code, of, note in kept:
        if note.strip():
            alike.setdefault(note.strip(), []).append((code, of))
    if not alike:
        return
    rows = tuple(_note(context, note, records) for note, records in alike.items())
    _ = context.gettext
    columns = (b.Column("", 14, "code"), b.Column(_("Record"), 64), b.Column(_("Note")))
    caption = context.ngettext(
        "{count} note beside records", "{count} notes beside records", len(rows)
    )
    yield b.Table(columns, rows, caption, dense=True)


def _note(context: Context, note: str, records: list[tuple[str, str]]) -> b.Row:
    """A note with its record in short, or with the codes of all that have it."""
    (code, of), *others = records
    said: b.Words = shorten(of, LONGEST, placeholder="…")
    if context.japanese:
        said = of if len(of) <= LONGEST // 2 else f"{of[: LONGEST // 2]}…"
    if others:
        listed = context.written.joined([f"[{one}]" for one, _text in others])
        said = context.runs(context.gettext("and {codes}", codes=listed))
    return b.Row((code, said, context.runs(note)))
