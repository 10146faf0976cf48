"""What the writer knows before it begins: numbers, link targets, and on which page sections are."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.report.blocks import (
    Cover,
    EvidenceRegister,
    PageMessage,
    Part,
    Report,
    Section,
    Table,
    walk,
)
from cxstudio.report.docx.pages import A4, Sheet
from cxstudio.report.docx.paging import page_count
from cxstudio.report.docx.typesetting import Entry, Outline


def outline(report: Report, sheet: Sheet = A4) -> Outline:
    """The sections that count, in order, with the page each is expected on."""
    entries: Outline = []
    page = 1
    count = sum(bool(number) for _, number in numbers(report.parts))
    for part, number in numbers(report.parts):
        if isinstance(part, Section) and number:
            bookmark = f"_Toc{len(entries) + 1:08d}"
            entries.append(Entry(number, part.label, _message(part), bookmark, page))
        page += page_count(part, report.meta.language, count, sheet)
    return entries


def last_page(report: Report, sheet: Sheet = A4) -> int:
    """On which page the report is expected to end."""
    count = sum(bool(number) for _, number in numbers(report.parts))
    return sum(page_count(part, report.meta.language, count, sheet) for part in report.parts)


def _message(section: Section) -> str:
    """The section's message, or that of the page which opens it."""
    first = section.blocks[0] if section.blocks else None
    if not section.message and isinstance(first, PageMessage):
        return first.message
    return section.message


def numbers(parts: tuple[Part, ...]) -> Iterator[tuple[Part, str]]:
    """Each part with its number: 1, 2 … for sections, A, B … for appendices, "" for others."""
    numbered = appendices = 0
    for part in parts:
        if isinstance(part, Cover) or part.kind == "front":
            yield part, ""
        elif part.kind == "appendix":
            appendices += 1
            yield part, chr(ord("A") + appendices - 1)
        else:
            numbered += 1
            yield part, str(numbered)


def targets(report: Report) -> frozenset[str]:
    """The codes of all records that have a place in the report."""
    return frozenset(
        code
        for part in report.parts
        if isinstance(part, Section)
        for block in walk(part.blocks)
        for code in _codes(block)
        if code
    )


def _codes(block: object) -> Iterator[str]:
    if isinstance(block, EvidenceRegister):
        yield from (row.code for row in block.rows)
    elif isinstance(block, PageMessage):
        yield block.code
    elif isinstance(block, Table):
        yield from (row.code for row in block.rows)
