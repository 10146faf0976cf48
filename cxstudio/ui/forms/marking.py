"""Evidence marks in a field: shown as marks, put in with Ctrl+E, with "[E-", or with a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.report import markup
from cxstudio.report.markup import Edited
from cxstudio.ui import widgets
from cxstudio.ui.forms.fields import LineField, ParagraphField
from cxstudio.ui.forms.mark_picker import MarkPicker
from cxstudio.ui.forms.marks_shown import Marks
from cxstudio.ui.workspace import Workspace

KEY = "Ctrl+E"
BEGUN = "[E-"


class Marking(QObject):
    """Lives as long as its field, of one line or several; `claim` tells what the text speaks of.
    A `source` names evidence or is empty, so that it is not offered the mark of an assumption."""

    def __init__(
        self,
        workspace: Workspace,
        field: QPlainTextEdit | LineField,
        claim: Callable[[], End | None],
        lines: bool = False,
        source: bool = False,
    ) -> None:
        super().__init__(field)
        self._workspace, self._field, self._claim = workspace, field, claim
        self._source = source
        self._text = _InLine(field) if isinstance(field, LineField) else _InParagraph(field)
        self._replaced = 0  # letters before the cursor that the mark takes the place of
        self.picker: MarkPicker | None = None
        self.marks: Marks | None = None
        if not isinstance(field, LineField):
            self.marks = Marks(field.document(), lines)
        field.installEventFilter(self)

    def button(self) -> QToolButton:
        """A small button that opens the list, for the line over the field."""
        made = widgets.icon_button("quote", f"{_('Evidence mark')} ({KEY})", small=True)
        made.clicked.connect(self.open)
        return made

    def open(self) -> None:
        """Show the list of evidence at the cursor."""
        self._show(0)

    def _show(self, replaced: int) -> None:
        if self._field.isReadOnly() or not self._field.isEnabled():
            return
        self._replaced = replaced
        self._text.leave()  # what was typed until now is a step of its own
        self._workspace.file.end_merge()
        self.picker = MarkPicker(self._workspace, self._claim(), self._field, self._source)
        self.picker.picked.connect(self._put)
        self.picker.open_by(self._text.spot())
        self.picker.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _put(self, code: str) -> None:
        """The mark behind the words that are chosen, or where the cursor stands."""
        text, end = self._text.whole(), self._text.end()
        if self._replaced:
            text, end = text[: end - self._replaced] + text[end:], end - self._replaced
        self._text.take(markup.evidence(text, end, code))
        self._text.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and self.marks is not None:
            self.marks.rehighlight()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._is_key(event):  # goes before the window's keys
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether a key opened the list."""
        if self._is_key(event):
            self.open()
            return True
        if event.text() == BEGUN[-1] and self._text.before().upper().endswith(BEGUN[:-1]):
            self._text.type(BEGUN[-1])
            self._show(len(BEGUN))
            return True
        return False

    @staticmethod
    def _is_key(event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return control and event.key() == Qt.Key.Key_E


class _InParagraph:
    """What marking needs of a field of several lines."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self._field = field

    def whole(self) -> str:
        return self._field.toPlainText()

    def end(self) -> int:
        """Where the selection ends, in letters of the text."""
        return selected(self._field)[1]

    def before(self) -> str:
        """What stands before the cursor in its line."""
        cursor = self._field.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def type(self, sign: str) -> None:
        self._field.textCursor().insertText(sign)

    def take(self, made: Edited) -> None:
        take(self._field, made)

    def leave(self) -> None:
        """What was typed is written to the record."""
        if isinstance(self._field, ParagraphField):
            self._field.left.emit()

    def spot(self) -> QRect:
        """Where the cursor is on the screen."""
        line = self._field.cursorRect()
        line.moveTopLeft(self._field.viewport().mapToGlobal(line.topLeft()))
        return line


class _InLine:
    """The same of a field of one line."""

    def __init__(self, field: LineField) -> None:
        self._field = field

    def whole(self) -> str:
        return self._field.text()

    def end(self) -> int:
        """Where the selection ends, or the cursor stands."""
        chosen = self._field.selectionEnd()
        return chosen if chosen >= 0 else self._field.cursorPosition()

    def before(self) -> str:
        return self._field.text()[: self._field.cursorPosition()]

    def type(self, sign: str) -> None:
        self._field.insert(sign)

    def take(self, made: Edited) -> None:
        self._field.selectAll()
        self._field.insert(made.text)
        self._field.setCursorPosition(made.end)
        self._field.setFocus()
        self._field.edited.emit()

    def leave(self) -> None:
        self._field.left.emit()

    def spot(self) -> QRect:
        line = self._field.cursorRect()
        line.moveTopLeft(self._field.mapToGlobal(line.topLeft()))
        return line


def selected(field: QPlainTextEdit) -> tuple[int, int]:
    """Where the selection of a field begins and ends, in letters of its text."""
    cursor = field.textCursor()
    units = field.toPlainText().encode(
        "utf-16-le"
    )  # Qt counts letters beyond the first plane twice
    start, end = (
        len(units[: 2 * at].decode("utf-16-le", "ignore"))
        for at in (cursor.selectionStart(), cursor.selectionEnd())
    )
    return start, end


def take(field: QPlainTextEdit, made: Edited) -> None:
    """Put a changed text into a field; only what differs is replaced, so that Undo is one step."""
    old, new = field.toPlainText(), made.text
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    first = min(len(old), len(new)) if first is None else first
    same = 0
    while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
        same += 1
    cursor = field.textCursor()
    cursor.beginEditBlock()
    _choose(cursor, old, first, len(old) - same)
    cursor.insertText(new[first : len(new) - same])
    cursor.endEditBlock()
    _choose(cursor, new, made.start, made.end)
    field.setTextCursor(cursor)
    field.setFocus()


def _choose(cursor: QTextCursor, text: str, start: int, end: int) -> None:
    first, last = (len(text[:at].encode("utf-16-le")) // 2 for at in (start, end))
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
