"""Text that is meant to be read: larger letters, wide leading, no frame."""

from __future__ import annotations

from PySide6.QtGui import QFont

from cxstudio.ui import theme
from cxstudio.ui.forms.fields import ParagraphField


class ReadingText(ParagraphField):
    """A paragraph field in reading size; the panel it stands in is its frame."""

    def __init__(self, placeholder: str, lines: int = 1) -> None:
        super().__init__(placeholder, lines)
        self.setProperty("bare", True)
        self.document().setDocumentMargin(0)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        font = QFont(theme.font("reading"))
        self.setStyleSheet(f"font-size: {font.pixelSize()}px;")
        self.document().setDefaultFont(font)
        self._fit()
