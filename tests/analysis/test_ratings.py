"""Ratings with mean and high answers, and figures worked out again."""

import json
from types import SimpleNamespace

import pytest

from cxstudio.analysis.survey.again import again
from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.definition import Definition, is_old, state_of
from cxstudio.analysis.survey.ratings import known_as, measure_titles, ratings_of
from cxstudio.analysis.survey.responses import Responses
from cxstudio.analysis.survey.scores import ces, csat
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.understanding import propose
from cxstudio.model.columns import Column, Mapping, mapping_from

SCORE, SATISFIED, EASY = (
    "How likely are you to recommend us?", "How satisfied are you with the room?",
    "How easy was it to book?",
)  # fmt: skip


@pytest.fixture(scope="module")
def responses() -> Responses:
    rows = [f"{n % 11},{n % 5 + 1},{n % 7 + 1},{'NS'[n % 2]}" for n in range(200)]
    text = "\n".join((f"{SCORE},{SATISFIED},{EASY},Region", *rows))
    survey = survey_from(text.encode(), "a.csv")
    prepared = prepare(survey, propose(survey).mapping)
    return Responses(prepared.content, prepared.mapping)


def test_every_rating_with_both_figures_as_csat_and_ces(responses):
    satisfied, easy = ratings_of(Answers(responses))
    assert (satisfied.index, easy.index) == ("CSAT", "CES")
    assert satisfied.high == csat(responses.column(SATISFIED))
    both = ces(responses.column(EASY))
    assert (easy.mean, easy.high) == (both.mean, both.easy)
    assert (easy.scale, easy.high_words) == ((1.0, 7.0), "easy, 5 to 7")
    assert set(measure_titles(responses)) == {
        "score", *(f"mean:{name}" for name in (SATISFIED, EASY)), f"share:{SATISFIED}",
        f"easy:{EASY}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "known"),
    [("Overall satisfaction", "csat"), ("How easy was it to reach us?", "ces"),
     ("総合満足度", "csat"), ("手続きのしやすさ", "ces"), ("Quality of food", "none")],
)  # fmt: skip
def test_a_rating_is_known_by_its_words_unless_the_user_says(words, known):
    assert known_as(Column("Q1", "rating", words)) == known
    assert known_as(Column("Q1", "rating", words, index="ces")) == "ces"


def test_what_a_rating_is_reported_as_makes_no_figure_old():
    mapping = Mapping((Column("a", "rating"), Column("b", "segment", "x")))

    def state(mapping: Mapping) -> str:
        text = json.dumps(mapping.as_dict(), ensure_ascii=False)
        assert mapping_from(json.loads(text)) == mapping
        return state_of(SimpleNamespace(sha256="1", mapping=text))

    assert state(mapping.changed("a", index="ces")) == state(mapping)
    assert state(mapping.changed("a", turned=True)) != state(mapping)
    with pytest.raises(ValueError, match="index"):
        mapping_from({"columns": [{"name": "a", "index": "best"}]})


@pytest.mark.parametrize("kind", ["score", "measure", "table", "drivers"])
def test_a_figure_is_worked_out_again_in_the_same_words(responses, kind):
    asked = Asked((("Region", ("N",)),), f"easy:{EASY}", "Region")
    found = again(responses, Definition(kind, asked, "x"))
    assert found.n == 100 and "Region: N" in found.text
    if kind == "measure":
        easy = ratings_of(Answers(responses, asked))[1].high
        assert (found.value, found.low, found.high) == (easy.value, easy.low, easy.high)
        assert f"{EASY}: easy, 5 to 7" in found.text.replace("book: easy", f"{EASY}: easy")


def test_what_can_no_longer_be_told_is_left(responses):
    assert again(responses, Definition("measure", Asked(measure="mean:gone"), "x")) is None
    assert again(responses, Definition("score", Asked((("Gone", ("N",)),)), "x")) is None
    assert again(responses, Definition("result", Asked(), "x", "Spend")) is None
    assert is_old(Definition("score", Asked(), "x").as_json(), None)
