"""What moves with the score: the quadrant, and the sentence on what it does not prove."""

from __future__ import annotations

from cxstudio.analysis.survey.driven import Driven
from cxstudio.analysis.survey.drivers import Driver, Drivers
from cxstudio.analysis.survey.quadrant import Place
from cxstudio.analysis.survey.told import REFUSED, read_with_care
from cxstudio.report import blocks as b
from cxstudio.report.charts.drivers import Rated, drivers_alt, drivers_chart
from cxstudio.report.context import Context
from cxstudio.report.heard import Heard
from cxstudio.report.sections.heard_score import source

WIDE_MM, HIGH_MM = 100.0, 78.0
MOST_NAMED = 2


def quadrant(context: Context, last: Heard) -> b.Figure | None:
    """What moves with the score of the last wave; None where it cannot be told."""
    driven = context.survey.driven
    if driven is None or driven.found.refused is not None:
        return None
    return _figure(context, driven, last)


def meaning(context: Context) -> list[b.Block]:
    """What the quadrant does not prove, or why there is none."""
    driven = context.survey.driven
    if driven is None:
        return []
    if driven.found.refused is not None:
        return [b.Paragraph(context.gettext(REFUSED[driven.found.refused]), "note")]
    return [_not_proved(context, driven)]


def _figure(context: Context, driven: Driven, last: Heard) -> b.Figure:
    found = driven.found
    low, high = driven.scale

    def rated(one: Driver) -> Rated:
        ends = _doubt(one, driven.scales[one.name], (low, high))
        share_low = one.share if one.low is None else one.low
        share_high = one.share if one.high is None else one.high
        name, mean, few = driven.titles[one.name], driven.mean(one), one.performance.small
        return Rated(name, one.share, share_low, share_high, mean, *ends, one.place, few)

    points = [rated(one) for one in found.drivers]
    return b.Figure(
        b"",
        WIDE_MM,
        drivers_alt(points, context.language),
        caption=_caption(context, driven),
        subcaption=_measured(context, found, (low, high)),
        source=source(context, last),
        chart=drivers_chart(
            points, found.even, driven.middle, context.language, (WIDE_MM, HIGH_MM)
        ),
    )


def _doubt(
    one: Driver, scale: tuple[float, float], shown: tuple[float, float]
) -> tuple[float, float]:
    """The ends of the mean's interval on the scale that is shown."""
    mean = one.performance
    if mean.low is None or mean.high is None:
        middle = shown[0] + one.reached * (shown[1] - shown[0])
        return middle, middle
    stretch = (shown[1] - shown[0]) / (scale[1] - scale[0])
    first, last = (shown[0] + (end - scale[0]) * stretch for end in (mean.low, mean.high))
    return first, last


def _caption(context: Context, driven: Driven) -> str:
    first = [driven.titles[d.name] for d in driven.found.drivers if d.place is Place.FIX]
    if not first:
        return context.gettext(
            "No rating is both important and behind; “{name}” moves most with the score",
            name=driven.titles[driven.found.drivers[0].name],
        )
    left, right = "「」" if context.japanese else "“”"
    names = context.written.joined([f"{left}{name}{right}" for name in first[:MOST_NAMED]])
    return context.ngettext(
        "To improve first: {names}, important and behind",
        "To improve first: {names}, important and behind the others",
        len(driven.found.drivers) - len(first),
        names=names,
    )


def _measured(context: Context, found: Drivers, scale: tuple[float, float]) -> str:
    _, written = context.gettext, context.written
    return _(
        "Shares of the explained variation ({method}) and mean ratings from {low} to {high}, bars: "
        "95% intervals; R² = {explained}, {n}",
        method=found.method.value,
        low=written.figure(scale[0]),
        high=written.figure(scale[1]),
        explained=written.number(found.explained, 2),
        n=written.n(found.n),
    )


def _not_proved(context: Context, driven: Driven) -> b.Meaning:
    written = context.written
    said = read_with_care(driven, context.gettext, written.joined, written.percent)
    return b.Meaning(context.sentences(*said), context.gettext("Read with care"))
