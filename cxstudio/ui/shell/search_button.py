"""The button in the top bar that looks like a search field and opens the palette."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from cxstudio.ui import theme, widgets


class SearchButton(QPushButton):
    """Magnifying glass, words, and the shortcut at the right."""

    def __init__(self, text: str, shortcut: str) -> None:
        super().__init__()
        self.setProperty("kind", "outline")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({shortcut})")
        self.setFixedHeight(theme.px(32))
        self.setMinimumWidth(theme.px(160))
        self.setMaximumWidth(theme.px(400))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(widgets.Glyph("search", "text_3", 16))
        row.addWidget(widgets.Label(text, "body", "text_3"), 1)
        row.addWidget(widgets.KeyCap(shortcut))
