"""Weights of the severity, the confidence, the tree of causes, and what is proposed as a gap."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.gaps.causes import may_stand_below, parent_of, roots, siblings, whys
from cxstudio.analysis.gaps.confidence import Backing, backing
from cxstudio.analysis.gaps.proposals.all import NAMES, proposals
from cxstudio.analysis.gaps.proposals.proposal import short
from cxstudio.analysis.gaps.severity import HIGHEST, Weights, severity
from cxstudio.analysis.gaps.severity_formula import formula, in_figures
from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.definition import Definition
from cxstudio.model import (
    Card,
    Cause,
    Channel,
    Connector,
    Department,
    Emotion,
    Engagement,
    Evidence,
    Gap,
    Journey,
    JourneyPersona,
    Kpi,
    Lane,
    LeftProposal,
    Persona,
    Stage,
    Step,
    Touchpoint,
    Wave,
    WorksheetAnswer,
)
from cxstudio.model.chain import End
from cxstudio.model.words import QUESTIONS

weights = st.floats(0, 3)


# -- severity ------------------------------------------------------------------------------


@given(st.integers(1, 5), st.floats(0, 10), st.floats(0, 10), st.floats(0, 1))
def test_equal_weights_are_the_plain_formula(importance, current, target, reach):
    plain = importance * max(0.0, target - current) * reach
    assert severity(importance, current, target, reach, Weights()) == pytest.approx(plain)


@given(st.integers(1, 5), st.floats(0, 10), st.floats(0, 10), st.floats(0, 1), weights, weights)
def test_the_scale_stays_between_0_and_50(importance, current, target, reach, one, other):
    found = severity(importance, current, target, reach, Weights(one, other, 1.0))
    assert 0 <= found <= HIGHEST + 1e-9
    assert (found == 0) == (target <= current or reach == 0) or found < 1e-9


def test_a_weight_of_0_leaves_a_factor_out_and_the_worst_is_the_same_with_any():
    without_reach = Weights(reach=0.0)
    assert severity(5, 0, 10, 0.2, without_reach) == pytest.approx(HIGHEST)
    assert severity(5, 0, 10, 1.0, Weights(3, 2, 0.5)) == pytest.approx(HIGHEST)
    with pytest.raises(ValueError, match="is not between 0 and 3"):
        Weights(importance=4)


def test_the_weights_of_an_engagement_are_held_within_bounds():
    written = Engagement(importance_weight=9.0, distance_weight=1.0, reach_weight=-1.0)
    assert Weights.of(written) == Weights(3.0, 1.0, 0.0)
    assert Weights.of(None).equal


def test_the_formula_in_words_and_in_figures():
    assert formula(Weights(), str) == "importance × (target − now) × reach"
    own = Weights(2.0, 1.0, 0.0)
    assert formula(own, str) == "50 × (importance ÷ 5)² × ((target − now) ÷ 10)"
    assert in_figures(5, 1.5, 5, 0.88, Weights()) == "5.0 × (5.0 − 1.5) × 0.88"
    assert in_figures(4, 2, 6, 0.5, Weights(reach=1.5)).endswith("× 0.50¹·⁵")


# -- confidence ----------------------------------------------------------------------------

pieces = st.lists(
    st.tuples(st.sampled_from(["excerpt", "comment", "figure"]), st.integers(0, 4), st.none()),
    max_size=8,
)


@given(pieces, pieces)
def test_more_evidence_never_lowers_the_confidence(some, more):
    before, after = backing(some).confidence, backing([*some, *more]).confidence
    assert 0 <= before <= after <= 0.95


def test_confidence_by_the_documented_rule():
    assert backing([]) == Backing(0, 0, None)
    assert backing([]).confidence == 0
    one = backing([("excerpt", "S-01", None), ("excerpt", "S-01", None)])
    assert one.sources == 1 and one.confidence == pytest.approx(0.4)
    assert Backing(2, 1, None).confidence == pytest.approx(0.64)
    assert Backing(2, 2, None).confidence == pytest.approx(1 - 0.36 * 0.9)
    assert Backing(1, 1, 29).confidence == pytest.approx(0.4)
    assert Backing(1, 1, 30).confidence == pytest.approx(1 - 0.6 * 0.8)
    assert Backing(1, 1, 100).confidence == pytest.approx(1 - 0.6 * 0.6)
    assert Backing(9, 3, 900).confidence == 0.95


@pytest.mark.parametrize(
    ("backing", "dots"),
    [
        (Backing(0, 0, None), 1),
        (Backing(1, 1, 29), 1),
        (Backing(1, 1, 30), 2),
        (Backing(1, 1, 9_000), 2),  # one source alone is never high
        (Backing(2, 2, None), 2),
        (Backing(3, 1, None), 2),
        (Backing(3, 2, None), 3),
        (Backing(2, 2, 100), 3),
    ],
)
def test_the_dots_of_the_report_are_the_same_confidence(backing, dots):
    assert backing.level == dots


# -- causes --------------------------------------------------------------------------------


def cause(id, parent, position=0, bone=""):
    return Cause(id=id, gap_id=1, parent_id=parent, text=f"Why {id}", position=position, bone=bone)


def test_the_tree_keeps_order_and_knows_its_roots():
    found = whys([cause(3, 1), cause(2, 1, 1), cause(1, None, 1, "people"), cause(4, None)], 1)
    assert [why.id for why in found] == [4, 1]
    assert [why.id for why in found[1].walk()] == [1, 3, 2]
    assert [why.id for why in roots(found)] == [4, 3, 2]
    assert {why.bone for why in found[1].walk()} == {"people"}
    assert (parent_of(found, 2), parent_of(found, 1)) == (1, None)
    assert siblings(found, 1) == [3, 2] and siblings(found, None) == [4, 1]
    assert found[1].depth == 2


def test_a_cause_never_stands_below_itself():
    found = whys([cause(1, None), cause(2, 1), cause(3, 2)], 1)
    assert not may_stand_below(found, 1, 3)
    assert not may_stand_below(found, 2, 2)
    assert may_stand_below(found, 3, None) and may_stand_below(found, 3, 1)


# -- proposals -----------------------------------------------------------------------------


@dataclass
class Links:
    """What rests on what, as a chain answers it."""

    pairs: list[tuple[End, End]] = field(default_factory=list)

    def supports(self, end):
        return [(target, 0) for source, target in self.pairs if source == end]

    def rests_on(self, end):
        return [(source, 0) for source, target in self.pairs if target == end]

    def evidence_of(self, end):
        return [one.id for one, _link in self.rests_on(end) if one.kind == "evidence"]


def map_records():
    """An as-is and a to-be of two steps; T 1 and T 2 stand on channels 1 and 2."""
    return [
        Journey(id=1, number=1, journey_kind="as_is"),
        Journey(id=2, number=2, journey_kind="to_be", as_is_id=1),
        *(Stage(id=n, journey_id=n, name="Arrive", position=0) for n in (1, 2)),
        Step(id=1, stage_id=1, name="Station", position=0),
        Step(id=2, stage_id=1, name="Stop", position=1),
        Step(id=3, stage_id=2, name="Station", position=0, as_is_id=1),
        Lane(id=1, journey_id=1, lane_kind="pain_points"),
        Lane(id=2, journey_id=1, lane_kind="touchpoints"),
        Lane(id=3, journey_id=2, lane_kind="touchpoints"),
        Card(id=1, step_id=1, lane_id=1, text="No signs", touchpoint_id=1),
        Card(id=2, step_id=1, lane_id=2, text="Desk", touchpoint_id=1),
        Card(id=3, step_id=2, lane_id=2, text="Bus", touchpoint_id=2),
        Card(id=4, step_id=3, lane_id=3, text="Screen"),
        Emotion(id=1, step_id=1, persona_id=1, value=-1.0),
        Channel(id=1, name="Counter"),
        Channel(id=2, name="Bus"),
        Touchpoint(id=1, name="Desk", channel_id=1, department_id=7, state="as_is", systems=""),
        Touchpoint(id=2, name="Bus", channel_id=2, department_id=8, state="as_is", systems="Feed"),
    ]


def other_records():
    """A touchpoint, a KPI, an excerpt and a kept figure that each show a gap."""
    rating = {"importance": 9.0, "satisfaction": 4.0}
    asked = '{"kind": "drivers", "asked": "{}", "state": "x"}'
    return [
        Touchpoint(
            id=3, name="Site", department_id=7, channel_id=None, state="as_is", systems="", **rating
        ),
        Kpi(id=1, number=1, name="NPS", unit="", direction="up", baseline=20.0, target=25.0),
        Kpi(id=2, number=2, name="Wait", unit="min", direction="down", baseline=9.0, target=10.0),
        Evidence(id=1, number=1, evidence_kind="excerpt", text="We waited.", sentiment=-1),
        Evidence(id=2, number=2, evidence_kind="excerpt", text="Kind people.", sentiment=1),
        Evidence(
            id=3, number=3, evidence_kind="figure", text="Desk", sentiment=0, definition=asked
        ),
        *(WorksheetAnswer(id=n, question=key, answer="So.") for n, key in enumerate(QUESTIONS)),
    ]


def found_in(records, links=()):
    def read(cls):
        return [one for one in records if type(one) is cls]

    return {one.key: one for one in proposals(read, Links(list(links)))}


def test_each_source_proposes_its_gaps():
    found = found_in([*map_records(), *other_records()])
    assert {one.source for one in found.values()} == set(NAMES)
    pain = found["card:1"]
    assert (pain.title, pain.step_id, pain.departments, pain.current) == ("No signs", 1, (7,), 2.5)
    assert pain.rests_on == (End("card", 1),) and pain.importance is None
    pair = found["pair:3"]
    assert (pair.as_is, pair.to_be, pair.step_id) == ("Desk", "Screen", 1)
    site = found["touchpoint:3"]
    assert (site.importance, site.current, site.target) == (4, 4.0, 9.0)
    assert found["kpi:1"].kind == "measure" and "kpi:2" not in found
    assert found["channels:1-2"].departments == (7, 8)
    assert "evidence:1" in found and "evidence:2" not in found and "evidence:3" in found
    assert [key for key in found if key.startswith("worksheet")] == ["worksheet_answer:5"]


def test_what_is_in_the_register_or_was_left_is_not_proposed_again():
    records = [*map_records(), *other_records()]
    known = [
        Gap(id=1, found_in="kpi:1", touchpoint_id=3, step_id=None),
        LeftProposal(id=1, found_in="evidence:3"),
    ]
    links = [
        (End("card", 1), End("gap", 1)),
        (End("evidence", 1), End("insight", 1)),
        (End("gap", 1), End("worksheet_answer", 5)),
    ]
    found = found_in([*records, *known], links)
    assert set(found) == {"pair:3", "channels:1-2"}


@pytest.mark.parametrize("links", ["system", "department", "nothing"])
def test_channels_are_linked_by_a_system_or_a_department_in_common(links):
    records = map_records()
    desk = next(one for one in records if isinstance(one, Touchpoint) and one.id == 1)
    desk.systems = "Paper; feed" if links == "system" else ""
    desk.department_id = 8 if links == "department" else 7
    assert ("channels:1-2" in found_in(records)) == (links == "nothing")


def test_unlinked_changeovers_are_named_and_bring_the_evidence_of_their_touchpoints():
    records = [*map_records(), Department(id=8, name="Bus company")]
    found = found_in(records, [(End("evidence", 7), End("touchpoint", 2))])["channels:1-2"]
    assert found.as_is.splitlines() == [
        "J-01, Arrive, “Stop”: from “Desk” (nothing named) to “Bus” (Bus company; Feed)."
    ]
    assert found.why.startswith("1 of 1 changeover between the two channels names no system")
    assert found.rests_on == (End("evidence", 7),)


def many_changeovers(linked: int, unlinked: int):
    """One map on which customers come to so many taxis, of which some share the desk's system."""
    records = map_records()
    for number in range(10, 10 + linked + unlinked - 1):
        system = "Feed" if number < 10 + linked else ""
        records += [
            Touchpoint(
                id=number, name="Taxi", channel_id=2, department_id=9, state="as_is", systems=system
            ),
            Card(id=number, step_id=2, lane_id=2, text="Taxi", touchpoint_id=number),
        ]
    desk = next(one for one in records if isinstance(one, Touchpoint) and one.id == 1)
    bus = next(one for one in records if isinstance(one, Touchpoint) and one.id == 2)
    desk.systems, bus.systems = "Feed", ""
    return records


