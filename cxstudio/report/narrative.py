"""The consultant's words: paragraphs a line, bullets after "- ", numbers after "1. ", headings
after "## ", marks. A line after "%% " is a comment to oneself and never leaves the program.

A heading that begins with the code of a persona, journey or initiative opens the words of that
page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cxstudio.report import blocks as b

if TYPE_CHECKING:
    from cxstudio.report.context import Context

BULLET, HEADING, COMMENT = "- ", "## ", "%%"
_NUMBER = re.compile(r"\d{1,2}[.)] ")
_ROW = re.compile(r"(?:\[E-\d+\][\s,、]*)+")
_CODE = re.compile(r"E-\d+")
_MARK = re.compile(r"[ \u3000]*(\[(?:E-\d+|assumption|仮定)\])")
_PAGE = re.compile(r"## \[?([IJP]-\d+)\]?[\s:：]*(.*)")


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the consultant wrote for the page of one record: its message, and lines below it."""

    message: str = ""
    lines: tuple[str, ...] = ()


def by_page(text: str) -> tuple[str, dict[str, PageWords]]:
    """The narrative without, and by code, what stands behind headings like "## [P-01] Message"."""
    common: list[str] = []
    pages: dict[str, PageWords] = {}
    code = ""
    for line in lines(text):
        if head := _PAGE.fullmatch(line):
            code = head[1]
            pages[code] = PageWords(head[2])
        elif line.startswith(HEADING) or not code:
            code = ""
            common.append(line)
        else:
            pages[code] = PageWords(pages[code].message, (*pages[code].lines, line))
    return "\n".join(common), pages


def with_message(text: str, code: str, message: str) -> str:
    """The narrative with another message for the page of a code, and without one when the message
    is empty; lines below the heading stay."""
    said = " ".join(message.split())
    heading = f"{HEADING}[{code}] {said}".rstrip()
    written = text.splitlines()
    for place, line in enumerate(written):
        head = _PAGE.fullmatch(line.strip())
        if head and head[1] == code:
            below = "\n".join(written[place + 1 :]).strip()
            bare = not below or below.startswith(HEADING)
            written[place : place + 1] = [] if bare and not said else [heading]
            return "\n".join(written).strip()
    return "\n".join([*written, heading] if said else written).strip()


def message_of(text: str, code: str) -> str:
    """The message written for the page of a code, or ""."""
    return by_page(text)[1].get(code, PageWords()).message


def unmarked(text: str) -> tuple[str, str]:
    """A sentence without the marks of what it rests on, and these marks in a row."""
    return _MARK.sub("", text).strip(), " ".join(_MARK.findall(text))


def lines(text: str) -> list[str]:
    """The paragraphs of a narrative, without empty ones and without comments to oneself."""
    found = (line.strip() for line in text.splitlines())
    return [line for line in found if line and not line.startswith(COMMENT)]


def runs(context: Context, text: str) -> b.Runs:
    """Text with its marks. Marks in a row carry one sentence together, and so does their number
    of sources; what this reader may not see at all is left out."""
    counts: dict[int, int] = {}
    for row in _ROW.finditer(text):
        known = [context.by_code[code] for code in _CODE.findall(row[0]) if code in context.by_code]
        sources = context.sources(known)
        for match in _CODE.finditer(row[0]):
            counts[row.start() + match.start()] = sources
    places = iter([counts[place] for place in sorted(counts)])

    def mark(code: str) -> b.EvidenceRef | None:
        sources = next(places, 1)
        piece = context.by_code.get(code)
        return None if piece is None else context.ref(piece, sources)

    return b.runs(text, mark)


def blocks(context: Context, text: str) -> tuple[b.Block, ...]:
    """The narrative as blocks."""
    found: list[b.Block] = []
    for kind, group in groupby(lines(text), key=kind_of):
        if kind == "bullet":
            found.append(b.Bullets(tuple(runs(context, bare(line)) for line in group)))
        elif kind == "number":
            found.append(b.Numbered(tuple(runs(context, bare(line)) for line in group)))
        else:
            found += [_paragraph(context, line) for line in group]
    return tuple(found)


def kind_of(line: str) -> str:
    """What a line is: "bullet", "number", "heading", "comment", or "" for a paragraph."""
    if line.startswith(BULLET):
        return "bullet"
    if _NUMBER.match(line):
        return "number"
    if line.startswith(COMMENT):
        return "comment"
    return "heading" if line.startswith(HEADING) else ""


def bare(line: str) -> str:
    """The line without the mark that says what it is."""
    if line.startswith(COMMENT):
        return line.removeprefix(COMMENT).lstrip()
    return _NUMBER.sub("", line.removeprefix(BULLET).removeprefix(HEADING), count=1)


def _paragraph(context: Context, line: str) -> b.Block:
    if line.startswith(HEADING):
        return b.Heading(3, line.removeprefix(HEADING))
    return b.Paragraph(runs(context, line))


def items(context: Context, text: str) -> tuple[b.Words, ...]:
    """Each line as an item of a list."""
    return tuple(runs(context, bare(line)) for line in lines(text))
