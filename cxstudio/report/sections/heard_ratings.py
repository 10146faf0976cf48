"""Every rating of the last wave: its mean and its share of high answers, with their intervals."""

from __future__ import annotations

from cxstudio.analysis.survey.figure import Figure
from cxstudio.analysis.survey.nps import SMALL
from cxstudio.analysis.survey.ratings import NAMES, Rating
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.heard import Heard
from cxstudio.report.sections.heard_score import named, source

MOST = 12
INDEX_MM, FIGURE_MM, INTERVAL_MM, N_MM = 14.0, 19.0, 28.0, 14.0


def ratings(context: Context, last: Heard) -> list[b.Block]:
    """The table of ratings; nothing where there is none that the reader may see."""
    found = [one for one in context.survey.ratings if _shown(context, one.mean)]
    if not found:
        return []
    _, shown = context.gettext, found[:MOST]
    columns = (
        b.Column(_("Rating")),
        b.Column("", INDEX_MM),
        b.Column(_("Mean"), FIGURE_MM, "number"),
        b.Column(_("95% interval"), INTERVAL_MM, "number"),
        b.Column(_("High answers"), FIGURE_MM, "number"),
        b.Column(_("95% interval"), INTERVAL_MM, "number"),
        b.Column("n", N_MM, "number"),
    )
    rows = tuple(_row(context, one) for one in shown)
    return [
        b.Table(
            columns,
            rows,
            _caption(context, shown),
            _subcaption(context, found, last),
            source(context, last),
            dense=True,
        )
    ]


def _shown(context: Context, figure: Figure) -> bool:
    return figure.value is not None and not figure.withheld(context.audience)


def _row(context: Context, one: Rating) -> b.Row:
    written, mean, high = context.written, one.mean, one.high
    count = f"{mean.n:,}*" if 0 < mean.n < SMALL else f"{mean.n:,}"
    return b.Row((
        one.title,
        NAMES[one.known],
        (b.Text(written.number(mean.value or 0, 2), bold=True),),
        _interval(context, mean, 2),
        (b.Text(written.percent((high.value or 0) / 100), bold=True),),
        _interval(context, high, 0),
        count,
    ))  # fmt: skip


def _interval(context: Context, figure: Figure, decimals: int) -> str:
    if figure.low is None or figure.high is None:
        return "–"
    return context.written.interval(figure.low, figure.high, decimals)


def _caption(context: Context, shown: list[Rating]) -> str:
    """From which rating to which the share of high answers runs."""
    _, written = context.gettext, context.written
    known = sorted((one.high.value or 0, one.title) for one in shown)
    (low, lowest), (high, highest) = known[0], known[-1]
    if len(known) == 1:
        return _("{name}: {high} high answers", name=highest, high=written.percent(high / 100))
    return _(
        "High answers from {low} ({lowest}) to {high} ({highest})",
        low=written.percent(low / 100),
        lowest=lowest,
        high=written.percent(high / 100),
        highest=highest,
    )


def _subcaption(context: Context, found: list[Rating], last: Heard) -> str:
    _ = context.gettext
    told = [_("Ratings, {wave}.", wave=named(context, last))]
    scales = {one.scale for one in found}
    if len(scales) == 1:
        low, high = (context.written.figure(end) for end in scales.pop())
        told.append(_("Means from {low} to {high}.", low=low, high=high))
    kinds = {one.known for one in found}
    if kinds - {"ces"}:
        told.append(_("High answers: the two highest, of satisfaction called CSAT."))
    if "ces" in kinds:
        told.append(_("CES: the upper answers of effort, three of seven or two of five."))
    if any(one.mean.small for one in found[:MOST]):
        told.append(_("An asterisk: fewer than 30 answers."))
    if len(found) > MOST:
        told.append(
            context.ngettext(
                "{count} more rating is not shown.",
                "{count} more ratings are not shown.",
                len(found) - MOST,
            )
        )
    return context.sentences(*told)
