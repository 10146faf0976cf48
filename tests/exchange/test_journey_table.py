"""A map as a table and back: nothing is lost, and every edit is recognised."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cxstudio.exchange.journey_content import (
    CardContent,
    CurveContent,
    JourneyContent,
    LaneContent,
    StageContent,
    StepContent,
    UnreadableJourney,
    tidy,
    tidy_name,
)
from cxstudio.exchange.journey_matching import differences, likeness
from cxstudio.exchange.journey_reading import read_journeys
from cxstudio.exchange.journey_sheets import (
    UnwritableJourney,
    csv_of,
    rows_of_csv,
    rows_of_xlsx,
    xlsx_of,
)
from cxstudio.exchange.journey_table import NAMELESS, journey_of, rows_of, tidy_figure
from cxstudio.model.words import WORDS

CHARACTERS = "aB7 .=+-@'\",;|\t\n•—*<&é日本語の😀ا_x000D_"
texts = st.text(CHARACTERS, max_size=12).map(tidy).filter(lambda text: text != NAMELESS)
names = st.text(CHARACTERS, max_size=8).map(tidy_name).filter(lambda text: text != NAMELESS)
KINDS = [kind for kind in WORDS["lane_kind"] if kind not in ("emotion", "visibility")]


@st.composite
def journeys(draw):
    """Any map, as it would be taken from an engagement."""
    stages = draw(
        st.lists(
            st.builds(
                StageContent,
                names,
                st.lists(st.builds(StepContent, names), max_size=3).map(tuple),
            ),
            min_size=1,
            max_size=3,
        ).filter(lambda stages: any(stage.steps for stage in stages))
    )
    count = sum(len(stage.steps) for stage in stages)
    lanes = draw(
        st.lists(st.builds(LaneContent, st.sampled_from(KINDS), names), min_size=1, max_size=4)
    )
    emotion = draw(st.booleans())
    curves = (
        draw(
            st.lists(
                st.builds(
                    CurveContent,
                    st.sampled_from(["P-01", "P-02", "P-10"]),
                    names,
                    st.dictionaries(
                        st.integers(0, count - 1), st.integers(-20, 20).map(lambda n: n / 10)
                    ),
                ),
                max_size=2,
                unique_by=lambda curve: curve.code,
            )
        )
        if emotion
        else []
    )
    cards = [
        CardContent(
            step,
            lane,
            draw(texts),
            tidy_figure(draw(names)) if lanes[lane].kind == "measures" else "",
        )
        for lane in range(len(lanes))
        for step in range(count)
        for _n in range(draw(st.integers(0, 2)))
    ]
    if emotion:
        lanes.append(LaneContent("emotion", draw(names)))
    return JourneyContent(
        "t",
        stages=tuple(stages),
        lanes=tuple(lanes),
        cards=tuple(cards),
        curves=tuple(curves),
    )


@given(journeys(), st.sampled_from(["en", "ja"]), st.booleans())
def test_a_map_comes_back_from_a_table_as_it_went_out(journey, language, workbook):
    rows = rows_of(journey, language)
    back = rows_of_xlsx(xlsx_of(rows, "t"), "f") if workbook else rows_of_csv(csv_of(rows), "f")
    assert journey_of(back, "t", "f") == journey


@pytest.mark.parametrize(
    ("figure", "kept"), [("=", ""), ("7 =", "7"), ("= 7", "7"), ("a = 7", "a=7"), ("7 %", "7 %")]
)
def test_a_figure_is_told_from_the_sign_before_it(figure, kept):
    lanes = (LaneContent("measures", "Measures"),)
    stages = (StageContent("", (StepContent(""),)),)
    cards = (CardContent(0, 0, "", figure),)
    rows = rows_of(JourneyContent("t", stages=stages, lanes=lanes, cards=cards), "en")
    assert journey_of(rows, "t", "f").cards[0].value == kept


@given(journeys(), journeys())
def test_a_map_differs_from_another_and_never_from_itself(one, other):
    assert differences(one, one) == []
    assert likeness(one, one) == 1
    if (one.stages, one.lanes) != (other.stages, other.lanes):
        assert differences(one, other)


def sample():
    return JourneyContent(
        "Visit",
        stages=(
            StageContent("Plan", (StepContent("Dream"), StepContent("Book"))),
            StageContent("Go", (StepContent("Travel"),)),
        ),
        lanes=(LaneContent("actions", "Actions"), LaneContent("pain_points", "Pain points")),
        cards=(
            CardContent(0, 0, "Sees a photo"),
            CardContent(1, 1, "Three timetables"),
            CardContent(1, 1, "No seat shown"),
        ),
        curves=(CurveContent("P-01", "Couple", {0: 1.0, 2: -1.5}),),
    )


def test_each_kind_of_edit_is_told_as_what_it_is():
    before = sample()
    after = replace(
        before,
        cards=(
            CardContent(2, 0, "Sees a photo"),
            CardContent(1, 1, "Three different timetables"),
            CardContent(0, 1, "Nobody answers"),
        ),
        curves=(CurveContent("P-01", "Couple", {0: 2.0, 1: 0.5}),),
    )
    found = {(d.how, d.what, d.before, d.after) for d in differences(before, after)}
    assert found == {
        ("moved", "card", "Sees a photo", "Sees a photo"),
        ("changed", "card", "Three timetables", "Three different timetables"),
        ("added", "card", "", "Nobody answers"),
        ("removed", "card", "No seat shown", ""),
        ("changed", "emotion", "+1", "+2"),
        ("added", "emotion", "", "+0.5"),
        ("removed", "emotion", "−1.5", ""),
    }


def test_a_step_that_goes_into_the_next_stage_is_told():
    before = sample()
    dream, book = before.stages[0].steps
    stages = (
        replace(before.stages[0], steps=(dream,)),
        replace(before.stages[1], steps=(book, *before.stages[1].steps)),
    )
    (found,) = differences(before, replace(before, stages=stages))
    assert (found.how, found.what, found.after) == ("moved", "step", "Book")


def test_confidential_cards_that_were_left_out_are_not_taken_for_removed():
    before = sample()
    kept = tuple(replace(card, confidential=card.text == "No seat shown") for card in before.cards)
    assert not differences(replace(before, cards=kept), replace(before, cards=before.cards[:2]))


def test_nothing_in_a_file_is_taken_for_a_formula():
    cards = tuple(CardContent(0, 0, text) for text in ("=1+1", "'=2", "@here"))
    rows = rows_of(replace(sample(), cards=cards[:1]), "en")
    assert b"'=1+1" in csv_of(rows)
    cell = load_workbook(io.BytesIO(xlsx_of(rows, "t"))).worksheets[0]["C3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_cell_that_a_workbook_cannot_hold_is_refused():
    rows = rows_of(replace(sample(), cards=(CardContent(0, 0, "x" * 40_000),)), "en")
    with pytest.raises(UnwritableJourney, match="C3"):
        xlsx_of(rows, "t")
    assert journey_of(rows_of_csv(csv_of(rows), "f"), "t", "f").cards[0].text == "x" * 40_000


STEPS_DOWN = """# First visit

