"""The narrative as it is written: marks shown as what they mean, while the text stays readable."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from cxstudio.report.narrative import kind_of
from cxstudio.ui import theme

BOLD = re.compile(r"(\*\*)([^*\n]+)(\*\*)")
_LINK = re.compile(r"(\[)([^\[\]\n]+)(\]\((?:https?://|mailto:)[^\s()]+\))")
_MARK = re.compile(r"\[(?:E-\d+|assumption|仮定)\]")
_CODE = re.compile(r"(?<![A-Za-z0-9-])\[?[DGIJKNPT]-\d{2,4}\]?(?![0-9A-Za-z-])")


class Marks(QSyntaxHighlighter):
    """Bold words bold, codes and links in colour, headings strong, comments to oneself quiet on a
    ground of their own; the signs that make them so are pale. Without `lines` only what stands
    among words is marked, for texts that have no lists, headings and comments."""

    def __init__(self, document: QTextDocument, lines: bool = False) -> None:
        super().__init__(document)
        self._lines = lines

    def highlightBlock(self, text: str) -> None:
        kind = kind_of(text.lstrip()) if self._lines else ""
        self._text = text
        if kind == "comment":
            self._set(0, len(text), _format("text_3", ground="sunken"))
            return
        if kind == "heading":
            self._set(0, len(text), _format("text", bold=True))
            self._set(0, text.find("## ") + 3, _format("text_3"))
        elif kind:
            self._set(0, text.find(" ", len(text) - len(text.lstrip())), _accent())
        for match in _CODE.finditer(text):
            self._set(match.start(), match.end(), _format("text_2", bold=True))
        for match in _MARK.finditer(text):
            self._set(match.start(), match.end(), _accent())
        for pattern, inner in ((_LINK, _accent(bold=False)), (BOLD, _format("text", bold=True))):
            for match in pattern.finditer(text):
                self._set(match.start(), match.end(), _format("text_3"))
                self._set(match.start(2), match.end(2), inner)

    def _set(self, start: int, end: int, look: QTextCharFormat) -> None:
        """Letters beyond the first plane count twice for Qt."""
        first, last = (len(self._text[:at].encode("utf-16-le")) // 2 for at in (start, end))
        self.setFormat(first, last - first, look)


def _format(role: str, *, bold: bool = False, ground: str = "") -> QTextCharFormat:
    found = QTextCharFormat()
    found.setForeground(theme.colour(role))
    if bold:
        found.setFontWeight(QFont.Weight.DemiBold)
    if ground:
        found.setBackground(theme.colour(ground))
    return found


def _accent(*, bold: bool = True) -> QTextCharFormat:
    return _format("accent", bold=bold)
