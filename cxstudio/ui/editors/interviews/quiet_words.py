"""The interviewer's own words in a quieter tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from cxstudio.ui import theme

if TYPE_CHECKING:
    from cxstudio.ui.editors.interviews.editor import NotesEdit


class QuietWords(QSyntaxHighlighter):
    """Follows the speakers of the notes."""

    def __init__(self, notes: NotesEdit) -> None:
        super().__init__(notes.document())
        self._notes = notes

    def highlightBlock(self, text: str) -> None:
        lines, index = self._notes.notes.lines, self.currentBlock().blockNumber()
        if index < len(lines) and lines[index].speaker in self._notes.askers:
            tone = QTextCharFormat()
            tone.setForeground(theme.colour("text_2"))
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, tone)
