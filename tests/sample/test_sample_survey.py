"""The sample's survey: waves true to the published one, and the same scores in both languages."""

from __future__ import annotations

import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.definition import definition_from, is_old
from cxstudio.analysis.survey.responses import Responses, responses_of
from cxstudio.model import (
    Evidence,
    Kpi,
    Link,
    Persona,
    Wave,
)
from cxstudio.sample import survey
from cxstudio.sample.questions import english
from cxstudio.store import EngagementFile

LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = Path(__file__).parents[2] / "packaging" / "sample_figures.py"
    spec = importlib.util.spec_from_file_location("sample_figures", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts_of(file: EngagementFile, wave: Wave) -> pd.DataFrame:
    """The cells of a wave as text."""
    answers = responses_of(wave, file.blob)
    return pd.DataFrame({name: answers.texts(name).fillna("") for name in answers.names})


def test_comments_are_answers_of_the_survey(files):
    japanese = files["ja"]
    for comment in japanese.all(Evidence, Evidence.evidence_kind == "comment"):
        wave = japanese.one(Wave, comment.wave_id)
        answers = texts_of(japanese, wave)
        place = int(comment.source.rpartition(" ")[2].removeprefix("回答")) - 1
        answer = answers.iloc[place]
        assert comment.text in {cell.strip() for cell in answer}
        assert comment.respondent.startswith(answer["年代"])
        assert comment.respondent.endswith(f"評価{answer['NPS']}")
    for comment in files["en"].all(Evidence, Evidence.evidence_kind == "comment"):
        assert "Our translation" in comment.note
        assert files["ja"].one(Evidence, comment.id).text in comment.note


def test_waves_are_whole_and_hold_no_member_ids(file):
    found = {}
    for wave in file.all(Wave):
        answers = responses_of(wave, file.blob)
        found[wave.dated.strftime("%Y%m")] = len(answers)
        assert answers.mapping.score == "NPS" and wave.rows == len(answers)
        assert not [c.name for c in answers.mapping.columns if c.name not in answers.names]
        assert not answers.column("NPS").isna().any()
        assert not [column for column in answers.names if "会員" in column]
    assert found == {"202205": 2247, "202602": 1036, "202604": 1543}


NPS_OF = {"202205": 1.78, "202602": 21.14, "202604": 20.29}
GROUPS = (*survey.ROLES["segment"], *survey.ROLES["choices"])


@pytest.fixture(scope="module")
def answered() -> dict[tuple[str, str], Responses]:
    """The answers of each wave in each language."""
    return {
        (wave, language): Responses(survey.columns(wave, language), survey.mapping(language))
        for wave in NPS_OF
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wave", NPS_OF)
def test_the_score_is_the_same_in_both_languages(answered, wave, language):
    score = Answers(answered[wave, language]).score
    assert round(score.score, 2) == NPS_OF[wave]


@pytest.mark.parametrize("wave", NPS_OF)
@pytest.mark.parametrize("group", GROUPS)
def test_every_group_has_the_same_score_in_both_languages(answered, wave, group):
    found = {}
    for language in LANGUAGES:
        table = Answers(answered[wave, language], Asked(down=group)).table()
        labels = table.labels[0]
        names = [english(label, group) for label in labels] if language == "ja" else labels
        figures = [table.figure(place) for place in range(len(names))]
        found[language] = {
            name: (figure.n, figure.value) for name, figure in zip(names, figures, strict=True)
        }
    assert found["en"] == found["ja"]


@pytest.mark.parametrize("wave", NPS_OF)
def test_ratings_have_the_same_answers_in_both_languages(answered, wave):
    for name in survey.ROLES["rating"]:
        english, japanese = (answered[wave, language].column(name) for language in LANGUAGES)
        assert english.equals(japanese)


def test_the_english_wave_is_japanese_only_in_comments(answered):
    kana = re.compile(r"[ぁ-んァ-ヶ一-龠]")
    for wave in NPS_OF:
        answers = answered[wave, "en"]
        for column in answers.mapping.columns:
            assert not kana.search(column.title)
            if column.role != "comment":
                assert not answers.texts(column.name).str.contains(kana).any(), column.name


def test_quoted_comments_are_found_in_their_wave(file):
    for comment in file.all(Evidence, Evidence.evidence_kind == "comment"):
        answers = responses_of(file.one(Wave, comment.wave_id), file.blob)
        place = answers.row_numbers.tolist().index(comment.row)
        assert answers.texts(comment.column)[place].strip() == comment.text


def test_scores_of_personas_and_readings_can_be_worked_out_again(file):
    again = {}
    for evidence in file.all(Evidence, Evidence.definition != ""):
        wave = file.one(Wave, evidence.wave_id)
        assert not is_old(evidence.definition, wave)
        asked = definition_from(evidence.definition).asked
        score = Answers(responses_of(wave, file.blob), asked).score
        again[evidence.id] = (
            round(score.score, 1),
            round(score.low, 1),
            round(score.high, 1),
            score.n,
        )
        assert evidence.n == score.n
    shown = {}
    for link in file.all(Link, Link.source_kind == "evidence"):
        if link.source_id in again and link.target_kind == "persona":
            assert link.target_field == "score"
            person = file.one(Persona, link.target_id)
            values = (person.score, person.score_low, person.score_high, person.score_n)
            shown[link.source_id] = values
    assert len(shown) == 3 and shown.items() <= again.items()
    kpi = file.all(Kpi)[0]
    readings = [(r.value, r.low, r.high, r.n) for r in kpi.readings]
    assert readings == [again[id] for id in sorted(again) if id not in shown]


def test_figures_are_what_the_waves_say(script):
    waves = {
        wave: pd.read_csv(io.BytesIO(survey.content(wave)), dtype=str).fillna("")
        for wave in script.WAVES
    }
    assert script.figures(waves) == survey.figures()
