"""Charts as data, for formats that draw them themselves: a Word chart can be edited by the client.

Values are in the units of their axes. A shade is a colour of the report's palette by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shade = Literal[
    "paper", "ink", "ink2", "ink3", "rule", "hairline", "pale",
    "petrol", "petrol_dark", "petrol_mid", "petrol_light",
    "orange", "orange_mid", "orange_light",
]  # fmt: skip
Side = Literal["right", "left", "top", "bottom", "centre"]


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high` with a line every `step`; `form` is a number format as in Excel."""

    low: float
    high: float
    step: float
    title: str = ""
    form: str = "General"
    lines: bool = False
    """Whether a hairline crosses the chart at each step."""
    shown: bool = True


def signed_form(step: float) -> str:
    """The number format of an axis with so wide a step: a real minus, no needless decimals."""
    figures = "#,##0" if step % 1 == 0 else "#,##0.0" if step * 10 % 1 == 0 else "#,##0.00"
    return f'{figures};"−"{figures};0'


@dataclass(frozen=True, slots=True)
class Point:
    """A point with its words and, where they are known, the ends of its intervals."""

    x: float
    y: float
    label: str = ""
    side: Side = "right"
    x_ends: tuple[float, float] | None = None
    y_ends: tuple[float, float] | None = None
    hollow: bool = False
    shade: Shade | None = None
    size: int = 0
    """The mark's size in points, where it is not that of the series."""
    whisker: Shade | None = None
    """The shade of the interval across, where it is not the point's."""
    down_mm: float = 0.0
    """How far the words are moved down from their place."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one kind. Without a line they stand alone, with one `marks` may be left out."""

    name: str
    points: tuple[Point, ...]
    shade: Shade = "petrol"
    line: Literal["none", "thin", "solid", "dashed"] = "none"
    marks: bool = True
    mark_points: int = 6


@dataclass(frozen=True, slots=True)
class Scatter:
    """Points in true distance on both axes: a trend over days, a quadrant, a band.

    `room` are the millimetres around the plot: left, top, right, bottom.
    """

    series: tuple[Series, ...]
    across: Axis
    upwards: Axis
    height_mm: float
    room: tuple[float, float, float, float] = (11.0, 5.0, 24.0, 8.0)


@dataclass(frozen=True, slots=True)
class Bars:
    """One set of bars; `None` leaves a place empty. `shades` and `labels` are those of single
    bars, where they differ."""

    name: str
    values: tuple[float | None, ...]
    shade: Shade | None = "petrol"
    """None for bars that only carry others, and are not seen."""
    shades: tuple[Shade, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from zero, or stacked; lying ones run from the first category at the top."""

    categories: tuple[str, ...]
    bars: tuple[Bars, ...]
    axis: Axis
    height_mm: float
    lying: bool = False
    stacked: bool = False
    overlapped: bool = False
    """Whether the bars of one category share a row, as those to both sides of zero do."""
    gap: int = 45
    """Percent of a bar's width between two."""
    label_every: int = 1
    """Only every so-manieth category is named."""
    room: tuple[float, float, float, float] = (11.0, 4.0, 5.0, 8.0)


Chart = Scatter | BarChart
