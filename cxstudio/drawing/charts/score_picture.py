"""The score for the report: large, with its interval on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.survey.nps import Nps
from cxstudio.drawing.charts.figure import (
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    new_figure,
    text_mm,
)
from cxstudio.drawing.charts.scale import number, ticks
from cxstudio.drawing.picture import Picture
from cxstudio.formats import number as figure_of
from cxstudio.i18n import catalogue

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BIG = 32.0
LINE_MM, HEIGHT_MM = 22.0, 29.0


def score_picture(
    score: Nps,
    target: float | None = None,
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 63,
) -> Picture:
    """The score with its interval. Raises ValueError when nobody answered."""
    if score.score is None or score.low is None or score.high is None:
        raise ValueError("A picture of the score needs answers.")
    figure = new_figure(width_mm, HEIGHT_MM)
    axes = axes_mm(figure, 0, 0, 0, 0)
    axes.set_xlim(0, width_mm)
    axes.set_ylim(HEIGHT_MM, 0)
    axes.set_axis_off()
    _large(axes, score.score, score.low, score.high, language, palette)
    _line(axes, score, target, width_mm, language, palette)
    return finished(figure, _alt(score, target, language))


def _large(
    axes: Axes, score: float, low: float, high: float, language: str, palette: Palette
) -> None:
    gettext = catalogue(language).gettext
    text = figure_of(score, 1)
    axes.text(
        0, 7, text, va="center_baseline", color=palette.petrol, fontproperties=font(BIG, True)
    )
    between = gettext("{low} to {high}").format(low=figure_of(low, 1), high=figure_of(high, 1))
    left = text_mm(text, BIG, True) + 3.5
    for line, y in ((gettext("95% interval"), 5.0), (between, 9.2)):
        axes.text(left, y, line, va="center", color=palette.ink_2, fontproperties=font())


def _line(
    axes: Axes, score: Nps, target: float | None, width: float, language: str, palette: Palette
) -> None:
    """A number line with the interval as a band, the score a dot, hollow when few answered."""
    assert score.score is not None and score.low is not None and score.high is not None
    known = [score.low, score.high, 0.0, *([] if target is None else [target])]
    values = ticks(min(known), max(known), 4)

    def x(value: float) -> float:
        return 3 + (value - values[0]) / (values[-1] - values[0]) * (width - 6)

    axes.plot([3, width - 3], [LINE_MM] * 2, color=palette.rule, linewidth=0.75, zorder=1)
    for value in values:
        axes.plot(
            [x(value)] * 2, [LINE_MM - 0.8, LINE_MM + 0.8], color=palette.ink_3, linewidth=0.6
        )
        axes.text(
            x(value),
            LINE_MM + 4.6,
            number(value),
            ha="center",
            va="center",
            color=palette.ink_3,
            fontproperties=font(SMALL),
        )
    axes.fill_between(
        [x(score.low), x(score.high)],
        LINE_MM - 1.8,
        LINE_MM + 1.8,
        color=palette.petrol_mid,
        alpha=0.45,
        linewidth=0,
        zorder=2,
    )
    fill = "white" if score.small else palette.petrol
    axes.plot(
        [x(score.score)], [LINE_MM], "o", ms=6, mfc=fill, mec=palette.petrol, mew=1.2, zorder=4
    )
    if target is None:
        return
    axes.plot([x(target)] * 2, [LINE_MM - 3, LINE_MM + 1.6], color=palette.orange, linewidth=1.4)
    text = catalogue(language).gettext("Target {value}").format(value=number(target))
    half = text_mm(text, SMALL, True) / 2
    axes.text(
        min(max(x(target), half), width - half),
        LINE_MM - 5,
        text,
        ha="center",
        va="center",
        color=palette.orange,
        fontproperties=font(SMALL, True),
    )


def _alt(score: Nps, target: float | None, language: str) -> str:
    gettext = catalogue(language).gettext
    low, high = figure_of(score.low or 0, 1), figure_of(score.high or 0, 1)
    words = [
        gettext("The score on a line: {score}, 95% interval {low} to {high}, n = {n}.").format(
            score=figure_of(score.score or 0, 1), low=low, high=high, n=f"{score.n:,}"
        )
    ]
    if target is not None:
        words.append(gettext("Target {value}.").format(value=number(target)))
    return ("" if language.startswith("ja") else " ").join(words)
