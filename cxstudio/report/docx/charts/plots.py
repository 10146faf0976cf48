"""Points with their intervals and lines."""

from __future__ import annotations

from cxstudio.report.charts.data import Point, Scatter, Series, Shade
from cxstudio.report.docx.charts.axes import ACROSS, UPWARDS, value_axis
from cxstudio.report.docx.charts.shapes import (
    NO_LINE,
    c,
    fill,
    label,
    labels,
    line,
    numbers,
    words,
)
from cxstudio.report.docx.charts.workbook import Columns
from cxstudio.report.docx.typesetting import Typesetting

_SIDES = {"right": "r", "left": "l", "top": "t", "bottom": "b", "centre": "ctr"}
_WEIGHTS = {"thin": 0.75, "solid": 1.5, "dashed": 1.1}


def scatter(chart: Scatter, columns: Columns, setting: Typesetting) -> str:
    """The points, then both axes; each axis stands at the low end of the other.

    Lines lie below points. Word draws series in the order they are given and LibreOffice in that
    of the file, the last one first, so both orders are written. LibreOffice also loses what has
    more points than the first series of the file, so that one gets as many cells.
    """
    lying = [whisker for one in chart.series for whisker in _whiskers(one)]
    cores = [_core(one) for one in chart.series if any(point.hollow for point in one.points)]
    ordered = sorted((*lying, *chart.series, *cores), key=lambda one: one.line == "none")
    most = max((len(one.points) for one in ordered), default=0)
    drawn = [
        _series(place, one, most if place == len(ordered) - 1 else 0, columns, setting)
        for place, one in enumerate(ordered)
    ]
    plot = c(
        "scatterChart",
        c("scatterStyle", val="lineMarker"),
        c("varyColors", val=0),
        *reversed(drawn),
        c("axId", val=ACROSS),
        c("axId", val=UPWARDS),
    )
    low_x, low_y = chart.across.low, chart.upwards.low
    return (
        plot
        + value_axis(chart.across, ACROSS, UPWARDS, "b", setting, crossed=c("crossesAt", val=low_y))
        + value_axis(
            chart.upwards, UPWARDS, ACROSS, "l", setting, crossed=c("crossesAt", val=low_x)
        )
    )


def _whiskers(series: Series) -> list[Series]:
    """Intervals across as lines of their own: LibreOffice draws no error bars that way."""
    return [
        Series(
            f"{series.name} ↔",
            (Point(point.x_ends[0], point.y), Point(point.x_ends[1], point.y)),
            series.whisker or series.shade,
            "thin" if series.whisker else "solid",
            marks=False,
        )
        for point in series.points
        if point.x_ends
    ]


def _core(series: Series) -> Series:
    """The white inside of hollow marks: LibreOffice draws no marks with a rim."""
    inside = tuple(Point(point.x, point.y) for point in series.points if point.hollow)
    return Series(f"{series.name} ○", inside, "paper", mark_points=series.mark_points - 3)


def _series(place: int, series: Series, least: int, columns: Columns, setting: Typesetting) -> str:
    empty: list[float | None] = [None] * max(0, least - len(series.points))
    across = [*(point.x for point in series.points), *empty]
    upwards = [*(point.y for point in series.points), *empty]
    xs = columns.add(f"{series.name} – x", across)
    ys = columns.add(series.name, upwards)
    drawn = NO_LINE
    if series.line != "none":
        drawn = line(series.shade, _WEIGHTS[series.line], setting, dashed=series.line == "dashed")
    return c(
        "ser",
        c("idx", val=place),
        c("order", val=place),
        words("tx", columns.head(ys), (series.name,)),
        c("spPr", drawn),
        _marker(series, setting),
        labels(_point_labels(series, setting)),
        _intervals(series, columns, setting),
        numbers("xVal", xs, across),
        numbers("yVal", ys, upwards),
        c("smooth", val=0),
    )


def _marker(series: Series, setting: Typesetting) -> str:
    """A dot; its paper rim parts it from the lines that it stands on."""
    if not series.marks:
        return c("marker", c("symbol", val="none"))
    hollow = series.shade == "paper" or any(point.hollow for point in series.points)
    rim = NO_LINE if hollow else line("paper", 0.75, setting)
    return c(
        "marker",
        c("symbol", val="circle"),
        c("size", val=max(2, round(series.mark_points))),
        c("spPr", fill(series.shade, setting), rim),
    )


def _point_labels(series: Series, setting: Typesetting) -> list[str]:
    return [
        label(place, "showSerName", _SIDES[point.side], _ink(series.shade), setting)
        for place, point in enumerate(series.points)
        if point.named
    ]


def _ink(shade: Shade) -> Shade:
    """The shade in which words on the colour's behalf are set: mid tones are no text."""
    known: dict[str, Shade] = {"orange": "orange", "petrol": "petrol"}
    return known.get(shade.partition("_")[0], "ink2")


def _intervals(series: Series, columns: Columns, setting: Typesetting) -> str:
    """The bars to both ends of the points' intervals upwards."""
    if not any(point.y_ends for point in series.points):
        return ""
    ends = [(point.y_ends or (point.y, point.y), point.y) for point in series.points]
    above = [max(0.0, end[1] - at) for end, at in ends]
    below = [max(0.0, at - end[0]) for end, at in ends]
    return c(
        "errBars",
        c("errDir", val="y"),
        c("errBarType", val="both"),
        c("errValType", val="cust"),
        c("noEndCap", val=int(series.whisker is not None)),
        numbers("plus", columns.add(f"{series.name} +", above), above),
        numbers("minus", columns.add(f"{series.name} −", below), below),
        c("spPr", line(series.whisker or series.shade, 1.0, setting)),
    )
