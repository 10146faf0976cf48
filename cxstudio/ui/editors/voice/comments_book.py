"""What is known of a wave's comments: the themes they were given, and which are evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import select

from cxstudio.analysis.comments.morphemes import alike
from cxstudio.model import CommentTheme, Evidence, Theme
from cxstudio.model.base import code_of
from cxstudio.store import ChangeSet, EngagementFile

MANY = 500
"""From so many ties on they are all read again rather than one by one."""


class Place(NamedTuple):
    """Where a comment stands: its question, and its row in the file that was read."""

    column: str
    row: int


class Tie(NamedTuple):
    """That the comment in a place speaks of a theme."""

    theme: int
    place: Place


class Book:
    """Kept up to date by `heed`, so that a press on a key reads one record and not all."""

    def __init__(self, file: EngagementFile, wave: int) -> None:
        self._file, self.wave = file, wave
        self.themes: dict[int, str] = {}
        self._ties: dict[int, Tie] = {}
        self._given: dict[Place, dict[int, int]] = {}
        self._quotes: dict[Place | str, str] = {}
        self._read_themes()
        self._read_ties()
        self._read_quotes()

    def heed(self, changes: ChangeSet) -> None:
        """Take in what was changed in the file."""
        if "evidence" in changes.kinds:
            self._read_quotes()
        if "theme" in changes.kinds:
            self._read_themes()
        touched = [touch for touch in changes.touched if touch.kind == "comment_theme"]
        if len(touched) >= MANY or any(touch.how == "update" for touch in touched):
            self._read_ties()
            return
        for touch in touched:
            record = self._file.get(CommentTheme, touch.id)
            if record is None:
                self._forget(touch.id)
            elif record.wave_id == self.wave:
                self._note(touch.id, record.theme_id, record.column, record.row)

    # -- what is known -------------------------------------------------------------------

    @property
    def ties(self) -> Sequence[Tie]:
        """All of the wave, for work in the background."""
        return list(self._ties.values())

    def themes_of(self, places: Iterable[Place]) -> list[int]:
        """The themes that a comment was given, in the user's order."""
        given = {theme for place in places for theme in self._given.get(place, ())}
        return [theme for theme in self.themes if theme in given]

    def ties_of(self, places: Iterable[Place], theme: int) -> list[int]:
        """The records that tie these places to a theme."""
        found = (self._given.get(place, {}).get(theme) for place in places)
        return [id for id in found if id is not None]

    def without(self, places: Iterable[Place], theme: int) -> list[Place]:
        """Those of the places that do not have the theme."""
        return [place for place in places if theme not in self._given.get(place, ())]

    def code(self, text: str, places: Iterable[Place]) -> str:
        """The code of the evidence that a comment became, "" for none."""
        codes = (self._quotes[place] for place in places if place in self._quotes)
        return next(codes, "") or self._quotes.get(alike(text), "")

    # -- reading -------------------------------------------------------------------------

    def _read_themes(self) -> None:
        query = select(Theme.id, Theme.name).order_by(Theme.position, Theme.id)
        self.themes = {id: name for id, name in self._file.rows(query) if name}

    def _read_ties(self) -> None:
        self._ties, self._given = {}, {}
        tie = CommentTheme
        query = select(tie.id, tie.theme_id, tie.column, tie.row).where(tie.wave_id == self.wave)
        for id, theme, column, row in map(tuple, self._file.rows(query)):
            place = Place(column, row)
            self._ties[id] = Tie(theme, place)
            self._given.setdefault(place, {})[theme] = id

    def _read_quotes(self) -> None:
        """A comment is known by its place; one that was kept without, by its words."""
        self._quotes = {}
        piece = Evidence
        query = select(piece.number, piece.text, piece.column, piece.row).where(
            piece.wave_id == self.wave, piece.evidence_kind == "comment"
        )
        for number, text, column, row in self._file.rows(query):
            key = alike(text) if row is None else Place(column, row)
            self._quotes.setdefault(key, code_of(Evidence, number))

    def _note(self, id: int, theme: int, column: str, row: int) -> None:
        place = Place(column, row)
        self._ties[id] = Tie(theme, place)
        self._given.setdefault(place, {})[theme] = id

    def _forget(self, id: int) -> None:
        tie = self._ties.pop(id, None)
        if tie is not None:
            self._given.get(tie.place, {}).pop(tie.theme, None)
