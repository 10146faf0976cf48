"""What a report says, line by line and section by section: for comparing two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cxstudio.report import blocks as b

_SILENT = frozenset(("alt", "title", "description", "style", "kind", "chart", "tip", "ramp"))
"""Fields that nobody reads on the page, and charts, whose figures stand in their captions."""


@dataclass(frozen=True, slots=True)
class Said:
    """One section: its label and its lines in reading order."""

    label: str
    lines: tuple[str, ...]


def said(report: b.Report) -> tuple[Said, ...]:
    """The sections of a report. The register of evidence says a line for each piece."""
    return tuple(
        Said(part.label, tuple(_lines(part)))
        for part in report.parts
        if isinstance(part, b.Section)
    )


def _lines(section: b.Section) -> Iterator[str]:
    for words in (section.message, section.lead):
        yield from _one(b.plain(words))
    for block in b.walk(section.blocks):
        if isinstance(block, b.Table):
            yield from _table(block)
        elif isinstance(block, b.EvidenceRegister):
            for row in block.rows:
                yield from _one(f"{row.code} | {row.kind} | {row.says} | {row.source}")
        elif not isinstance(block, b.Columns | b.Contents):
            yield from _texts(block)


def _table(table: b.Table) -> Iterator[str]:
    yield from _one(table.caption)
    for row in table.rows:
        yield from _one(" | ".join(_cell(cell) for cell in row.cells))
    yield from _one(b.plain(table.source))


def _cell(cell: b.Cell) -> str:
    if isinstance(cell, b.Heat):
        return cell.text
    if isinstance(cell, b.Confidence):
        return "●" * cell.level
    return b.plain(cell)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a block; running text stays one line."""
    if isinstance(value, str):
        yield from _one(value)
    elif isinstance(value, tuple):
        if value and all(isinstance(one, b.Inline) for one in value):
            yield from _one(b.plain(value))
        else:
            for one in value:
                yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _SILENT:
                yield from _texts(getattr(value, field.name))


def _one(text: str) -> Iterator[str]:
    line = " ".join(text.replace("\u200b", "").split())
    if line.strip(" |"):
        yield line