def test_a_pair_is_proposed_once_and_not_where_most_changeovers_are_linked():
    found = found_in(many_changeovers(linked=1, unlinked=2))
    assert [key for key in found if key.startswith("channels")] == ["channels:1-2"]
    assert found["channels:1-2"].title.endswith("are not linked at 2 of 3 changeovers")
    assert "channels:1-2" not in found_in(many_changeovers(linked=2, unlinked=1))
    known = Gap(id=1, step_id=2, touchpoint_id=2, gap_kind="journey", found_in="")
    assert "channels:1-2" not in found_in([*map_records(), known])
    connector = Connector(id=1, from_card_id=2, to_card_id=3)
    assert "channels:1-2" not in found_in([*map_records(), connector])


def test_reach_is_proposed_with_its_source_or_the_reason_why_there_is_none():
    records = map_records()
    journey = records[0]
    assert found_in(records)["card:1"].reach.share is None
    journey.personas = [JourneyPersona(persona_id=4)]
    records.append(Persona(id=4, number=2, share=0.092))
    found = found_in(records)
    for key in ("card:1", "pair:3", "channels:1-2"):
        reach = found[key].reach
        assert (reach.share, reach.source) == (
            0.092,
            "Reach 9.2%: the share of customers of P-02, whose map this is.",
        )
    other = Persona(id=5, number=3, share=None)
    records.append(other)
    journey.personas.append(JourneyPersona(persona_id=5))
    none = found_in(records)["card:1"].reach
    assert none.share is None and none.source.endswith("P-03 has no share of customers.")
    other.share = 0.2
    both = found_in(records)["card:1"].reach
    assert both.share == 0.292 and "(P-02 9.2%, P-03 20%), added up" in both.source
    other.share = 0.95
    assert found_in(records)["card:1"].reach.share == 1.0


