"""Columns, lying bars to both sides of where they begin, and stacks."""

from __future__ import annotations

from cxstudio.report.charts.data import BarChart, Bars
from cxstudio.report.docx.charts.axes import ACROSS, UPWARDS, category_axis, value_axis
from cxstudio.report.docx.charts.shapes import area, c, label, labels, numbers, words
from cxstudio.report.docx.charts.workbook import Columns
from cxstudio.report.docx.typesetting import Typesetting


def bars(chart: BarChart, columns: Columns, setting: Typesetting) -> str:
    """The bars, then both axes: bars begin where the axis of names crosses that of values."""
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
        c("overlap", val=100),
        c("axId", val=ACROSS),
        c("axId", val=UPWARDS),
    )
    at = ("l", "b") if chart.lying else ("b", "l")
    crossed = c("crosses", val="max" if chart.lying else "autoZero")
    names_axis = category_axis(
        ACROSS, UPWARDS, at[0], setting, crossed=c("crossesAt", val=chart.start),
        reverse=chart.lying, shade="ink" if chart.lying else "ink3",
    )  # fmt: skip
    return (
        plot
        + names_axis
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
        labels(_values(one, chart, setting) if one.form else ()),
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


def _values(one: Bars, chart: BarChart, setting: Typesetting) -> list[str]:
    """Each bar's value: at its end, the first, which is the widest, in bold; in a stack inside."""
    side = "ctr" if chart.stacked else "outEnd"
    return [
        label(
            place,
            "showVal",
            side,
            one.ink,
            setting,
            bold=chart.stacked or place == 0,
            form=one.form,
        )
        for place, value in enumerate(one.values)
        if value is not None and chart.is_told(value)
    ]
