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


MOST_IN_A_LINE = 120
"""Characters that the widest step has room for; what comes after so many lines is not measured."""
ELLIPSIS = "…"
JOINER = "\u2060"
"""Stands between two letters that belong on one line; it is not painted."""


def at_most(
    lines: int, measure: TextMeasure, runs: tuple[Run, ...], width: float
) -> tuple[Line, ...]:
    """The lines of the runs, no more than so many; where there is more, the last one is "…".

    What is left out is not lost: the editor, the table and the exports of cells show it.
    """
    shown = _beginning(runs, lines * MOST_IN_A_LINE)
    found = measure.lines(shown, width)
    if len(found) <= lines and shown == runs:
        return found
    more = measure.lines((runs[0]._replace(text=ELLIPSIS, tag=""),), width)
    return found[: min(lines, len(found)) - 1] + more[:1]


def shortened(text: str, most: int) -> str:
    """A name for one line of so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS


def _beginning(runs: tuple[Run, ...], most: int) -> tuple[Run, ...]:
    if sum(len(run.text) for run in runs) <= most:
        return runs
    kept: list[Run] = []
    for run in runs:
        kept.append(run._replace(text=run.text[:most]))
        most -= len(kept[-1].text)
    return tuple(run for run in kept if run.text)
