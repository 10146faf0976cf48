"""Cells and lines pasted from a spreadsheet or a text."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|$)')
_NEEDS_QUOTES = re.compile(r'[\t\n]|""')


def rows(text: str) -> list[list[str]]:
    """The pasted cells, a list for each row; plain lines are rows of one cell.

    Spreadsheets put a cell with a line break, a tab or doubled quotes between quotes, and
    only then are the quotes taken off. Empty rows are left out; a pasted nothing has none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    table: list[list[str]] = [[]]
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        table[-1].append(cell)
        if at < len(text) and text[at] == "\n":
            table.append([])
        elif at == len(text) - 1:
            table[-1].append("")
        at += 1
    return [row for row in table if any(cell.strip() for cell in row)]


def lines(text: str) -> list[str]:
    """The pasted lines without bullets, numbers and empty ones, for a list of records."""
    bullet = re.compile(r"\s*(?:[-*•・‣–]\s*|\(?\d{1,3}[.)]\s+|[（(]?[０-９\d]{1,3}[）．]\s*)?")
    stripped = (bullet.sub("", " ".join(row), count=1).strip() for row in rows(text))
    return [line for line in stripped if line]


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place of the tab or line break after it."""
    quoted = _QUOTED.match(text, at)
    if quoted is not None and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    end = min(
        (place for place in (text.find("\t", at), text.find("\n", at)) if place >= 0),
        default=len(text),
    )
    return text[at:end], end
