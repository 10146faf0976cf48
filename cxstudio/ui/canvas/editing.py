"""Writing on a card in place.

The editor always has the keyboard while the canvas is in use, invisible until something is
written. So an input method composes in one and the same field from the first key on, and no
letter of a Japanese word is lost when the editor appears.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from cxstudio.drawing.journey.measure import font
from cxstudio.drawing.journey.text import Type
from cxstudio.i18n import _
from cxstudio.ui import theme

NEVER_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CardEditor(QTextEdit):
    """Signals: `begun` when typing starts by itself; `finished(text, then)` where `then` is
    "stay", "below", "next" or "previous"; `cancelled`; `key_pressed` for keys that are not text."""

    begun = Signal()
    finished = Signal(str, str)
    cancelled = Signal()
    key_pressed = Signal(QKeyEvent)
    grown = Signal(int)

    writing = False  # of the class, as Qt takes the keyboard from an editor when it is collected

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.locked = False
        self._fill = QColor()
        self.setProperty("ownFocus", True)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setUndoRedoEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(_("Journey map"))
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.rest()

    # -- begin and end ---------------------------------------------------------------

    def rest(self) -> None:
        """Invisible, waiting for a key."""
        self.writing = False
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self.setGeometry(-4, -4, 1, 1)
        self.setCursorWidth(0)

    def write(self, text: str, kind: Type, fill: QColor, ink: QColor, select: bool) -> None:
        """Show with this text; `select` marks all of it, else the cursor stands at its end."""
        self.writing = True
        self._fill = fill
        scaled = font(kind)
        scaled.setPixelSize(max(kind.size, 9))
        self.setFont(scaled)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, ink)
        palette.setColor(QPalette.ColorRole.Base, fill)
        self.setPalette(palette)
        self.setStyleSheet(
            "QTextEdit { background: transparent; border: none; padding: 0;"
            f" color: {ink.name()}; font-size: {scaled.pixelSize()}px; }}"
        )
        self.setCursorWidth(2)
        if text:
            self.setPlainText(text)
            self.selectAll() if select else self.moveCursor(self.textCursor().MoveOperation.End)

    def place(self, rect: QRect, padding: tuple[int, int]) -> None:
        """Stand here, with this much room above and beside the text."""
        self.setViewportMargins(padding[1], padding[0], padding[1], padding[0])
        self.setGeometry(rect)
        self._grow()

    def text(self) -> str:
        return self.toPlainText().strip()

    def finish(self, then: str = "stay") -> None:
        """End writing and give the text away."""
        if self.writing:
            text = self.text()
            self.rest()
            self.finished.emit(text, then)

    def cancel(self) -> None:
        """End writing and forget the text."""
        if self.writing:
            self.rest()
            self.cancelled.emit()

    def _grow(self) -> None:
        if self.writing:
            margins = self.viewportMargins()
            needed = round(self.document().size().height()) + margins.top() + margins.bottom()
            if needed > self.height():
                self.resize(self.width(), needed)
                self.grown.emit(needed)

    # -- keys --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.writing:
            self._wait(event)
            return
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.finish("below")
        elif key == Qt.Key.Key_Tab:
            self.finish("next")
        elif key == Qt.Key.Key_Backtab:
            self.finish("previous")
        else:
            super().keyPressEvent(event)

    def _wait(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = bool(text) and text.isprintable() and text != " "
        if plain and not event.modifiers() & NEVER_TEXT and not self.locked:
            event.setAccepted(False)
            self.key_pressed.emit(event)
            if event.isAccepted():
                return
            event.accept()
            self.begun.emit()
            if self.writing:
                super().keyPressEvent(event)
            return
        event.ignore()
        self.key_pressed.emit(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is for the canvas; it leaves the canvas by itself when there is no next cell."""
        return False if self.writing else super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing = bool(event.preeditString() or event.commitString())
        if not self.writing and composing and not self.locked:
            self.begun.emit()
        if self.writing:
            super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.writing and event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.finish("stay")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.writing:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._fill)
        painter.end()
        super().paintEvent(event)


class EditorFrame(QWidget):
    """The card under the editor: its ground and the ring around it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fill = QColor()
        self.hide()

    def show_around(self, rect: QRect, fill: QColor) -> None:
        """Stand around an editor."""
        self._fill = fill
        self.setGeometry(rect.adjusted(-5, -5, 5, 5))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.rect(), 9, 9)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 6, 6)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(theme.colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
