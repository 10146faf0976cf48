"""Appendix: what the words and signs of this report mean, of those that occur."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.i18n import N_
from cxstudio.model import Dependency, Effect, Gap, Initiative, Involvement, Journey, Kpi, Persona
from cxstudio.report import blocks as b
from cxstudio.report import lying, measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

LABEL_MM = 44.0
HIGH_MM = 115.0
"""How high columns of terms may be on a page that lies."""

Occurs = Callable[[Context], object]

TERMS: tuple[tuple[str, str, Occurs], ...] = (
    (N_("As-is, to-be"), N_("How it is today, and how it should be once the plan is done."),
     lambda c: c.all(Gap)),
    (N_("Accountable, responsible"), N_(
        "The accountable department answers for the result and is always one; the responsible ones "
        "do the work; others are consulted before or informed after (RACI)."),
     lambda c: c.all(Involvement)),
    (N_("Confidence"), N_(
        "How well a statement is backed, from one to three dots; the rule stands in the appendix "
        "on method."), lambda c: c.evidence),
    (N_("Critical path"), N_(
        "The initiatives of which each day of delay moves the end of the whole plan."),
     lambda c: c.all(Dependency)),
    (N_("Driver"), N_(
        "A rating that moves together with the score. That is an association and proves no cause."),
     lambda c: c.survey.heard),
    (N_("Evidence"), N_(
        "An excerpt, comment, figure, document or observation with a code such as E-012, which "
        "leads to its row in the register."), lambda c: c.evidence),
    (N_("Gap"), N_("The distance between as-is and to-be at one place of the experience."),
     lambda c: c.all(Gap)),
    (N_("Interval (95%)"), N_(
        "The range that would hold the true value in 95 of 100 surveys like this one."),
     lambda c: measures.shows_score(c)),
    (N_("Journey map"), N_(
        "The steps of a customer in their order, with touchpoints, feelings and what goes wrong."),
     lambda c: c.all(Journey)),
    (N_("KPI"), N_("A measure with a baseline, a target and a date by which the plan is judged."),
     lambda c: c.all(Kpi)),
    (N_("Net present value"), N_(
        "All amounts of the years counted, those that come later discounted, benefit less cost."),
     lambda c: c.all(Effect)),
    (N_("NPS"), N_(
        "Share of those who answer 9 or 10 to “would you recommend us” less the share of those who "
        "answer 0 to 6; from −100 to +100."), measures.shows_score),
    (N_("Payback"), N_("The time after which the balance stays at or above zero."),
     lambda c: c.all(Effect)),
    (N_("Persona"), N_("A type of customer, described from interviews and survey answers."),
     lambda c: c.all(Persona)),
    (N_("Quick win"), N_(
        "At most three person-months, a benefit of at least 4 of 5, and done within half a year of "
        "the plan’s start."), lambda c: c.all(Initiative)),
    (N_("Severity"), N_("Importance × distance to the target × reach; the engagement’s own scale."),
     lambda c: c.all(Gap)),
    (N_("Tier"), N_(
        "Where an initiative is carried: by the frontline, by a department, or by the executive."),
     lambda c: c.all(Initiative)),
    (N_("Touchpoint"), N_("A place, person, page or thing where customers meet the organisation."),
     lambda c: c.all(Journey)),
)  # fmt: skip


def suggest(context: Context) -> Texts:
    """How many terms are explained."""
    found = context.ngettext(
        "{count} term of this report in plain words",
        "{count} terms of this report in plain words",
        len(_occurring(context)),
    )
    return Texts(found)


def _occurring(context: Context) -> list[tuple[str, str]]:
    named = [
        (context.gettext(term), context.gettext(words))
        for term, words, occurs in TERMS
        if occurs(context)
    ]
    return named if context.japanese else sorted(named, key=lambda pair: pair[0].lower())


def blocks(context: Context, texts: Texts) -> b.Section:
    """The terms, each with a sentence."""
    facts = tuple(b.Fact(term, words) for term, words in _occurring(context))
    shown: list[b.Block] = [*narrative.blocks(context, texts.narrative)]
    half = (len(facts) + 1) // 2
    columns = [(b.Definitions(some, LABEL_MM),) for some in (facts[:half], facts[half:])]
    if facts:
        beside = lying.beside(context, columns, (lying.HALF, lying.HALF), HIGH_MM)
        shown += beside or [b.Definitions(facts, LABEL_MM)]
    return b.Section(
        context.gettext(TITLES["glossary"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        kind="appendix",
    )
