"""Captions above figures and tables, and sources below."""

from __future__ import annotations

from typing import Literal

from cxstudio.report.blocks import Words, plain
from cxstudio.report.docx import fields
from cxstudio.report.docx.marks import inline
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import paragraph, run, w


def caption(
    kind: Literal["Figure", "Table"], message: str, subcaption: str, setting: Typesetting
) -> list[str]:
    """Label, number and message, then what is measured. ``kind`` is "Figure" or "Table"."""
    if not message:
        return []
    label = _label(kind, setting)
    gap = "" if setting.japanese else "\u00a0"
    sequence = f"{label}_{setting.letter}" if setting.letter else label
    number = str(setting.next(sequence))
    tone = colour("petrol", setting.palette)
    numbered = run(label + gap + setting.letter, tone) + fields.simple(
        f"SEQ {sequence} \\* ARABIC", number, tone
    )
    begins = w("pageBreakBefore") if setting.begins_page else ""
    properties = setting.held() + begins + setting.spaced("Caption") + setting.to_the_left()
    above = paragraph(
        setting.style("Caption"), numbered, run(f"\u2002{message}"), properties=properties
    )
    if not subcaption:
        return [above]
    return [above, paragraph(setting.style("CXSubcaption"), run(subcaption))]


def _label(kind: Literal["Figure", "Table"], setting: Typesetting) -> str:
    if kind == "Figure":
        return setting.pgettext("report", "Figure")
    return setting.pgettext("report", "Table")


def source(words: Words, setting: Typesetting) -> list[str]:
    """The source line; "Source:" is put before it."""
    if not plain(words):
        return []
    before = run(setting.pgettext("report", "Source: "))
    return [paragraph(setting.style("CXSource"), before, inline(words, setting))]
