"""Text as layout sees it: runs of one type that a measure breaks into placed lines.

Lines are broken once, here, and painted piece by piece, so that the screen, PNG, SVG and PDF break
at the same places.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Type(NamedTuple):
    """A size of type: size, line height and weight (400 … 700), in the units of the layout."""

    size: int
    line: int
    weight: int


class Run(NamedTuple):
    """Text of one type. `tone` is a colour role of the painter; `tag` asks for a small box."""

    text: str
    type: Type
    tone: str = ""
    tag: str = ""


class Piece(NamedTuple):
    """The part of a run that stands on one line, from `x` (0 is the left edge of the text)."""

    x: float
    width: float
    run: Run


class Line(NamedTuple):
    """One line: how wide its ink is and what stands on it."""

    width: float
    height: float
    pieces: tuple[Piece, ...]


class TextMeasure(Protocol):
    """Breaks runs into lines no wider than `width`; a word that is too long is broken inside."""

    def lines(self, runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
        """The lines, at least one for text that is not empty, none for empty text."""
        ...


def text_height(lines: tuple[Line, ...]) -> float:
    """How much room the lines take, one under the other."""
    return sum(line.height for line in lines)
