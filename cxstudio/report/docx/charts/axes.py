"""The axes of a chart: quiet numbers, hairlines, the line at zero darker."""

from __future__ import annotations

from cxstudio.report.charts.data import Axis, Shade
from cxstudio.report.docx.charts.shapes import NO_FILL, NO_LINE, c, line, rich, text_look
from cxstudio.report.docx.typesetting import Typesetting

ACROSS, UPWARDS = 111, 112
"""The numbers by which axes are known."""


def value_axis(
    axis: Axis, number: int, other: int, place: str, setting: Typesetting, *, crossed: str,
    between: str = "midCat", reverse: bool = False,
) -> str:  # fmt: skip
    """An axis of values; `crossed` says where the other axis crosses it."""
    return c(
        "valAx",
        c("axId", val=number),
        _scaling(axis, reverse),
        c("delete", val=int(not axis.shown)),
        c("axPos", val=place),
        _lines(axis, setting),
        _title(axis.title, setting, turned=place in ("l", "r")),
        c("numFmt", formatCode=axis.form, sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="nextTo" if between == "between" else "low"),
        c("spPr", NO_FILL, NO_LINE),
        text_look("ink3", setting),
        c("crossAx", val=other),
        crossed,
        c("crossBetween", val=between),
        c("majorUnit", val=axis.step),
    )


def category_axis(
    number: int, other: int, place: str, setting: Typesetting, *, crossed: str, every: int = 0,
    reverse: bool = False, title: str = "", shade: Shade = "ink3",
) -> str:  # fmt: skip
    """An axis of names, of which every so-manieth is written, with 0 none."""
    skip = c("tickLblSkip", val=every) + c("tickMarkSkip", val=every) if every else ""
    return c(
        "catAx",
        c("axId", val=number),
        c("scaling", c("orientation", val="maxMin" if reverse else "minMax")),
        c("delete", val=0),
        c("axPos", val=place),
        _title(title, setting, turned=False),
        c("numFmt", formatCode="General", sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="low" if every else "none"),
        c("spPr", NO_FILL, line(shade, 1.5 if reverse else 0.75, setting)),
        text_look("ink3", setting),
        c("crossAx", val=other),
        crossed,
        c("auto", val=0),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=60),
        skip,
        c("noMultiLvlLbl", val=1),
    )


def _scaling(axis: Axis, reverse: bool) -> str:
    return c(
        "scaling",
        c("orientation", val="maxMin" if reverse else "minMax"),
        c("max", val=axis.high),
        c("min", val=axis.low),
    )


def _lines(axis: Axis, setting: Typesetting) -> str:
    if not axis.lines:
        return ""
    return c("majorGridlines", c("spPr", line("hairline", 0.5, setting)))


def _title(text: str, setting: Typesetting, *, turned: bool) -> str:
    if not text:
        return ""
    shown = rich(text, "ink2", setting, bold=True, turned=turned)
    return c("title", shown, c("overlay", val=0))