def figure(id, n, asked, kind="measure"):
    definition = Definition(kind, asked, "x").as_json()
    return Evidence(
        id=id,
        number=id,
        evidence_kind="figure",
        text="A figure",
        sentiment=0,
        n=n,
        wave_id=1,
        definition=definition,
    )


@pytest.mark.parametrize(
    ("pieces", "share"),
    [
        ([figure(7, 300, Asked(measure="mean:Desk"))], 0.3),
        ([figure(7, 120, Asked(people=(("By", ("Rail",)),)), "score")], 0.12),
        ([figure(7, 900, Asked(), "score")], None),  # everyone with a score met nothing special
        ([figure(7, 300, Asked(people=(("By", ("Rail",)),)), "drivers")], None),
        ([figure(n, 100 * n, Asked(measure="mean:Desk")) for n in (7, 8)], None),
        ([figure(7, 2000, Asked(measure="mean:Desk"))], None),
    ],
)
def test_the_share_of_the_survey_that_met_a_touchpoint(pieces, share):
    records = [*other_records(), Wave(id=1, name="April", rows=1000), *pieces]
    links = [(End("evidence", one.id), End("touchpoint", 3)) for one in pieces]
    reach = found_in(records, links)["touchpoint:3"].reach
    assert (reach.share if reach else None) == share


def test_questions_without_an_answer_are_proposed():
    found = found_in([])
    assert set(found) == {f"question:{key}" for key in QUESTIONS}
    one = next(iter(found.values()))
    assert one.kind == "organisation" and replace(one, why="").rests_on == ()


def test_titles_are_cut_at_a_word():
    assert short("One line\nand another") == "One line"
    cut = short("word " * 40)
    assert len(cut) <= 90 and cut.endswith("word…")
    assert short("あ" * 200) == "あ" * 89 + "…"