| Stage | Step | Doing | Pain points | Mood |
|---|---|---|---|---|
| Plan | Dream | **Sees** a [photo](http://x) | | +1 |
| Plan | Book | - Compares<br>- Books | Three timetables | −1.5 |
| Go | Travel | Takes the train | | |
"""
STEPS_ACROSS = """
| 　 | 計画する | 移動する |
|:--|:-:|--:|
| 行動 | 調べる | 乗る |
| 感情 | 1 | －0.5 |
| 独自の行 | あ \\| い | |
"""


def read(tmp_path: Path, name: str, text: str | bytes) -> JourneyContent:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_journeys(path)[0]


def test_a_markdown_table_with_steps_as_rows(tmp_path):
    journey = read(tmp_path, "x.md", STEPS_DOWN)
    assert journey.title == "First visit"
    assert [(s.name, [t.name for t in s.steps]) for s in journey.stages] == [
        ("Plan", ["Dream", "Book"]),
        ("Go", ["Travel"]),
    ]
    assert [lane.kind for lane in journey.lanes] == ["actions", "pain_points", "emotion"]
    assert [card.text for card in journey.cards] == [
        "Sees a photo http://x",
        "Compares",
        "Books",
        "Takes the train",
        "Three timetables",
    ]
    assert journey.curves[0].values == {0: 1.0, 1: -1.5}


def test_a_markdown_table_with_steps_as_columns(tmp_path):
    journey = read(tmp_path, "旅.md", STEPS_ACROSS)
    assert [step.name for step in journey.steps] == ["計画する", "移動する"]
    assert [(lane.kind, lane.name) for lane in journey.lanes] == [
        ("actions", "行動"),
        ("emotion", "感情"),
        ("text", "独自の行"),
    ]
    assert journey.cards[-1].text == "あ | い"
    assert journey.curves[0].values == {0: 1.0, 1: -0.5}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "just one line", "holds no table"),
        ("a.csv", "Stage,,,\nStep,Kind,A,B\nPain,Pain points,x,y,z\n", "column E"),
        ("a.csv", "Step,Kind,A\nMood,Emotion: P-01 Couple,happy\n", "happy.*Mood.*“A”"),
        ("a.csv", "Step,Kind,A\nMood,Emotion: P-01 Couple,5\n", "−2 to"),
        ("a.csv", "Step,Kind,A\nLine,Line of visibility,x\n", "takes no cards"),
        ("a.csv", "Step,Kind\nActions,Actions\n", "names no steps"),
        ("a.csv", b"\xff\xfe\x00", "not text"),
        ("a.csv", 'Step,A\nActions,"x\n', "quotation marks"),
        ("a.xlsx", b"PK\x03\x04broken", "cannot be opened"),
        ("a.md", "# no table", "no Markdown table"),
        ("a.yaml", "kind: sbp", "holds no journey"),
        ("a.yaml", "a: [1\nb: 2", "line 2"),
        ("a.yaml", "a: &a [x]\n" + "b: [" + "*a, " * 200 + "]", "too often"),
        ("a.yaml", "[" * 1200, "nested deeper"),
        ("a.docx", "x", "kind that cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, name, text, said):
    with pytest.raises(UnreadableJourney, match=said) as caught:
        read(tmp_path, name, text)
    assert name in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableJourney, match=r"gone\.csv"):
        read_journeys(tmp_path / "gone.csv")
