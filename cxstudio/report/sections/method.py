"""Appendix: how the figures are computed, what they cannot bear, trademarks and attribution."""

from __future__ import annotations

from cxstudio.analysis.draws import DRAWS, SEED
from cxstudio.analysis.gaps.confidence import HIGH, MEDIUM, MOST
from cxstudio.analysis.gaps.severity import Weights
from cxstudio.analysis.gaps.severity_formula import formula
from cxstudio.analysis.plan.standing import TOP
from cxstudio.analysis.survey.nps import SMALL, WITHHELD
from cxstudio.i18n import N_
from cxstudio.report import blocks as b
from cxstudio.report import measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES, survey_method
from cxstudio.report.texts import Texts, broken

TRADEMARK = N_(
    "Net Promoter, Net Promoter Score and NPS are registered trademarks of Bain & Company, Inc., "
    "Fred Reichheld and Satmetrix Systems, Inc."
)

RANKING = N_(
    "Each score lies between its ends or, where none are given, two steps × (1 − confidence) to "
    "either side. Each figure is drawn on its own from a triangle, {draws} times (seed {seed}); "
    "“first {top}” is the share of draws in which an initiative stands there."
)
CASE = N_(
    "Month 1 is that of the first start. What is spent once is spread from start to end; what is "
    "spent yearly begins after the end; an effect grows evenly to full. Effects on one measure are "
    "added and end at its target."
)


def suggest(context: Context) -> Texts:
    """That every figure can be computed again."""
    return Texts(
        context.gettext("Every figure can be computed again and shows how sure it is"),
        "",
    )


def blocks(context: Context, texts: Texts) -> b.Section:
    """Formulas, rules, limits, trademark and attribution."""
    _ = context.gettext
    shown: list[b.Block] = [*narrative.blocks(context, texts.narrative)]
    if measures.shows_score(context):
        shown += _score(context)
        shown += [*survey_method.waves(context), *survey_method.weights(context)]
    shown += [*_severity(context), *_present_value(context)]
    shown += [
        b.Heading(3, _("Rules of this report")),
        b.Definitions((*survey_method.rules(context), *_rules(context)), 44.0),
    ]
    if measures.shows_score(context):
        shown.append(b.Trademark(_(TRADEMARK)))
    if context.engagement.attribution:
        shown.append(b.Box(context.engagement.attribution, _("Sources of data")))
    return b.Section(
        _(TITLES["method"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        kind="appendix",
    )


def _score(context: Context) -> list[b.Block]:
    _ = context.gettext
    return [
        b.Heading(3, _("Net Promoter Score and its interval")),
        b.Paragraph(
            _("Of answers from 0 to 10, those of 9 and 10 are promoters (P), 7 and 8 passives, "
              "0 to 6 detractors (D); p and d are their shares among n answers.")
        ),
        b.Formula(("NPS = 100 × (p − d)", "σ² = p + d − (p − d)²", "SE = 100 × √(σ² / n)")),
        b.Paragraph(
            _("The interval is the adjusted Wald interval (Rocks 2016): three answers are added, "
              "three quarters of one to the promoters and three quarters of one to the "
              "detractors. The score shown is the observed one; the interval centres on the "
              "adjusted one.")
        ),
        b.Formula(("ñ = n + 3", "p̃ = (P + 0.75) / ñ", "d̃ = (D + 0.75) / ñ",
                   "CI = 100 × (p̃ − d̃) ± 1.96 × SE(p̃, d̃, ñ)")),
        b.Paragraph(
            _("Whether two scores a and b differ is told by z, on the adjusted values.")
        ),
        b.Formula(("z = (a − b) / √(SE_a² + SE_b²)",)),
    ]  # fmt: skip


def _severity(context: Context) -> list[b.Block]:
    _ = context.gettext
    words = formula(Weights.of(context.engagement), _)
    return [
        b.Heading(3, _("Severity")),
        b.Formula((_("Severity = {formula}", formula=words),)),
        b.Paragraph(
            _("Importance runs from 1 to 5, target and now from 0 to 10 (a target already met "
              "counts 0), and reach, the share of customers, from 0 to 1. The weights are this "
              "engagement’s own; there is no accepted standard.")
        ),
    ]  # fmt: skip


def _present_value(context: Context) -> list[b.Block]:
    """How the months of the business case are discounted, where there is one."""
    _ = context.gettext
    if context.plan.case is None:
        return []
    return [
        b.Heading(3, _("Net present value")),
        b.Formula(("NPV = Σ (B_m − C_m) / (1 + r)^((m − ½) / 12)",)),
        b.Paragraph(
            _("B and C are benefit and cost of month m, which counts at its middle; r is the "
              "discount rate of a year.")
        ),
    ]  # fmt: skip


def _rules(context: Context) -> tuple[b.Fact, ...]:
    _, percent = context.gettext, context.written.percent
    pairs = (
        (_("Confidence"), _(
            "Doubt is 1 without evidence. Each independent source leaves 0.6 of it, each further "
            "kind of evidence 0.9, the largest survey figure 0.8 from 30 answers and 0.6 from 100. "
            "Confidence = 1 − doubt, {most} at most: high from {high}, medium from {medium}. "
            "Excerpts of one person are one source. A convention, not a probability.",
            most=percent(MOST), high=percent(HIGH), medium=percent(MEDIUM))),
        (_("Emotion"), _(
            "From −2 (distressed) to +2 (delighted) in steps of 0.1; n counts the excerpts and "
            "comments at the step. A step without evidence is blank, not zero.")),
        (_("Small samples"), _(
            "Under {small} answers a figure is marked by a hollow point or an asterisk; under "
            "{withheld} a client report shows no score.", small=SMALL, withheld=WITHHELD)),
        (_("Associations"), _(
            "Differences between groups are told as such. They do not show what would happen if "
            "something were changed.")),
    )  # fmt: skip
    facts = [b.Fact(label, words) for label, words in pairs]
    if context.plan.standings:
        counted = {"draws": f"{DRAWS:,}", "seed": SEED, "top": TOP}
        facts.append(b.Fact(_("Ranking"), _(RANKING, **counted)))
    if context.plan.case is not None:
        facts.append(b.Fact(_("Business case"), _(CASE)))
    return tuple(facts)
