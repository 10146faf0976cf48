"""Voice of the customer: the score, who differs, what moves with it, and in whose words."""

from __future__ import annotations

from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.i18n import N_
from cxstudio.model import Kpi
from cxstudio.report import blocks as b
from cxstudio.report import measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.heard import Heard, old_figures
from cxstudio.report.sections import TITLES, order
from cxstudio.report.sections.heard_comments import comments
from cxstudio.report.sections.heard_drivers import WIDE_MM, meaning, quadrant
from cxstudio.report.sections.heard_groups import by_group, group_figure, who_differs
from cxstudio.report.sections.heard_ratings import ratings
from cxstudio.report.sections.heard_score import named, score_and_trend
from cxstudio.report.sections.method import TRADEMARK
from cxstudio.report.texts import Texts, broken

GROUPS_MM = 59.0
CLOSE = 0.1
"""Points within which a KPI's newest reading is the same as the score of the wave."""
MESSAGES = {
    Verdict.HIGHER: N_("NPS {score} ({interval}): higher than in {wave}, unlikely to be chance"),
    Verdict.LOWER: N_("NPS {score} ({interval}): lower than in {wave}, unlikely to be chance"),
    Verdict.NO_SIGN: N_("NPS {score} ({interval}): no sign of a difference from {wave}"),
    Verdict.TOO_FEW: N_("NPS {score} ({interval}): too few answers to compare with {wave}"),
}


def suggest(context: Context) -> Texts:
    """The score against the last wave with what the test says, and which groups differ."""
    last = context.survey.latest
    if last is None:
        return Texts(context.gettext("No wave of the survey has a score yet"))
    if last.score.withheld(context.audience):
        message = context.ngettext(
            "{count} answer is too few to show a score",
            "{count} answers are too few to show a score",
            last.score.n,
        )
        return Texts(message)
    return Texts(_message(context, last), who_differs(context))


def _message(context: Context, last: Heard) -> str:
    written, score = context.written, last.score
    values = {
        "score": written.score(score.score or 0),
        "interval": written.interval(score.low or 0, score.high or 0),
    }
    if not context.survey.compared:
        text = N_("NPS {score}, with a 95% interval of {interval}")
        return context.gettext(text, **values)
    before, found = context.survey.compared[-1]
    return context.gettext(MESSAGES[found.verdict], wave=named(context, before), **values)


def blocks(context: Context, texts: Texts) -> b.Section:
    """Score and trend, the table, what both mean, drivers and ratings, comments, and what is out
    of date."""
    _ = context.gettext
    told = _told(context, texts.narrative)
    last = context.survey.latest
    shown: list[b.Block] = []
    if last is not None and not last.score.withheld(context.audience):
        shown += [*score_and_trend(context, last, the_kpi(context)), *by_group(context, last)]
        shown += told
        shown += _pictured(quadrant(context, last), group_figure(context, last))
        shown += [*meaning(context), *ratings(context, last), *_quotes(context)]
    else:
        shown += [*told, *_quotes(context)]
    shown += _notes(context)
    if last is not None and "method" not in order(context):
        shown.append(b.Trademark(_(TRADEMARK)))
    return b.Section(
        _(TITLES["customer_voice"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
    )


def _quotes(context: Context) -> tuple[b.Block, ...]:
    said = comments(context)
    return (b.Heading(3, context.gettext("In their own words")), *said) if said else ()


def _told(context: Context, text: str) -> tuple[b.Block, ...]:
    """The consultant's words: what this means; lists and headings stay as they are written."""
    lines = narrative.lines(text)
    if not lines or any(narrative.kind_of(line) for line in lines):
        return narrative.blocks(context, text)
    return (b.Meaning(narrative.runs(context, " ".join(lines))),)


def _pictured(drivers: b.Figure | None, groups: b.Figure | None) -> list[b.Block]:
    """Drivers and groups side by side; one of both alone."""
    if drivers is None or groups is None:
        return [one for one in (drivers, groups) if one is not None]
    return [b.Columns(((drivers,), (groups,)), (WIDE_MM, GROUPS_MM))]


def the_kpi(context: Context) -> Kpi | None:
    """The KPI that is the score of the last wave, whose target holds for it; None without one."""
    kpi, last = measures.the_score(context), context.survey.latest
    reading = measures.newest(kpi) if kpi else None
    if reading is None or last is None or last.score.score is None:
        return None
    same = abs(reading.value - last.score.score) <= CLOSE and reading.n in (None, last.score.n)
    return kpi if same else None


def shows_trend_of(context: Context, kpi: Kpi) -> bool:
    """Whether this section is printed and draws the readings of the KPI, wave by wave."""
    if "customer_voice" not in order(context) or the_kpi(context) is not kpi:
        return False
    dated = [one for one in context.survey.heard if one.dated]
    return len(dated) >= len(kpi.readings)


def _notes(context: Context) -> list[b.Block]:
    """What could not be read, and for the team which figures are out of date."""
    notes: list[b.Block] = []
    if context.survey.unread:
        text = context.gettext(
            "The answers of these waves cannot be read, so they are not shown: {names}.",
            names=context.listed(context.survey.unread),
        )
        notes.append(b.Paragraph(text, "note"))
    old = old_figures(context) if context.audience == "internal" else []
    if old:
        said = context.gettext("Out of date, because their wave has changed since: {codes}.")
        before, after = said.split("{codes}")
        marks: list[b.Inline] = [b.Text(before)]
        for place, piece in enumerate(old):
            marks += [b.Text(" ")] if place else []
            marks.append(context.ref(piece, context.sources([piece])))
        notes.append(b.Paragraph((*marks, b.Text(after)), "note"))
    return notes
