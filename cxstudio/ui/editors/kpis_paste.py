"""Days and values as people write them, and readings pasted from a spreadsheet."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from cxstudio.exchange import pasted

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$")
DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})$")
IN_WORDS = re.compile(r"(?:(\d{1,2})\.? )?([A-Za-z]+)\.?,? (?:(\d{1,2}), )?(\d{4})$")


@dataclass(frozen=True)
class PastedReading:
    """One row: a day and a value, and for a survey score its n and 95 % interval."""

    day: dt.date
    value: float
    n: int | None = None
    low: float | None = None
    high: float | None = None


def day_of(text: str) -> dt.date:
    """A day in the usual writings, in English, German and Japanese; a month is its last day.

    Raises ValueError, also where day and month cannot be told apart (03/04/2026).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"[ T]\d{1,2}:\d{2}(:\d{2})?$", "", plain)
    if found := YEAR_FIRST.match(plain):
        year, month, day = found.groups()
        return _day(int(year), int(month), int(day) if day else None)
    if found := DAY_FIRST.match(plain):
        return _day_first(*found.groups())
    if found := IN_WORDS.match(plain):
        before, name, after, year = found.groups()
        month = name[:3].casefold()
        if month in MONTHS:
            chosen = before or after
            return _day(int(year), MONTHS.index(month) + 1, int(chosen) if chosen else None)
    raise ValueError(text)


def _day(year: int, month: int, day: int | None) -> dt.date:
    return dt.date(year, month, day or calendar.monthrange(year, _month(month))[1])


def _month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return month


def _day_first(one: str, between: str, other: str, year: str) -> dt.date:
    day, month = int(one), int(other)
    if between == "/" and day <= 12 and month <= 12 and day != month:
        raise ValueError(f"{one}/{other}/{year}")
    if month > 12:
        day, month = month, day
    return dt.date(int(year), month, day)


def number_of(text: str) -> float:
    """A number with decimal point or comma, thousands separators, %. Raises ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("%").replace(" ", "")
    plain = plain.replace("−", "-").replace("’", "").replace("'", "")
    if "," in plain and "." in plain:
        thousands = "," if plain.rindex(",") < plain.rindex(".") else "."
        plain = plain.replace(thousands, "")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+", plain):
        plain = plain.replace(",", "")
    value = float(plain.replace(",", "."))
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return value


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
