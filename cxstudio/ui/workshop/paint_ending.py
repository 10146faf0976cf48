"""Lists for the whole room: the ranking after a vote, and what the session has added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from cxstudio.i18n import _, ngettext
from cxstudio.ui.workshop.board import Note
from cxstudio.ui.workshop.ink import (
    CARD,
    FIGURE,
    NUMBER,
    SMALL,
    STAGE,
    STEP,
    Ink,
    card_type,
    colour,
    cut,
    dot_step,
)
from cxstudio.ui.workshop.layout import BAR, HEADER, SIDE
from cxstudio.ui.workshop.summary import Added

ROW, GAP, LINE = 84.0, 14.0, 48.0
MOST, MOST_OF_TWO = 7, (4, 3)
DOTS_SHARE = 0.3
"""How much of a row the dots may take."""


def _ground(ink: Ink, width: float, title: str) -> float:
    """A dark page over the map with its title; returns where the content begins."""
    ink.painter.fillRect(QRectF(0, HEADER + 2, width, BAR - HEADER - 3), colour("window"))
    ink.write(SIDE, HEADER + 70, title, STAGE, "accent")
    return HEADER + 130


def ranks(notes: Sequence[Note]) -> list[int]:
    """The place of each note, the same for as many votes: 1, 2, 2, 4."""
    votes = [note.votes for note in notes]
    return [votes.index(count) + 1 for count in votes]


def paint_ranking(ink: Ink, width: float, notes: Sequence[Note]) -> None:
    """The cards with votes, most first."""
    y = _ground(ink, width, _("What the votes say"))
    if not notes:
        ink.write(SIDE, y + 40, _("Nobody has voted yet."), CARD, "text_2")
    _paint_notes(ink, SIDE, y, width - 2 * SIDE, notes, MOST)


def _paint_notes(
    ink: Ink, x: float, y: float, room: float, notes: Sequence[Note], most: int
) -> None:
    step = dot_step(max((note.votes for note in notes), default=0), room * DOTS_SHARE)
    for rank, note in list(zip(ranks(notes), notes, strict=True))[:most]:
        middle = y + ROW / 2
        ink.write(x + 44, middle, str(rank), NUMBER, "text_3", "right")
        rect = QRectF(x + 68, y, room - 68, ROW)
        ink.box(rect, QColor(note.fill.fill))
        tone = QColor(note.fill.text)
        dots = rect.right() - 60 - note.votes * step
        ink.write(rect.left() + 24, middle, note.text, card_type(note.text), tone,
                  room=dots - rect.left() - 48)  # fmt: skip
        ink.dots(dots, middle, note.votes, tone, step)
        y += ROW + GAP
    if len(notes) > most:
        _paint_more(ink, x + 68, y + 20, len(notes) - most)


def paint_added(ink: Ink, width: float, added: Added) -> None:
    """Figures above; below the ranked cards, or else the new ones, and beside them the rest."""
    y = _ground(ink, width, _("What this workshop added"))
    x = SIDE
    for figure, words in _figures(added):
        end = ink.write(x, y + 26, str(figure), STEP, "text")
        x = ink.write(end + 14, y + 28, words, SMALL, "text_2") + 64
    y += 92
    half = (width - 2 * SIDE - 64) * 0.62
    if added.ranked:
        _paint_notes(ink, SIDE - 24, y, half, added.ranked, 5)
    else:
        _paint_plain(ink, SIDE, y, half, [note.text for note in added.cards], MOST)
    left = SIDE + half + 64
    _paint_beside(ink, left, y, width - SIDE - left, added)


def _paint_beside(ink: Ink, x: float, y: float, room: float, added: Added) -> None:
    """New cards that nobody voted for, when they are not in the list already; the parking lot."""
    unvoted = [note.text for note in added.cards if not note.votes]
    most = MOST
    if added.ranked and unvoted:
        most = MOST_OF_TWO[1]
        ink.write(x, y + 20, _("New cards without votes"), FIGURE, "text", room=room)
        y = _paint_plain(ink, x, y + 56, room, unvoted, MOST_OF_TWO[0]) + 24
    ink.write(x, y + 20, _("Parking lot"), FIGURE, "text")
    if added.parked:
        _paint_plain(ink, x, y + 56, room, added.parked, most)
    else:
        ink.write(x, y + 80, _("Nothing was parked."), SMALL, "text_2", room=room)


def _figures(added: Added) -> list[tuple[int, str]]:
    cards, votes, parked = len(added.cards), added.votes, len(added.parked)
    return [
        (cards, ngettext("new card", "new cards", cards)),
        (votes, ngettext("vote", "votes", votes)),
        (parked, ngettext("parked note", "parked notes", parked)),
    ]


def _paint_plain(
    ink: Ink, x: float, y: float, room: float, texts: Sequence[str], most: int
) -> float:
    """Lines of text, the last of them for how many more there are; returns where they end."""
    for text in texts[:most]:
        ink.write(x, y + 24, cut("·  " + text, SMALL, room), SMALL, "text_2")
        y += LINE
    if len(texts) > most:
        _paint_more(ink, x, y + 24, len(texts) - most)
        y += LINE
    return y


def _paint_more(ink: Ink, x: float, middle: float, rest: int) -> None:
    ink.write(x, middle, _("and {count} more").format(count=rest), SMALL, "text_2")
