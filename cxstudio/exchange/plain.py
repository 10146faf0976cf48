"""Transcripts in plain text."""

from __future__ import annotations

from cxstudio.exchange.script import Line, turns_of
from cxstudio.exchange.turns import Heading, Turn


def read(text: str) -> tuple[tuple[Turn, ...], tuple[Heading, ...]]:
    """The turns of a plain text; it has no headings."""
    return turns_of(Line(line) for line in text.split("\n"))
