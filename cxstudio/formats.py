"""Dates, times and figures as people read them, in one language: "en" or "ja".

Fields in which a date is typed keep the form of ISO 8601, and read it in any language.
"""

from __future__ import annotations

import datetime as dt

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # for English alone; the system's own names follow its locale, not the interface
MINUS = "\u2212"
DASH = {"en": " – ", "ja": "〜"}
_HALVES_UP = 1 + 2**-50
"""Lifts what lies on half of a last digit, or a rounding error of the machine below it."""

# ── Dates ─────────────────────────────────────────────────────────────────────────────────


def day(date: dt.date, language: str) -> str:
    """15 June 2026, or 2026年6月15日."""
    if _japanese(language):
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def short_day(date: dt.date, language: str) -> str:
    """15 Jun, or 6月15日, where the year is known."""
    if _japanese(language):
        return f"{date.month}月{date.day}日"
    return f"{date.day} {month_name(date, language)}"


def cell_day(date: dt.date, language: str) -> str:
    """15 Jun 2026 for rows and cells, or 2026年6月15日."""
    if _japanese(language):
        return day(date, language)
    return f"{short_day(date, language)} {date.year}"


def recent_day(date: dt.date, today: dt.date, language: str) -> str:
    """The day without its year in the year of `today`, else as cells have it."""
    form = short_day if date.year == today.year else cell_day
    return form(date, language)


def month(date: dt.date, language: str) -> str:
    """Apr 2026, or 2026年4月."""
    if _japanese(language):
        return f"{date.year}年{date.month}月"
    return f"{month_name(date, language)} {date.year}"


def month_name(date: dt.date, language: str) -> str:
    """Apr, or 4月."""
    return f"{date.month}月" if _japanese(language) else MONTHS[date.month - 1][:3]


def days(first: dt.date, last: dt.date, language: str, dash: str = "") -> str:
    """From day to day, a common year said once and the same day said once."""
    if first == last:
        return cell_day(first, language)
    before, after = cell_day(first, language), cell_day(last, language)
    if first.year == last.year and _japanese(language):
        after = short_day(last, language)
    elif first.year == last.year:
        before = short_day(first, language)
    return span(before, after, language, dash)


def months(first: dt.date, last: dt.date, language: str, dash: str = "") -> str:
    """From month to month, a common year said once and the same month said once."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first, language)
    before, after = month(first, language), month(last, language)
    if first.year == last.year and _japanese(language):
        after = month_name(last, language)
    elif first.year == last.year:
        before = month_name(first, language)
    return span(before, after, language, dash)


def span(first: str, last: str, language: str, dash: str = "") -> str:
    """From one to the other; `dash` where the page has a range mark of its own."""
    return f"{first}{dash or DASH['ja' if _japanese(language) else 'en']}{last}"


# ── Times ─────────────────────────────────────────────────────────────────────────────────


def time(moment: dt.datetime | dt.time) -> str:
    """14:02, in both languages."""
    return f"{moment:%H:%M}"


def moment(at: dt.datetime, language: str) -> str:
    """15 June 2026, 14:02, or 2026年6月15日 14:02."""
    return _with_time(day(at, language), at, language)


def cell_moment(at: dt.datetime, language: str) -> str:
    """15 Jun 2026, 14:02 for rows and cells, or 2026年6月15日 14:02."""
    return _with_time(cell_day(at, language), at, language)


def _with_time(words: str, at: dt.datetime, language: str) -> str:
    return f"{words} {time(at)}" if _japanese(language) else f"{words}, {time(at)}"


# ── Figures ───────────────────────────────────────────────────────────────────────────────


def number(value: float, decimals: int = 0, minus: str = MINUS) -> str:
    """A comma every three digits and a real minus, which a zero never has; halves are rounded
    away from zero, as people do it: 61.05 is 61.1."""
    text = f"{abs(value) * _HALVES_UP:,.{decimals}f}"
    return text if value >= 0 or not text.strip("0.,") else minus + text


def entered(value: float, least: int = 0, most: int = 2, minus: str = MINUS) -> str:
    """A figure as it was entered: with as many decimals as it has, within these bounds."""
    tried = (d for d in range(least, most) if abs(round(value, d) - value) < 1e-9)
    return number(value, next(tried, most), minus)


def signed(value: float, decimals: int = 1) -> str:
    """A figure with its sign, +0.4 or −1.6; a zero has none."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def percent(share: float, decimals: int = 0) -> str:
    """A share from 0 to 1 as 25 %."""
    return f"{number(share * 100, decimals)} %"


def _japanese(language: str) -> bool:
    return language.startswith("ja")
