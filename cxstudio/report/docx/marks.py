"""Running text: words, evidence marks, codes, assumptions, confidence."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.report.blocks import (
    Assumption,
    CodeRef,
    Confidence,
    EvidenceRef,
    Inline,
    Runs,
    Text,
    WebLink,
    Words,
)
from cxstudio.report.docx import fields
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.xml import escape, flowing, run, w

NBSP = "\u00a0"
_MOST_IN_A_ROW = 3
_TONES = {"quiet": "ink3", "holds": "petrol", "hurts": "orange"}


def inline(words: Words, setting: Typesetting, bold: bool = False) -> str:
    """Running text as runs and links."""
    if isinstance(words, str):
        return flowing(words, w("b") + w("bCs") if bold else "")
    return "".join(
        _many(part, setting) if isinstance(part, list) else _one(part, setting, bold)
        for part in _in_rows(words)
    )


def _in_rows(words: Runs) -> Iterator[Inline | list[EvidenceRef]]:
    """The runs, with more than three evidence marks in a row gathered."""
    row: list[EvidenceRef] = []
    held: list[Inline] = []
    for part in (*words, None):
        if isinstance(part, EvidenceRef):
            row.append(part)
            held.append(part)
        elif isinstance(part, Text) and row and not part.text.strip():
            held.append(part)
        else:
            if len(row) > _MOST_IN_A_ROW:
                yield row
                yield from (x for x in held[-1:] if isinstance(x, Text))
            else:
                yield from held
            row, held = [], []
            if part is not None:
                yield part


def _one(part: Inline, setting: Typesetting, bold: bool) -> str:
    if isinstance(part, Text):
        return flowing(part.text, _letters(part, setting, bold))
    if isinstance(part, WebLink):
        return web_link(part, setting)
    if isinstance(part, EvidenceRef):
        return evidence(part, setting)
    if isinstance(part, Assumption):
        return assumption(setting)
    if isinstance(part, CodeRef):
        return code(part.code, setting)
    return confidence(part, setting)


def _letters(part: Text, setting: Typesetting, bold: bool) -> str:
    weight = w("b") + w("bCs") if part.bold or bold else ""
    tone = _TONES.get(part.tone)
    return weight + (colour(tone, setting.palette) if tone else "")


def web_link(part: WebLink, setting: Typesetting) -> str:
    """Words that lead out of the document; where to is said when the pointer rests on them."""
    relation = setting.package.relate_outside(DOCUMENT, "hyperlink", part.address)
    shown = run(part.text, w("rStyle", val=setting.style("Hyperlink")))
    tip = escape(part.address)
    return f'<w:hyperlink r:id="{relation}" w:tooltip="{tip}" w:history="1">{shown}</w:hyperlink>'


def evidence(mark: EvidenceRef, setting: Typesetting) -> str:
    """An evidence mark, linked to its row, with a bookmark that the row links back to."""
    shown = evidence_look(mark.code, mark.sources, setting)
    return _used(mark.code, _linked(mark, shown, setting), setting)


def evidence_look(code: str, sources: int, setting: Typesetting) -> str:
    """The mark's run alone."""
    style = "CXEvidence" if sources > 1 else "CXEvidenceSingle"
    words = "" if sources > 1 or setting.in_table else setting.pgettext("report", " · one source")
    return _boxed(style, code, words.replace(" ", NBSP), setting)


def _boxed(style: str, code: str, words: str, setting: Typesetting) -> str:
    """A mark that never breaks: its hyphen and its spaces hold together."""
    letters = w("rStyle", val=setting.style(style)) + _mark_size(setting)
    return flowing(f"{NBSP}{code}{words}{NBSP}", letters)


def _mark_size(setting: Typesetting) -> str:
    if not setting.in_table:
        return ""
    size = round(setting.look.points((8.5, 8.5)) * 2 * 0.76)
    return w("sz", val=size) + w("szCs", val=size)


def _linked(mark: EvidenceRef, shown: str, setting: Typesetting) -> str:
    if mark.code not in setting.targets:
        return shown
    tip = mark.tip or setting.pgettext("report", "Evidence {code}").format(code=mark.code)
    return fields.link(fields.bookmark_name(mark.code), shown, tip)


def _used(code: str, shown: str, setting: Typesetting) -> str:
    """The mark as the place where the register says that the evidence is used."""
    uses = setting.uses.setdefault(code, {})
    if not setting.place or setting.place in uses or code not in setting.targets:
        return shown
    name = f"use_{fields.bookmark_name(code)}_{len(uses) + 1}"
    uses[setting.place] = name
    return fields.bookmark(name, shown, setting)


def _many(marks: list[EvidenceRef], setting: Typesetting) -> str:
    """The first of many marks, and how many more there are; each keeps its way back."""
    more = setting.pgettext("report", " and {count} more").format(count=len(marks) - 1)
    rest = run(more)
    for mark in marks[1:]:
        rest = _used(mark.code, rest, setting)
    return evidence(marks[0], setting) + rest


def assumption(setting: Typesetting) -> str:
    """The mark of a claim without a source."""
    return _boxed("CXAssumption", setting.pgettext("report", "assumption"), "", setting)


def code(value: str, setting: Typesetting) -> str:
    """A record's code; a link when the report has the record's place."""
    shown = flowing(value, w("rStyle", val=setting.style("CXCode")))
    if value not in setting.targets:
        return shown
    return fields.link(fields.bookmark_name(value), shown, escape(value))


def confidence(mark: Confidence, setting: Typesetting) -> str:
    """Three dots, as many of them filled as the level says."""
    filled = run("●" * mark.level, colour("petrol", setting.palette))
    return filled + run("○" * (3 - mark.level), colour("ink3", setting.palette))
