"""Days and times as the page of the interviews shows them."""

from __future__ import annotations

import datetime as dt

from cxstudio.i18n import language

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # for English alone; the system's own names follow its locale, not the interface


def short_day(day: dt.date) -> str:
    """The day as the list shows it: 9 Jun, or 6月9日."""
    if language() == "ja":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def long_moment(moment: dt.datetime | None) -> str:
    """Day and time as the head shows them; midnight is a day without a time."""
    if moment is None:
        return ""
    time = "" if moment.time() == dt.time() else f"{moment:%H:%M}"
    if language() == "ja":
        return f"{moment.year}年{moment.month}月{moment.day}日 {time}".strip()
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return ", ".join(part for part in (day, time) if part)
