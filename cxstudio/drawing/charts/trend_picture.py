"""A measure over time for the report: true time axis, intervals, target and baseline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from cxstudio import formats
from cxstudio.drawing.charts.figure import (
    LARGE,
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    hairlines,
    new_figure,
    set_ticks,
)
from cxstudio.drawing.charts.scale import (
    UNMEASURED,
    Reading,
    days,
    number,
    span,
    ticks,
    time_ticks,
)
from cxstudio.drawing.picture import Picture
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

LABEL_MM = 24.0
POINTS = 72
TARGET_OVER_VALUE, VALUE_OVER_TARGET = 19.0, 33.0
"""Points between the two lines at which the words beside them do not touch."""
FEW_POINTS, FEW_WITH_N = 6, 4


def kpi_trend(
    readings: Sequence[Reading],
    target: float | None = None,
    baseline: float | None = None,
    unit: str = "",
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 107,
    height_mm: float = 60,
    name: str = "",
    due: date | None = None,
) -> Picture:
    """Readings of a measure against its target, due at `due`. Raises ValueError without readings.

    Dashed between readings more than 13 months apart; hollow where fewer than 30 answered.
    """
    if not readings:
        raise ValueError("A trend needs at least one reading.")
    shown = sorted(readings, key=lambda r: r.day)
    figure = new_figure(width_mm, height_mm)
    axes = axes_mm(figure, 11, 9, LABEL_MM, 7)
    values = ticks(*span(shown, target, baseline))
    first, last = days(shown)
    axes.set_xlim(_x(first), _x(last))
    axes.set_ylim(
        values[0] - (values[1] - values[0]) * 0.15, values[-1] + (values[1] - values[0]) * 0.15
    )
    hairlines(axes, values, palette)
    set_ticks(axes.yaxis, values, [number(v) for v in values], palette)
    named = time_ticks(first, last, language, most=max(2, int(width_mm / 22)))
    set_ticks(axes.xaxis, [_x(day) for day, _ in named], [text for _, text in named], palette)
    _line(axes, shown, palette)
    moved = _apart(axes, target, shown[-1].value)
    _reference(axes, target, baseline, shown, unit, language, due, palette, moved)
    _values(axes, shown, unit, language, palette, -moved)
    return finished(figure, trend_alt(shown, target, unit, language, name))


def nps_trend(
    readings: Sequence[Reading],
    target: float | None = None,
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 107,
    height_mm: float = 60,
    due: date | None = None,
) -> Picture:
    """The score by wave with its 95% interval. Raises ValueError without waves."""
    return kpi_trend(readings, target, None, "", language, palette, width_mm, height_mm, "NPS", due)


def _x(day: date) -> float:
    return float(day.toordinal())


def _line(axes: Axes, shown: Sequence[Reading], palette: Palette) -> None:
    for a, b in pairwise(shown):
        dashed = b.day - a.day > UNMEASURED
        style = (0, (4, 2.5)) if dashed else "solid"
        axes.plot(
            [_x(a.day), _x(b.day)],
            [a.value, b.value],
            color=palette.petrol_mid if dashed else palette.petrol,
            linestyle=style,
            linewidth=1.0 if dashed else 1.5,
            zorder=2,
        )
    for r in shown:
        if r.low is not None and r.high is not None:
            axes.errorbar(
                [_x(r.day)],
                [r.value],
                [[max(0.0, r.value - r.low)], [max(0.0, r.high - r.value)]],
                color=palette.petrol,
                linewidth=1.1,
                capsize=2.6,
                zorder=3,
            )
        fill, edge = ("white", palette.petrol) if r.few else (palette.petrol, "white")
        axes.plot(
            [_x(r.day)],
            [r.value],
            "o",
            ms=6,
            mfc=fill,
            mec=edge,
            mew=1.2 if r.few else 0.8,
            zorder=4,
        )


def _apart(axes: Axes, target: float | None, last: float) -> float:
    """How many points the target's words move up, and the value's down, not to touch."""
    if target is None:
        return 0.0
    bottom, top = axes.get_ylim()
    figure = axes.get_figure(root=True)
    assert figure is not None
    tall = float(axes.get_position().height * figure.get_size_inches()[1] * POINTS)
    apart = (target - last) / (top - bottom) * tall
    if apart >= 0:
        return max(0.0, TARGET_OVER_VALUE - apart) / 2
    return -max(0.0, VALUE_OVER_TARGET + apart) / 2


def _reference(
    axes: Axes,
    target: float | None,
    baseline: float | None,
    shown: Sequence[Reading],
    unit: str,
    language: str,
    due: date | None,
    palette: Palette,
    moved: float = 0.0,
) -> None:
    gettext = catalogue(language).gettext
    if baseline is not None:
        axes.axhline(baseline, color=palette.ink_3, linewidth=0.75, linestyle=(0, (1, 2)), zorder=1)
        if abs(baseline - shown[0].value) > 1e-9:
            text = gettext("Baseline {value}").format(value=number(baseline, unit, language))
            _beside(axes, baseline, [(text, SMALL, False, palette.ink_3)])
    if target is not None:
        axes.axhline(target, color=palette.orange, linewidth=1.1, linestyle=(0, (4, 2.5)), zorder=1)
        text = gettext("Target {value}").format(value=number(target, unit, language))
        lines = [(text, SMALL, True, palette.orange)]
        if due is not None:
            by = gettext("by {month}").format(month=formats.month(due, language))
            lines.append((by, SMALL, False, palette.orange))
        _beside(axes, target, lines, above=target >= shown[-1].value, moved=moved)


def _values(
    axes: Axes,
    shown: Sequence[Reading],
    unit: str,
    language: str,
    palette: Palette,
    moved: float = 0.0,
) -> None:
    """The last value large at the right; the others at their points when they are few."""
    last = shown[-1]
    lines = [
        (number(last.value, unit, language), LARGE, True, palette.petrol),
        (formats.month(last.day, language), SMALL, False, palette.ink_2),
    ]
    if last.n is not None:
        n = catalogue(language).gettext("n = {n}").format(n=f"{last.n:,}")
        lines.append((n, SMALL, False, palette.ink_2))
    _beside(axes, last.value, lines, above=False, moved=moved)
    if len(shown) > FEW_POINTS:
        return
    comma = "、" if language.startswith("ja") else ", "
    for r in shown[:-1]:
        _over(axes, r, number(r.value), 5, font(bold=True), palette.petrol)
        if r.n is not None and len(shown) <= FEW_WITH_N:
            n = catalogue(language).gettext("n = {n}").format(n=f"{r.n:,}")
            text = f"{formats.month(r.day, language)}{comma}{n}"
            _over(axes, r, text, 14, font(SMALL), palette.ink_2)


def _over(axes: Axes, r: Reading, text: str, up: float, kind: FontProperties, ink: str) -> None:
    """Text over a reading, running towards the middle of the chart, clear of lines behind it."""
    from matplotlib.patheffects import withStroke

    near_end = _x(r.day) > sum(axes.get_xlim()) / 2
    axes.annotate(
        text,
        (_x(r.day), r.high if r.high is not None else r.value),
        xytext=(3 if near_end else -3, up),
        textcoords="offset points",
        ha="right" if near_end else "left",
        va="bottom",
        color=ink,
        fontproperties=kind,
        zorder=5,
        path_effects=[withStroke(linewidth=2.5, foreground="white")],
    )


def _beside(
    axes: Axes,
    y: float,
    lines: list[tuple[str, float, bool, str]],
    above: bool = True,
    moved: float = 0.0,
) -> None:
    """Lines of text right of the axes; the first stands at y, the others under it."""
    down = (4.0 if above else -1.0) + moved
    for text, size, bold, colour in lines:
        axes.annotate(
            text,
            (1, y),
            xycoords=("axes fraction", "data"),
            xytext=(5, down),
            textcoords="offset points",
            ha="left",
            va="center",
            color=colour,
            fontproperties=font(size, bold),
            annotation_clip=False,
        )
        down -= size * (0.95 if size == LARGE else 1.25)


def trend_alt(
    shown: Sequence[Reading], target: float | None, unit: str, language: str, name: str = ""
) -> str:
    """A trend in words: first and last reading, extremes, target."""
    gettext = catalogue(language).gettext
    low, high = min(shown, key=lambda r: r.value), max(shown, key=lambda r: r.value)

    def said(r: Reading) -> str:
        return f"{number(r.value, unit, language)} ({formats.month(r.day, language)})"

    words = [
        gettext("Line chart: {name} over time.").format(name=name or gettext("the measure")),
        gettext("From {first} to {last}; lowest {low}, highest {high}.").format(
            first=said(shown[0]), last=said(shown[-1]), low=said(low), high=said(high)
        ),
    ]
    if target is not None:
        words.append(gettext("Target {value}.").format(value=number(target, unit, language)))
    return ("" if language.startswith("ja") else " ").join(words)
