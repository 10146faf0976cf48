"""The business case as charts that Word draws: histogram, balance, tornado."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio import formats
from cxstudio.analysis.case_range import Bar, Spread
from cxstudio.analysis.case_result import Outcome
from cxstudio.drawing.charts.scale import ticks
from cxstudio.model.money import Scale
from cxstudio.report.chart import Axis, BarChart, Bars, Point, Scatter, Series, Shade, signed_form
from cxstudio.report.context import Context

MOST_BARS = 8
HIGH_MM, TORNADO_ROW_MM = 56.0, 6.2


def histogram(context: Context, spread: Spread, money: Scale) -> BarChart:
    """The draws by net present value: orange for a loss, pale beyond eight in ten.

    Named from zero on: the columns before it are a loss, as their colour says.
    """
    middles = [(a + b) / 2 for a, b in zip(spread.edges, spread.edges[1:], strict=False)]
    shares = tuple(100 * count / spread.draws for count in spread.counts)
    top = ticks(0, max(shares) * 1.05, 4)
    shades = tuple(_shade(middle, spread) for middle in middles)
    wide = (spread.edges[-1] - spread.edges[0]) / money.unit
    digits = 0 if wide > 10 else 1
    every = max(1, len(middles) // 5)
    zero = next((at for at, edge in enumerate(spread.edges) if abs(edge) < 1e-6 * money.unit), 0)
    named = range(zero, max(zero + 1, len(middles) - 2), every)
    names = tuple(
        _whole(edge / money.unit, digits) if place in named else ""
        for place, edge in enumerate(spread.edges[:-1])
    )
    share_of_draws = context.gettext("Share of draws, %")
    return BarChart(
        names,
        (Bars(share_of_draws, shares, "petrol_mid", shades),),
        Axis(0, top[-1], top[1], share_of_draws, "0", lines=True),
        HIGH_MM,
        gap=12,
        room=(13.0, 4.0, 3.0, 9.0),
    )


def _whole(value: float, digits: int) -> str:
    """A number that nothing breaks in two under its narrow column."""
    return formats.number(value, digits).replace(",", "")


def _shade(middle: float, spread: Spread) -> Shade:
    if middle < 0:
        return "orange_mid"
    return "petrol_light" if middle > spread.high else "petrol_mid"


def balance(context: Context, outcome: Outcome, spread: Spread, money: Scale) -> Scatter:
    """The balance at the end of each half-year, with the band of eight in ten draws."""
    months = len(outcome.cumulated) - 1
    places = [*range(0, months + 1, 3)]
    lines = (outcome.cumulated, spread.band_low, spread.band_high)
    low, high = (pick(pick(line) for line in lines) / money.unit for pick in (min, max))
    marks = ticks(low, high, 5)
    _ = context.gettext

    def series(name: str, values: Sequence[float], shade: Shade) -> Series:
        points = tuple(Point(at / 12, values[at] / money.unit) for at in places)
        return Series(name, points, shade, "solid", marks=False)

    end = outcome.cumulated[-1] / money.unit
    last = Point(months / 12, end, money.figure(outcome.cumulated[-1]))
    zero = Series("0", (Point(0, 0), Point(months / 12, 0)), "ink3", "solid", marks=False)
    years = months / 12
    return Scatter(
        (
            zero,
            series(_("Low end"), spread.band_low, "petrol_light"),
            series(_("High end"), spread.band_high, "petrol_light"),
            series(_("Likely"), outcome.cumulated, "petrol"),
            Series(_("At the end"), (last,), "petrol"),
        ),
        Axis(0, years, 1, _("Years from the start"), "0"),
        _signed(marks),
        HIGH_MM,
        room=(12.0, 4.0, 13.0, 12.0),
    )


def _signed(marks: Sequence[float]) -> Axis:
    """An axis through zero with a line at every mark."""
    step = round(marks[1] - marks[0], 10)
    return Axis(marks[0], marks[-1], step, "", signed_form(step), lines=True)


def tornado(names: Sequence[str], bars: Sequence[Bar], likely: float, money: Scale) -> BarChart:
    """The widest at the top; each end says what the result would be."""
    below = [min(bar.low, bar.high) for bar in bars]
    above = [max(bar.low, bar.high) for bar in bars]
    ends = [(value - likely) / money.unit for value in (*below, *above)]
    marks = ticks(min(ends) * 1.15, max(ends) * 1.15, 6)

    def one(name: str, values: list[float], shade: Shade) -> Bars:
        return Bars(
            name,
            tuple((value - likely) / money.unit for value in values),
            shade,
            labels=tuple(money.figure(value) for value in values),
        )

    return BarChart(
        tuple(names),
        (one("−", below, "orange_mid"), one("+", above, "petrol_mid")),
        _signed(marks),
        14.0 + TORNADO_ROW_MM * len(names),
        lying=True,
        overlapped=True,
        room=(62.0, 2.0, 8.0, 8.0),
    )
