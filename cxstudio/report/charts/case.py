"""The business case as charts that Word draws: histogram, balance, tornado."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxstudio import formats
from cxstudio.analysis.business.result import Outcome
from cxstudio.analysis.business.simulation import Bar, Spread
from cxstudio.drawing.charts.scale import ticks
from cxstudio.model.money import Scale
from cxstudio.report.charts.data import (
    Axis,
    Band,
    BarChart,
    Bars,
    Note,
    Shade,
    Side,
    Stroke,
    figures_form,
    signed_form,
)
from cxstudio.report.charts.words import in_lines, words_mm
from cxstudio.report.context import Context

MOST_BARS = 8
HIGH_MM = 56.0
_HISTOGRAM_MM, _BESIDE = 100.0, (3.0, 16.0, 3.0, 7.0)
NAMES_MM, RANGES_MM, BETWEEN_MM = 62.0, 27.0, 4.0
ROW_MM, TWO_LINES_MM = 6.2, 7.4
YEAR = 12


def histogram(context: Context, outcome: Outcome, spread: Spread, money: Scale) -> BarChart:
    """The draws by net present value: orange for a loss, pale beyond eight in ten."""
    edges = [edge / money.unit for edge in spread.edges]
    counted = list(zip(pairwise(spread.edges), spread.counts, strict=True))
    shares = tuple(100 * count / spread.draws for _ends, count in counted)
    shades = tuple(_shade((low + high) / 2, spread) for (low, high), _count in counted)
    across = Axis(edges[0], edges[-1], 1)
    share_of_draws = context.gettext("Share of draws, %")
    return BarChart(
        tuple(f"{money.figure(low)} – {money.figure(high)}" for (low, high), _count in counted),
        (Bars(share_of_draws, shares, "petrol_mid", shades),),
        Axis(0, max(shares), max(shares), shown=False),
        HIGH_MM,
        gap=12,
        room=_BESIDE,
        notes=(
            *_under(across),
            *_eight_in_ten(context, across, spread, money),
            *_zero_and_likely(context, across, outcome, spread, money),
        ),
    )


def _under(across: Axis) -> list[Note]:
    """Round values under the edges of the columns they belong to."""
    marks = [mark for mark in ticks(across.low, across.high) if across.low <= mark <= across.high]
    whole = all(mark % 1 == 0 for mark in marks)
    return [
        Note(formats.number(mark, 0 if whole else 1), across.share(mark), 1.0, "bottom", "ink3",
             down_mm=1.2)
        for mark in marks
    ]  # fmt: skip


def _eight_in_ten(
    context: Context, across: Axis, spread: Spread, money: Scale
) -> list[Note | Stroke]:
    low, high = (across.share(value / money.unit) for value in (spread.low, spread.high))
    down = -12.0
    ends = [Stroke((at, 0.0), (at, 0.0), "petrol", 1.5, (down - 1, down + 1)) for at in (low, high)]
    first, last = money.figure(spread.low), money.figure(spread.high)
    beside = context.gettext("{value}, 80% of draws", value=last)
    return [
        Stroke((low, 0.0), (high, 0.0), "petrol", 2.25, (down, down)),
        *ends,
        Note(first, low, 0.0, "left", "petrol", bold=True, right_mm=-1.5, down_mm=down),
        Note(beside, high, 0.0, "right", "petrol", bold=True, right_mm=1.5, down_mm=down),
    ]


def _zero_and_likely(
    context: Context, across: Axis, outcome: Outcome, spread: Spread, money: Scale
) -> list[Note | Stroke]:
    """Where a loss begins, with how often it comes, and what is likely; apart in two rows."""
    shown: list[Note | Stroke] = []
    zero, likely = across.share(0.0), across.share(outcome.npv / money.unit)
    if 0.0 < zero < 1.0:
        told = context.gettext("loss: {share} of draws",
                               share=context.written.percent(spread.loss))  # fmt: skip
        plot = _HISTOGRAM_MM - _BESIDE[0] - _BESIDE[2]
        roomy = words_mm(told, True) + 1 < _BESIDE[0] + zero * plot
        shown += [
            Stroke((zero, 0.0), (zero, 1.0), "orange", 1.0, (-4.0, 0.0)),
            Note(told, zero if roomy else 0.0, 0.0, "left" if roomy else "right", "orange",
                 bold=True, right_mm=-1.0 if roomy else 0.0, down_mm=-2.5 if roomy else 3.0),
        ]  # fmt: skip
    if 0.0 <= likely <= 1.0:
        told = context.gettext("likely case {value}", value=money.figure(outcome.npv))
        right = likely < 0.7
        shown += [
            Stroke((likely, 0.0), (likely, 1.0), "ink", 1.5, (-7.0, 0.0)),
            Note(told, likely, 0.0, "right" if right else "left", "ink", bold=True,
                 right_mm=1.2 if right else -1.2, down_mm=-5.6),
        ]  # fmt: skip
    return shown


def _shade(middle: float, spread: Spread) -> Shade:
    if middle < 0:
        return "orange_mid"
    return "petrol_light" if middle > spread.high else "petrol_mid"


def balance(context: Context, outcome: Outcome, spread: Spread, money: Scale) -> Band:
    """The balance after each month, with the band of eight in ten draws."""
    months = len(outcome.cumulated) - 1
    low, high, line = (
        tuple(value / money.unit for value in values)
        for values in (spread.band_low, spread.band_high, outcome.cumulated)
    )
    marks = ticks(min(*low, *line), max(*high, *line), 5)
    step = round(marks[1] - marks[0], 10)
    axis = Axis(marks[0], marks[-1], step, "", signed_form(step), lines=True)
    _ = context.gettext
    end = Note(money.figure(outcome.cumulated[-1]), 1.0, 1 - axis.share(line[-1]), "right",
               "petrol", bold=True, right_mm=1.8, size=9)  # fmt: skip
    return Band(
        tuple(str(month // YEAR) if month % YEAR == 0 else "" for month in range(months + 1)),
        (_("Low end"), _("Between the ends"), _("Likely")),
        low,
        high,
        line,
        tuple(range(0, months + 1, YEAR)),
        axis,
        HIGH_MM,
        _("Years from the start"),
        (11.0, 4.0, 12.0, 12.0),
        (end, *_pays_back(context, outcome, axis, line)),
    )


def _pays_back(
    context: Context, outcome: Outcome, axis: Axis, line: Sequence[float]
) -> list[Note | Stroke]:
    """When the line comes back to zero, told above that place."""
    if outcome.payback is None:
        return []
    year = max(1, -(-outcome.payback // YEAR))
    told = context.gettext("pays back\nin year {year}", year=year)
    at, zero = outcome.payback / (len(line) - 1), 1 - axis.share(0.0)
    down = -max(9.0, 0.22 * (HIGH_MM - 16))
    side: Side = "left" if at > 0.6 else "centre"
    right = 0.8 if at > 0.6 else 0.0
    words = Note(told, at, zero, side, "ink", bold=True, right_mm=right, down_mm=down - 3.4)
    return [words, Stroke((at, zero), (at, zero), "ink", 0.75, (down, -0.6))]


def tornado(
    names: Sequence[str], ranges: Sequence[str], bars: Sequence[Bar], likely: float, money: Scale,
) -> BarChart:  # fmt: skip
    """The widest at the top: what the result would be at both ends of each assumption."""
    names = [in_lines(name, NAMES_MM - BETWEEN_MM) for name in names]
    below = tuple(min(bar.low, bar.high) / money.unit for bar in bars)
    above = tuple(max(bar.low, bar.high) / money.unit for bar in bars)
    middle = likely / money.unit
    ends = (min(*below, middle), max(*above, middle))
    room = (ends[1] - ends[0]) * 0.14
    marks = ticks(ends[0] - room, ends[1] + room, 6)
    step = round(marks[1] - marks[0], 10)
    left = NAMES_MM + RANGES_MM + BETWEEN_MM

    def one(name: str, values: tuple[float, ...], first: Shade, rest: Shade) -> Bars:
        return Bars(name, values, rest, (first, *[rest] * (len(values) - 1)),
                    figures_form(money.digits))  # fmt: skip

    rows = [_row(place, name, ranges[place], len(names)) for place, name in enumerate(names)]
    row = TWO_LINES_MM if any("\n" in name for name in names) else ROW_MM
    return BarChart(
        tuple(name.replace("\n", " ") for name in names),
        (
            one("−", below, "orange_mid", "orange_light"),
            one("+", above, "petrol", "petrol_mid"),
        ),
        Axis(marks[0], marks[-1], step, "", signed_form(step), lines=True),
        10.0 + row * len(names),
        lying=True,
        start=middle,
        gap=40,
        room=(left, 2.0, 4.0, 8.0),
        notes=tuple(note for row in rows for note in row),
    )


def _row(place: int, name: str, between: str, count: int) -> tuple[Note, Note]:
    """The name at the chart's left edge, its range before the bars; the first one in bold."""
    down = (place + 0.5) / count
    left = -(NAMES_MM + RANGES_MM + BETWEEN_MM)
    shade: Shade = "ink" if place == 0 else "ink2"
    return (
        Note(name, 0.0, down, "right", shade, bold=place == 0, right_mm=left),
        Note(between, 0.0, down, "left", "ink3", right_mm=-BETWEEN_MM),
    )
