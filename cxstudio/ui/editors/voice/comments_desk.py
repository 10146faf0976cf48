"""What is done with comments: they are found, given themes, and quoted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint

from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.store import ChangeSet
from cxstudio.ui.editors.voice import comments_coding, quoting
from cxstudio.ui.editors.voice.comments_book import Book, Place
from cxstudio.ui.editors.voice.comments_counting import Counts
from cxstudio.ui.editors.voice.comments_panel import CommentsPanel
from cxstudio.ui.editors.voice.comments_personal import hints_of
from cxstudio.ui.editors.voice.comments_quote import QuotePanel
from cxstudio.ui.editors.voice.comments_rows import Comment
from cxstudio.ui.editors.voice.finding import Found, Looking
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.editors.voice.workroom import Workroom
from cxstudio.ui.workspace import Workspace

KINDS = frozenset({"evidence", "theme", "comment_theme"})


class CommentsDesk(QObject):
    """Joins the panel of comments with the file and the workroom.

    What was found stays until something else is looked for: a comment that is given a theme, or
    quoted, keeps its place under the eye.
    """

    def __init__(self, workspace: Workspace, room: Workroom, panel: CommentsPanel) -> None:
        super().__init__(panel)
        self._workspace, self._room, self._panel = workspace, room, panel
        self._wave: Wave | None = None
        self._answers: Answers | None = None
        self._book: Book | None = None
        panel.looked.connect(self._look)
        panel.terms_wanted.connect(self._find_terms)
        panel.taken.connect(self._take)
        panel.foot.named.connect(self._name)
        panel.list.quoted.connect(self.quote)
        panel.list.parted.connect(self.quote_part)
        panel.list.themed.connect(self._theme)
        room.found.connect(self._show_found)
        room.counted.connect(self._show_counts)
        room.gathered.connect(self._give)
        room.spoken.connect(panel.show_terms)

    # -- what is shown -------------------------------------------------------------------

    def show_wave(self, wave: Wave) -> None:
        """Turn to the comments of another wave; `ask` then looks at them."""
        self._wave, self._book = wave, Book(self._workspace.file, wave.id)
        self._panel.list.rows.show(())  # none of another wave is left to be quoted
        self._panel.show_themes(self._book.themes, Counts())

    def ask(self, asked: Asked) -> None:
        """Look at the comments of other people."""
        assert self._wave is not None
        self._answers = Answers(self._wave.responses, asked)
        self._look(self._panel.looking)

    def heed(self, changes: ChangeSet) -> None:
        """Take in what was changed; the list stays as it is."""
        if self._book is None or not KINDS & changes.kinds:
            return
        self._book.heed(changes)
        self._panel.list.viewport().update()
        if changes.kinds & {"theme", "comment_theme"} and self._answers is not None:
            self._room.count(self._answers, self._book.ties)

    def _look(self, looking: Looking) -> None:
        if self._book is not None and self._answers is not None:
            self._room.look(self._answers, looking, self._book, self._book.ties)

    def _find_terms(self) -> None:
        if self._answers is not None:
            self._room.find_terms(self._answers, self._panel.looking)

    def _show_found(self, found: Found) -> None:
        self._panel.show_found(found)
        self._show_counts(found.counts)

    def _show_counts(self, counts: Counts) -> None:
        if self._book is not None:
            self._panel.show_themes(self._book.themes, counts)

    # -- themes --------------------------------------------------------------------------

    def _theme(self, comment: Comment, number: int) -> None:
        """Give the theme with this key, or take it away."""
        if self._book is None or self._workspace.read_only:
            return
        themes = list(self._book.themes)
        if number <= len(themes):
            comments_coding.toggle(self._workspace, self._book, comment.places, themes[number - 1])

    def _name(self, name: str) -> None:
        """Give the chosen comment a theme by its name; without one the theme is only made."""
        if self._book is None or self._workspace.read_only:
            return
        comment = self._panel.list.selected()
        places = comment.places if comment is not None else ()
        comments_coding.give(self._workspace, self._book, places, name)
        self._panel.list.setFocus()

    def _take(self, terms: tuple[str, ...]) -> None:
        """Make a suggestion a theme of all comments that mention it, whoever wrote them."""
        if self._wave is not None and self._book is not None and not self._workspace.read_only:
            everyone = Answers(self._wave.responses)
            looking = Looking(terms=terms, column=self._panel.looking.column)
            self._room.gather(everyone, looking, self._book)

    def _give(self, gathered: tuple[Book, Looking, list[Place]]) -> None:
        book, looking, places = gathered
        if book is not self._book:  # another wave is shown by now
            book = Book(self._workspace.file, book.wave)
        comments_coding.take(self._workspace, book, places, looking.terms[0])

    # -- quoting -------------------------------------------------------------------------

    def quote(self, comment: Comment) -> None:
        """Keep a comment as evidence; one that seems to tell of a person is looked at first."""
        if self._wave is None or self._workspace.read_only or comment.quoted:
            return
        if hints_of(comment.text):
            self.quote_part(comment)
        else:
            self._keep(comment, comment.text)

    def quote_part(self, comment: Comment) -> None:
        """Let the user select what is kept."""
        if self._wave is not None and not self._workspace.read_only:
            view = self._panel.list
            rect = view.visualRect(view.currentIndex())
            panel = QuotePanel(comment.text, partial(self._keep, comment), view)
            panel.open_at(view.viewport().mapToGlobal(rect.topLeft() + QPoint(40, 8)))

    def _keep(self, comment: Comment, words: str) -> None:
        if self._wave is not None and self._book is not None:
            themes = self._book.themes_of(comment.places)
            quoting.quote(self._workspace, self._wave, comment, words, themes)
