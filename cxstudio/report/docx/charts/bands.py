"""A line with the band around it: an area that stands on one that is not seen."""

from __future__ import annotations

from cxstudio.report.charts.data import Band, Shade
from cxstudio.report.docx.charts.axes import ACROSS, UPWARDS, category_axis, value_axis
from cxstudio.report.docx.charts.shapes import area, c, fill, line, numbers, words
from cxstudio.report.docx.charts.workbook import Columns
from cxstudio.report.docx.typesetting import Typesetting

_DOT = 6


def band(chart: Band, columns: Columns, setting: Typesetting) -> str:
    """The areas, the line over them, then both axes; the lower one stands at zero."""
    names = columns.add("", chart.categories)
    tall = tuple(high - low for low, high in zip(chart.low, chart.high, strict=True))
    shades: tuple[Shade | None, ...] = (None, "petrol_tint")
    areas = [
        _figures(place, chart, values, area(shade, setting), names, columns)
        for place, (values, shade) in enumerate(zip((chart.low, tall), shades, strict=True))
    ]
    look = c("spPr", line("petrol", 1.75, setting)) + c("marker", c("symbol", val="none"))
    look += "".join(_dot(place, setting) for place in chart.marks)
    drawn = _figures(2, chart, chart.line, look, names, columns, after=c("smooth", val=0))
    axes = c("axId", val=ACROSS) + c("axId", val=UPWARDS)
    grouping, plain = c("grouping", val="standard"), c("varyColors", val=0)
    every = chart.marks[1] - chart.marks[0] if len(chart.marks) > 1 else 1
    return (
        c("areaChart", c("grouping", val="stacked"), plain, *areas, axes)
        + c("lineChart", grouping, plain, drawn, c("marker", val=1), axes)
        + category_axis(ACROSS, UPWARDS, "b", setting, crossed=c("crosses", val="autoZero"),
                        every=every, title=chart.title)
        + value_axis(chart.axis, UPWARDS, ACROSS, "l", setting,
                     crossed=c("crosses", val="autoZero"))
    )  # fmt: skip


def _figures(
    place: int, chart: Band, values: tuple[float, ...], look: str, names: str, columns: Columns,
    after: str = "",
) -> str:  # fmt: skip
    cells = columns.add(chart.names[place], values)
    return c(
        "ser",
        c("idx", val=place),
        c("order", val=place),
        words("tx", columns.head(cells), (chart.names[place],)),
        look,
        words("cat", names, chart.categories),
        numbers("val", cells, values),
        after,
    )


def _dot(place: int, setting: Typesetting) -> str:
    look = c("spPr", fill("petrol", setting), line("paper", 0.75, setting))
    mark = c("marker", c("symbol", val="circle"), c("size", val=_DOT), look)
    return c("dPt", c("idx", val=place), mark, c("bubble3D", val=0))
