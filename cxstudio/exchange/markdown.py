"""Transcripts in Markdown: headings, bold speakers, quoted and listed turns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cxstudio.exchange.script import Line, turns_of
from cxstudio.exchange.turns import Heading, Turn

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_QUOTED = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})$")
_LISTED_TURN = re.compile(r"[-*+]\s+(?=(?:\*\*|__)[^*_]+(?:\*\*|__))")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)  # bounded: else quadratic
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]]{0,1000})\]\(([^)\s]{1,2000})(?:\s[^)]{0,1000})?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")


def read(text: str) -> tuple[tuple[Turn, ...], tuple[Heading, ...]]:
    """The turns and headings; bold, italics and links become plain words."""
    turns, headings = turns_of(_lines(text))
    return (
        tuple(replace(turn, text=plain_words(turn.text)) for turn in turns),
        tuple(replace(heading, text=plain_words(heading.text)) for heading in headings),
    )


def _lines(text: str) -> Iterator[Line]:
    for raw in text.split("\n"):
        line = _QUOTED.sub("", raw.strip(), count=1) if raw.lstrip().startswith(">") else raw
        line = line.strip()
        heading = _HEADING.match(line)
        if heading is not None:
            yield Line(heading["text"], len(heading["marks"]))
        elif _RULE.match(line):
            yield Line("")
        else:
            yield Line(_LISTED_TURN.sub("", line, count=1))


def plain_words(text: str) -> str:
    """A text without the marks of bold, emphasis and links."""
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\1", text)
    text = _LINK.sub(lambda found: " ".join(filter(None, found.groups())), text)
    return _ESCAPED.sub(r"\1", text)
