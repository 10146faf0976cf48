"""The quadrant of what moves with the score, as a chart that Word draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.survey.quadrant import Place
from cxstudio.drawing.charts.scale import ticks
from cxstudio.formats import number as figure_of
from cxstudio.i18n import catalogue
from cxstudio.report.charts.data import Axis, Note, Point, Scatter, Series, Shade
from cxstudio.report.charts.quarters import QUARTERED, corners, ground, named_sides, quarters

_SHADES: dict[Place, tuple[Shade, Shade]] = {
    Place.FIX: ("orange", "orange_mid"),
    Place.KEEP: ("petrol", "petrol_mid"),
}
"""Of the mark and of its intervals."""
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
    return Scatter(
        (*quarters(across, upwards, *lines), *_ratings(points, (across, upwards), size, named)),
        across,
        upwards,
        size[1],
        QUARTERED,
        (ground(across, upwards, *lines, "orange_mid"), *named),
    )


def _words(language: str) -> tuple[str, str, str, str]:
    said = catalogue(language).pgettext
    return (
        said("drivers", "Improve first"),
        said("drivers", "Keep"),
        said("drivers", "Watch"),
        said("drivers", "Good enough"),
    )


def _ratings(
    points: Sequence[Rated],
    axes: tuple[Axis, Axis],
    size: tuple[float, float],
    written: Sequence[Note],
) -> list[Series]:
    """A series for each rating, whose name stands beside it."""
    places = [(one.mean, 100 * one.share) for one in points]
    ends = [
        ((one.mean_low, one.mean_high), (100 * one.share_low, 100 * one.share_high))
        for one in points
    ]
    names = [one.name for one in points]
    sides = named_sides(places, names, [7.0] * len(points), ends, axes, size, written)
    return [
        Series(
            one.name,
            (Point(*at, True, side, *spread, hollow=one.few),),
            _SHADES.get(one.place, ("ink3", "rule"))[0],
            mark_points=8,
            whisker=_SHADES.get(one.place, ("ink3", "rule"))[1],
        )
        for one, at, side, spread in zip(points, places, sides, ends, strict=True)
    ]


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
