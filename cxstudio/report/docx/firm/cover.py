"""A template's own cover: kept when it has places for the report's title, which are filled."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from cxstudio.report.docx.firm.reading import WORD, Element, q, value
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.words import day, edition

_PROPERTIES = {
    "title": "title", "subject": "subtitle", "creator": "author", "author": "author",
    "company": "firm", "category": "client", "contentstatus": "edition", "publishdate": "date",
    "abstract": "subtitle", "subtitle": "subtitle", "date": "date", "version": "edition",
    "client": "client", "status": "edition",
}  # fmt: skip


def own_cover(body: Element, setting: Typesetting) -> list[Element]:
    """The template's first section, filled; empty when it has no place for a title.

    A template of one section has a cover when a break ends it.
    """
    first = _first_section(body)
    values = known(setting)
    filled = False
    for element in first:
        for control in element.iter(q("sdt")):
            filled = _fill_control(control, values) or filled
        for field in element.iter(q("fldSimple")):
            filled = _fill_field(field, values) or filled
    for element in first:
        _uncomment(element)
    return first if filled else []


def _uncomment(element: Element) -> None:
    """Take out the marks of comments, which are the firm's own and do not come along."""
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(element.iter(q(name))):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def _first_section(body: Element) -> list[Element]:
    children = []
    for child in body:
        if child.tag == q("sectPr"):
            break
        children.append(deepcopy(child))
        if child.find("w:pPr/w:sectPr", WORD) is not None:
            return children
        if any(value(mark, "type") == "page" for mark in child.iter(q("br"))):
            return children
    return []


def known(setting: Typesetting) -> dict[str, str]:
    """What the report says of itself, by the names of it."""
    meta = setting.meta
    return {
        "title": meta.title, "subtitle": meta.subtitle.replace("\n", " "),
        "author": meta.author or meta.firm, "firm": meta.firm, "client": meta.client,
        "edition": edition(setting), "date": day(meta),
    }  # fmt: skip


def _fill_control(control: Element, values: dict[str, str]) -> bool:
    properties = control.find("w:sdtPr", WORD)
    content = control.find("w:sdtContent", WORD)
    if properties is None or content is None:
        return False
    path = value(properties.find("w:dataBinding", WORD), "xpath") or ""
    bound = path.rpartition(":")[2].partition("[")[0]
    names = (bound, value(properties.find("w:tag", WORD)), value(properties.find("w:alias", WORD)))
    known = next((n for n in (_known(name) for name in names) if n), None)
    if known is None:
        return False
    _write(content, values[known])
    for placeholder in properties.findall("w:showingPlcHdr", WORD):
        properties.remove(placeholder)
    return known == "title"


def _known(name: str | None) -> str | None:
    return _PROPERTIES.get((name or "").replace(" ", "").lower())


def _fill_field(field: Element, values: dict[str, str]) -> bool:
    words = (value(field, "instr") or "").split()
    named = words[-1] if words[:1] == ["DOCPROPERTY"] else (words[:1] or [""])[0]
    known = _known(named.strip('"'))
    if known is None:
        return False
    _write(field, values[known])
    return known == "title"


def _write(holder: Element, words: str) -> None:
    """The words in the first text of the holder; its other texts are emptied."""
    texts = list(holder.iter(q("t")))
    if not texts:
        run = next(holder.iter(q("r")), None)
        run = etree.SubElement(holder, q("r")) if run is None else run
        texts = [etree.SubElement(run, q("t"))]
    for text in texts:
        text.text = ""
    texts[0].text = words
