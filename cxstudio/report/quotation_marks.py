"""Typed quotation marks and apostrophes as an English book has them: “so”, don’t."""

from __future__ import annotations

import re
from typing import TypeVar

from cxstudio.report.rewritten import rewritten

T = TypeVar("T")
_NO_PROSE = ("form", "formulas", "address", "code")
"""Fields of blocks and charts that hold number formats, formulas, addresses and codes."""
_TOKEN = re.compile(r"\S+")
_MARK = re.compile("[\"']")
_LEFT_ALONE = re.compile(r"://|www\.|[=_`\\<>{}|]")
_OPENS_AFTER = "([—–-/“‘\"'"
_PAIRS = {'"': ("“", "”"), "'": ("‘", "’")}
_EAST_ASIAN = re.compile("[\u3000-\u9fff\uff00-\uffef]")


def with_curly_marks(tree: T) -> T:
    """A report or section, or part of one, in English with curly marks in all its words."""
    return rewritten(tree, curled, _NO_PROSE)


def curled(text: str) -> str:
    """The English text with curly marks for straight ones.

    A mark that begins a word opens, any other closes; one after a figure is feet or inches, unless
    it closes what was opened. Addresses and words of code stay as they are, and so does text with
    Japanese in it.
    """
    if not _MARK.search(text) or _EAST_ASIAN.search(text):
        return text
    shown = list(text)
    opened = {'"': False, "'": False}
    for token in _TOKEN.finditer(text):
        if not _LEFT_ALONE.search(token[0]) and len(token[0]) > 1:
            for place in range(token.start(), token.end()):
                if text[place] in opened:
                    shown[place] = _curl(text, place, opened)
    return "".join(shown)


def _curl(text: str, place: int, opened: dict[str, bool]) -> str:
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    opening, closing = _PAIRS[mark]
    begins = not before or before.isspace() or before in _OPENS_AFTER
    if begins and (after.isalpha() or (after in ("[", "(", "$", "“", "‘", '"', "'") and after)):
        opened[mark] = True
        return opening
    if begins and after.isdigit():
        opened[mark] = mark == '"'
        return opening if mark == '"' else closing  # the '90s
    if before.isdigit() and not after.isalpha() and not opened[mark]:
        return mark
    if not after.isalpha():
        opened[mark] = False
    return closing
