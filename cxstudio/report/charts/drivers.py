"""The quadrant of what moves with the score, as a chart that Word draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.survey.quadrant import Place
from cxstudio.drawing.charts.scale import ticks
from cxstudio.formats import number as figure_of
from cxstudio.i18n import catalogue
from cxstudio.report.charts.data import Axis, Point, Scatter, Series, Shade
from cxstudio.report.charts.quarters import QUARTERED, corners, ground, names_between, quarters

_SHADES: dict[Place, tuple[Shade, Shade, Shade]] = {
    Place.FIX: ("orange", "orange_mid", "orange"),
    Place.KEEP: ("petrol", "petrol_mid", "petrol"),
}
"""Of the mark, of its intervals and of its name."""
_QUARTERS: tuple[Shade, ...] = ("orange", "petrol", "ink3", "ink3")
_ROOM = 0.2


@dataclass(frozen=True, slots=True)
class Rated:
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


def drivers_chart(
    points: Sequence[Rated], even: float, middle: float, language: str, size: tuple[float, float]
) -> Scatter:
    """Mean ratings across, shares of the explained variation upwards, parted at their middles;
    `size` is that of the chart in millimetres."""
    gettext = catalogue(language).gettext
    means = [end for one in points for end in (one.mean_low, one.mean_high)] + [middle]
    away = max((max(means) - min(means)) * _ROOM, 0.05)
    marks = ticks(min(means) - away, max(means) + away)
    top = ticks(0, 100 * max(max(one.share_high for one in points), even) * 1.08)
    across = Axis(marks[0], marks[-1], round(marks[1] - marks[0], 10), gettext("Mean rating"),
                  "0.0#")  # fmt: skip
    upwards = Axis(0, top[-1], top[1], gettext("Share of explained variation, %"), "0")
    lines = (middle, 100 * even)
    named = corners((across, upwards), lines, size, _words(language), _QUARTERS,
                    [(one.mean, 100 * one.share) for one in points])  # fmt: skip
    places = [(one.mean, 100 * one.share) for one in points]
    words = [(one.name, _shades(one)[2]) for one in points]
    beside = names_between(places, words, [*map(_ends, points)], (across, upwards), lines, size,
                           named)  # fmt: skip
    return Scatter(
        (*quarters(across, upwards, *lines), *map(_rating, points)),
        across,
        upwards,
        size[1],
        QUARTERED,
        (ground(across, upwards, *lines, "orange_mid"), *named, *beside),
    )


def _words(language: str) -> tuple[str, str, str, str]:
    said = catalogue(language).pgettext
    return (
        said("drivers", "Improve first"),
        said("drivers", "Keep"),
        said("drivers", "Watch"),
        said("drivers", "Good enough"),
    )


def _rating(one: Rated) -> Series:
    """A series for each rating; its name is a note between the arms of its intervals."""
    shade, whisker, _words = _shades(one)
    return Series(
        one.name,
        (Point(one.mean, 100 * one.share, False, "right", *_ends(one), hollow=one.few),),
        shade,
        mark_points=8,
        whisker=whisker,
    )


def _ends(one: Rated) -> tuple[tuple[float, float], tuple[float, float]]:
    return (one.mean_low, one.mean_high), (100 * one.share_low, 100 * one.share_high)


def _shades(one: Rated) -> tuple[Shade, Shade, Shade]:
    return _SHADES.get(one.place, ("ink3", "rule", "ink2"))


def drivers_alt(points: Sequence[Rated], language: str) -> str:
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
