"""Days and times as the page of the interviews shows them."""

from __future__ import annotations

import datetime as dt

from cxstudio import formats
from cxstudio.i18n import language


def short_day(day: dt.date) -> str:
    """The day as the list shows it: 9 Jun, or 6月9日."""
    return formats.short_day(day, language())


def long_moment(moment: dt.datetime | None) -> str:
    """Day and time as the head shows them; midnight is a day without a time."""
    if moment is None:
        return ""
    form = formats.day if moment.time() == dt.time() else formats.moment
    return form(moment, language())
