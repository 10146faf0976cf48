"""What a workshop added: for the room on the screen, and as text for the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.i18n import catalogue
from cxstudio.model import Evidence, ParkedNote, ReportSection, Workshop
from cxstudio.model.chain import End
from cxstudio.report.written import Written
from cxstudio.store import Change
from cxstudio.ui.workshop.board import Board, Note, read_board
from cxstudio.ui.workspace import Workspace

BULLET, HEADING = "- ", "## "


@dataclass(frozen=True)
class Added:
    """The cards the session added, those with votes (most first), and the parked notes."""

    cards: tuple[Note, ...]
    ranked: tuple[Note, ...]
    parked: tuple[str, ...]

    @property
    def votes(self) -> int:
        return sum(note.votes for note in self.ranked)


def cards_before(workspace: Workspace, snapshot: int | None) -> frozenset[int]:
    """The ids of the cards that were there when the workshop began."""
    from cxstudio.model import Card

    if snapshot is None:
        return frozenset()
    with workspace.file.snapshot_file(snapshot) as before:
        return frozenset(card.id for card in before.all(Card))


def parked(workspace: Workspace, workshop_id: int) -> tuple[str, ...]:
    """The parking lot in the order it was filled."""
    notes = workspace.file.all(ParkedNote, ParkedNote.workshop_id == workshop_id)
    return tuple(note.text for note in notes)


def added(workspace: Workspace, board: Board, workshop_id: int, before: Iterable[int]) -> Added:
    """What the room has done so far; nothing that the room may not see is in it."""
    old = frozenset(before)
    notes = board.notes()
    ranked = sorted((note for note in notes if note.votes), key=lambda note: -note.votes)
    new = tuple(note for note in notes if note.id not in old)
    return Added(new, tuple(ranked), parked(workspace, workshop_id))


def summary_text(workspace: Workspace, workshop: Workshop) -> str:
    """The workshop in the language of the report, as a section's narrative takes it.

    A heading, a sentence with the figures, then a line for each card with votes, each new card
    without, and each parked note. Cards carry the codes of their evidence, or [assumption].
    Raises LookupError when the journey is gone.
    """
    if workshop.journey_id is None:
        raise LookupError("the workshop has no journey any more")
    board = read_board(workspace, workshop.journey_id)
    before = cards_before(workspace, workshop.snapshot_before)
    done = added(workspace, board, workshop.id, before)
    return "\n".join(_lines(workspace, workshop, board, done))


def _lines(workspace: Workspace, workshop: Workshop, board: Board, done: Added) -> list[str]:
    language = workspace.file.engagement.report_language
    text = catalogue(language)
    gettext, ngettext = text.gettext, text.ngettext
    began = workshop.started_at or dt.datetime.now()  # noqa: DTZ005 - the user's clock
    day = Written(language).day(began.date())
    people, cards, votes, later = (
        workshop.people,
        len(done.cards),
        done.votes,
        len(done.parked),
    )
    lines = [
        HEADING + gettext("Workshop on {day}").format(day=day),
        gettext("On “{journey}”, {people} added {cards}, gave {votes} and parked {parked}.").format(
            journey=board.title,
            people=ngettext("{count} person", "{count} people", people).format(count=people),
            cards=ngettext("{count} card", "{count} cards", cards).format(count=cards),
            votes=ngettext("{count} vote", "{count} votes", votes).format(count=votes),
            parked=ngettext("{count} note", "{count} notes", later).format(count=later),
        ),
    ]
    for note in done.ranked:
        given = ngettext("{count} vote", "{count} votes", note.votes).format(count=note.votes)
        lines.append(f"{BULLET}{note.text} ({given}) {_marks(workspace, note)}")
    unvoted = [note for note in done.cards if not note.votes]
    lines += [f"{BULLET}{note.text} {_marks(workspace, note)}" for note in unvoted]
    lines += [BULLET + gettext("Left for later: {note}").format(note=note) for note in done.parked]
    return lines


def _marks(workspace: Workspace, note: Note) -> str:
    """The codes of the evidence under a card, as the report writes them."""
    ids = workspace.chain.evidence_of(End("card", note.id))
    found = (workspace.file.get(Evidence, id) for id in ids)
    codes = sorted(piece.code for piece in found if piece and not piece.confidential)
    return " ".join(f"[{code}]" for code in codes) or "[assumption]"


def put_into_report(workspace: Workspace, workshop_id: int, label: str) -> None:
    """Add the summary to the words of the section on journeys, as one change named `label`.

    Words that the report would have suggested are kept above it; a report that was not set up
    is set up with it.
    """
    summary = workspace.file.one(Workshop, workshop_id).summary
    with workspace.change(label) as change:
        section = _section(workspace, change)
        before = section.narrative.strip() or _suggested(workspace)
        section.narrative = f"{before}\n{summary}".strip()


def _section(workspace: Workspace, change: Change) -> ReportSection:
    """The section on journeys, made where it is missing; with all others in an empty report."""
    from cxstudio.report.sections import TITLES

    there = workspace.file.all(ReportSection)
    found = [section for section in there if section.key == "journeys"]
    if found:
        return change.get(ReportSection, found[0].id)
    wanted = ("journeys",) if there else tuple(TITLES)
    made = [
        change.add(ReportSection(key=key, position=place))
        for place, key in enumerate(wanted, len(there))
    ]
    return next(section for section in made if section.key == "journeys")


def _suggested(workspace: Workspace) -> str:
    from cxstudio.report.context import Context
    from cxstudio.report.sections import suggested

    language = workspace.file.engagement.report_language
    context = Context(workspace.file.session, "ja" if language == "ja" else "en")
    return suggested(context, "journeys").narrative
