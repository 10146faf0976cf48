"""Running text of a report: words, and the marks that stand among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "quiet", "holds", "hurts"]
"""The only meanings of colour: grey for quiet, petrol for what holds, orange for what hurts."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one weight and one meaning of colour."""

    text: str
    bold: bool = False
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """A mark that leads to a row of the evidence register. ``sources`` is 1 for a lone source."""

    code: str
    sources: int = 2
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """The mark of a claim that rests on no source and is ours to defend."""


@dataclass(frozen=True, slots=True)
class CodeRef:
    """The code of a gap, initiative, persona or journey; a link when the report has its place."""

    code: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """Three dots, of which ``level`` are filled: 3 high, 2 medium, 1 low."""

    level: Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words that lead to an address on the web or to a mailbox."""

    text: str
    address: str


Inline = Text | WebLink | EvidenceRef | Assumption | CodeRef | Confidence
Runs = tuple[Inline, ...]
Words = str | Runs
"""A text wherever running text stands: plain, or in runs."""

Lookup = Callable[[str], EvidenceRef | None]
"""From an evidence code to its mark, or None when the report does not carry that evidence."""

_MARKS = re.compile(
    r"\[(?P<evidence>E-\d+)\]|\[(?P<assumption>assumption|仮定)\]"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<address>(?:https?://|mailto:)[^\s()<>\"]+)\)"
    r"|(?<![A-Za-z0-9-])\[?(?P<code>[DEGIJKNPT]-\d{2,4})\]?(?![0-9A-Za-z-])"
)


def runs(text: str, lookup: Lookup | None = None) -> Runs:
    """Narrative text with its inline marks read.

    ``[E-012]`` becomes an evidence mark when ``lookup`` knows the code, and is left out when it
    does not (the audience may not see it); ``[assumption]`` or ``[仮定]`` the assumption mark;
    ``G-03`` or ``[G-03]`` a code; ``**words**`` bold; ``[words](https://…)`` a link.
    """
    found: list[Inline] = []
    end = 0
    for match in _MARKS.finditer(text):
        between = text[end : match.start()]
        mark = _inline(match, lookup)
        end = match.end()
        if mark is None:
            between = between.rstrip(" ")
        if between:
            found.append(Text(between))
        if mark is not None:
            found.append(mark)
    if end < len(text):
        found.append(Text(text[end:]))
    return tuple(found)


def _inline(match: re.Match[str], lookup: Lookup | None) -> Inline | None:
    if code := match["evidence"]:
        return lookup(code) if lookup else EvidenceRef(code)
    if match["assumption"]:
        return Assumption()
    if words := match["words"]:
        return WebLink(words, match["address"])
    if bold := match["bold"]:
        return Text(bold, bold=True)
    return CodeRef(match["code"])


def plain(words: Words) -> str:
    """The words alone, with codes and without marks."""
    if isinstance(words, str):
        return words
    return "".join(_said(run) for run in words)


def _said(run: Inline) -> str:
    if isinstance(run, Text | WebLink):
        return run.text
    return run.code if isinstance(run, CodeRef) else ""
