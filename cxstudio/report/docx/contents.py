"""The list of contents: a field that Word updates, filled so that it reads before that."""

from __future__ import annotations

from cxstudio.report.blocks import Contents
from cxstudio.report.docx import fields, grid, numbering
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Entry, Typesetting
from cxstudio.report.docx.xml import paragraph, run, twips, w

_FIELD = r'TOC \o "1-2" \n 2-2 \h \z \u'
_NUMBER = 9
"""Millimetres that a section's number takes."""
_LOW_LINE = 10.4
"""Points of a message's line on pages that lie."""
_LOW_ENTRIES = 16
"""Sections that a page which lies holds with those lines; more are set closer."""


def contents(block: Contents, setting: Typesetting) -> list[str]:
    """Title and list, below other words of the page."""
    unnumbered = "" if setting.own_pages else numbering.UNNUMBERED
    heading = run(title(block, setting))
    return [
        paragraph(setting.style("TOCHeading"), heading, properties=unnumbered),
        *listed(setting),
    ]


def title(block: Contents, setting: Typesetting) -> str:
    """What stands above the list."""
    return block.title or setting.pgettext("report", "Contents")


def listed(setting: Typesetting) -> list[str]:
    """Label, message and page of each section; the messages read as the story.

    The separator keeps a section's end out of the field, where LibreOffice loses page numbers.
    """
    pieces: list[str] = []
    tabs = space = ""
    if not setting.own_pages:
        label_space, message_space = _spaces(setting)
        tabs = _stops(setting) + label_space + _indent(twips(_NUMBER))
        space = message_space + _indent()
    small = _smaller(setting)
    for number, entry in enumerate(setting.outline):
        before = fields.begin(_FIELD) if number == 0 else ""
        label = before + _label(entry, setting)
        if not entry.message:
            pieces.append(paragraph(setting.style("TOC1"), label, properties=tabs))
            continue
        words = entry.message.replace("\n", "" if setting.japanese else " ")
        message = fields.link(entry.bookmark + "m", run(words, small))
        pieces.append(paragraph(setting.style("TOC1"), label, properties=w("keepNext") + tabs))
        pieces.append(paragraph(setting.style("TOC2"), message, properties=space))
    if setting.outline:
        pieces[-1] = pieces[-1].removesuffix("</w:p>") + fields.end() + "</w:p>"
        pieces.append(grid.separator(setting))
    return pieces


def _spaces(setting: Typesetting) -> tuple[str, str]:
    """The spaces and lines of labels and messages: closer on pages that lie, which are low."""
    if not setting.lies:
        return setting.spaced("TOC1"), setting.spaced("TOC2")
    share = min(1.0, _LOW_ENTRIES / max(len(setting.outline), 1))
    label = round((220 if setting.japanese else 240) * share)
    words = round(_LOW_LINE * 20 * (setting.look.fixed_scale or 1) * share)
    return (
        w("snapToGrid", val=0) + w("spacing", before=20, after=0, line=label, lineRule="auto"),
        w("snapToGrid", val=0) + w("spacing", before=0, after=0, line=words, lineRule="exact"),
    )


def _stops(setting: Typesetting) -> str:
    """The stop after the number, which Word sets itself when it updates the list, and the one
    before the page, which a template may have put beyond its right indent."""
    left = w("tab", val="left", pos=twips(_NUMBER))
    return w("tabs", left, w("tab", val="right", pos=twips(setting.width)))


def _indent(hanging: int = 0) -> str:
    return w("ind", left=twips(_NUMBER), right=0, hanging=hanging)


def _smaller(setting: Typesetting) -> str:
    """In a template whose lists are set as large as its text, messages stand back behind the
    labels, so that the list keeps to a page."""
    if setting.own_pages:
        return ""
    size = round(setting.look.points((8.6, 8.2)) * 2)
    return w("sz", val=size) + w("szCs", val=size)


def _label(entry: Entry, setting: Typesetting) -> str:
    tone = colour("petrol", setting.palette)
    page = fields.begin(rf"PAGEREF {entry.bookmark} \h") + run(str(entry.page)) + fields.end()
    shown = run(entry.number, tone) + run(f"\t{entry.label}\t") + page
    return fields.link(entry.bookmark, shown)
