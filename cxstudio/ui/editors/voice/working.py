"""What the page shows, worked out away from the interface: plain figures, no records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxstudio.analysis.asked import Answers, Asked, Period, ends
from cxstudio.analysis.crosstab import Table
from cxstudio.analysis.figure import Figure
from cxstudio.analysis.nps import Nps
from cxstudio.analysis.responses import Responses, natural
from cxstudio.drawing.charts.scale import Reading
from cxstudio.ui.editors.voice.results import Result, results_of
from cxstudio.ui.editors.voice.score_table import Shown

if TYPE_CHECKING:
    import pandas as pd

MOST = 8
"""Groups shown of each question, those with most answers."""


@dataclass(frozen=True)
class Wave:
    """One wave with its answers, which are read once and kept; `state` changes when they do."""

    id: int
    name: str
    dated: dt.date | None
    responses: Responses
    state: str = ""


@dataclass(frozen=True)
class Grid:
    """The table, the labels of its rows and columns, and how many groups are not shown."""

    shown: Shown
    down: Sequence[str | None] = ()
    across: Sequence[str | None] = ()
    left_out: int = 0


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


def worked_out(
    waves: Sequence[Wave],
    this: Wave,
    asked: Asked,
    everyone: str,
    progress: Callable[[float], None],
) -> Figures:
    """The figures of a wave for a question; `everyone` is what the totals are called."""
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
    )  # fmt: skip


def trend_of(waves: Sequence[Wave], asked: Asked) -> list[Reading]:
    """The score of the same people, a point a wave or a point a period of all answers."""
    if not asked.period:
        readings = (_reading(wave, asked) for wave in waves)
        return [reading for reading in readings if reading is not None]
    timed = []
    for wave in waves:
        answers = Answers(wave.responses, asked)
        times, scores = answers.times, answers.scores
        if times is not None and scores is not None and not answers.unknown:
            timed.append((times, scores))
    return _by_period(timed, asked.period) if timed else []


def _by_period(timed: Sequence[tuple[pd.Series, pd.Series]], period: Period) -> list[Reading]:
    """A point for each period in which somebody answered, on its last day."""
    import pandas as pd

    from cxstudio.analysis.periods import over_time

    times = pd.concat([times for times, _scores in timed], ignore_index=True)
    scores = pd.concat([scores for _times, scores in timed], ignore_index=True)
    frame = over_time(times, scores, period=period)
    frame = frame[frame["n"] > 0]
    columns = (frame["ends"].dt.date, *(frame[name] for name in ("value", "low", "high", "n")))
    return [Reading(day, v, low, high, n) for day, v, low, high, n in zip(*columns, strict=True)]


def _reading(wave: Wave, asked: Asked) -> Reading | None:
    """The score of a wave among the same people; None without a day or a score of them."""
    answers = Answers(wave.responses, asked)
    score = None if answers.unknown else answers.score
    if wave.dated is None or score is None or score.score is None:
        return None
    return Reading(wave.dated, score.score, score.low, score.high, score.n)


def grid_of(table: Table, asked: Asked, responses: Responses, everyone: str) -> Grid:
    """The groups with most answers, the total first across and last down."""
    down = _places(table, 0)
    across = _places(table, 1) if len(table.by) > 1 else []
    rows: list[int | None] = [*down, None]
    columns: list[int | None] = [None, *across]
    figures = [[_figure(table, row, column) for column in columns] for row in rows]
    left_out = sum(len(names) for names in table.labels) - len(down) - len(across)
    rating = asked.measure.partition(":")[2]
    scale = ends(responses, rating) if rating else (0.0, 10.0)
    first, second = table.labels[0], table.labels[1] if across else ()
    return Grid(
        Shown(
            table.measure,
            [(everyone if r is None else first[r], _figure(table, r, None).n) for r in rows],
            [everyone if c is None else second[c] for c in columns],
            figures,
            scale,
        ),
        [None if r is None else first[r] for r in rows],
        [None if c is None else second[c] for c in columns],
        left_out,
    )


def _figure(table: Table, row: int | None, column: int | None) -> Figure:
    return table.figure(row) if len(table.by) == 1 else table.figure(row, column)


def _places(table: Table, axis: int) -> list[int]:
    """The groups with most answers; in their own order when that is one of numbers."""
    names = table.labels[axis]
    counts = {i: (table.figure(*([None] * axis), i)).n for i in range(len(names))}
    largest = sorted((i for i in counts if counts[i]), key=lambda i: -counts[i])[:MOST]
    numbered = all(names[i][:1].isdecimal() for i in largest)
    return sorted(largest, key=lambda i: natural(names[i])) if numbered else largest
