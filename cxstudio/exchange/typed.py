"""Days and numbers as people type them, in English, German and Japanese."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$")
DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})$")
IN_WORDS = re.compile(r"(?:(\d{1,2})\.? )?([A-Za-z]+)\.?,? (?:(\d{1,2}), )?(\d{4})$")


def day_of(text: str, *, months: bool = True) -> dt.date:
    """A day in the usual writings, in English, German and Japanese; a month is its last day,
    where `months` are taken.

    Raises ValueError, also where day and month cannot be told apart (03/04/2026).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"[ T]\d{1,2}:\d{2}(:\d{2})?$", "", plain)
    if found := YEAR_FIRST.match(plain):
        year, month, day = found.groups()
        if not (day or months):
            raise ValueError(text)
        return _day(int(year), int(month), int(day) if day else None)
    if found := DAY_FIRST.match(plain):
        return _day_first(*found.groups())
    if found := IN_WORDS.match(plain):
        before, name, after, year = found.groups()
        month = name[:3].casefold()
        chosen = before or after
        if month in MONTHS and (chosen or months):
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
