"""How tall a header or footer is, as far as its own words tell: strips from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cxstudio.report.docx.firm.reading import WORD, Element, number, q, value
from cxstudio.report.docx.firm.roles import Styles

_LINE = 1.45
"""A line over its letters; Japanese typefaces are the tall ones."""
_EMU = 635
"""English Metric Units to a twip."""
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)(pt|in|cm|mm)")
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}


@dataclass(frozen=True, slots=True)
class Strip:
    """A paragraph or table row in line with the text, and its height in twips."""

    element: Element
    height: float


def strips(root: Element, styles: Styles) -> Iterator[Strip]:
    """The paragraphs and rows of a header or footer; what floats takes no room."""
    for element in root:
        name = etree.QName(element).localname
        if name == "p":
            yield Strip(element, _paragraph(element, styles))
        elif name == "tbl" and element.find("w:tblPr/w:tblpPr", WORD) is None:
            for row in element.iterfind("w:tr", WORD):
                yield Strip(row, _row(row, styles))
        elif name == "sdt":
            content = element.find("w:sdtContent", WORD)
            if content is not None:
                yield from strips(content, styles)


def _row(row: Element, styles: Styles) -> float:
    given = row.find("w:trPr/w:trHeight", WORD)
    height = number(value(given))
    if value(given, "hRule") == "exact":
        return height
    cells = (sum(s.height for s in strips(cell, styles)) for cell in row.iterfind("w:tc", WORD))
    return max([height, *cells])


def _paragraph(paragraph: Element, styles: Styles) -> float:
    if paragraph.find("w:pPr/w:framePr", WORD) is not None:
        return 0
    style = value(paragraph.find("w:pPr/w:pStyle", WORD)) or ""
    spacing = paragraph.find("w:pPr/w:spacing", WORD)
    if spacing is None:
        spacing = styles.inherited(style, "w:pPr/w:spacing")
    sizes = [number(value(size)) / 2 for size in paragraph.iterfind(".//w:sz", WORD)]
    letters = max(sizes, default=0) or styles.size(style)
    lines = 1 + sum(1 for _break in paragraph.iter(q("br")))
    line = letters * 20 * _LINE
    if value(spacing, "lineRule") == "exact":
        line = number(value(spacing, "line"))
    around = number(value(spacing, "before")) + number(value(spacing, "after"))
    return max(lines * line, _pictures(paragraph)) + around


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
