"""The quadrant of what moves with the score, as a chart that Word draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.quadrant import Place
from cxstudio.drawing.charts.scale import ticks
from cxstudio.formats import number as figure_of
from cxstudio.i18n import catalogue
from cxstudio.report.chart import Axis, Point, Scatter, Series, Shade

_SHADES: dict[Place, Shade] = {Place.FIX: "orange", Place.KEEP: "petrol"}
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
    points: Sequence[Rated], even: float, middle: float, language: str, height_mm: float
) -> Scatter:
    """Mean ratings across, shares of the explained variation upwards, parted at their middles."""
    gettext = catalogue(language).gettext
    means = [end for one in points for end in (one.mean_low, one.mean_high)] + [middle]
    away = max((max(means) - min(means)) * _ROOM, 0.05)
    marks = ticks(min(means) - away, max(means) + away)
    top = ticks(0, 100 * max(max(one.share_high for one in points), even) * 1.08)
    across = Axis(marks[0], marks[-1], marks[1] - marks[0], gettext("Mean rating"), "0.0#")
    upwards = Axis(0, top[-1], top[1], gettext("Share of explained variation, %"), "0", lines=True)
    parted = (
        Series("–", (Point(across.low, 100 * even), Point(across.high, 100 * even)), "ink3",
               "solid", marks=False),
        Series("|", (Point(middle, 0), Point(middle, upwards.high)), "ink3", "solid",
               marks=False),
    )  # fmt: skip
    return Scatter(
        (*parted, *_ratings(points, middle), _corners(across, upwards, language)),
        across,
        upwards,
        height_mm,
        room=(15.0, 4.0, 4.0, 13.0),
    )


def _ratings(points: Sequence[Rated], middle: float) -> list[Series]:
    """A series for each rating, so that its bars have its colour."""
    return [
        Series(
            one.name,
            (
                Point(
                    one.mean,
                    100 * one.share,
                    one.name,
                    "right" if one.mean >= middle else "left",
                    x_ends=(one.mean_low, one.mean_high),
                    y_ends=(100 * one.share_low, 100 * one.share_high),
                    hollow=one.few,
                ),
            ),
            _SHADES.get(one.place, "ink3"),
            mark_points=7,
        )
        for one in points
    ]


def _corners(across: Axis, upwards: Axis, language: str) -> Series:
    """The names of the four fields, at points that are not seen."""
    said = catalogue(language).pgettext
    named: tuple[tuple[float, float, str, Shade], ...] = (
        (across.low, upwards.high, said("drivers", "Improve first"), "orange"),
        (across.high, upwards.high, said("drivers", "Keep"), "petrol"),
        (across.low, 0.0, said("drivers", "Watch"), "ink3"),
        (across.high, 0.0, said("drivers", "Good enough"), "ink3"),
    )
    inside = (upwards.high - upwards.low) * 0.045
    points = tuple(
        Point(
            x,
            y - inside if y else inside,
            text,
            "right" if x == across.low else "left",
            shade=shade,
        )
        for x, y, text, shade in named
    )
    return Series(" ", points, "ink3", marks=False)


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
