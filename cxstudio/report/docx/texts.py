"""Paragraph blocks: running text, headings, lists, quotations, what this means."""

from __future__ import annotations

from cxstudio.report.blocks import (
    Bullets,
    Heading,
    Meaning,
    Numbered,
    PageBreak,
    Paragraph,
    Quote,
    Words,
)
from cxstudio.report.docx import numbering
from cxstudio.report.docx.marks import evidence, inline
from cxstudio.report.docx.paging import SHORT_LIST
from cxstudio.report.docx.styles import BESIDE_TEXT, colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.widths import line_mm
from cxstudio.report.docx.xml import paragraph, run, twips, w

_QUOTE_LEFT, _QUOTE_RIGHT = 4.8, 6.0
"""Millimetres beside a quotation, below which it is said who said it: a template's indents are made
for a page with few."""
_LABEL, _BOLD = 31.0, 1.35
"""Millimetres that CX Meaning leaves its label, and how wide bold letters of a template may be
beside running text of ours."""
_BELOW_BLOCK = 160
"""Twentieths of a point above a heading in a column that follows another block."""
_BELOW_TABLE = 200
"""Twentieths of a point above running text that follows a table."""


def words(block: Paragraph, setting: Typesetting) -> list[str]:
    """Running text, the lead, or small print."""
    style = {"lead": setting.style("CXLead"), "note": setting.style("CXSource")}.get(
        block.style, setting.body_text()
    )
    below = block.style == "body" and setting.below_table
    space = w("spacing", before=_BELOW_TABLE) if below else ""
    if block.style == "body" and setting.lies and not setting.in_cell:
        space += w("ind", right=twips(setting.look.beside))
    return [paragraph(style, inline(block.words, setting), properties=space)]


def lead(content: Words, setting: Typesetting) -> list[str]:
    """The one paragraph after a message, when there is one."""
    return [paragraph(setting.style("CXLead"), inline(content, setting))] if content else []


def heading(block: Heading, setting: Typesetting) -> list[str]:
    """A heading whose outline level is never more than one below the last. In an appendix, which
    has a letter, a template's own numbers would go on from the last section."""
    level = min(block.level, setting.level + 1)
    setting.level = level
    moved = w("outlineLvl", val=level - 1) if level != block.level else ""
    style = _heading_style(block.level, setting)
    below = block.level == 4 and setting.in_cell and not setting.opens_column
    space = w("spacing", before=_BELOW_BLOCK) if below else setting.spaced(style)
    number = numbering.UNNUMBERED if setting.letter and not setting.own_pages else ""
    properties = setting.held() + number + space + moved
    return [paragraph(setting.style(style), run(block.text), properties=properties)]


def _heading_style(level: int, setting: Typesetting) -> str:
    if level == 4 and setting.opens_column and not setting.landscape:
        return "CXBlockHeading"
    if setting.in_firm_cell and level > 2:
        return "CXColumnHeading" if level == 3 else "CXCellHeading"
    return f"Heading{level}"


def meaning(block: Meaning, setting: Typesetting) -> list[str]:
    """The consultant's reading, its label run in."""
    label = block.label or setting.pgettext("report", "What this means")
    bold = w("b") + w("bCs") + colour("petrol", setting.palette)
    style = setting.style("CXMeaning")
    hanging = _hanging(label, setting)
    return [
        paragraph(style, run(f"{label}\t", bold), inline(block.words, setting), properties=hanging)
    ]


def _hanging(label: str, setting: Typesetting) -> str:
    """Room for a run-in label where a template's bold letters are wider than ours."""
    across = _BOLD * line_mm(label)
    if setting.own_pages or across <= _LABEL:
        return ""
    return w("ind", left=twips(across), right=0, hanging=twips(across))


def bullets(block: Bullets, setting: Typesetting) -> list[str]:
    """A list without order."""
    style = setting.style("CXCellBullet" if setting.in_firm_cell else "ListBullet")
    last = len(block.items) - 1
    return [
        paragraph(
            style,
            inline(item, setting),
            properties=_held(number, last, setting) + _listed("ListBullet", 4.2, setting),
        )
        for number, item in enumerate(block.items)
    ]


def _held(number: int, last: int, setting: Typesetting) -> str:
    """Hold a short list on a page together, and the last two items of a long one."""
    together = number < last and (last < SHORT_LIST or number == last - 1)
    return w("keepNext") if together and not setting.in_cell else ""


def numbered(block: Numbered, setting: Typesetting) -> list[str]:
    """A list that begins at 1."""
    number = w("numPr", w("ilvl", val=0), w("numId", val=new_list(setting)))
    style = setting.style("ListNumber")
    return [
        paragraph(
            style, inline(item, setting), properties=number + _listed("ListNumber", 4.8, setting)
        )
        for item in block.items
    ]


def new_list(setting: Typesetting) -> int:
    """The number of a list of its own."""
    return setting.numbering_offset + numbering.NUMBERS + setting.next("list")


def _listed(ours: str, hanging: float, setting: Typesetting) -> str:
    """On the page a list keeps to the measure of running text; in a cell it fills the cell."""
    if setting.in_cell:
        return ""
    right = setting.look.beside if setting.lies else BESIDE_TEXT * setting.measure
    indent = w("ind", left=twips(hanging), right=twips(right), hanging=twips(hanging))
    return setting.spaced(ours) + indent


def quote(block: Quote, setting: Typesetting) -> list[str]:
    """Somebody's words in quotation marks, their evidence, and who said them."""
    opening, closing = ("「", "」") if setting.japanese else ("“", "”")
    codes = "".join(run(" ") + evidence(code, setting) for code in block.codes)
    keep = (w("keepNext") if block.attribution else "") + setting.spaced("Quote")
    indent = ""
    if not setting.own_pages:
        right = 0 if setting.in_cell else twips(_QUOTE_RIGHT)
        indent = w("ind", left=twips(_QUOTE_LEFT), right=right, firstLine=0)
    said = [
        paragraph(
            setting.style("Quote"),
            run(f"{opening}{block.text}{closing}"),
            codes,
            properties=keep + indent,
        )
    ]
    if block.attribution:
        style = setting.style("CXAttribution")
        said.append(paragraph(style, run(block.attribution)))
    return said


def page_break(_: PageBreak, setting: Typesetting) -> list[str]:
    """A new page."""
    return [
        paragraph(setting.style("CXSeparator"), properties=w("pageBreakBefore")),
    ]
