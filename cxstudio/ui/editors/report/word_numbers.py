"""The numbers that a Word file gives its figures, tables and pages, read from the file itself."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO

_FOUND = re.compile(
    r'w:name="_Toc(?P<section>\d{8})"'
    r'|w:instr=" SEQ (?P<label>\S+) '
    r'|w:anchor="use_(?P<code>E_\d+)_(?P<use>\d+)"[^>]*>(?P<place>.{,1000}?)</w:hyperlink>'
    r"|PAGEREF _Toc(?P<listed>\d{8}) .{,600}?<w:t[^>]*>(?P<page>\d+)</w:t>",
    re.DOTALL,
)
_WORDS = re.compile(r"<w:noBreakHyphen/>|<w:t[^>]*>([^<]*)</w:t>")


@dataclass(frozen=True)
class Numbers:
    """How many figures and tables stand before each section, by the section's number; the places
    that use each piece of evidence; the pages that sections are expected to begin on, and how many
    the `whole` report has, 0 before that is known."""

    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    uses: dict[str, dict[str, str]] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    whole: int = 0

    def before(self, number: str) -> dict[str, int]:
        """What the writer counts, where the section begins."""
        return dict(self.counts.get(number, {}))


def read(word: bytes, numbered: list[str]) -> Numbers:
    """From the bytes of a Word file whose sections have these numbers, in order."""
    from cxstudio.report.docx.typesetting import DOCUMENT

    with zipfile.ZipFile(BytesIO(word)) as archive:
        text = archive.read(DOCUMENT).decode()
    made, counted = Numbers(), Counter[str]()
    for found in _FOUND.finditer(text):
        if (section := found["section"]) and int(section) <= len(numbered):
            made.counts[numbered[int(section) - 1]] = dict(counted)
        elif label := found["label"]:
            counted[label] += 1
        elif code := found["code"]:
            place = _WORDS.sub(lambda word: word[1] or "\u2011", found["place"])
            place = re.sub("<[^>]*>", "", place).replace("\u2011", "-")
            made.uses.setdefault(code.replace("_", "-"), {})[place] = f"use_{code}_{found['use']}"
        elif found["listed"] and int(found["listed"]) <= len(numbered):
            made.pages[numbered[int(found["listed"]) - 1]] = int(found["page"])
    return made
