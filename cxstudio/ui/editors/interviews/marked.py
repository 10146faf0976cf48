"""The notes in use: excerpts marked with Ctrl+E and opened by a click, answers, times, pasting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor

from cxstudio.i18n import _
from cxstudio.model import Interview
from cxstudio.model.chain import End
from cxstudio.ui import theme
from cxstudio.ui.editors.interviews.clock import Clock
from cxstudio.ui.editors.interviews.marks import add_excerpts
from cxstudio.ui.editors.interviews.notes import SEP, Place
from cxstudio.ui.editors.interviews.painted import PaintedNotes, units
from cxstudio.ui.editors.interviews.speakers import pasted_lines
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.workspace import Workspace


class MarkedNotes(PaintedNotes):
    """`file_dropped` asks to import a transcript."""

    file_dropped = Signal(Path)

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        super().__init__(workspace, clock)
        LinkDrops(workspace, self, self._looked_at)
        self.panel.left.connect(self.close_panel)

    def _looked_at(self) -> End | None:
        """What a record dropped on the notes is linked to."""
        if self.opened is not None:
            return End("evidence", self.opened)
        return None if self.interview_id is None else End("interview", self.interview_id)

    # -- marking ---------------------------------------------------------------------

    def mark_selection(self) -> None:
        """Make the selection an excerpt (one in each paragraph) and open its panel; without a
        selection, go to the panel of the excerpt at the cursor."""
        cursor = self.textCursor()
        if self.interview_id is None:
            return
        if not cursor.hasSelection():
            self._open_at(cursor.position())
        elif not self.workspace.read_only:
            begin, end = self.offset(cursor.selectionStart()), self.offset(cursor.selectionEnd())
            parts = self._quotable(self.notes.parts(begin, end))
            self.settle()
            if parts:
                id = add_excerpts(self.workspace, self.interview_id, self.notes, parts)
                cursor.setPosition(cursor.selectionEnd())
                self.setTextCursor(cursor)
                self.open_panel(id)
        if self.opened is not None:
            self.panel.setFocus()

    def _quotable(self, parts: list[Place]) -> list[Place]:
        """Without what the interviewer says, unless nothing else is selected."""
        said = [p for p in parts if self.notes.lines[p.line].speaker not in self.askers]
        return [self._trimmed(part) for part in said or parts]

    def _trimmed(self, part: Place) -> Place:
        words = self.notes.words(part)
        begins = part.begins + len(words) - len(words.lstrip())
        return Place(part.line, begins, part.ends - len(words) + len(words.rstrip()))

    def _open_at(self, position: int) -> bool:
        """Open the shortest mark at a place of the document; False when there is none."""
        offset = self.offset(position)
        under = [(e - b, id) for id, (b, e) in self.notes.spans.items() if b <= offset <= e]
        if under:
            self.open_panel(min(under)[1])
        return bool(under)

    def open_panel(self, id: int) -> None:
        """Open an excerpt below its paragraph, and look at it."""
        self.settle()
        if id not in self._places:
            return
        self.opened = id
        self.panel.show_evidence(id)
        self.arrange()
        self.workspace.select(End("evidence", id))
        bottom = self.panel.geometry().bottom() - self.viewport().height() + theme.px(16)
        if bottom > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bottom)

    def close_panel(self) -> None:
        """Back to the words."""
        if self.opened is not None:
            self.opened = None
            self.arrange()
        self.setFocus()

    def show_mark(self, id: int) -> None:
        """Go to an excerpt that was chosen elsewhere."""
        place = self._places.get(id)
        if place is not None:
            self.go_to_line(place.line, place.ends)
            self.open_panel(id)

    def go_to_line(self, index: int, within: int = 0) -> None:
        block = self.document().findBlockByNumber(index)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text()[:within]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def answer(self, question_id: int) -> None:
        """Go to the answer of a question; without one, begin it in an empty paragraph."""
        lines = self.notes.lines
        answers = [i for i, line in enumerate(lines) if line.question_id == question_id]
        self.setFocus()
        if answers:
            self.go_to_line(answers[-1], len(lines[answers[-1]].text))
        elif not self.isReadOnly() and self.interview_id is not None:
            self._begin_answer(question_id)

    def _begin_answer(self, question_id: int) -> None:
        with self.one_step(_("Begin an answer")):
            if self.notes.lines[-1].text:
                self.go_to_line(len(self.notes.lines) - 1, len(self.notes.lines[-1].text))
                self.textCursor().insertBlock()
            index = len(self.notes.lines) - 1
            self.set_line(index, question_id=question_id, speaker=self.person)
            self.go_to_line(index)

    def stamp(self) -> None:
        """Put the time of the talk on the paragraph at the cursor."""
        interview = self.workspace.file.get(Interview, self.interview_id)
        if interview is not None and not self.isReadOnly():
            with self.one_step(_("Stamp the time")):
                self.set_line(self.line_index(), seconds=self.clock.stamp(interview.held_at))

    # -- mouse, paste and drop ---------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position()
        for index, block, _top in self._blocks():
            for id, area in self._chip_rows(index, block):
                if area.contains(point):
                    self.open_panel(id)
                    return
        before = self.opened
        self.opened = None
        opens = self._open_at(self.cursorForPosition(point.toPoint()).position())
        if not opens and before is not None:
            self.arrange()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = _files(source)
        if files:
            self.file_dropped.emit(files[0])
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
        if "\n" not in text:
            self.textCursor().insertText(text)
            return
        with self.one_step(_("Paste")):
            self._insert_lines(text)

    def _insert_lines(self, text: str) -> None:
        lines = pasted_lines(text)
        cursor = self.textCursor()
        cursor.removeSelectedText()
        if self.notes.lines[self.line_index()].text and any(line.speaker for line in lines):
            cursor.insertBlock()
        first = cursor.blockNumber()
        cursor.insertText(SEP.join(line.text for line in lines))
        self.setTextCursor(cursor)
        for number, line in enumerate(lines):
            values = {"speaker": line.speaker, "seconds": line.seconds}
            known = {name: value for name, value in values.items() if value}
            if known:
                self.set_line(first + number, **known)


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
