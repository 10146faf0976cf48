"""The score with its interval and the three kinds of people, beside the trend in true time."""

from __future__ import annotations

from collections import Counter

from cxstudio.analysis.survey.comparing import Comparison, Verdict
from cxstudio.analysis.survey.told import VERDICTS
from cxstudio.drawing.charts.scale import Reading
from cxstudio.model import Kpi
from cxstudio.report import blocks as b
from cxstudio.report.charts.composition import People, composition_alt, composition_chart
from cxstudio.report.charts.trend import trend_alt, trend_chart
from cxstudio.report.context import Context
from cxstudio.report.heard import Heard

SCORE_MM, TREND_MM = 63.0, 96.0
TREND_HIGH_MM = 54.0
MOST_BARS = 4


def named(context: Context, wave: Heard) -> str:
    """A wave by its month; by its day or its name where another one has the same."""
    waves = context.survey.heard
    written = context.written
    if wave.dated is None:
        return wave.name
    months = Counter(written.month(one.dated) for one in waves if one.dated)
    if months[written.month(wave.dated)] == 1:
        return written.month(wave.dated)
    days = Counter(one.dated for one in waves)
    return written.short_day(wave.dated) if days[wave.dated] == 1 else wave.name


def source(context: Context, *waves: Heard) -> str:
    """Where the answers come from, each said once, and which waves they are."""
    sources = dict.fromkeys(one.source or one.name for one in waves)
    told = context.listed([named(context, one) for one in waves])
    label = context.ngettext("wave {names}", "waves {names}", len(waves), names=told)
    return context.listed([*sources, label], strong=True)


def score_and_trend(context: Context, last: Heard, kpi: Kpi | None) -> list[b.Block]:
    """The two figures side by side, the verdicts below the trend; without a trend the score."""
    score = _score(context, last, kpi)
    trend = _trend(context, kpi)
    if trend is None:
        return [*score]
    right = (trend, *_verdicts(context, last))
    return [b.Columns((score, right), (SCORE_MM, TREND_MM))]


def _score(context: Context, last: Heard, kpi: Kpi | None) -> tuple[b.Figure, b.Figure]:
    """The score on its line, and under the same caption who gave it in the last waves."""
    from cxstudio.drawing.charts.score_picture import score_picture

    _, written, score = context.gettext, context.written, last.score
    waves = [one for one in context.survey.heard if not one.score.withheld(context.audience)]
    people = [People(named(context, one), one.score) for one in waves[-MOST_BARS:]]
    target = kpi.target if kpi else None
    picture = score_picture(score, target, context.language, context.palette, SCORE_MM)
    caption = _(
        "{promoters} are promoters, {detractors} detractors",
        promoters=written.percent(score.promoters / score.n),
        detractors=written.percent(score.detractors / score.n),
    )
    told = [_("NPS, {wave}", wave=named(context, last)), written.n(score.n)]
    if last.weighted:
        told.append(_("weighted, as good as {n} answers", n=written.number(round(score.effective))))
    gauge = b.Figure(
        picture.png,
        picture.width_mm,
        picture.alt,
        caption=caption,
        subcaption=context.listed(told),
        svg=picture.svg,
    )
    composition = b.Figure(
        b"",
        SCORE_MM,
        composition_alt(people, context.language),
        source=source(context, *waves[-MOST_BARS:]),
        chart=composition_chart(people, context.language),
    )
    return gauge, composition


def _trend(context: Context, kpi: Kpi | None) -> b.Figure | None:
    """The score of every wave with a day; None with fewer than two."""
    waves = [
        one
        for one in context.survey.heard
        if one.dated and one.score.score is not None and not one.score.withheld(context.audience)
    ]
    shown = [
        Reading(one.dated, one.score.score, one.score.low, one.score.high, one.score.n)
        for one in waves
        if one.dated and one.score.score is not None
    ]
    if len(shown) < 2:
        return None
    _, written = context.gettext, context.written
    first, last = shown[0], shown[-1]
    caption = _(
        "From {first} in {begin} to {last} in {end}",
        first=written.score(first.value),
        begin=named(context, waves[0]),
        last=written.score(last.value),
        end=named(context, waves[-1]),
    )
    few = _("hollow: fewer than 30 answers") if any(one.few for one in shown) else ""
    told = _("NPS by survey wave with its 95% interval, in true time")
    return b.Figure(
        b"",
        TREND_MM,
        trend_alt(shown, kpi.target if kpi else None, "", context.language, "NPS"),
        caption=caption,
        subcaption=context.listed([told, few], strong=True),
        chart=trend_chart(
            shown,
            kpi.target if kpi else None,
            "",
            context.language,
            "NPS",
            kpi.target_on if kpi else None,
            TREND_MM,
            TREND_HIGH_MM,
        ),
    )


def _verdicts(context: Context, last: Heard) -> list[b.Block]:
    """The last wave against the one before and against the first, as tests tell."""
    found = context.survey.compared
    chosen = [found[-1], *([found[0]] if len(found) > 1 else [])] if found else []
    return [b.Paragraph(_verdict(context, last, *one)) for one in chosen]


def _verdict(context: Context, last: Heard, before: Heard, found: Comparison) -> str:
    _, written = context.gettext, context.written
    told = _(VERDICTS[found.verdict])
    pair = {"first": named(context, before), "last": named(context, last), "told": told}
    hidden = before.score.withheld(context.audience) or found.verdict is Verdict.TOO_FEW
    if hidden or found.difference is None or found.statistic is None:
        return _("{first} to {last}: {told}.", **pair)
    return _(
        "{first} to {last}: {difference} points, z = {z}: {told}.",
        difference=written.signed(found.difference),
        z=written.number(found.statistic, 1),
        **pair,
    )
