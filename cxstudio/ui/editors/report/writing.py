"""The field of a section's text: formatted as it is written, with a bar of buttons and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from cxstudio.i18n import N_, _
from cxstudio.model.chain import End
from cxstudio.report import markup
from cxstudio.report.markup import Edited
from cxstudio.report.narrative import kind_of
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.fields import ParagraphField
from cxstudio.ui.forms.marking import KEY, Marking, selected, take
from cxstudio.ui.forms.marks_shown import BOLD
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.workspace import Workspace

KEYS = {
    "Ctrl+B": "bold",
    "Ctrl+Shift+8": "bullet",
    "Ctrl+Shift+7": "number",
    "Ctrl+Shift+H": "heading",
    "Ctrl+Shift+L": "link",
    KEY: "evidence",
    "Ctrl+Shift+M": "comment",
}
LINK_WORDS = "Ctrl+K"
OPENING = ("evidence", "link")  # acts that ask first, and do not hold at a place
LINES = 8
ACTS: tuple[tuple[str, str, str], ...] = (
    ("bold", "bold", N_("Bold")),
    ("bullet", "list", N_("Bullets")),
    ("number", "list-ordered", N_("Numbers")),
    ("heading", "heading", N_("Heading")),
    ("evidence", "quote", N_("Evidence mark")),
    ("link", "link", N_("Link")),
    ("comment", "eye-off", N_("Comment to yourself, never exported")),
)


class NarrativeField(ParagraphField):
    """Plain text with marks, shown as they will look; what is pasted is cleaned."""

    def __init__(self, workspace: Workspace, claim: Callable[[], End | None]) -> None:
        super().__init__("", LINES)
        self.marking = Marking(workspace, self, claim, lines=True)

    def do(self, act: str) -> None:
        """One of `ACTS` on the selection, as one step of the field's own undo."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if act in OPENING:
            self._ask(act)
            return
        change: Callable[[str, int, int], Edited] = (
            markup.bold if act == "bold" else partial(markup.lines_as, kind=act)
        )
        take(self, change(self.toPlainText(), *selected(self)))

    def _ask(self, act: str) -> None:
        if act == "evidence":
            self.marking.open()
            return
        dialog = LinkDialog(self.window())
        if dialog.exec() == LinkDialog.DialogCode.Accepted:
            take(self, markup.link(self.toPlainText(), *selected(self), dialog.address))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(markup.pasted(source.text()))

    def event(self, event: QEvent) -> bool:
        """The text's own keys go before the window's, which has other uses for some of them."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self._act_of(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def _act_of(self, event: QKeyEvent) -> str:
        """What a key does; Ctrl+K makes a link of chosen words, and else finds as everywhere."""
        pressed = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        if pressed == LINK_WORDS:
            return "link" if self.textCursor().hasSelection() else ""
        return KEYS.get(pressed) or _SHIFTED.get(pressed, "")

    def acts_here(self) -> set[str]:
        """What the line and the words at the cursor are: of `ACTS` those that hold."""
        cursor = self.textCursor()
        line, place = cursor.block().text(), cursor.positionInBlock()
        bold = any(found.start() <= place <= found.end() for found in BOLD.finditer(line))
        return {act for act in (kind_of(line.lstrip()), "bold" if bold else "") if act}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act:
            self.do(act)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._go_on():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> bool:
        """Enter in a list begins its next line; in an empty one it ends the list."""
        cursor = self.textCursor()
        line = cursor.block().text()
        begin = markup.next_line(line)
        if begin is None or cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        cursor.beginEditBlock()
        if begin:
            cursor.insertText(f"\n{begin}")
        else:
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True


_SHIFTED = {"Ctrl+Shift+*": "bullet", "Ctrl+Shift+(": "bullet", "Ctrl+Shift+'": "number",
            "Ctrl+Shift+&": "number", "Ctrl+*": "bullet", "Ctrl+&": "number"}  # fmt: skip
"""What Shift makes of 7 and 8 on American and Japanese keyboards."""


class LinkDialog(Dialog):
    """Asks where a link leads; `address` after it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Link"))
        self.address = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText("https://")
        self.add_field(_("Address on the web, or of a mailbox"), self.line)
        self.add_cancel()
        self.add_button(widgets.filled(_("Add the link")), accepts=True)
        self.line.setFocus()

    def accept(self) -> None:
        self.address = markup.address_of(self.line.text())
        if self.address:
            super().accept()
            return
        self.fault.setText(_("This is no address that a reader could follow."))
        self.fault.show()


class WritingBar(QWidget):
    """The buttons over the field."""

    def __init__(self, field: NarrativeField) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        keys = {act: key for key, act in KEYS.items()}
        self.buttons: dict[str, QToolButton] = {}
        for act, icon, name in ACTS:
            button = widgets.icon_button(icon, f"{_(name)} ({keys[act]})", act not in OPENING)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._do, act))
            row.addWidget(button)
            self.buttons[act] = button
        row.addStretch(1)
        self._field = field
        field.cursorPositionChanged.connect(self.show_here)
        field.textChanged.connect(self.show_here)

    def _do(self, act: str) -> None:
        self._field.do(act)
        self.show_here()

    def show_here(self) -> None:
        """Which buttons hold where the cursor stands."""
        here = self._field.acts_here()
        for act, button in self.buttons.items():
            button.setChecked(act in here)

    def set_on(self, on: bool) -> None:
        """Whether there is something to write on."""
        for button in self.buttons.values():
            button.setEnabled(on)
