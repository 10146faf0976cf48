"""The large buttons of the library page: icon and words at the left, the shortcut at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from cxstudio.ui import theme, widgets


class BigButton(QPushButton):
    """48 px high; `main` makes it the filled one of the view."""

    def __init__(self, text: str, icon: str, shortcut: str = "", *, main: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "filled" if main else "outline")
        self.setAccessibleName(text)
        tone = "on_accent" if main else "text"
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(14))
        row.addWidget(widgets.Glyph(icon, tone, 16))
        row.addWidget(widgets.Label(text, "body_strong", tone), 1)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        row.addWidget(widgets.Label(keys.replace("+", " "), "small", tone if main else "text_3"))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(304), theme.px(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
