"""What moves with the score, for the report: importance upwards with its doubt, ratings across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from cxstudio.analysis.quadrant import Place
from cxstudio.drawing.charts.figure import (
    BODY,
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    hairlines,
    new_figure,
    set_ticks,
    text_mm,
)
from cxstudio.drawing.charts.scale import number, place_labels, ticks
from cxstudio.drawing.picture import Picture
from cxstudio.formats import number as figure_of
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEFT, TOP, RIGHT, BOTTOM = 13.0, 3.0, 3.0, 12.0
LINE_MM, MOST_LINES = 3.3, 2
LETTERS = {"en": 24, "ja": 12}


@dataclass(frozen=True, slots=True)
class Point:
    """A rating: share of the explained variation (0 to 1) and mean, both with their intervals."""

    name: str
    share: float
    share_low: float
    share_high: float
    mean: float
    mean_low: float
    mean_high: float
    place: Place
    few: bool = False


def drivers_picture(
    points: Sequence[Point],
    even: float,
    middle: float,
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 100,
    height_mm: float = 74,
) -> Picture:
    """The quadrant, parted at the share `even` and the mean `middle`.

    Hollow where fewer than 30 gave the rating. Raises ValueError without points.
    """
    if not points:
        raise ValueError("The quadrant needs at least one rating.")
    gettext = catalogue(language).gettext
    figure = new_figure(width_mm, height_mm)
    axes = axes_mm(figure, LEFT, TOP, RIGHT, BOTTOM)
    across = ticks(*_room([v for p in points for v in (p.mean_low, p.mean_high)] + [middle]))
    upwards = ticks(0, 100 * max(max(p.share_high for p in points), even) * 1.08)
    axes.set_xlim(across[0], across[-1])
    axes.set_ylim(0, upwards[-1])
    hairlines(axes, upwards[1:-1], palette)
    set_ticks(axes.yaxis, upwards, [number(v) for v in upwards], palette)
    set_ticks(axes.xaxis, across, [_short(v) for v in across], palette)
    _corners(axes, even, middle, language, palette)
    for point in points:
        _draw(axes, point, palette)
    _names(axes, points, (width_mm - LEFT - RIGHT, height_mm - TOP - BOTTOM), language, palette)
    title = font(SMALL, True)
    axes.set_xlabel(gettext("Mean rating"), fontproperties=title, color=palette.ink_2, labelpad=2)
    axes.set_ylabel(
        gettext("Share of explained variation, %"),
        fontproperties=title,
        color=palette.ink_2,
        labelpad=3,
    )
    return finished(figure, drivers_alt(points, language))


def _room(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    away = max((high - low) * 0.2, 0.05)
    return low - away, high + away


def _short(value: float) -> str:
    return figure_of(value, 2).rstrip("0").rstrip(".") if value % 1 else figure_of(value)


def _corners(axes: Axes, even: float, middle: float, language: str, palette: Palette) -> None:
    said = catalogue(language).pgettext
    axes.axhline(100 * even, color=palette.rule, linewidth=0.9, zorder=1)
    axes.axvline(middle, color=palette.rule, linewidth=0.9, zorder=1)
    left, top = axes.get_xlim()[0], axes.get_ylim()[1]
    axes.fill_between([left, middle], 100 * even, top, color=palette.orange_tint, zorder=0)
    names = (
        (said("drivers", "Improve first"), 0.015, 0.98, palette.orange),
        (said("drivers", "Keep"), 0.985, 0.98, palette.petrol),
        (said("drivers", "Watch"), 0.015, 0.02, palette.ink_3),
        (said("drivers", "Good enough"), 0.985, 0.02, palette.ink_3),
    )
    for text, x, y, colour in names:
        axes.text(
            x,
            y,
            text,
            transform=axes.transAxes,
            ha="left" if x < 0.5 else "right",
            va="top" if y > 0.5 else "bottom",
            color=colour,
            fontproperties=font(BODY, True),
        )
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(palette.rule)
        spine.set_linewidth(0.75)


def _ink(point: Point, palette: Palette) -> str:
    return {Place.FIX: palette.orange, Place.KEEP: palette.petrol}.get(point.place, palette.ink_3)


def _draw(axes: Axes, p: Point, palette: Palette) -> None:
    ink = _ink(p, palette)
    axes.errorbar(
        [p.mean],
        [100 * p.share],
        yerr=[[100 * max(0, p.share - p.share_low)], [100 * max(0, p.share_high - p.share)]],
        xerr=[[max(0, p.mean - p.mean_low)], [max(0, p.mean_high - p.mean)]],
        color=ink,
        linewidth=0.9,
        capsize=2,
        zorder=3,
    )
    fill = "white" if p.few else ink
    axes.plot(
        [p.mean], [100 * p.share], "o", ms=6.5, mfc=fill, mec=ink, mew=1.3, zorder=4, clip_on=False
    )


def _names(
    axes: Axes,
    points: Sequence[Point],
    size: tuple[float, float],
    language: str,
    palette: Palette,
) -> None:
    """Names beside their points, where they cover neither each other nor the bars."""
    width, height = size
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - left) / (right - left) * width, (high - y) / (high - low) * height

    lines = [_lines(p.name, language) for p in points]
    bold = [p.place is Place.FIX for p in points]
    sizes = [
        (max(text_mm(line, SMALL, strong) for line in name) + 0.5, LINE_MM * len(name))
        for name, strong in zip(lines, bold, strict=True)
    ]
    drawn = [(0.0, 0.0, 30.0, 5.0), (width - 25, 0.0, width, 5.0)]
    drawn += [(0.0, height - 5, 25.0, height), (width - 30, height - 5, width, height)]
    for p in points:
        x, top = at(p.mean, 100 * p.share_high)
        _x, bottom = at(p.mean, 100 * p.share_low)
        drawn.append((x - 0.8, top, x + 0.8, bottom))
        first, y = at(p.mean_low, 100 * p.share)
        last, _y = at(p.mean_high, 100 * p.share)
        drawn.append((first, y - 0.8, last, y + 0.8))
    centres = [at(p.mean, 100 * p.share) for p in points]
    labels = place_labels(centres, sizes, (0.5, 1, width - 0.5, height - 1), 1.6, drawn)
    for name, strong, label, (_w, h) in zip(lines, bold, labels, sizes, strict=True):
        axes.text(
            left + label.x / width * (right - left),
            high - (label.y + h / 2) / height * (high - low),
            "\n".join(name),
            ha="left",
            va="center",
            linespacing=1.05,
            color=palette.orange if strong else palette.ink,
            fontproperties=font(SMALL, strong),
            zorder=5,
        )


def _lines(name: str, language: str) -> list[str]:
    """A name on at most two lines; what is longer ends in an ellipsis."""
    letters = LETTERS["en" if name.isascii() else "ja"]
    found = wrap(name, letters, max_lines=MOST_LINES, placeholder="…")
    return found or ["–"]


def drivers_alt(points: Sequence[Point], language: str) -> str:
    """The quadrant in words: each rating with its share and mean, and what to improve first."""
    gettext = catalogue(language).gettext
    japanese = language.startswith("ja")
    told = gettext("{name} {share}% (mean {mean})")
    named = [
        told.format(name=p.name, share=figure_of(100 * p.share), mean=figure_of(p.mean, 2))
        for p in points
    ]
    words = [
        gettext("Quadrant: share of explained variation upwards, mean rating to the right."),
        ("、" if japanese else "; ").join(named) + ("。" if japanese else "."),
    ]
    first = [p.name for p in points if p.place is Place.FIX]
    if first:
        joined = ("、" if japanese else ", ").join(first)
        words.append(gettext("To improve first: {names}.").format(names=joined))
    return ("" if japanese else " ").join(words)
