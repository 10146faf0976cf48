"""The sample: one structure in two languages, every code and link whole."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter

import pytest

from cxstudio.analysis.gaps.severity import severity
from cxstudio.model import (
    Card,
    Channel,
    Department,
    Emotion,
    Engagement,
    Evidence,
    Gap,
    Initiative,
    Insight,
    Interview,
    Journey,
    Kpi,
    Lane,
    Link,
    Objective,
    Paragraph,
    Persona,
    Principle,
    Question,
    Reading,
    ReportSection,
    Review,
    Stage,
    Stakeholder,
    Step,
    Theme,
    Touchpoint,
    Wave,
    WorksheetAnswer,
    coded_classes,
    record_classes,
)
from cxstudio.model.base import Record, table_of
from cxstudio.model.chain import Chain, End
from cxstudio.model.plan_day import plan_day
from cxstudio.model.words import QUESTIONS, WORDS
from cxstudio.report.context import Context
from cxstudio.sample.build import TOKEN, unmarked
from cxstudio.sample.content import ROWS
from cxstudio.sample.copy import sample_copy
from cxstudio.sample.rows import Comment, Talk
from cxstudio.store import EngagementFile

LANGUAGES = ("en", "ja")
SECTIONS = ["summary", "approach", "vision", "customer_voice", "personas", "journeys", "gaps"] + [
    "priorities",
    "initiatives",
    "roadmap",
    "next_steps",
    "evidence",
]
CODE = re.compile(r"\[([A-Z])-(\d+)\]")
COUNTS = {
    Department: 6,
    Stakeholder: 8,
    Interview: 5,
    Persona: 3,
    Channel: 7,
    Touchpoint: 16,
    Gap: 11,
    Initiative: 8,
    Objective: 2,
    Kpi: 6,
    WorksheetAnswer: 6,
    Insight: 8,
    Theme: 8,
    Evidence: 40,
    Wave: 3,
}


def shape(record: Record) -> dict[str, object]:
    """What must be the same in both languages: everything but texts."""
    values = {c.name: getattr(record, c.key) for c in table_of(type(record)).columns}
    words = {name for name, value in values.items() if isinstance(value, str)}
    kept = {"journey_kind", "lane_kind", "trait_kind", "evidence_kind", "principle_kind", "icon"}
    kept |= {"source_kind", "target_kind", "target_field", "tier", "state", "gap_kind"}
    kept |= {"direction", "function", "attitude", "question", "key", "currency"}
    dropped = (words - kept) | {"begins", "ends"}
    empty = {name: values[name] == "" for name in words - kept}
    return {name: value for name, value in values.items() if name not in dropped} | empty


def test_both_languages_have_one_structure(files):
    for cls in record_classes().values():
        english, japanese = (files[language].all(cls) for language in LANGUAGES)
        assert [shape(r) for r in english] == [shape(r) for r in japanese], cls


def test_each_text_is_in_its_language(files):
    kana = re.compile(r"[ぁ-んァ-ヶ一-龠]")
    for cls in record_classes().values():
        for name in cls.searched:
            for record in files["en"].all(cls):
                text = re.sub(
                    r"（.*?）|\(.*?\)|In the original:.*", "", getattr(record, name), flags=re.S
                )
                assert not kana.search(text), (cls, name, text)


@pytest.mark.parametrize("cls", COUNTS)
def test_there_is_enough_of_it(file, cls):
    assert file.count(cls) >= COUNTS[cls]


def test_the_engagement_says_what_it_is(file):
    engagement = file.one(Engagement, 1)
    assert engagement.illustrative
    assert "CC BY 4.0" in engagement.attribution and "福井県観光連盟" in engagement.attribution
    assert engagement.currency == "JPY" and engagement.starts_on < engagement.ends_on


def test_coded_words_are_known(file):
    columns = {Department: "function", Stakeholder: "attitude", Gap: "gap_kind", Initiative: "tier"}
    groups = {Department: "department_function", Stakeholder: "attitude"}
    groups |= {Gap: "gap_kind", Initiative: "tier"}
    for cls, column in columns.items():
        assert {getattr(record, column) for record in file.all(cls)} <= set(WORDS[groups[cls]])
    assert {gap.state for gap in file.all(Gap)} <= set(WORDS["gap_state"])
    assert {lane.lane_kind for lane in file.all(Lane)} <= set(WORDS["lane_kind"])
    assert {i.state for i in file.all(Initiative)} <= set(WORDS["initiative_state"])
    assert {a.question for a in file.all(WorksheetAnswer)} == set(QUESTIONS)


def test_people_have_roles_and_no_names(file):
    assert all(person.role and not person.name for person in file.all(Stakeholder))
    assert any(not d.customer_facing for d in file.all(Department))


def test_excerpts_are_slices_of_their_paragraphs(file):
    excerpts = file.all(Evidence, Evidence.evidence_kind == "excerpt")
    assert len(excerpts) >= 25
    for excerpt in excerpts:
        paragraph = file.one(Paragraph, excerpt.paragraph_id)
        assert excerpt.text and paragraph.text[excerpt.begins : excerpt.ends] == excerpt.text
        assert paragraph.interview_id == excerpt.interview_id
        assert excerpt.illustrative and paragraph.speaker == excerpt.speaker
    assert all(talk.illustrative and talk.consent for talk in file.all(Interview))
    assert not any("[[" in paragraph.text for paragraph in file.all(Paragraph))


def test_paragraphs_answer_the_guide_of_their_interview(file):
    for paragraph in file.all(Paragraph):
        if paragraph.question_id is not None:
            talk = file.one(Interview, paragraph.interview_id)
            assert file.one(Question, paragraph.question_id).guide_id == talk.guide_id


def test_both_texts_of_a_paragraph_hold_the_same_excerpts():
    for talk in (item for item in ROWS if isinstance(item, Talk)):
        for said in talk.paragraphs:
            keys = [list(unmarked(text)[1]) for text in said.text]
            assert keys[0] == keys[1] == [mark.key for mark in said.marks]


def test_the_score_is_read_at_three_waves(file):
    kpi = file.all(Kpi)[0]
    readings = [(r.value, r.n) for r in file.all(Reading, Reading.kpi_id == kpi.id)]
    assert readings == [(1.8, 2247), (21.1, 1036), (20.3, 1543)]
    last = kpi.readings[-1]
    assert (last.low, last.high) == (16.4, 24.1)
    for reading in file.all(Reading):
        assert reading.n is not None or re.search("illustrative|例示", reading.source)


def test_personas_are_segments_of_the_survey(file):
    for persona in file.all(Persona):
        assert persona.score_low < persona.score < persona.score_high
        assert round(persona.share * 1543) == pytest.approx(persona.score_n, abs=1)
        assert persona.traits and persona.sliders and persona.photo_id is None
        quoted = [e for e in file.all(Evidence) if e.text == persona.quote]
        assert len(quoted) == 1 and quoted[0].code in persona.quote_source


def test_persona_fields_rest_on_evidence_and_some_are_assumptions(file):
    chain = Chain(file.session)
    first = file.all(Persona)[0]
    fields = [End("trait", trait.id) for trait in first.traits if trait.trait_kind != "channel"]
    sources = [chain.sources(field) for field in fields]
    assert min(sources) == 0 and max(sources) >= 3


def test_journeys_have_eight_steps_and_eight_lanes(file):
    journeys = file.all(Journey)
    assert Counter(j.journey_kind for j in journeys) == {"as_is": 2, "to_be": 1}
    assert journeys[2].as_is_id == journeys[0].id
    for journey in journeys:
        stages = {stage.id for stage in file.all(Stage, Stage.journey_id == journey.id)}
        steps = file.all(Step, Step.stage_id.in_(stages))
        lanes = file.all(Lane, Lane.journey_id == journey.id)
        assert (len(stages), len(steps), len(lanes)) == (4, 8, 8)
        assert any(step.moment_of_truth for step in steps)
        places = {(card.step_id, card.lane_id) for step in steps for card in step.cards}
        assert len(places) >= 40
        assert {lane for _, lane in places} <= {lane.id for lane in lanes}
    blank = 8 * sum(len(j.personas) for j in journeys) - file.count(Emotion)
    assert blank >= 2
    assert all(-2 <= emotion.value <= 2 for emotion in file.all(Emotion))


def test_gaps_are_scored_except_one(file):
    scores = [severity(g.importance, g.current, g.target, g.reach) for g in file.all(Gap)]
    known = sorted((score for score in scores if score is not None), reverse=True)
    assert scores.count(None) == 1 and len(known) == 12
    assert round(100 * sum(known[:3]) / sum(known)) == 51


def test_some_gaps_rest_on_one_source_and_some_on_none(file):
    chain = Chain(file.session)
    strengths = Counter(chain.strength(End("gap", gap.id)) for gap in file.all(Gap))
    assert {"none", "thin", "strong"} <= set(strengths) and strengths["strong"] >= 6


def test_the_plan_adds_up(file):
    plan = file.all(Initiative)
    assert {initiative.tier for initiative in plan} == {"frontline", "department", "executive"}
    assert sum(i.cost_low for i in plan) == pytest.approx(47.0e6)
    assert sum(i.cost_high for i in plan) == pytest.approx(75.1e6)
    frontline = [i for i in plan if i.tier == "frontline"]
    assert len(frontline) == 3 and sum(i.cost_high for i in frontline) < 4e6
    assert all("2026-06-01" <= str(i.starts_on) < str(i.ends_on) <= "2027-03-31" for i in plan)
    assert all(i.risk and i.benefit and i.change for i in plan)


def test_links_join_records_that_exist(file):
    classes = record_classes()
    for link in file.all(Link):
        for kind, id in ((link.source_kind, link.source_id), (link.target_kind, link.target_id)):
            assert file.get(classes[kind], id) is not None
        if link.target_field:
            assert hasattr(classes[link.target_kind], link.target_field)


def test_the_chain_is_complete(file):
    kinds = {(link.source_kind, link.target_kind) for link in file.all(Link)}
    chain = ["evidence", "insight", "card", "gap", "initiative", "kpi", "report_section"]
    assert set(itertools.pairwise(chain)) <= kinds
    targets = {(link.target_kind, link.target_id) for link in file.all(Link)}
    assert all(("initiative", i.id) in targets for i in file.all(Initiative))
    assert all(("insight", i.id) in targets for i in file.all(Insight))
    assert all(("worksheet_answer", a.id) in targets for a in file.all(WorksheetAnswer))


def test_every_code_in_the_report_leads_to_a_record(file):
    sections = file.all(ReportSection)
    assert [section.key for section in sections] == SECTIONS
    classes, met = coded_classes(), set()
    for section in sections:
        for letter, number in CODE.findall(section.narrative):
            cls = classes[letter]
            assert file.all(cls, cls.number == int(number)), (section.key, letter, number)
            met.add(letter)
    assert {"E", "G", "I", "K", "P", "J"} <= met


def test_messages_keep_the_writing_pattern(files):
    for language, longest in (("en", 90), ("ja", 48)):
        for section in files[language].all(ReportSection):
            assert section.message
            if section.key in ("priorities", "roadmap"):
                continue  # what the ranking and the dates say is computed
            assert section.narrative
            # Pages that one more line would break go without: sources, map, register of gaps.
            assert section.lead or section.key in ("approach", "journeys", "gaps")
            assert len(section.message) <= longest, section.message
            text = " ".join((section.message, section.lead, section.narrative))
            assert not re.search(r"\b(because|causes?|drives?|overview of)\b|ため、|原因", text)


def test_no_token_is_left_in_any_text(file):
    for cls in record_classes().values():
        for record in file.all(cls):
            for name in cls.searched:
                assert not TOKEN.search(getattr(record, name)), (cls, name)


def test_cards_speak_and_touchpoints_name_themselves(file):
    for card in file.all(Card):
        assert card.text
        if card.touchpoint_id is not None:
            assert card.text == file.one(Touchpoint, card.touchpoint_id).name


def test_values_say_where_they_are_from(file):
    assert all(p.source and p.note for p in file.all(Principle))
    assert {p.principle_kind for p in file.all(Principle)} == {"vision", "mission", "value"}


def test_rows_have_keys_of_their_own():
    keys = Counter(item.key for item in ROWS)
    assert not [key for key, times in keys.items() if times > 1]
    assert sum(isinstance(item, Comment) for item in ROWS) >= 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_is_made_once_and_then_belongs_to_the_user(tmp_path, language):
    path = sample_copy(tmp_path / "Engagements", language, EngagementFile.create)
    assert list(path.parent.iterdir()) == [path]
    before = path.read_bytes()
    assert sample_copy(tmp_path / "Engagements", language, EngagementFile.create) == path
    assert path.read_bytes() == before


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def fails(*_):
        raise OSError("disk full")

    monkeypatch.setattr("cxstudio.sample.copy.build", fails)
    with pytest.raises(OSError):
        sample_copy(tmp_path, "en", EngagementFile.create)
    assert not list(tmp_path.iterdir())


def test_the_roadmap_and_the_report_stand_on_one_day_that_of_the_last_review(file):
    session = file.session
    day = plan_day(session)
    assert day == Context(session).date == max(one.held_on for one in file.all(Review))
    assert day == plan_day(session, dt.date(2031, 1, 1)), "a sample's time stands still"
