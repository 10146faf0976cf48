"""How tall a header or footer is, as far as its own words tell: strips from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from lxml import etree

from cxstudio.report.docx.firm.reading import WORD, Element, number, q, value
from cxstudio.report.docx.firm.roles import Styles

_LINE = 1.45
"""A line over its letters; Japanese typefaces are the tall ones."""
_LATIN = 0.52
"""How wide a Latin letter is beside its height."""
_EMU = 635
"""English Metric Units to a twip."""
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)(pt|in|cm|mm)")
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph or table row in line with the text, and its height in twips."""

    element: Element
    height: float


def strips(root: Element, styles: Styles, width: float) -> Iterator[Strip]:
    """The paragraphs and rows of a header or footer so many twips wide; what floats takes no
    room."""
    for element in root:
        name = etree.QName(element).localname
        if name == "p":
            yield Strip(element, _paragraph(element, styles, width))
        elif name == "tbl" and element.find("w:tblPr/w:tblpPr", WORD) is None:
            for row in element.iterfind("w:tr", WORD):
                yield Strip(row, _row(row, styles, width))
        elif name == "sdt":
            content = element.find("w:sdtContent", WORD)
            if content is not None:
                yield from strips(content, styles, width)


def _row(row: Element, styles: Styles, width: float) -> float:
    given = row.find("w:trPr/w:trHeight", WORD)
    height = number(value(given))
    if value(given, "hRule") == "exact":
        return height
    cells = row.findall("w:tc", WORD)
    share = width / max(len(cells), 1)
    return max([height, *(_cell(cell, styles, share) for cell in cells)])


def _cell(cell: Element, styles: Styles, share: float) -> float:
    given = cell.find("w:tcPr/w:tcW", WORD)
    width = number(value(given, "w")) if value(given, "type") == "dxa" else 0
    return sum(strip.height for strip in strips(cell, styles, width or share))


def _paragraph(paragraph: Element, styles: Styles, width: float) -> float:
    if paragraph.find("w:pPr/w:framePr", WORD) is not None:
        return 0
    style = value(paragraph.find("w:pPr/w:pStyle", WORD)) or ""
    spacing = paragraph.find("w:pPr/w:spacing", WORD)
    if spacing is None:
        spacing = styles.inherited(style, "w:pPr/w:spacing")
    sizes = [number(value(size)) / 2 for size in paragraph.iterfind(".//w:sz", WORD)]
    letters = max(sizes, default=0) or styles.size(style)
    lines = _lines(paragraph, width / max(letters * 20, 1))
    line = letters * 20 * _LINE
    if value(spacing, "lineRule") == "exact":
        line = number(value(spacing, "line"))
    around = number(value(spacing, "before")) + number(value(spacing, "after"))
    return max(lines * line, _pictures(paragraph)) + around


def _lines(paragraph: Element, width: float) -> int:
    """How many lines its words take, where so many letters as wide as high fill one."""
    across, lines = 0.0, 0
    for element in paragraph.iter(q("t"), q("br")):
        if element.tag == q("br"):
            lines += max(ceil(across / width), 1)
            across = 0.0
        words = element.text or ""
        across += sum(1 if east_asian_width(x) in "WF" else _LATIN for x in words.rstrip("\u3000"))
    return lines + max(ceil(across / width), 1)


def _pictures(paragraph: Element) -> float:
    """The tallest picture that stands in line with the text."""
    tallest = 0.0
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        if name == "inline":
            for extent in element:
                if etree.QName(extent).localname == "extent":
                    tallest = max(tallest, number(extent.get("cy")) / _EMU)
        elif name in ("shape", "rect", "group"):
            look = element.get("style", "")
            found = _HEIGHT.search(look)
            if found and "position:absolute" not in look:
                tallest = max(tallest, float(found[1]) * _UNITS[found[2]])
    return tallest
