"""Charts as data, for formats that draw them themselves: a Word chart can be edited by the client.

Values are in the units of their axes. A shade is a colour of the report's palette by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LETTERS = 7.5
"""The size of words in charts, in points."""
NARROWEST = 0.09
"""The share of the axis from which a part of a stack has room for its value."""
Shade = Literal[
    "paper", "ink", "ink2", "ink3", "rule", "hairline", "pale",
    "petrol", "petrol_dark", "petrol_mid", "petrol_light", "petrol_tint",
    "orange", "orange_mid", "orange_light", "orange_tint",
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

    def share(self, value: float) -> float:
        """Where a value stands between both ends, from 0 to 1."""
        return (value - self.low) / ((self.high - self.low) or 1)


def signed_form(step: float) -> str:
    """The number format of an axis with so wide a step: a real minus, no needless decimals."""
    return figures_form(0 if step % 1 == 0 else 1 if step * 10 % 1 == 0 else 2)


def figures_form(decimals: int) -> str:
    """The number format of figures with so many decimals and a real minus."""
    figures = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f'{figures};"−"{figures};0'


@dataclass(frozen=True, slots=True)
class Note:
    """Words at a place that no figure of the chart has.

    `across` and `down` are shares of the plot from its upper left corner, `right_mm` and `down_mm`
    what is added to them; the words lie at that `side` of the place. `size` is in points.
    """

    text: str
    across: float
    down: float
    side: Side = "right"
    shade: Shade = "ink2"
    bold: bool = False
    right_mm: float = 0.0
    down_mm: float = 0.0
    size: float = LETTERS


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line between two places of the plot, in shares of it as those of a note."""

    begin: tuple[float, float]
    end: tuple[float, float]
    shade: Shade = "ink"
    points: float = 1.0
    down_mm: tuple[float, float] = (0.0, 0.0)
    """What is added to where it begins and where it ends."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A tint over the rectangle between two places of the plot, in shares of it."""

    begin: tuple[float, float]
    end: tuple[float, float]
    shade: Shade = "petrol"


Notes = tuple[Note | Stroke | Ground, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point and, where they are known, the ends of its intervals.

    `named` puts the name of its series beside it.
    """

    x: float
    y: float
    named: bool = False
    side: Side = "right"
    x_ends: tuple[float, float] | None = None
    y_ends: tuple[float, float] | None = None
    hollow: bool = False
    """Whether it rests on little, and is white inside."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one kind. Without a line they stand alone, with one `marks` may be left out."""

    name: str
    points: tuple[Point, ...]
    shade: Shade = "petrol"
    line: Literal["none", "thin", "solid", "dashed"] = "none"
    marks: bool = True
    mark_points: float = 6.5
    whisker: Shade | None = None
    """The shade of the intervals, where it is not that of the marks; they have no ends then."""


@dataclass(frozen=True, slots=True)
class Scatter:
    """Points in true distance on both axes: a trend over days, a quadrant, groups.

    `room` are the millimetres around the plot: left, top, right, bottom.
    """

    series: tuple[Series, ...]
    across: Axis
    upwards: Axis
    height_mm: float
    room: tuple[float, float, float, float] = (11.0, 5.0, 24.0, 8.0)
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """One set of bars; `None` leaves a place empty. `shades` are those of single bars, where they
    differ; with a `form`, a number format, each bar has its value at its end, a stacked one of
    which there is enough to see in its middle, in `ink`."""

    name: str
    values: tuple[float | None, ...]
    shade: Shade = "petrol"
    shades: tuple[Shade, ...] = ()
    form: str = ""
    ink: Shade = "ink2"


@dataclass(frozen=True, slots=True)
class BarChart:
    """Columns, or lying bars that run from the first category at the top and share its row.

    They begin at `start`, where a line stands, or if `stacked` where the set before them ends.
    Categories are named by notes; the workbook holds their names.
    """

    categories: tuple[str, ...]
    bars: tuple[Bars, ...]
    axis: Axis
    height_mm: float
    lying: bool = False
    stacked: bool = False
    start: float = 0.0
    gap: int = 45
    """Percent of a bar's width between two."""
    room: tuple[float, float, float, float] = (11.0, 4.0, 5.0, 8.0)
    notes: Notes = ()

    def is_told(self, value: float) -> bool:
        """Whether a bar has room for its value; one in a stack needs some."""
        return not self.stacked or abs(value) >= NARROWEST * (self.axis.high - self.axis.low)


@dataclass(frozen=True, slots=True)
class Band:
    """A line over equal steps and the band around it; `marks` are the places with a dot.

    `names` are those of the lower end, of the room between both ends and of the line.
    """

    categories: tuple[str, ...]
    names: tuple[str, str, str]
    low: tuple[float, ...]
    high: tuple[float, ...]
    line: tuple[float, ...]
    marks: tuple[int, ...]
    axis: Axis
    height_mm: float
    title: str = ""
    """What is counted across."""
    room: tuple[float, float, float, float] = (11.0, 4.0, 5.0, 8.0)
    notes: Notes = ()


Chart = Scatter | BarChart | Band
