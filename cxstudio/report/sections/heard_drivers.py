"""What moves with the score: the quadrant, and the sentence on what it does not prove."""

from __future__ import annotations

from cxstudio.analysis.cautions import Caution, Oddity
from cxstudio.analysis.drivers import Driver, Drivers, Missing, Refusal
from cxstudio.analysis.quadrant import Place
from cxstudio.i18n import N_
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.heard import Driven, Heard
from cxstudio.report.sections.heard_score import source

WIDE_MM, HIGH_MM = 100.0, 78.0
MOST_NAMED = 2
PROVES_NOT = N_(
    "These ratings move together with the score. That one causes the other, this does not show."
)
REFUSED = {
    Refusal.NO_DRIVERS: N_("What moves with the score cannot be told: no rating varies."),
    Refusal.NO_VARIATION: N_("What moves with the score cannot be told: all gave the same score."),
    Refusal.TOO_FEW: N_("What moves with the score cannot be told: too few complete answers."),
}
MISSING = {
    Missing.COMPLETE: N_(
        "Only those who gave every rating count; {share} of those with a score are left out."
    ),
    Missing.PAIRWISE: N_(
        "Each pair of ratings rests on those who gave both; in the rarest pair {share} of those "
        "with a score are left out."
    ),
}
CAUTIONS = {
    Oddity.FEW_ANSWERS: N_("There are fewer than 30 answers for each rating, so the bars count."),
    Oddity.CONSTANT: N_("All gave {names} the same answer, and it is left out."),
    Oddity.COLLINEAR: N_("What nearly repeats the other ratings has an unsure share: {names}."),
    Oddity.NEGATIVE: N_("Higher where the score is lower, so perhaps turned round: {names}."),
    Oddity.MANY_LOST: N_("More than half of the answers are not used."),
    Oddity.CONTRADICTORY: N_("Some pairs of ratings contradict each other and are adjusted."),
    Oddity.LITTLE_EXPLAINED: N_("All ratings together explain under a tenth of the score."),
}


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
    from cxstudio.drawing.charts.drivers_picture import Point, drivers_picture

    found = driven.found
    same = {driven.scales[one.name] for one in found.drivers}
    low, high = same.pop() if len(same) == 1 else (0.0, 1.0)

    def point(one: Driver) -> Point:
        mean = low + one.reached * (high - low)
        ends = _doubt(one, driven.scales[one.name], (low, high))
        share_low = one.share if one.low is None else one.low
        share_high = one.share if one.high is None else one.high
        name = driven.titles[one.name]
        few = one.performance.small
        return Point(name, one.share, share_low, share_high, mean, *ends, one.place, few)

    picture = drivers_picture(
        [point(one) for one in found.drivers],
        found.even,
        low + found.middle * (high - low),
        context.language,
        context.palette,
        WIDE_MM,
        HIGH_MM,
    )
    return b.Figure(
        picture.png,
        picture.width_mm,
        picture.alt,
        caption=_caption(context, driven),
        subcaption=_measured(context, found, (low, high)),
        source=source(context, last),
        svg=picture.svg,
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
    return context.gettext("To improve first: {names}, important and behind the others",
                           names=names)  # fmt: skip


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
    _, found = context.gettext, driven.found
    said = [_(PROVES_NOT)]
    if found.missing in MISSING:
        said.append(_(MISSING[found.missing], share=context.written.percent(found.lost)))
    lost = Oddity.MANY_LOST if found.missing in MISSING else None  # the share is said already
    said += [_caution(context, one, driven) for one in found.cautions if one.oddity is not lost]
    return b.Meaning(context.sentences(*said), _("Read with care"))


def _caution(context: Context, caution: Caution, driven: Driven) -> str:
    names = context.written.joined([driven.titles.get(name, name) for name in caution.drivers])
    return context.gettext(CAUTIONS[caution.oddity], names=names)
