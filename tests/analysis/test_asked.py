"""What is asked of a wave: of whom, which figure, by which groups."""

import pytest

from cxstudio.analysis.survey.asked import Answers, Asked, asked_from, described, ends, group_names
from cxstudio.analysis.survey.responses import Responses
from cxstudio.sample import survey

AGE, AREA, HOW = "年代", "6分類", "福井県内での交通手段ALL"


@pytest.fixture(scope="module")
def wave() -> Responses:
    return Responses(survey.columns("202604"), survey.mapping())


def test_everyone(wave):
    answers = Answers(wave)
    assert answers.mask is None
    assert answers.score is not None
    assert answers.score.n == len(wave) == 1543


def test_several_answers_of_one_question_mean_any_of_them(wave):
    one, other = (Answers(wave, Asked().of(AGE, [age])).score for age in ("50代", "60代"))
    both = Answers(wave, Asked().of(AGE, ["50代", "60代"])).score
    assert one is not None
    assert other is not None
    assert both is not None
    assert both.n == one.n + other.n
    assert both.promoters == one.promoters + other.promoters


def test_two_questions_mean_both(wave):
    asked = Asked().of(AGE, ["50代"]).of(AREA, ["福井市・永平寺町"])
    score = Answers(wave, asked).score
    ages, areas = wave.column(AGE), wave.column(AREA)
    assert score is not None
    assert score.n == int(((ages == "50代") & (areas == "福井市・永平寺町")).sum())


def test_questions_with_several_answers_group_too(wave):
    assert HOW in group_names(wave)
    options = wave.options(HOW)
    name = str(options.columns[0])
    answers = Answers(wave, Asked().of(HOW, [name]))
    assert answers.mask is not None
    assert int(answers.mask.sum()) == int(options[name].sum())


def test_no_label_means_anyone_again(wave):
    assert Asked().of(AGE, ["50代"]).of(AGE, []) == Asked()


def test_what_the_wave_does_not_have_is_named_and_left_out(wave):
    answers = Answers(wave, Asked().of("Region", ["North"]))
    assert answers.unknown == ("Region",)
    assert answers.score is not None
    assert answers.score.n == 1543


def test_a_table_of_another_figure(wave):
    table = Answers(wave, Asked(measure="mean:満足度", down=AGE)).table()
    assert table is not None
    assert table.figure(None).value == pytest.approx(wave.column("満足度").mean())
    assert ends(wave, "満足度") == (1.0, 5.0)
    share = Answers(wave, Asked(measure="share:満足度", down=AGE)).table()
    assert share is not None
    given = wave.column("満足度").dropna()
    assert share.figure(None).value == pytest.approx(100 * (given >= 4).mean())


def test_it_is_kept_as_json():
    asked = Asked(down=AGE, across=AREA, period="week").of(AGE, ["50代"])
    assert asked_from(asked.as_json()) == asked
    assert asked_from(None) == Asked()
    assert asked_from({"people": 3, "period": "century"}) == Asked()
    assert described(asked, {AGE: "Age"}) == "Age: 50代"
