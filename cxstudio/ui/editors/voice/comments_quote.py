"""Quoting after a look: a part of a comment, or one that tells who somebody is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comments_personal import MASK, hints_of, looks_like, masked_part
from cxstudio.ui.widgets.popover import Popover

WIDTH, HEIGHT = 440, 160


class QuotePanel(Popover):
    """Enter keeps the words that are selected, or all; `then` is given them.

    What looks like a person's data is marked, and masked unless the user says otherwise.
    """

    def __init__(self, text: str, then: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(_("Quote a part"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(WIDTH))
        self._text, self._then = "\n".join(text.splitlines()), then
        self._hints = hints_of(self._text)
        self.words = _Words(self._text)
        self.warning = widgets.Label("", "body", "warning", wrap=True)
        self.masking = widgets.Toggle(_("Mask it as {mask}").format(mask=MASK))
        self.masking.setChecked(True)
        self.kept = widgets.Label("", "small", "text_2", wrap=True)
        self.keep = widgets.filled("", "quote", small=True)
        self._lay_out()
        self._mark()
        self.words.selectionChanged.connect(self._tell)
        self.masking.toggled.connect(self._tell)
        self.words.entered.connect(self.quote)
        self.keep.clicked.connect(self.quote)
        self._tell()
        self.words.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(widgets.Label(_("Select the words to quote"), "label", "text_2"))
        self.column.addWidget(self.words)
        if self._hints:
            found = looks_like(self._hints)
            self.warning.setText(_("The comment seems to hold {what}.").format(what=found))
            self.column.addWidget(self.warning)
            self.column.addWidget(self.masking)
        self.column.addWidget(self.kept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        self.column.addLayout(foot)

    def _mark(self) -> None:
        """What looks like a person's data stands on the ground of a warning."""
        look = QTextCharFormat()
        look.setBackground(theme.colour("warning_bg"))
        look.setForeground(theme.colour("warning"))
        look.setFontUnderline(True)
        marks = []
        for hint in self._hints:
            mark = QTextEdit.ExtraSelection()
            cursor = self.words.textCursor()
            cursor.setPosition(_units(self._text[: hint.begins]))
            move = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(_units(self._text[: hint.ends]), move)
            mark.cursor, mark.format = cursor, look  # type: ignore[attr-defined]
            marks.append(mark)
        self.words.setExtraSelections(marks)

    def chosen(self) -> str:
        """The words that will be kept, as they will be kept."""
        cursor = self.words.textCursor()
        begins, ends = 0, len(self._text)
        if cursor.hasSelection():
            begins = _letters(self._text, cursor.selectionStart())
            ends = _letters(self._text, cursor.selectionEnd())
        masks = bool(self._hints) and self.masking.isChecked()
        words = masked_part(self._text, begins, ends) if masks else self._text[begins:ends]
        return words.strip()

    def _tell(self) -> None:
        """Say what will be kept."""
        some = self.words.textCursor().hasSelection()
        self.keep.setText(_("Quote these words") if some else _("Quote it all"))
        self.keep.setEnabled(bool(self.chosen()))
        self.kept.setText(_("Kept: “{words}”").format(words=" ".join(self.chosen().split())))
        self.kept.setVisible(some or bool(self._hints))
        if self.isVisible():
            self.resize(self.width(), self.column.totalHeightForWidth(self.width()))

    def quote(self) -> None:
        """Keep the words and close."""
        words = self.chosen()
        if words:
            self.close()
            self._then(words)


class _Words(QTextEdit):
    """The comment, to be read and selected by mouse and keys; `entered` on Enter."""

    entered = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setPlainText(text)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Comment"))
        self.setFont(theme.font("body"))
        self.document().setTextWidth(theme.px(WIDTH - 56))
        needed = int(self.document().size().height()) + theme.px(20)
        self.setFixedHeight(min(needed, theme.px(HEIGHT)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _units(text: str) -> int:
    """The length as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _letters(text: str, units: int) -> int:
    """How many letters of the text stand before a place that Qt counts."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", "replace"))
