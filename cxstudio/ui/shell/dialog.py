"""The frame of every dialog: title, one sentence, content, buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.ui import focus_order, theme, widgets


class Dialog(QDialog):
    """Put content into `body`, buttons with `add_button`; Escape and Cancel reject."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str = "", width: int = 480
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        widgets.WholeWords(self)
        self.setFixedWidth(theme.px(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(widgets.Label(title, "record", wrap=True))
        self.sentence = widgets.Label(sentence, "body", "text_2", wrap=True)
        self.sentence.setVisible(bool(sentence))
        column.addWidget(self.sentence)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        column.addLayout(self.body)
        self.fault = widgets.Label("", "small", "error", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.px(8))
        self._buttons.addStretch(1)
        column.addSpacing(theme.px(4))
        column.addLayout(self._buttons)

    def add_field(self, label: str, field: QWidget) -> QWidget:
        """A labelled field under the last one."""
        text = widgets.Label(label, "label", "text_2")
        text.setBuddy(field)
        field.setAccessibleName(label)
        self.body.addWidget(text)
        self.body.addWidget(field)
        return field

    def add_button(self, button: QPushButton, *, accepts: bool = False) -> QPushButton:
        """A button at the right end; the one that accepts is the default."""
        self._buttons.addWidget(button)
        if accepts:
            button.setDefault(True)
            button.clicked.connect(self.accept)
        else:
            button.setAutoDefault(False)
        return button

    def add_cancel(self) -> None:
        cancel = self.add_button(widgets.quiet(_("Cancel")))
        cancel.clicked.connect(self.reject)

    def say_fault(self, text: str) -> None:
        """What is wrong, in the error colour above the buttons; empty for nothing."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_order.step(self, next)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the texts need; by itself Qt stops at two thirds of the screen."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))


def ask(parent: QWidget | None, title: str, sentence: str, yes: str) -> bool:
    """Ask one question; True when the user pressed the button named `yes`."""
    dialog = Dialog(parent, title, sentence)
    dialog.add_cancel()
    dialog.add_button(widgets.filled(yes), accepts=True)
    return dialog.exec() == QDialog.DialogCode.Accepted


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say something that needs no answer."""
    dialog = Dialog(parent, title, sentence)
    dialog.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.add_button(widgets.filled(_("Close")), accepts=True)
    dialog.exec()
