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

    def refresh(self, *, afresh: bool = False) -> None:
        """Tone anew the blocks whose speaker is no longer what it was, or all of them."""
        block = self.document().begin()
        while block.isValid():
            if afresh or bool(block.userState() > 0) != self._is_asking(block.blockNumber()):
                self.rehighlightBlock(block)
            block = block.next()

    def _is_asking(self, index: int) -> bool:
        lines = self._notes.notes.lines
        return index < len(lines) and lines[index].speaker in self._notes.askers

    def highlightBlock(self, text: str) -> None:
        asking = self._is_asking(self.currentBlock().blockNumber())
        self.setCurrentBlockState(int(asking))
        if asking:
            tone = QTextCharFormat()
            tone.setForeground(theme.colour("text_2"))
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, tone)
