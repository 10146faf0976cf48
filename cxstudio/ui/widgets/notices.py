"""A toast after a deletion or an import, and the bar under the page head for trouble."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.widgets import buttons
from cxstudio.ui.widgets.card import Glyph
from cxstudio.ui.widgets.label import Label

NoticeKind = Literal["info", "warning", "error"]
_SIGNS = {"info": "info", "warning": "triangle-alert", "error": "circle-alert"}
_INKS = {"info": "accent", "warning": "warning", "error": "error"}


class Toast(QFrame):
    """A short message at the bottom of a window that goes by itself after five seconds."""

    def __init__(
        self, window: QWidget, text: str, undo_text: str, on_undo: Callable[[], object] | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("panel", "toast")
        self.setAccessibleName(text)
        self._on_undo = on_undo
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(Label(text, "label", "surface"))
        if undo_text and on_undo is not None:
            self.button = QPushButton(undo_text)
            self.button.clicked.connect(self._undo)
            row.addWidget(self.button)
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._timer.start(tokens.measure("motion_ms", "toast_stays"))

    @staticmethod
    def show_over(
        window: QWidget,
        text: str,
        undo_text: str = "",
        on_undo: Callable[[], object] | None = None,
        until: SignalInstance | None = None,
    ) -> "Toast":
        """Shows a toast over a window, in place of the one that is there. It goes at the next
        signal of `until`, after which its Undo would undo something else."""
        for old in window.findChildren(Toast):
            old._go()
        toast = Toast(window, text, undo_text, on_undo)
        if until is not None:
            until.connect(toast._go)
        toast.adjustSize()
        toast._place()
        toast.show()
        toast.raise_()
        return toast

    def _place(self) -> None:
        window = self._window
        left = (window.width() - self.width()) // 2
        self.move(left, window.height() - self.height() - theme.px(28 + 16))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, _event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._timer.start(tokens.measure("motion_ms", "toast_stays") // 2)

    def _undo(self) -> None:
        if self._on_undo is not None:
            self._on_undo()
        self._go()

    def _go(self) -> None:
        self._timer.stop()
        self.hide()
        self.setParent(None)
        self.deleteLater()


class Notice(QFrame):
    """A bar under the page head: a sign, a sentence, buttons. ``closed`` when it is put away."""

    closed = Signal()

    def __init__(
        self,
        kind: NoticeKind,
        text: str,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", kind)
        self.setAccessibleName(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 8, 16, 8)
        self._row.setSpacing(12)
        self._row.addWidget(Glyph(_SIGNS[kind], _INKS[kind], 16, "body"))
        self._text = Label(text, "body", "text", wrap=True)
        self._row.addWidget(self._text, 1)
        self._buttons = QHBoxLayout()
        self._row.addLayout(self._buttons)
        if closable:
            close = buttons.icon_button("x", _("Close"), small=True)
            close.clicked.connect(self._close)
            self._row.addWidget(close)

    def set_text(self, text: str) -> None:
        """Another sentence."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def add_button(self, text: str) -> QPushButton:
        """A small outline button; connect its ``clicked``."""
        made = buttons.outline(text, small=True)
        self._buttons.addWidget(made)
        return made

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
