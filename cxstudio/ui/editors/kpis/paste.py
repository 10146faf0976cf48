"""Readings pasted from a spreadsheet."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from cxstudio.exchange import pasted
from cxstudio.exchange.typed import day_of, number_of


@dataclass(frozen=True)
class PastedReading:
    """One row: a day and a value, and for a survey score its n and 95 % interval."""

    day: dt.date
    value: float
    n: int | None = None
    low: float | None = None
    high: float | None = None


def read_pasted(text: str) -> tuple[list[PastedReading], list[str]]:
    """The readings of a pasted table, and the lines that were not understood.

    Columns are day, value, and if there are more n, low and high. A first line
    of titles is left out without a word.
    """
    readings, faults = [], []
    for place, cells in enumerate(pasted.rows(text)):
        cells = _split(cells)
        try:
            readings.append(_reading(cells))
        except (ValueError, IndexError):
            if place > 0 or any(char.isdigit() for char in cells[-1]):
                faults.append(" ".join(cells).strip())
    return readings, faults


def _split(cells: list[str]) -> list[str]:
    """Plain lines are taken apart at semicolons, else at the first comma or run of spaces."""
    if len(cells) > 1:
        return cells
    line = cells[0]
    if ";" in line:
        return line.split(";")
    return re.split(r",\s+|\s{2,}|,(?=[^,]*$)|(?<=\d)\s+(?=\S+$)", line.strip(), maxsplit=4)


def _reading(cells: list[str]) -> PastedReading:
    more = [number_of(cell) if cell.strip() else None for cell in cells[2:5]]
    n, low, high = [*more, None, None, None][:3]
    return PastedReading(
        day_of(cells[0]), number_of(cells[1]), None if n is None else round(n), low, high
    )
