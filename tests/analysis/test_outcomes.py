"""Overall judgements and intentions are outcomes like the score, and no drivers of it."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from cxstudio.analysis.survey.again import again
from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.definition import Definition, is_old, state_for, state_of
from cxstudio.analysis.survey.driven import driven
from cxstudio.analysis.survey.outcomes import is_outcome, outcomes, why_outcome
from cxstudio.analysis.survey.ratings import ratings_of
from cxstudio.analysis.survey.responses import Responses
from cxstudio.analysis.survey.told import read_with_care
from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import touchpoint_of
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.survey_said import understood
from cxstudio.exchange.understanding import propose
from cxstudio.model.columns import Column, Mapping, mapping_from

OUTCOMES = """
Overall
Q12_OVERALL
OverallSatisfaction
Overall, how satisfied or dissatisfied are you with our company?
Overall, how satisfied were you with your visit? (1-5)
How would you rate your overall experience with us?
How satisfied are you overall with our service?
In general, how satisfied are you with your stay?
All things considered, how satisfied are you?
Overall quality
General satisfaction
OSAT
CSAT
Customer satisfaction (1 = bad, 5 = good)
How satisfied are you?
How likely are you to visit us again?
How likely are you to recommend our app?
Repurchase intention
総合満足度
問5 総合評価
全体
全体的な満足度を教えてください（5段階）
全般的な満足度
総合的に見て、どのくらい満足しましたか
今回のご旅行全体の満足度
福井県全体の満足度
当サービス全体にどの程度満足していますか
顧客満足度
満足度
今後の来訪意向
また来たいと思いますか
""".strip().splitlines()

DRIVERS = """
Overall price level
Overall cleanliness
Overall satisfaction with the food
Overall, how satisfied were you with the check-in?
Overall quality of service
Overall value for money
Overall, how easy was it to book?
Overalls and workwear
In general, the staff was friendly
General information desk
General practitioner
Satisfaction 1
SAT_2
Overall, how satisfied are you with the following? – Staff
Ease of returning an item
Satisfaction with our recommendations
Goods and services
Rating
総合案内所
総合案内所の満足度
総合的な価格水準
全体的な清潔さ
全体のわかりやすさ
全般的な接客態度
料理全体の満足度
満足度(商品・サービス)
福井県内での交通手段の満足度
朝市の満足度
おすすめメニューの評価
使いやすさ
""".strip().splitlines()


def rating(question: str, **more) -> Column:
    about = touchpoint_of(Facts(question, 0, 1, 1, {"5": 1}, True))
    return Column(question, "rating", **{"touchpoint": about, **more})


@pytest.mark.parametrize("question", OUTCOMES)
def test_what_judges_the_whole_is_an_outcome(question):
    assert is_outcome(rating(question))
    assert not is_outcome(rating(question, stands_as="driver"))


@pytest.mark.parametrize("question", DRIVERS)
def test_what_judges_a_part_is_a_driver(question):
    assert not is_outcome(rating(question))
    assert is_outcome(rating(question, stands_as="outcome"))


def test_what_a_rating_is_said_to_be_about_counts_before_its_question():
    asked = "Overall, how satisfied are you with the following?"
    assert why_outcome(Column("a", "rating", f"{asked} – Overall", "Overall")) == "overall"
    assert not why_outcome(Column("a", "rating", f"{asked} – Food", "Food"))
    assert not why_outcome(Column("Overall", "rating", touchpoint="Booking"))
    assert why_outcome(Column("満足度", "rating", touchpoint="全体")) == "overall"
    assert not is_outcome(Column("Overall", "segment"))


def test_a_meaning_is_kept_and_read_again():
    mapping = Mapping((Column("a", "rating", stands_as="outcome"),))
    assert mapping_from(json.loads(json.dumps(mapping.as_dict()))) == mapping
    with pytest.raises(ValueError, match="stands_as"):
        mapping_from({"columns": [{"name": "a", "stands_as": "both"}]})


# ── A survey with an overall judgement ────────────────────────────────────────────────────

SCORE, WHOLE, STAFF, PRICE = "Recommend us?", "Overall satisfaction", "Rate staff", "Rate prices"


@pytest.fixture(scope="module")
def told():
    chance = np.random.default_rng(5)
    mood, n = chance.normal(0, 1, 400), 400

    def on(low, high, noise):
        given = mood + chance.normal(0, noise, n)
        steps = (low + high) / 2 + given * (high - low) / 5
        return np.clip(np.round(steps), low, high).astype(int)

    cells = np.column_stack([on(0, 10, 1), on(1, 5, 0.3), on(1, 5, 1), on(1, 5, 2)])
    text = "\n".join([f"{SCORE},{WHOLE},{STAFF},{PRICE}", *(",".join(map(str, r)) for r in cells)])
    survey = survey_from(text.encode(), "a.csv")
    proposal = propose(survey)
    prepared = prepare(survey, proposal.mapping)
    return proposal, prepared.content, prepared.mapping, cells


def explained(score, *ratings):
    """R² by least squares."""
    given = np.column_stack([np.ones(len(score)), *ratings])
    left = score - given @ np.linalg.lstsq(given, score, rcond=None)[0]
    return 1 - left @ left / ((score - score.mean()) @ (score - score.mean()))


def test_an_import_proposes_it_with_its_reason(told):
    proposal = told[0]
    assert proposal[WHOLE].reason.endswith("an outcome, as the score is, and no driver of it.")
    assert "outcome" not in proposal[STAFF].reason
    assert outcomes(proposal.mapping) == (proposal.mapping[WHOLE],)
    lines = dict(understood(proposal.mapping))
    assert lines["Rating"].count("an outcome") == 1


def test_the_drivers_are_those_of_the_parts_alone(told):
    _proposal, content, mapping, cells = told
    score, whole, staff, price = (column.astype(float) for column in cells.T)
    found = driven(Answers(Responses(content, mapping)), draws=0)
    assert {driver.name for driver in found.found.drivers} == {STAFF, PRICE}
    assert found.left_out == {WHOLE: mapping[WHOLE].title}
    assert found.found.explained == pytest.approx(explained(score, staff, price))
    said = read_with_care(found, str, ", ".join, str)
    title = mapping[WHOLE].title
    assert said[1] == f"An outcome like the score, so no driver: “{title}”."

    kept = mapping.changed(WHOLE, stands_as="driver")
    found = driven(Answers(Responses(content, kept)), draws=0)
    assert len(found.found.drivers) == 3 and not found.left_out
    assert found.found.explained == pytest.approx(explained(score, whole, staff, price))

    alone = mapping.changed(STAFF, stands_as="outcome")
    assert driven(Answers(Responses(content, alone)), draws=0) is None


def test_an_outcome_is_a_rating_like_any_other(told):
    _proposal, content, mapping, cells = told
    whole = ratings_of(Answers(Responses(content, mapping)))[0]
    assert (whole.name, whole.outcome, whole.index) == (WHOLE, True, "CSAT")
    assert whole.mean.value == pytest.approx(cells[:, 1].mean())


def test_only_drivers_that_were_kept_are_out_of_date_when_one_is_left_out(told):
    _proposal, content, mapping, _cells = told

    def wave(now: Mapping):
        return SimpleNamespace(sha256="1", mapping=json.dumps(now.as_dict(), ensure_ascii=False))

    def kept(kind: str) -> str:
        return Definition(kind, Asked(), state_for(kind, state_of(before), mapping)).as_json()

    before, after = wave(mapping), wave(mapping.changed(STAFF, stands_as="outcome"))
    for kind in ("score", "drivers"):
        assert not is_old(kept(kind), before)
        assert not is_old(kept(kind), wave(mapping.changed(WHOLE, stands_as="outcome")))
    assert is_old(kept("drivers"), after) and not is_old(kept("score"), after)
    of_all = Definition("drivers", Asked(), state_of(before))  # as kept before outcomes were told
    assert is_old(of_all.as_json(), before)
    assert "no driver" in again(Responses(content, mapping), of_all).text.splitlines()[-1]
