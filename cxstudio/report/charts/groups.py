"""The score of groups as dots with their intervals, beside that of everyone: a Word chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.analysis.survey.figure import Figure
from cxstudio.drawing.charts.scale import ticks
from cxstudio.formats import number
from cxstudio.i18n import catalogue
from cxstudio.report.charts.data import Axis, Note, Point, Scatter, Series, Shade, signed_form
from cxstudio.report.charts.words import in_lines

ROW_MM = 9.0
_ROOM = (27.0, 7.0, 3.0, 7.0)
_SHADES: dict[Verdict, Shade] = {Verdict.LOWER: "orange", Verdict.HIGHER: "petrol"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A group, its score with the interval, and what a test says of it against all others."""

    name: str
    figure: Figure
    verdict: Verdict


def groups_chart(dots: Sequence[Dot], everyone: float, language: str) -> Scatter:
    """The groups from top to bottom, their scores across, everyone's score as a dashed line."""
    ends = [end for one in dots for end in _ends(one)]
    marks = ticks(min(*ends, everyone), max(*ends, everyone), 4)
    step = round(marks[1] - marks[0], 10)
    across = Axis(marks[0], marks[-1], step, form=signed_form(step), lines=True)
    rows = len(dots)
    upwards = Axis(0, rows, 1, shown=False)
    whole = Series("- -", (Point(everyone, 0), Point(everyone, rows)), "ink3", "dashed", False)
    every = catalogue(language).gettext("all {value}").format(value=number(everyone, 1))
    over = Note(every, across.share(everyone), 0.0, "top", "ink2", bold=True, down_mm=-0.8)
    return Scatter(
        (whole, *(_series(place, one, rows) for place, one in enumerate(dots))),
        across,
        upwards,
        _ROOM[1] + _ROOM[3] + ROW_MM * rows,
        _ROOM,
        (
            over,
            *(note for place, one in enumerate(dots) for note in _row(place, one, rows, language)),
        ),
    )


def _ends(one: Dot) -> tuple[float, ...]:
    figure = one.figure
    return tuple(v for v in (figure.low, figure.value, figure.high) if v is not None)


def _series(place: int, one: Dot, rows: int) -> Series:
    ends = _ends(one)
    interval = (ends[0], ends[-1]) if len(ends) == 3 else None
    value = one.figure.value or 0.0
    point = Point(value, rows - place - 0.5, x_ends=interval, hollow=one.figure.small)
    return Series(one.name, (point,), _SHADES.get(one.verdict, "ink3"), mark_points=7)


def _row(place: int, one: Dot, rows: int, language: str) -> tuple[Note, Note]:
    """The group's name, bold where a test tells it apart, over its number of answers."""
    down, apart = (place + 0.5) / rows, one.verdict in _SHADES
    count = catalogue(language).gettext("n = {n}").format(n=f"{one.figure.n:,}")
    shade: Shade = "ink" if apart else "ink2"
    name = in_lines(one.name, _ROOM[0] - 2)
    above, below = (-1.5, 3.1) if "\n" in name else (-1.6, 1.6)
    return (
        Note(name, 0.0, down, "right", shade, apart, -_ROOM[0], above),
        Note(count, 0.0, down, "right", "ink3", False, -_ROOM[0], below, 7),
    )


def groups_alt(dots: Sequence[Dot], everyone: float, language: str) -> str:
    """The figure in words: each group with its score, and everyone's."""
    gettext, japanese = catalogue(language).gettext, language.startswith("ja")
    named = [f"{one.name} {number(one.figure.value or 0, 1)}" for one in dots]
    told = ("、" if japanese else "; ").join(named)
    words = [
        gettext("Dots with 95% intervals: NPS by group."),
        told + ("。" if japanese else "."),
        gettext("Everyone {value}.").format(value=number(everyone, 1)),
    ]
    return ("" if japanese else " ").join(words)
