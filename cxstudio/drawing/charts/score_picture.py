"""The score for the report: large, with its interval on a line; who gave it, wave by wave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.analysis.nps import Nps
from cxstudio.drawing.charts.figure import (
    BODY,
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
LINE_MM, KEY_MM, FIRST_MM, PITCH_MM, BAR_MM = 22.0, 33.5, 37.0, 7.0, 5.2
NARROWEST = 0.09
"""The share from which a part of a bar has room for its number."""


@dataclass(frozen=True, slots=True)
class People:
    """Who answered in a wave; `score` holds the counts."""

    wave: str
    score: Nps


def score_picture(
    waves: Sequence[People],
    target: float | None = None,
    language: str = "en",
    palette: Palette = STANDARD,
    width_mm: float = 63,
) -> Picture:
    """The score of the last wave with its interval, and the three kinds of people in each wave.

    Raises ValueError when nobody answered in the last wave.
    """
    last = waves[-1].score if waves else None
    if last is None or last.score is None or last.low is None or last.high is None:
        raise ValueError("A picture of the score needs answers.")
    height = FIRST_MM + PITCH_MM * len(waves)
    figure = new_figure(width_mm, height)
    axes = axes_mm(figure, 0, 0, 0, 0)
    axes.set_xlim(0, width_mm)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    _large(axes, last.score, last.low, last.high, language, palette)
    _line(axes, last, target, width_mm, language, palette)
    _key(axes, language, palette)
    names = max(text_mm(one.wave, SMALL) for one in waves) + 2.5
    for place, one in enumerate(waves):
        _bar(axes, one, FIRST_MM + PITCH_MM * place, (names, width_mm), palette)
    return finished(figure, _alt(waves, target, language))


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


def _key(axes: Axes, language: str, palette: Palette) -> None:
    """The three kinds in their colours, which are the legend of the bars."""
    gettext = catalogue(language).gettext
    between = "、" if language.startswith("ja") else ", "
    words = (
        (gettext("Detractors"), palette.orange, True),
        (between + gettext("Passives").lower() + between, palette.ink_2, False),
        (gettext("Promoters").lower(), palette.petrol, True),
        (between + "%", palette.ink_2, False),
    )
    x = 0.0
    for text, colour, bold in words:
        axes.text(
            x, KEY_MM, text, va="center_baseline", color=colour, fontproperties=font(BODY, bold)
        )
        x += text_mm(text, BODY, bold)


def _bar(
    axes: Axes, people: People, top: float, across: tuple[float, float], palette: Palette
) -> None:
    score, (left, right) = people.score, across
    middle = top + BAR_MM / 2
    axes.text(0, middle, people.wave, va="center", color=palette.ink_2, fontproperties=font(SMALL))
    parts = (
        (score.detractors, palette.orange_mid, palette.ink),
        (score.passives, palette.hairline, palette.ink_2),
        (score.promoters, palette.petrol, "white"),
    )
    if not score.n:
        return
    room = right - left
    for count, colour, ink in parts:
        share = count / score.n
        wide = share * room
        axes.fill_between(
            [left, left + wide], top, top + BAR_MM, color=colour, linewidth=0, zorder=2
        )
        if share >= NARROWEST:
            axes.text(
                left + wide / 2,
                middle,
                figure_of(100 * share),
                ha="center",
                va="center_baseline",
                color=ink,
                fontproperties=font(SMALL, True),
                zorder=3,
            )
        left += wide


def _alt(waves: Sequence[People], target: float | None, language: str) -> str:
    gettext = catalogue(language).gettext
    last = waves[-1].score
    low, high = figure_of(last.low or 0, 1), figure_of(last.high or 0, 1)
    words = [
        gettext("The score on a line: {score}, 95% interval {low} to {high}, n = {n}.").format(
            score=figure_of(last.score or 0, 1), low=low, high=high, n=f"{last.n:,}"
        )
    ]
    if target is not None:
        words.append(gettext("Target {value}.").format(value=number(target)))
    for one in waves:
        if one.score.n:
            text = gettext("{wave}: {detractors}% detractors, {passives}% passives, {promoters}% "
                           "promoters.")  # fmt: skip
            shares = {
                name: figure_of(100 * getattr(one.score, name) / one.score.n)
                for name in ("detractors", "passives", "promoters")
            }
            words.append(text.format(wave=one.wave, **shares))
    return ("" if language.startswith("ja") else " ").join(words)
