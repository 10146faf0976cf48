"""The notes as a text to write in; each block of the document is one paragraph of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from cxstudio.i18n import _
from cxstudio.model import Interview
from cxstudio.store import ChangeSet
from cxstudio.ui.editors.interviews import stored as storing
from cxstudio.ui.editors.interviews.clock import Clock
from cxstudio.ui.editors.interviews.marks import Mark, askers_of, person_of, read_marks
from cxstudio.ui.editors.interviews.notes import SEP, Edit, Line, Notes
from cxstudio.ui.editors.interviews.speakers import typed_name
from cxstudio.ui.workspace import Workspace

PAUSE = 400  # milliseconds without a key until typed text is written
BREAK = "\u2028"  # a line break inside a paragraph, as in a QTextDocument
SHOWN = {
    "link",
    "paragraph",
    "evidence",
    "evidence_theme",
    "theme",
    "interview",
    "question",
    "guide",
}


class NotesEdit(QTextEdit):
    """Keeps `notes` in step with the document, writes what was typed after a pause, and reads
    the file again after a change from elsewhere, without moving the cursor.

    Subclassed by `MarkedNotes`, which paints marks and everything around the words.
    """

    line_changed = Signal()

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        super().__init__()
        self.workspace, self.clock = workspace, clock
        self.interview_id: int | None = None
        self.notes, self.stored = Notes(), storing.Stored()
        self.marks: dict[int, Mark] = {}
        self.person = ""
        self.askers: set[str] = set()
        self._quiet = False  # the program, not the user, alters the document
        self._writing = False
        self._label = ""  # of the one step under way
        self._line = -1  # where the user types
        self._preedit = ""
        self._missed = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.write)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("bare", True)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(_("Notes"))
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._absorb)
        self.cursorPositionChanged.connect(self._on_cursor)
        workspace.changed.connect(self._on_changed)
        workspace.flush_requested.connect(self.settle)

    # -- what it shows -----------------------------------------------------------

    def open(self, interview_id: int | None) -> None:
        """Show the notes of another interview, after writing what is pending."""
        self.settle()
        self.interview_id = interview_id
        self._line = -1
        self.setReadOnly(interview_id is None or self.workspace.read_only)
        self._read()
        with self._quietly():
            self.setPlainText(_shown(self.notes.text))
        self.arrange(afresh=True)
        self.line_changed.emit()

    def _read(self) -> None:
        if self.interview_id is None:
            self.notes, self.stored, self.marks = Notes(), storing.Stored(), {}
            return
        file = self.workspace.file
        interview = file.one(Interview, self.interview_id)
        self.person, self.askers = person_of(file, interview), askers_of(interview)
        self.notes, self.stored = storing.read(file, self.interview_id)
        if not self.stored.lines:
            self.notes.lines = [Line(speaker=self.person)]
        self.marks = read_marks(file, self.interview_id)

    def reload(self) -> None:
        """Show what is in the file now; only what differs is touched, so the cursor stays."""
        if self._preedit:
            self._missed = True
            return
        if self.workspace.file.get(Interview, self.interview_id) is None:
            self.interview_id = None
        self._read()
        before = self._document_text()
        probe = Notes([Line(text=text) for text in before.split(SEP)])
        edit = probe.difference(self.notes.text, len(self.notes.text))
        if edit is not None:
            self._replace(edit)
        self.arrange()
        self.line_changed.emit()

    def _replace(self, edit: Edit) -> None:
        text = self._document_text()
        cursor = self.textCursor()
        with self._quietly():
            cursor.setPosition(_units(text[: edit.begin]))
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(_units(text[: edit.begin + edit.removed]), keep)
            cursor.insertText(_shown(edit.added))
            if not self.hasFocus():
                self.setTextCursor(cursor)

    def arrange(self, *, afresh: bool = False) -> None:
        """Lay out what stands around the lines; the subclass does it."""

    # -- while the user writes ------------------------------------------------------

    def _document_text(self) -> str:
        return self.document().toRawText().replace(BREAK, "\n")

    def line_index(self) -> int:
        """The line the cursor stands in."""
        return min(self.textCursor().blockNumber(), len(self.notes.lines) - 1)

    def offset(self, position: int) -> int:
        """A place of the document as an offset in the notes."""
        block = self.document().findBlock(position)
        within = block.text().encode("utf-16-le")[: 2 * (position - block.position())]
        line = min(block.blockNumber(), len(self.notes.lines) - 1)
        return self.notes.start(line) + len(within.decode("utf-16-le", "ignore"))

    def _caret(self, new: str) -> int:
        position = self.textCursor().position()
        if len(new) + 1 == self.document().characterCount():
            return position
        return len(new.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))

    def _absorb(self) -> None:
        if self._quiet or self.interview_id is None:
            return
        new = self._document_text()
        edit = self.notes.difference(new, self._caret(new))
        if edit is None:
            return
        if not self._label and (edit.structural or edit.line != self._line):
            self.settle()
        lost = len(self.notes.lost)
        self.notes.apply(edit, self.clock.seconds() if self.clock.running else None)
        self._line = edit.line
        self._stamp_first(edit)
        if edit.structural or len(self.notes.lost) != lost:
            self.arrange()
        if not self._label:
            self._after(edit)

    def _after(self, edit: Edit) -> None:
        if edit.structural:
            enter = edit.added == SEP and not edit.removed
            with self.one_step(_("New paragraph") if enter else _("Join paragraphs")):
                pass
        elif not self._name_typed(edit):
            self._timer.start()

    def _stamp_first(self, edit: Edit) -> None:
        """The first words of a paragraph get the clock's time."""
        line = self.notes.lines[edit.line]
        if self.clock.running and line.seconds is None and line.text == edit.added:
            self.set_line(edit.line, seconds=self.clock.seconds())

    def _name_typed(self, edit: Edit) -> bool:
        """`Name: ` at the start of a paragraph becomes its speaker."""
        behind = edit.begin + len(edit.added) - self.notes.start(edit.line)
        name = typed_name(self.notes.lines[edit.line].text[:behind])
        if not name or not edit.added:
            return False
        with self.one_step(_("Set speaker")):
            cursor = self.textCursor()
            cursor.setPosition(self.document().findBlockByNumber(edit.line).position())
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter,
                QTextCursor.MoveMode.KeepAnchor,
                _units(name.label),
            )
            cursor.removeSelectedText()
            self.set_line(edit.line, speaker=name.speaker)
        return True

    def set_line(self, index: int, **values: object) -> None:
        """Alter speaker, time or question of a line; it is written with the next step."""
        self.notes.lines[index] = replace(self.notes.lines[index], **values)  # type: ignore[arg-type]
        self.arrange()

    # -- writing -----------------------------------------------------------------------

    def write(self) -> None:
        """Write what was typed; typing on in one paragraph stays one undo step."""
        self._store(_("Write notes"), ("notes", self.interview_id, self._line))

    def settle(self) -> None:
        """Write, and let the next key begin a step of its own."""
        if self.interview_id is not None and storing.differs(self.notes, self.stored):
            self.write()
        if self._line >= 0:
            self._line = -1
            self.workspace.file.end_merge()

    def _store(self, label: str, merge: tuple[object, ...] | None) -> None:
        self._timer.stop()
        changed = self.interview_id is not None and storing.differs(self.notes, self.stored)
        if not changed or self._preedit or self.workspace.read_only:
            return
        lines, lost = list(self.notes.lines), set(self.notes.lost)
        self._writing = True
        try:
            with self.workspace.change(label, merge) as change:
                self.stored = storing.write(change, self.notes, self.stored)
        except BaseException:
            self.notes.lines, self.notes.lost = lines, lost
            raise
        finally:
            self._writing = False

    @contextmanager
    def one_step(self, label: str) -> Iterator[None]:
        """What is done to the notes inside is written as one undoable step."""
        if self._label:
            yield
            return
        self._label = label
        try:
            yield
        finally:
            self._label = ""
        self._store(label, None)
        self.workspace.file.end_merge()
        self._line = -1
        self.line_changed.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    # -- being told ----------------------------------------------------------------

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._writing or self.interview_id is None or not SHOWN & changes.kinds:
            return
        if storing.differs(self.notes, self.stored) and changes.step == "change":
            self.write()
        self.reload()

    def _on_cursor(self) -> None:
        if not self._quiet:
            self.line_changed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if not self._preedit and self._missed:
            self._missed = False
            self.settle()
            self.reload()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        line = self.notes.lines[self.line_index()]
        backspace = event.key() == Qt.Key.Key_Backspace and at_start and not self.isReadOnly()
        if backspace and line.speaker and line.text:
            with self.one_step(_("Set speaker")):
                self.set_line(self.line_index(), speaker="")
                cursor.insertText(f"{line.speaker}:")
        else:
            super().keyPressEvent(event)


def _shown(text: str) -> str:
    return text.replace("\n", BREAK)


def _units(text: str) -> int:
    """How long a text is for Qt, which counts characters beyond the basic plane twice."""
    return len(text.encode("utf-16-le")) // 2
