"""A button of the top bar that shows its key beside its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from cxstudio.ui import theme, widgets


class KeyButton(QPushButton):
    """Icon, name and key: Workshop F5."""

    def __init__(self, icon: str, text: str, key: str) -> None:
        super().__init__()
        self.setProperty("kind", "outline")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(widgets.Glyph(icon, "text", 16))
        row.addWidget(widgets.Label(text, "label"))
        row.addWidget(widgets.KeyCap(key))
        self.setFixedSize(row.sizeHint().width(), theme.px(32))
