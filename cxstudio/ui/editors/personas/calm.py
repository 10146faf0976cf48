"""Fields that look like printed words until the pointer or the keyboard comes to them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit

from cxstudio.ui import theme
from cxstudio.ui.forms.fields import LineField, written

LIFT = 2  # Qt puts all leading above a line; this sets the words in its middle
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _sheet(selector: str, role: str, tone: str) -> str:
    font = theme.font(role)
    ink, line, accent = (theme.colour(r).name() for r in (tone, "line_strong", "accent"))
    return (
        f"{selector} {{ border: none; border-bottom: 1px solid transparent; border-radius: 0;"
        f" background: transparent; padding: 0; color: {ink};"
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
        high = theme.line_height(self._role)
        least = f"QLineEdit {{ min-height: {high}px; }}"  # the sheet sets the least height again
        self.setStyleSheet(_sheet("QLineEdit", self._role, self._tone) + least)
        self.setFixedHeight(high + 1)

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


class CalmText(QTextEdit):
    """Plain text that wraps with the design's leading and is as high as its words.

    One paragraph unless `paragraphs`. `entered` and `emptied` as for a line.
    """

    edited = Signal()
    left = Signal()
    entered = Signal()
    emptied = Signal()

    def __init__(
        self,
        placeholder: str = "",
        role: str = "body",
        tone: str = "text",
        paragraphs: bool = False,
    ) -> None:
        super().__init__()
        self._role, self._tone, self._paragraphs = role, tone, paragraphs
        self._filling, self._preedit = False, ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._invitation = placeholder
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._refresh()
        theme.changed.connect(self._refresh)

    # -- the field's protocol --------------------------------------------------------

    def value(self) -> str:
        return written(self.document())

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text == written(self.document()):
            return
        self._filling = True
        self.setPlainText(text)
        self._set_leading()
        self._filling = False
        self._fit()

    def composing(self) -> bool:
        return bool(self._preedit)

    def fault(self) -> str:
        return ""

    def _tell(self) -> None:
        if not self._filling and not self._preedit:
            self.edited.emit()

    # -- look ------------------------------------------------------------------------

    def _refresh(self) -> None:
        font = QFont(theme.font(self._role))
        self._filling = True
        self.setStyleSheet(_sheet("QTextEdit", self._role, self._tone))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_leading()
        self._filling = False
        up = theme.px(LIFT)
        self.setViewportMargins(0, -up, 0, up)
        self._fit()

    def _set_leading(self) -> None:
        leading = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        leading.setLineHeight(theme.line_height(self._role), fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(leading)

    def _fit(self) -> None:
        line = theme.line_height(self._role)
        high = max(round(self.document().size().height()), line)
        if self.document().isEmpty() and self._invitation:
            room = QRect(0, 0, max(self.viewport().width(), 40), 10_000)
            wrapped = Qt.TextFlag.TextWordWrap
            metrics = self.fontMetrics()
            used = metrics.boundingRect(room, wrapped, self._invitation).height()
            high = used + max(line - metrics.lineSpacing(), 0)
        self.setFixedHeight(max(high, line) + 2)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty() and not self._preedit:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(theme.colour("text_3"))
            spare = theme.line_height(self._role) - painter.fontMetrics().lineSpacing()
            room = self.viewport().rect().adjusted(0, max(spare, 0), 0, self.height())
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._invitation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- keys ------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._paragraphs:
            self.left.emit()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, the field never does

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = source.text()
            self.textCursor().insertText(text if self._paragraphs else " ".join(text.split()))
