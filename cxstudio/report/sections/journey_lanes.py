"""How much room the words below a map leave it on the one page in the text."""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width

from cxstudio.report import blocks as b

PAGE_MM, LOWEST_MM = 139.0, 70.0
"""What label, caption and a line in reserve leave of the page, and the least a map is given."""
WORDS_MM = 15.0  # the space above them and their headings
COLUMN_MM, MARK_MM, LONG_MARK_MM = 79.0, 13.0, 31.0
WIDE_MM, NARROW_MM = 3.6, 1.9
MESSAGE_MM, LEAD_MM, LINE_MM = {"en": 6.0, "ja": 8.0}, 9.0, {"en": 4.3, "ja": 6.0}


def room(language: b.Language, message: str, lead: b.Words, told: tuple[b.Block, ...]) -> float:
    """Millimetres of height left for the map above the words that stand below it."""
    used = MESSAGE_MM[language] * (1 + message.count("\n")) + (LEAD_MM if lead else 0)
    columns = [column for block in told if isinstance(block, b.Columns) for column in block.columns]
    lines = max((sum(_lines(block) for block in column) for column in columns), default=0)
    if lines:
        used += WORDS_MM + LINE_MM[language] * lines
    return max(LOWEST_MM, PAGE_MM - used)


def _lines(block: b.Block) -> int:
    if not isinstance(block, b.Paragraph):
        return 0
    words = block.words
    marks = 0.0 if isinstance(words, str) else sum(_mark(run) for run in words)
    across = sum(WIDE_MM if east_asian_width(c) in "WF" else NARROW_MM for c in b.plain(words))
    return ceil((across + marks) / COLUMN_MM)


def _mark(run: b.Inline) -> float:
    """Millimetres of a mark; one that carries words is longer, and does not break."""
    if isinstance(run, b.EvidenceRef):
        return MARK_MM if run.sources > 1 else LONG_MARK_MM
    return LONG_MARK_MM if isinstance(run, b.Assumption) else 0.0
