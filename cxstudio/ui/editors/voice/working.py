"""What the page shows, worked out away from the interface: plain figures, no records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import isnan
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.arranged import Arrangement
from cxstudio.analysis.survey.asked import Answers, Asked, Period
from cxstudio.analysis.survey.figure import NPS, Measure
from cxstudio.analysis.survey.nps import Nps
from cxstudio.analysis.survey.ratings import Rating, ratings_of
from cxstudio.analysis.survey.responses import Responses
from cxstudio.drawing.charts.scale import Reading
from cxstudio.ui.editors.voice.table_grid import Grid, grid_of

if TYPE_CHECKING:
    import pandas as pd

    from cxstudio.analysis.survey.crosstab import Table
    from cxstudio.analysis.survey.results import Result


@dataclass(frozen=True)
class Wave:
    """One wave with its answers, which are read once and kept; `state` changes when they do."""

    id: int
    name: str
    dated: dt.date | None
    responses: Responses
    state: str = ""


@dataclass(frozen=True)
class Figures:
    """Everything of one wave for one question; no `source` while there is nothing."""

    source: Wave | None = None
    asked: Asked = field(default_factory=Asked)
    rows: int = 0
    people: int = 0
    score: Nps | None = None
    trend: Sequence[Reading] = ()
    grid: Grid | None = None
    unknown: Sequence[str] = ()
    results: Sequence[Result] = ()
    ratings: Sequence[Rating] = ()
    table: Table | None = None

    def arranged(self, arrangement: Arrangement, everyone: str) -> Figures:
        """The same with the table looked at in another way; nothing is worked out for it."""
        asked = replace(self.asked, arranged=arrangement)
        if self.table is None or self.source is None:
            return replace(self, asked=asked)
        grid = grid_of(self.table, asked, self.source.responses, everyone)
        return replace(self, asked=asked, grid=grid)


def worked_out(
    waves: Sequence[Wave],
    this: Wave,
    asked: Asked,
    everyone: str,
    progress: Callable[[float], None],
) -> Figures:
    """The figures of a wave for a question; `everyone` is what the totals are called."""
    from cxstudio.analysis.survey.results import results_of

    answers = Answers(this.responses, asked)
    people = len(this.responses) if answers.mask is None else int(answers.mask.sum())
    progress(0.1)
    trend = trend_of(waves, asked)
    progress(0.3)
    table = answers.table()
    grid = None if table is None else grid_of(table, asked, this.responses, everyone)
    progress(0.8)
    return Figures(
        this, asked, len(this.responses), people, answers.score, trend, grid,
        answers.unknown,
        results_of(answers),
        ratings_of(answers),
        table,
    )  # fmt: skip


def trend_of(waves: Sequence[Wave], asked: Asked) -> list[Reading]:
    """A measure of the same people, a point a wave or a point a period of all answers."""
    if not asked.period:
        readings = (_reading(wave, asked) for wave in waves)
        return [reading for reading in readings if reading is not None]
    timed, measure = [], NPS
    for wave in waves:
        answers = Answers(wave.responses, asked)
        found, times = answers.measured(asked.trend), answers.times
        if times is not None and found is not None and not answers.unknown:
            measure = found[0]
            timed.append((times, found[1], answers.weights))
    return _by_period(timed, asked.period, measure) if timed else []


def _by_period(
    timed: Sequence[tuple[pd.Series, pd.Series, pd.Series | None]],
    period: Period,
    measure: Measure,
) -> list[Reading]:
    """A point for each period in which somebody answered, on its last day."""
    import pandas as pd

    from cxstudio.analysis.survey.periods import over_time

    times = pd.concat([times for times, _given, _each in timed], ignore_index=True)
    given = pd.concat([given for _times, given, _each in timed], ignore_index=True)
    frame = over_time(times, given, _weights(timed), period=period, measure=measure)
    frame = frame[frame["n"] > 0]
    columns = (frame["ends"].dt.date, *(frame[name] for name in ("value", "low", "high", "n")))
    return [
        Reading(day, value, _known(low), _known(high), n)
        for day, value, low, high, n in zip(*columns, strict=True)
    ]


def _weights(
    timed: Sequence[tuple[pd.Series, pd.Series, pd.Series | None]],
) -> pd.Series | None:
    """Those of all waves, 1 where a wave has none; None where none has any."""
    import pandas as pd

    if all(each is None for _times, _given, each in timed):
        return None
    parts = [pd.Series(1.0, given.index) if each is None else each for _t, given, each in timed]
    found: pd.Series = pd.concat(parts, ignore_index=True)
    return found


def _known(value: float) -> float | None:
    """The mean of one answer has no interval."""
    return None if isnan(value) else value


def _reading(wave: Wave, asked: Asked) -> Reading | None:
    """The measure of a wave among the same people; None without a day or an answer of them."""
    from cxstudio.analysis.survey.estimates import figure

    answers = Answers(wave.responses, asked)
    found = None if answers.unknown else answers.measured(asked.trend)
    if wave.dated is None or found is None:
        return None
    told = figure(*found, answers.weights)
    if told.value is None:
        return None
    return Reading(wave.dated, told.value, told.low, told.high, told.n)
