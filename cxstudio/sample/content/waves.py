"""The three waves of the survey that the file keeps. They are real (CC BY 4.0)."""

import datetime as dt

from cxstudio.model import Wave
from cxstudio.sample.rows import Row, T, row


def wave(month: str, name: T, last_day: dt.date) -> Row:
    source = T(
        "Fukui Prefecture Tourism Federation, code4fukui/fukui-kanko-survey, CC BY 4.0",
        "福井県観光連盟、code4fukui/fukui-kanko-survey、CC BY 4.0",
    )
    return row(f"wave.{month}", Wave, name=name, source=source, dated=last_day)


ROWS = [
    wave(
        "202205",
        T("Fukui tourism survey, May 2022", "福井県観光アンケート 2022年5月"),
        dt.date(2022, 5, 31),
    ),
    wave(
        "202602",
        T("Fukui tourism survey, February 2026", "福井県観光アンケート 2026年2月"),
        dt.date(2026, 2, 28),
    ),
    wave(
        "202604",
        T("Fukui tourism survey, April 2026", "福井県観光アンケート 2026年4月"),
        dt.date(2026, 4, 30),
    ),
]
