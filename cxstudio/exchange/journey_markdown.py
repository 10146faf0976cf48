"""Journeys written as Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cxstudio.exchange.journey_content import JourneyContent, UnreadableJourney, check_maps
from cxstudio.exchange.journey_sheets import bounded
from cxstudio.exchange.journey_table import Rows, journey_of
from cxstudio.exchange.markdown import plain_words
from cxstudio.i18n import _

_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"(?m)^[^\S\n]*[-*•・]\s+")


def journeys_of_markdown(text: str, title: str, file: str) -> list[JourneyContent]:
    """Each table of the text as a journey, named by the heading above it.

    Raises UnreadableJourney when there is no table, or one that is no journey.
    """
    tables = list(_tables(text.split("\n"), file))
    if not tables:
        raise UnreadableJourney(
            _(
                "{file} holds no Markdown table. A journey is a table whose first row names the "
                "steps, with a line of dashes under it."
            ).format(file=file)
        )
    check_maps(len(tables), file)
    if len(tables) == 1:
        return [journey_of(tables[0].rows, tables[0].heading or title, file)]
    return [
        journey_of(table.rows, table.heading or title, _at(table.line, file)) for table in tables
    ]


class _Table(NamedTuple):
    """A table with the heading above it, and the line in which it begins."""

    heading: str
    line: int
    rows: Rows


def _at(line: int, file: str) -> str:
    return _("{file}, table in line {line}").format(file=file, line=line)


def _tables(lines: list[str], file: str) -> Iterator[_Table]:
    heading, at = "", 0
    while at < len(lines):
        found = _HEADING.match(lines[at].strip())
        heading = plain_words(found[1].rstrip("#").rstrip()) if found else heading
        if _begins_table(lines, at):
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            rows = (_cells(line) for line in (lines[at], *lines[at + 2 : end]))
            yield _Table(heading, at + 1, bounded(rows, _at(at + 1, file)))
            at = end
        else:
            at += 1


def _begins_table(lines: list[str], at: int) -> bool:
    under = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return "|" in lines[at] and "|" in under and _RULE.match(under) is not None


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return [_cell(cell) for cell in _CELLS.split(line)]


def _cell(cell: str) -> str:
    """Line breaks and list marks become cards of their own, bold and links plain words."""
    text = "\n".join(line.strip() for line in _BREAK.sub("\n", cell).split("\n"))
    text = plain_words(text.replace("\\|", "|"))
    return _BULLET.sub("", text)
