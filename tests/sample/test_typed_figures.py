"""Figures typed into the sample's report are those that the program works out and its pages show.

Figures of the survey are put in when the sample is built; these stand in the words themselves.
"""

import re

from cxstudio.model import Emotion, Gap, Initiative, Journey, Kpi, Persona, ReportSection
from cxstudio.report import counts
from cxstudio.report.context import Context
from cxstudio.report.sections.priorities import FIRM
from cxstudio.sample.build import TOKEN
from cxstudio.sample.content.report import ROWS

NUMBER = re.compile(r"[+＋−－]?\d[\d,]*(?:\.\d+)?")
NARROW = str.maketrans("＋－", "+−")
DAY = re.compile(
    r"\d{1,2} (?:June|July)|(?:in|April|May|February) 20\d\d|20\d\d年|\d{1,2}月(?:\d{1,2}日)?"
)
SMALL = 12
"""Up to which a Japanese text writes counts in figures, where the English one has words."""
QUOTED = {"98", "1"}
"""Of E-090, the survey's areas; and one in four or five, one hour."""


def typed(language: str) -> set[str]:
    words = "\n".join(
        text.in_language(language)
        for row in ROWS
        for text in (row.values["message"], row.values["lead"], row.values["narrative"])
    )
    return {n.translate(NARROW) for n in NUMBER.findall(DAY.sub("", TOKEN.sub("", words)))}


def feelings(context: Context) -> set[str]:
    """The values of the first persona of each map, and by how much a to-be moves them."""
    found = set()
    by_map = {}
    for journey in context.all(Journey):
        lead = journey.personas[0].persona_id
        steps = [step.id for stage in journey.stages for step in stage.steps]
        felt = {e.step_id: e.value for e in context.all(Emotion) if e.persona_id == lead}
        by_map[journey.id] = values = [felt.get(step) for step in steps]
        found |= {context.written.signed(v) for v in values if v is not None}
        if journey.as_is_id:
            pairs = zip(by_map[journey.as_is_id], values, strict=True)
            found |= {f"{b - a:.1f}" for a, b in pairs if a is not None and b is not None}
    return {value.translate(NARROW) for value in found}


def figures(context: Context) -> set[str]:
    top = counts.concentration(context)
    taken = [one for one in context.plan.ranked if one.fits]
    spent, budget = taken[-1].line.spent, context.engagement.budget
    rail = context.all(Persona)[0]
    written = context.written
    amounts = {n for value in (spent, budget) for n in NUMBER.findall(written.money(value))}
    plain = {
        f"{top.share * 100:.0f}",
        f"{counts.answers(context):,}",
        f"{(rail.score_high - rail.score_low) / 2:.0f}",
        *(f"{kpi.target:g}" for kpi in context.all(Kpi) if kpi.target is not None),
    }
    return plain | amounts | feelings(context) | QUOTED


def test_typed_figures_are_computed(files):
    for language, file in files.items():
        context = Context(file.session, language)
        most = {"en": "4", "ja": "400"}[language]
        known = figures(context) | {most}
        if language == "ja":
            known |= {str(count) for count in range(2, SMALL + 1)}
        assert typed(language) <= known


def test_counts_in_words_are_computed(files):
    for language, file in files.items():
        context = Context(file.session, language)
        top, plan = counts.concentration(context), context.plan
        assert (top.first, top.scored, len(context.all(Gap))) == (3, 12, 13)
        assert len(counts.interviews_held(context)) == 6
        assert context.engagement.interviews_planned == 8
        assert (len(plan.ranked), sum(one.fits for one in plan.ranked)) == (10, 8)
        assert sum(one.share >= FIRM for one in plan.standings.values()) == 5
        frontline = [one for one in context.all(Initiative) if one.tier == "frontline"]
        assert sum(one.cost_high for one in frontline) < 4e6
        assert {one.key for one in context.all(ReportSection)} == {r.values["key"] for r in ROWS}
