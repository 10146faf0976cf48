"""A measure over time: by day, week, month or quarter, with gaps where nobody answered."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey.estimates import estimates
from cxstudio.analysis.survey.figure import NPS, Measure
from cxstudio.analysis.survey.nps import SMALL
from cxstudio.analysis.survey.sums import Codes, sums

Period = Literal["day", "week", "month", "quarter"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter")

_MONDAY = 3
"""Days from Monday to Thursday 1 January 1970, where NumPy counts from."""
LONGEST = 36_525
"""Answers more days apart than a century are a mistake in a date, not a survey."""


def over_time(
    times: pd.Series,
    answers: pd.Series,
    weights: pd.Series | None = None,
    *,
    measure: Measure = NPS,
    period: Period = "month",
    level: float = 0.95,
) -> pd.DataFrame:
    """One row for each period from the first answer to the last, also where nobody answered.

    Columns: `begins` and `ends` (the first and the last day, datetime64), `n`, `effective`,
    `value`, `low`, `high` (NaN where nobody answered: a gap, not a zero) and `small` (n from 1 to
    29). Weeks begin on Monday; quarters in January, April, July and October. Answers without a
    time are left out: see `undated`. Raises ValueError for dates that are too far apart.
    """
    codes, first, size = _codes(times, period)
    found = sums(measure, answers, weights, codes, size)
    answered = np.flatnonzero(found.n)
    begin, end = (int(answered[0]), int(answered[-1]) + 1) if len(answered) else (0, 0)
    figures = estimates(measure, found[begin:end], level)
    days = _day(first + np.arange(begin, end + 1), period).astype("datetime64[s]")
    frame = {"begins": days[:-1], "ends": days[1:] - np.timedelta64(86400, "s")}
    names = ("n", "effective", "value", "low", "high")
    frame |= {name: getattr(figures, name) for name in names}
    return pd.DataFrame(frame | {"small": (figures.n > 0) & (figures.n < SMALL)})


def undated(times: pd.Series, answers: pd.Series) -> int:
    """How many answers have no time and are in no period."""
    return int((times.isna() & answers.notna()).sum())


def fitting(times: pd.Series, most: int = 60) -> Period:
    """The shortest period of which there are at most `most` from the first time to the last."""
    days = times.dropna().to_numpy(dtype="datetime64[D]")
    for period in PERIODS:
        units = _units(days, period)
        if len(units) == 0 or int(units.max() - units.min()) < most:
            return period
    return PERIODS[-1]


def _codes(times: pd.Series, period: Period) -> tuple[Codes, int, int]:
    """Each time's period from 0 on, −1 without a time; which period is 0, and how many there are.

    The calendar is asked once for each day, not for each answer.
    """
    days = times.to_numpy(dtype="datetime64[D]").view(np.int64)
    dated = days != np.datetime64("NaT").view(np.int64)
    if not dated.any():
        return np.full(len(days), -1, dtype=np.intp), 0, 0
    lowest = int(np.min(days, where=dated, initial=np.iinfo(np.int64).max))
    highest = int(np.max(days))
    if highest - lowest > LONGEST:
        raise ValueError(f"The first and the last answer are {highest - lowest:,} days apart.")
    units = _units(np.arange(lowest, highest + 1).astype("datetime64[D]"), period)
    table = np.append(units - units[0], -1)
    places = days - lowest if dated.all() else np.where(dated, days - lowest, -1)
    return table[places], int(units[0]), int(table[-2]) + 1


def _units(days: npt.NDArray[np.datetime64], period: Period) -> Codes:
    """Each day's period, counted from that of 1 January 1970."""
    if period in ("day", "week"):
        count = days.astype(np.int64)
        return count if period == "day" else (count + _MONDAY) // 7
    months = days.astype("datetime64[M]").astype(np.int64)
    return months if period == "month" else months // 3


def _day(units: Codes, period: Period) -> npt.NDArray[np.datetime64]:
    """The first day of periods."""
    if period in ("day", "week"):
        return (units if period == "day" else units * 7 - _MONDAY).astype("datetime64[D]")
    months = units if period == "month" else units * 3
    return months.astype("datetime64[M]").astype("datetime64[D]")
