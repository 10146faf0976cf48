"""The field for yes or no."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxstudio.ui import widgets


class SwitchField(widgets.Toggle):
    """Yes or no."""

    edited = Signal()
    left = Signal()

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self.clicked.connect(self._tell)

    def _tell(self, _on: bool) -> None:
        self.edited.emit()
        self.left.emit()

    def value(self) -> Any:
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def composing(self) -> bool:
        return False

    def fault(self) -> str:
        return ""
