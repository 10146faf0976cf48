"""Journeys written as Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxstudio.exchange.journey_content import JourneyContent, UnreadableJourney
from cxstudio.exchange.journey_table import Rows, journey_of
from cxstudio.exchange.markdown import plain_words
from cxstudio.i18n import _

_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_CELLS = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"(?m)^\s*(?:[-*•・]\s+)")


def journeys_of_markdown(text: str, title: str, file: str) -> list[JourneyContent]:
    """Each table of the text as a journey, named by the heading above it.

    Raises UnreadableJourney when there is no table, or one that is no journey.
    """
    tables = list(_tables(text.replace("\r\n", "\n").split("\n")))
    if not tables:
        raise UnreadableJourney(
            _(
                "{file} holds no Markdown table. A journey is a table whose first row names the "
                "steps, with a line of dashes under it."
            ).format(file=file)
        )
    return [journey_of(rows, heading or title, file) for heading, rows in tables]


def _tables(lines: list[str]) -> Iterator[tuple[str, Rows]]:
    """Each table with the heading above it."""
    heading, at = "", 0
    while at < len(lines):
        found = _HEADING.match(lines[at].strip())
        heading = plain_words(found[1]) if found else heading
        if _begins_table(lines, at):
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield heading, [_cells(line) for line in (lines[at], *lines[at + 2 : end])]
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
