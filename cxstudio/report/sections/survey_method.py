"""Of the appendix on method: the waves with their counts, and how the survey's figures are made."""

from __future__ import annotations

from cxstudio.analysis.survey.told import outcomes_said
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.heard import Heard
from cxstudio.report.sections.heard_score import named, source
from cxstudio.report.texts import spelled

NUMBERS = 17.0


def waves(context: Context) -> list[b.Block]:
    """The table of waves: who answered, who did not, the score and its interval."""
    heard = context.survey.heard
    if not heard:
        return []
    _ = context.gettext
    columns = (
        b.Column(context.pgettext("report", "Wave")),
        b.Column(_("Promoters"), 20, "number"),
        b.Column(_("Passives"), NUMBERS, "number"),
        b.Column(_("Detractors"), 20, "number"),
        b.Column(_("Answers"), NUMBERS, "number"),
        b.Column(_("No answer"), NUMBERS, "number"),
        b.Column("NPS", NUMBERS, "number"),
        b.Column(_("95% interval"), 30, "number"),
    )
    caption = context.ngettext(
        "{count} wave of the survey with its promoters, passives and detractors",
        "{count} waves of the survey with their promoters, passives and detractors",
        len(heard),
    )
    rows = tuple(_row(context, one) for one in heard)
    return [b.Table(columns, rows, spelled(caption), "", source(context, *heard), dense=True)]


def weights(context: Context) -> list[b.Block]:
    """What intervals of weighted waves rest on."""
    if not any(one.weighted for one in context.survey.heard):
        return []
    said = context.gettext(
        "Counts are weighted by w and scaled to the number of answers; intervals rest on Kish’s "
        "effective number of answers."
    )
    return [b.Paragraph(said), b.Formula(("(Σw)² / (Σw²)",))]


def _row(context: Context, one: Heard) -> b.Row:
    written, score = context.written, one.score
    missing = written.number(one.rows - score.n)
    if score.withheld(context.audience) or score.score is None:
        return b.Row(
            (named(context, one), "–", "–", "–", written.number(score.n), missing, "–", "–")
        )
    kinds = (score.promoters, score.passives, score.detractors)
    return b.Row((
        named(context, one),
        *(written.number(count) for count in kinds),
        written.number(score.n),
        missing,
        (b.Text(written.score(score.score), bold=True, tone="holds"),),
        written.interval(score.low or 0, score.high or 0),
    ))  # fmt: skip


def rules(context: Context) -> tuple[b.Fact, ...]:
    """What the figures of the survey rest on, as far as they stand in this report."""
    survey = context.survey
    if not survey.heard:
        return ()
    _ = context.gettext
    facts = [
        b.Fact(_("Missing answers"), _(
            "People who gave no score are left out of it and listed as “no answer”. "
            "A rating counts those who gave it.")),
        b.Fact(_("Many comparisons"), _(
            "Waves are compared with each other and groups with all other people. Holm’s "
            "correction holds the chance of any false alarm at 5%.")),
    ]  # fmt: skip
    if survey.ratings:
        facts.append(b.Fact(_("Ratings"), _(
            "A mean has Student’s interval, cut at the ends of its scale; a share of high answers "
            "has Wilson’s.")))  # fmt: skip
    driven = survey.driven
    if driven is not None and driven.found.refused is None:
        method = driven.found.method.value
        text = {
            "LMG": _("R² of the score on the ratings that are drivers, shared out by LMG "
                     "(Shapley): a rating’s mean gain over all orders of entering them."),
            "Johnson": _("R² of the score on the ratings that are drivers, shared out by "
                         "Johnson’s relative weights."),
        }[method]  # fmt: skip
        drawn = _("The interval is the middle 95% of {draws} bootstrap draws. It is an "
                  "association.", draws=driven.found.draws)  # fmt: skip
        aside = outcomes_said(driven.left_out, _, context.written.joined)
        said = context.sentences(text, *aside, drawn)
        facts.append(b.Fact(_("What moves with the score"), said))
    return tuple(facts)
