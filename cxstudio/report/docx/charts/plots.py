"""What stands between the axes: points with their intervals, and bars."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.report.chart import BarChart, Bars, Point, Scatter, Series, Shade
from cxstudio.report.docx.charts.axes import category_axis, value_axis
from cxstudio.report.docx.charts.shapes import (
    NO_LINE,
    area,
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

ACROSS, UPWARDS = 111, 112
_SIDES = {"right": "r", "left": "l", "top": "t", "bottom": "b", "centre": "ctr"}
_WEIGHTS = {"thin": 0.75, "solid": 1.5, "dashed": 1.1}
_LIGHT: frozenset[Shade] = frozenset(("petrol", "petrol_dark", "orange"))
"""Grounds on which words are white."""


def scatter(chart: Scatter, columns: Columns, setting: Typesetting) -> str:
    """The points, then both axes; each axis stands at the low end of the other.

    The longest series comes first: LibreOffice loses those before it.
    """
    lying = [whisker for one in chart.series for whisker in _whiskers(one)]
    ordered = sorted((*chart.series, *lying), key=lambda one: -len(one.points))
    drawn = [
        _series(place, one, chart.height_mm, columns, setting) for place, one in enumerate(ordered)
    ]
    plot = c(
        "scatterChart",
        c("scatterStyle", val="lineMarker"),
        c("varyColors", val=0),
        *drawn,
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
            point.whisker or point.shade or series.shade,
            "thin",
            marks=False,
        )
        for point in series.points
        if point.x_ends
    ]


def _series(place: int, series: Series, tall: float, columns: Columns, setting: Typesetting) -> str:
    xs = columns.add(f"{series.name} – x", [point.x for point in series.points])
    ys = columns.add(series.name, [point.y for point in series.points])
    drawn = NO_LINE
    if series.line != "none":
        weight = _WEIGHTS[series.line]
        drawn = line(series.shade, weight, setting, dashed=series.line == "dashed")
    return c(
        "ser",
        c("idx", val=place),
        c("order", val=place),
        words("tx", columns.head(ys), (series.name,)),
        c("spPr", drawn),
        _marker(series, None, setting),
        *_single_marks(series, setting),
        labels(_point_labels(series, tall, setting)),
        _intervals(series, columns, setting),
        numbers("xVal", xs, [point.x for point in series.points]),
        numbers("yVal", ys, [point.y for point in series.points]),
        c("smooth", val=0),
    )


def _marker(series: Series, point: Point | None, setting: Typesetting) -> str:
    if not series.marks:
        return c("marker", c("symbol", val="none"))
    shade = (point.shade if point else None) or series.shade
    hollow = point is not None and point.hollow
    ground = fill("hairline" if hollow else shade, setting)
    return c(
        "marker",
        c("symbol", val="circle"),
        c("size", val=(point.size if point else 0) or series.mark_points),
        c("spPr", ground, line(shade, 1.2, setting)),
    )


def _single_marks(series: Series, setting: Typesetting) -> list[str]:
    """The marks that look otherwise than the rest."""
    return [
        c("dPt", c("idx", val=place), _marker(series, point, setting), c("bubble3D", val=0))
        for place, point in enumerate(series.points)
        if point.hollow or point.shade or point.size
    ]


def _point_labels(series: Series, tall: float, setting: Typesetting) -> list[str]:
    return [
        label(
            place, point.label, _SIDES[point.side], _ink(point.shade or series.shade), setting,
            bold=True, down=point.down_mm / tall,
        )
        for place, point in enumerate(series.points)
        if point.label
    ]  # fmt: skip


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
        c("noEndCap", val=0),
        numbers("plus", columns.add(f"{series.name} +", above), above),
        numbers("minus", columns.add(f"{series.name} −", below), below),
        c("spPr", line(series.shade, 1.0, setting)),
    )


def bars(chart: BarChart, columns: Columns, setting: Typesetting) -> str:
    """The bars, then both axes."""
    names = columns.add("", chart.categories)
    drawn = [
        _bars(place, one, chart, names, columns, setting) for place, one in enumerate(chart.bars)
    ]
    plot = c(
        "barChart",
        c("barDir", val="bar" if chart.lying else "col"),
        c("grouping", val="stacked" if chart.stacked else "clustered"),
        c("varyColors", val=0),
        *drawn,
        c("gapWidth", val=chart.gap),
        c("overlap", val=100) if chart.stacked or chart.overlapped else "",
        c("axId", val=ACROSS),
        c("axId", val=UPWARDS),
    )
    at = ("l", "b") if chart.lying else ("b", "l")
    crossed = c("crosses", val="max" if chart.lying else "autoZero")
    return (
        plot
        + category_axis(
            ACROSS, UPWARDS, at[0], setting, every=chart.label_every, reverse=chart.lying
        )
        + value_axis(
            chart.axis, UPWARDS, ACROSS, at[1], setting, crossed=crossed, between="between"
        )
    )


def _bars(
    place: int, one: Bars, chart: BarChart, names: str, columns: Columns, setting: Typesetting
) -> str:
    values = columns.add(one.name, one.values)
    return c(
        "ser",
        c("idx", val=place),
        c("order", val=place),
        words("tx", columns.head(values), (one.name,)),
        area(one.shade, setting),
        c("invertIfNegative", val=0),
        *_single_bars(one, setting),
        labels(_bar_labels(one, chart, setting)),
        words("cat", names, chart.categories),
        numbers("val", values, one.values),
    )


def _single_bars(one: Bars, setting: Typesetting) -> list[str]:
    return [
        c(
            "dPt",
            c("idx", val=place),
            c("invertIfNegative", val=0),
            c("bubble3D", val=0),
            area(shade, setting),
        )
        for place, shade in enumerate(one.shades)
        if shade != one.shade
    ]


def _bar_labels(one: Bars, chart: BarChart, setting: Typesetting) -> Sequence[str]:
    """Words inside stacked bars, at the end of others."""
    return [
        label(place, text, "ctr" if chart.stacked else "outEnd", _on(one, place, chart), setting,
              bold=False)
        for place, text in enumerate(one.labels)
        if text
    ]  # fmt: skip


def _on(one: Bars, place: int, chart: BarChart) -> Shade:
    """The ink of a bar's words."""
    shade = one.shades[place] if one.shades else one.shade
    return "paper" if chart.stacked and shade in _LIGHT else "ink"
