"""How wide the columns of a table are: as designed, and spread on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from cxstudio.report.blocks import Cell, Column, Confidence, Heat, Row, plain

_WIDE, _NARROW = 3.53, 1.7
"""Millimetres across of a Japanese and of a Latin letter in running text."""
IN_TABLE, IN_DENSE = 0.83, 0.82
"""How wide a letter of a table, and of a dense one, is beside one of running text."""
_BESIDE, _CAUTION = 4.0, 1.12
"""Millimetres of a column beside its words, and how much wider these may be than they are
reckoned: a template's letters are not known."""
_FIXED = ("code", "letter", "confidence", "marks")
"""Kinds of columns that are no easier to read for being wider."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: the millimetres that it fills, and those that it is designed for."""

    width: float
    designed: float


def line_mm(text: str) -> float:
    """Millimetres that running text takes in one line."""
    return sum(_WIDE if east_asian_width(letter) in "WF" else _NARROW for letter in text)


def designed(columns: Sequence[Column], width: float, measure: float) -> list[float]:
    """Millimetres that sum to ``width``: the designed ones times ``measure``, and the rest to
    those without."""
    given = [column.width * measure for column in columns]
    resting = [column.width == 0 for column in columns]
    rest = width - sum(given)
    if any(resting) and rest > 0:
        share = rest / sum(resting)
        return [share if rests else across for across, rests in zip(given, resting, strict=True)]
    whole = sum(given)
    return [across * width / whole for across in given]


def spread(
    columns: Sequence[Column],
    rows: Sequence[Row],
    place: Place,
    measure: float,
    *,
    dense: bool,
) -> list[float]:
    """Millimetres across a place that is wider than the table was designed for.

    First the columns have their designed widths, then, as far as there is room, what their longest
    cell takes in one line. What is left all share alike, so that a figure stands no further from
    its row's name than from the next figure; only codes and marks, and the numbers of rows, stay
    as they are.
    """
    lines = [
        _one_line(column, [row.cells[n] for row in rows], dense) for n, column in enumerate(columns)
    ]
    across = [
        mm if column.width else min(mm, line)
        for column, mm, line in zip(
            columns, designed(columns, place.designed, measure), lines, strict=True
        )
    ]
    lacking = [max(line - mm, 0) for line, mm in zip(lines, across, strict=True)]
    granted = _granted(lacking, place.width - sum(across))
    grows = [_grows(number, column) for number, column in enumerate(columns)]
    share = (place.width - sum(across) - sum(granted)) / max(sum(grows), 1)
    return [
        mm + more + share * grown for mm, more, grown in zip(across, granted, grows, strict=True)
    ]


def _granted(lacking: Sequence[float], room: float) -> list[float]:
    """What each column lacks as far as there is room; where there is not, those that lack least
    have it, and the others share the rest alike."""
    granted = [0.0] * len(lacking)
    by_need = sorted(range(len(lacking)), key=lambda place: lacking[place])
    for done, place in enumerate(by_need):
        granted[place] = min(lacking[place], room / (len(by_need) - done))
        room -= granted[place]
    return granted


def _grows(number: int, column: Column) -> bool:
    return column.kind not in _FIXED and not (number == 0 and column.kind == "number")


def _one_line(column: Column, cells: Sequence[Cell], dense: bool) -> float:
    """Millimetres of the column's longest line; codes and marks may stand below each other."""
    said = [plain(cell) for cell in cells if not isinstance(cell, Heat | Confidence)]
    texts = [column.head, *(() if column.kind in _FIXED else said)]
    letter = (IN_DENSE if dense else IN_TABLE) * _CAUTION
    return _BESIDE + letter * max(line_mm(line) for text in texts for line in text.split("\n"))
