"""The line people dictate into: an ordinary text field, so that Japanese input is at home."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.ui.workshop.ink import CAPTURE

LONGEST = 500  # characters


class Keys(Protocol):
    """Who takes the keys that walk instead of write."""

    def take_key(self, event: QKeyEvent) -> bool: ...


class CaptureLine(QLineEdit):
    """Offers each key to `keys` first, except while an input method has a word under way."""

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self._preedit = ""
        self.setMaxLength(LONGEST)
        self.setFrame(False)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(_("New card"))

    def composing(self) -> bool:
        """Whether an input method has a word under way."""
        return bool(self._preedit)

    def set_scale(self, scale: float) -> None:
        """Follow the height of the screen."""
        roles = tokens.colours("projector")
        self.setStyleSheet(
            "QLineEdit { background: transparent; border: none; padding: 0; min-height: 0;"
            f" color: {roles['text']}; placeholder-text-color: {roles['text_3']};"
            f" selection-background-color: {roles['selected']}; selection-color: {roles['text']};"
            f" font-family: 'Inter', 'Noto Sans CJK JP'; font-weight: {CAPTURE.weight};"
            f" font-size: {max(1, round(CAPTURE.size * scale))}px; }}"
        )

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composing() or not self._keys.take_key(event):
            super().keyPressEvent(event)
        event.accept()  # what the line leaves must not reach the window as a command

    def focusNextPrevChild(self, _next: bool) -> bool:
        return False  # Tab changes the lane
