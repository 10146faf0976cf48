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
)
from cxstudio.ui.workshop.layout import BAR, HEADER, SIDE
from cxstudio.ui.workshop.summary import Added

ROW, GAP = 84.0, 14.0
MOST = 7


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
    for rank, note in list(zip(ranks(notes), notes, strict=True))[:most]:
        middle = y + ROW / 2
        ink.write(x + 44, middle, str(rank), NUMBER, "text_3", "right")
        rect = QRectF(x + 68, y, room - 68, ROW)
        ink.box(rect, QColor(note.fill.fill))
        tone = QColor(note.fill.text)
        dots = 12 if room > 1300 else 6
        reserved = (min(note.votes, dots) if note.votes <= dots else 1) * 30 + 70
        ink.write(rect.left() + 24, middle, note.text, card_type(note.text), tone,
                  room=rect.width() - reserved - 70)  # fmt: skip
        ink.dots(rect.right() - reserved - 12, middle, note.votes, tone, dots)
        y += ROW + GAP
    if len(notes) > most:
        rest = len(notes) - most
        text = _("and {count} more").format(count=rest)
        ink.write(x + 68, y + 20, text, SMALL, "text_2")


def paint_added(ink: Ink, width: float, added: Added) -> None:
    """Figures above; below the ranked cards, or else the new ones, and the parking lot."""
    y = _ground(ink, width, _("What this workshop added"))
    x = SIDE
    for figure, words in _figures(added):
        end = ink.write(x, y + 26, str(figure), STEP, "text")
        x = ink.write(end + 14, y + 28, words, SMALL, "text_2") + 64
    y += 92
    half = (width - 2 * SIDE - 64) * 0.62
    notes = added.ranked or added.cards
    if added.ranked:
        _paint_notes(ink, SIDE - 24, y, half, notes, 5)
    else:
        _paint_plain(ink, SIDE, y, half, [note.text for note in notes])
    left = SIDE + half + 64
    ink.write(left, y + 20, _("Parking lot"), FIGURE, "text")
    room = width - SIDE - left
    if added.parked:
        _paint_plain(ink, left, y + 64, room, added.parked)
    else:
        ink.write(left, y + 84, _("Nothing was parked."), SMALL, "text_2", room=room)


def _figures(added: Added) -> list[tuple[int, str]]:
    cards, votes, parked = len(added.cards), added.votes, len(added.parked)
    return [
        (cards, ngettext("new card", "new cards", cards)),
        (votes, ngettext("vote", "votes", votes)),
        (parked, ngettext("parked note", "parked notes", parked)),
    ]


def _paint_plain(ink: Ink, x: float, y: float, room: float, texts: Sequence[str]) -> None:
    for text in texts[:MOST]:
        ink.write(x, y + 24, cut("·  " + text, SMALL, room), SMALL, "text_2")
        y += 52
    if len(texts) > MOST:
        rest = len(texts) - MOST
        more = _("and {count} more").format(count=rest)
        ink.write(x, y + 24, more, SMALL, "text_3")
