"""Evidence marks in a field: shown as marks, put in with Ctrl+E, with "[E-", or with a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolButton

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.report import markup
from cxstudio.report.markup import Edited
from cxstudio.ui import widgets
from cxstudio.ui.forms.fields import ParagraphField
from cxstudio.ui.forms.mark_picker import MarkPicker
from cxstudio.ui.forms.marks_shown import Marks
from cxstudio.ui.workspace import Workspace

KEY = "Ctrl+E"
BEGUN = "[E-"


class Marking(QObject):
    """Lives as long as its field; `claim` tells what the text speaks of."""

    def __init__(
        self,
        workspace: Workspace,
        field: ParagraphField,
        claim: Callable[[], End | None],
        lines: bool = False,
    ) -> None:
        super().__init__(field)
        self._workspace, self._field, self._claim = workspace, field, claim
        self._replaced = 0  # letters before the cursor that the mark takes the place of
        self.picker: MarkPicker | None = None
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
        self._field.left.emit()  # what was typed until now is a step of its own
        self._workspace.file.end_merge()
        self.picker = MarkPicker(self._workspace, self._claim(), self._field)
        self.picker.picked.connect(self._put)
        line = self._field.cursorRect()
        line.moveTopLeft(self._field.viewport().mapToGlobal(line.topLeft()))
        self.picker.open_by(line)
        self.picker.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _put(self, code: str) -> None:
        """The mark behind the words that are chosen, or where the cursor stands."""
        text, end = self._field.toPlainText(), selected(self._field)[1]
        if self._replaced:
            text, end = text[: end - self._replaced] + text[end:], end - self._replaced
        take(self._field, markup.evidence(text, end, code))
        self._field.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
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
        if event.text() == BEGUN[-1] and self._before().endswith(BEGUN[:-1]):
            self._field.textCursor().insertText(BEGUN[-1])
            self._show(len(BEGUN))
            return True
        return False

    @staticmethod
    def _is_key(event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return control and event.key() == Qt.Key.Key_E

    def _before(self) -> str:
        cursor = self._field.textCursor()
        return cursor.block().text().upper()[: cursor.positionInBlock()]


def selected(field: ParagraphField) -> tuple[int, int]:
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


def take(field: ParagraphField, made: Edited) -> None:
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
