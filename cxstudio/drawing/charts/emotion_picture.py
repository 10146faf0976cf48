"""A small emotion curve for text columns and table cells of the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxstudio.drawing.charts.figure import (
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    new_figure,
)
from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.picture import Picture
from cxstudio.formats import signed
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def emotion_small(
    values: Sequence[float | None],
    names: Sequence[str],
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 79,
    height_mm: float = 30,
) -> Picture:
    """The values of the steps `names`, −2 to +2, blank where there is none; the lowest named."""
    figure = new_figure(width_mm, height_mm)
    axes = axes_mm(figure, 1, 1, 1, 1)
    axes.set_xlim(-0.5, max(len(values), 1) - 0.5)
    axes.set_ylim(-2.9, 2.6)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axhline(0, color=palette.rule, linewidth=0.75, zorder=0)
    points = [None if v is None else Point(float(x), v) for x, v in enumerate(values)]
    for stretch in unbroken(points):
        _curve(axes, stretch, palette)
    known = [point for point in points if point is not None]
    lowest = min(known, key=lambda p: p.y, default=None)
    for point in known:
        colour = palette.orange if point.y < 0 else palette.petrol
        size = 6.5 if point is lowest else 4.5
        axes.plot([point.x], [point.y], "o", ms=size, mfc=colour, mec="white", mew=0.8, zorder=3)
    if lowest is not None:
        _name(axes, lowest, names, len(values), palette)
    return finished(figure, _alt(values, names, lowest, language))


def _curve(axes: Axes, stretch: list[Point], palette: Palette) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    places, codes = [stretch[0]], [Path.MOVETO]
    for piece in smooth(stretch):
        places += [piece.control_1, piece.control_2, piece.end]
        codes += [Path.CURVE4] * 3
    line = PathPatch(Path(places, codes), fill=False, edgecolor=palette.petrol, linewidth=1.5)
    axes.add_patch(line)


def _name(axes: Axes, lowest: Point, names: Sequence[str], count: int, palette: Palette) -> None:
    side = "left" if lowest.x < count / 3 else "right" if lowest.x > count * 2 / 3 else "center"
    axes.annotate(
        f"{names[int(lowest.x)]}  {signed(lowest.y)}",
        lowest,
        xytext=(0, -6),
        textcoords="offset points",
        ha=side,
        va="top",
        color=palette.orange if lowest.y < 0 else palette.ink_2,
        fontproperties=font(SMALL, True),
    )


def _alt(
    values: Sequence[float | None], names: Sequence[str], lowest: Point | None, language: str
) -> str:
    gettext = catalogue(language).gettext
    if lowest is None:
        return gettext("No step has an emotion value yet.")
    return gettext("Emotion curve over {steps} steps; lowest at {name} ({value}).").format(
        steps=len(values), name=names[int(lowest.x)], value=signed(lowest.y)
    )
