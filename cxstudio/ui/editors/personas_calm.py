"""Fields that look like printed words until the pointer or the keyboard comes to them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from cxstudio.ui import theme
from cxstudio.ui.forms.fields import LineField, ParagraphField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _sheet(selector: str, role: str, tone: str) -> str:
    font = theme.font(role)
    ink, line, accent = (theme.colour(r).name() for r in (tone, "line_strong", "accent"))
    return (
        f"{selector} {{ border: none; border-bottom: 1px solid transparent; border-radius: 0;"
        f" background: transparent; padding: 0; min-height: 0; color: {ink};"
        f" font-size: {font.pixelSize()}px; font-weight: {int(font.weight())}; }}"
        f"{selector}:hover {{ border-bottom-color: {line}; }}"
        f"{selector}:focus {{ border-bottom-color: {accent}; }}"
        f"{selector}:disabled {{ border-bottom-color: transparent; background: transparent;"
        f" color: {ink}; }}"
    )


class CalmLine(LineField):
    """One line in a role of the type scale. `entered` on Enter, `emptied` on Backspace in it
    when nothing is left."""

    entered = Signal()
    emptied = Signal()

    def __init__(self, placeholder: str = "", role: str = "body", tone: str = "text") -> None:
        super().__init__(placeholder)
        self._role, self._tone = role, tone
        self.setMinimumWidth(theme.px(24))
        self.setTextMargins(-2, 0, 0, 0)  # Qt's own indent, which printed words do not have
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFont(theme.font(self._role))
        self.setStyleSheet(_sheet("QLineEdit", self._role, self._tone))
        self.setFixedHeight(theme.line_height(self._role) + 1)

    def set_value(self, value: object) -> None:
        super().set_value(value)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.setToolTip(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.left.emit()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class CalmText(ParagraphField):
    """Text that wraps and is as high as its words; one paragraph unless `paragraphs`."""

    entered = Signal()
    emptied = Signal()

    def __init__(
        self,
        placeholder: str = "",
        role: str = "body",
        tone: str = "text",
        paragraphs: bool = False,
    ) -> None:
        self._role, self._tone, self._paragraphs = role, tone, paragraphs
        super().__init__(placeholder, 1)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        font = QFont(theme.font(self._role))
        self.setStyleSheet(_sheet("QPlainTextEdit", self._role, self._tone))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fit()

    def _fit(self) -> None:
        layout = self.document().documentLayout()
        assert isinstance(layout, QPlainTextDocumentLayout)
        height, block = 0.0, self.document().begin()
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        least = theme.line_height(self._role)
        self.setFixedHeight(max(round(height + 0.5), least) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._paragraphs:
            self.left.emit()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._paragraphs:
            super().insertFromMimeData(source)
        elif source.hasText():
            self.textCursor().insertText(" ".join(source.text().split()))
