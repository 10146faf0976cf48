"""From a file to a wave of the engagement and back: profiles, repeated people, undo, figures."""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from survey_files import People, plain

from cxstudio.analysis.survey import columnar
from cxstudio.analysis.survey.columnar import UnreadableResponses
from cxstudio.analysis.survey.nps import nps, nps_by
from cxstudio.analysis.survey.responses import Responses, responses_of
from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.mapping import UnreadableMapping
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import read_survey, survey_from
from cxstudio.exchange.survey_storing import as_json, keep, same_file, with_same_columns
from cxstudio.exchange.understanding import asked_for, check, propose, without_answer
from cxstudio.model import Wave
from cxstudio.model.columns import Column, Mapping, mapping_from
from cxstudio.store import EngagementFile, open_file
from cxstudio.store.check import examine

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[3] / "shared"))
SURVEYS = SHARED / "data" / "survey"
real = pytest.mark.skipif(not SURVEYS.is_dir(), reason="the shared data folder is absent")


@pytest.fixture
def file(tmp_path):
    with EngagementFile.create(tmp_path / "x.cxs", client="X") as file:
        yield file


def shop(seed=3, n=400):
    people = People(n, seed)
    return {
        "Customer ID": [f"C{number % (n * 3 // 4):05}" for number in range(n)],
        "E-mail": [f"c{number}@example.org" for number in range(n)],
        "Response date": people.times(),
        "NPS": people.sometimes(people.on(0, 10), "11", 0.05),
        "Satisfied with service": people.sometimes(people.on(1, 5), "N/A", 0.1),
        "Region": people.sometimes(people.some(["North", "South 2", "South 10"]), "", 0.1),
        "Channels": people.several(["web", "shop", "phone"], ";", ";"),
        "Uses: app": people.some([1, 0]),
        "Uses: card": people.some([1, 0]),
        "Weight": [f"{people.chance.uniform(0.4, 1.7):.3f}" for _ in range(n)],
        "Spent": people.some(["1,200", "80", "", "15.5"]),
        "Why?": [text or "nothing" for text in people.comments()],
    }


def mapped(columns):
    survey = survey_from(plain(columns), "shop.csv")
    mapping = propose(survey).mapping
    return survey, without_answer(mapping, check(survey, mapping).undecided)


def kept(file, survey, mapping, name="May"):
    with file.change("Import") as change:
        wave = keep(change, file.put_blob, prepare(survey, mapping), name=name)
        return wave.id


def test_a_wave_comes_back_typed(file):
    columns = shop()
    survey, mapping = mapped(columns)
    answers = responses_of(file.one(Wave, kept(file, survey, mapping)), file.blob)
    frame = answers.frame()
    assert len(answers) == 400 and "E-mail" not in frame
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert kinds["NPS"] == kinds["Satisfied with service"] == "Int8"
    assert kinds["Region"] == "category" and kinds["Response date"] == "datetime64[s]"
    assert kinds["Weight"] == kinds["Spent"] == "float64" and kinds["Uses: app"] == "boolean"
    assert list(frame["Region"].cat.categories) == ["North", "South 2", "South 10"]
    plain_scores = pd.Series(pd.to_numeric(columns["NPS"]))
    wanted = plain_scores.where(plain_scores <= 10)
    assert frame["NPS"].astype("float64").equals(wanted.rename("NPS"))
    assert frame["Weight"].tolist() == [float(cell) for cell in columns["Weight"]]
    spent = {"1,200": 1200.0, "80": 80.0, "15.5": 15.5, "": None}
    assert frame["Spent"].fillna(-1).tolist() == [
        -1 if spent[c] is None else spent[c] for c in columns["Spent"]
    ]
    assert answers.texts("NPS").tolist() == [str(cell) for cell in columns["NPS"]]
    channels = answers.options("Channels")
    assert channels["web"].tolist() == ["web" in cell for cell in columns["Channels"]]
    assert list(answers.options("Uses")) == ["app", "card"]
    assert answers.options("Uses")["app"].sum() == sum(columns["Uses: app"])
    assert answers.row_numbers[[0, -1]].tolist() == [2, 401]
    assert frame["Why?"].isna().sum() == columns["Why?"].count("nothing")


def test_only_what_is_asked_for_is_read(file):
    survey, mapping = mapped(shop())
    answers = responses_of(file.one(Wave, kept(file, survey, mapping)), file.blob)
    assert list(answers.frame(["NPS", "Region"])) == ["NPS", "Region"]
    with pytest.raises(KeyError):
        answers.frame(["E-mail"])
    with pytest.raises(KeyError):
        answers.options("gone")


def test_personal_data_is_nowhere_in_the_file_unless_asked_for():
    survey, mapping = mapped(shop())
    prepared = prepare(survey, mapping)
    assert mapping["E-mail"].role == "left_out"
    assert "E-mail" not in Responses(prepared.content, mapping).names
    asked = asked_for(mapping, "E-mail")
    assert Responses(prepare(survey, asked).content, asked).texts("E-mail")[0] == "c0@example.org"


def test_undo_takes_the_wave_back_and_redo_brings_it(file):
    survey, mapping = mapped(shop())
    id = kept(file, survey, mapping)
    before = file.one(Wave, id).sha256
    patches = [len(entry.patch) for entry in file.history()]
    assert max(patches) < 5_000  # the answers are no part of the history
    file.undo()
    assert file.get(Wave, id) is None
    file.redo()
    assert file.one(Wave, id).sha256 == before
    assert len(responses_of(file.one(Wave, id), file.blob)) == 400


def test_a_file_with_a_wave_is_sound_and_opens_again(tmp_path):
    path = tmp_path / "y.cxs"
    with EngagementFile.create(path, client="X") as file:
        id = kept(file, *mapped(shop()))
    assert not list(examine(path, None))
    with open_file(path) as again:
        assert len(responses_of(again.one(Wave, id), again.blob)) == 400


def test_a_corrected_mapping_gives_other_figures(file):
    survey, mapping = mapped(shop())
    id = kept(file, survey, mapping)
    better = mapping.changed("Region", role="other").changed("NPS", no_answer=("11", "0"))
    with file.change("Correct") as change:
        change.get(Wave, id).mapping = as_json(better)
    answers = responses_of(file.one(Wave, id), file.blob)
    assert str(answers.column("Region").dtype) == "str"
    assert 0 not in answers.column("NPS").dropna().tolist()
    file.undo()
    assert 0 in responses_of(file.one(Wave, id), file.blob).column("NPS").dropna().tolist()


@pytest.mark.parametrize("which", ["first", "last"])
def test_one_answer_of_each_person(which):
    columns = shop()
    survey, mapping = mapped(columns)
    one = Mapping(mapping.columns, which)
    answers = Responses(prepare(survey, one).content, one)
    frame = pd.DataFrame(columns).assign(row=range(2, 402))
    frame = frame.sort_values("Response date", kind="stable")
    wanted = sorted(frame.drop_duplicates("Customer ID", keep=which)["row"])
    assert len(answers) == 300 and answers.row_numbers.tolist() == wanted
    told = check(survey, one)
    scores = answers.column(mapping.score)
    assert (told.repeated, told.answered) == (100, scores.notna().sum())
    assert told.promoters == (scores >= 9).sum() and told.detractors == (scores <= 6).sum()


def test_the_same_file_and_the_same_columns_are_noticed(file):
    survey, mapping = mapped(shop())
    assert same_file([], survey) is None and with_same_columns([], survey) is None
    kept(file, survey, mapping)
    next_month, _mapping = mapped(shop(seed=9))
    waves = file.all(Wave)
    assert same_file(waves, survey).name == "May" and same_file(waves, next_month) is None
    assert with_same_columns(waves, next_month) == mapping
    other = survey_from(plain({"A": [1], "B": [2]}), "x.csv")
    assert with_same_columns(waves, other) is None


def test_the_fingerprint_is_that_of_the_file():
    survey, mapping = mapped(shop())
    assert prepare(survey, mapping).original_sha256 == survey.sha256
    assert prepare(survey, mapping).content == prepare(survey, mapping).content


def test_times_that_are_not_year_first():
    people = People(50)
    columns = {
        "NPS": people.on(0, 10),
        "Timestamp": people.times("{d:02}.{m:02}.{y} {h:02}:{i:02}"),
    }
    survey, mapping = mapped(columns)
    prepared = prepare(survey, mapping)
    assert mapping["Timestamp"].form == "%d.%m.%Y %H:%M"
    moments = Responses(prepared.content, mapping).column("Timestamp")
    assert moments.notna().all() and (prepared.first, prepared.last) == (
        moments.min().date(),
        moments.max().date(),
    )


def test_damaged_answers_are_told():
    survey, mapping = mapped(shop())
    content = prepare(survey, mapping).content
    for broken in (b"", b"ARROW1", content[:-200], content[: len(content) // 2]):
        with pytest.raises(UnreadableResponses, match="backup"):
            Responses(broken, mapping).frame()


def test_narrow_keeps_what_it_holds():
    import pyarrow as pa

    table = pa.table({"a": [1, None, 127], "b": [1, 2, 70_000], "c": [-(2**40), 0, None]})
    found = columnar.unpacked(columnar.packed(table))
    assert [str(kind) for kind in found.schema.types] == ["int8", "int32", "int64"]
    assert found.to_pydict() == table.to_pydict()


# ── Profiles ──────────────────────────────────────────────────────────────────────────────


def test_a_profile_is_kept_and_used_again(tmp_path):
    survey, mapping = mapped(shop())
    path = tmp_path / "mapping.json"
    profiles.save(mapping, path)
    assert profiles.load(path) == mapping
    columns = shop(seed=5)
    columns["Region of living"] = columns.pop("Region")
    columns["Colour"] = ["red", "blue"] * 200
    del columns["Spent"]
    guessed = propose(survey_from(plain(columns), "next.csv")).mapping
    fitted, differences = profiles.fitted(mapping, guessed)
    assert differences.renamed == (("Region", "Region of living"),)
    assert (differences.missing, differences.new) == (("Spent",), ("Colour",))
    assert len(differences.said()) == 3 and bool(differences)
    assert fitted["Region of living"].role == "segment" and fitted["Colour"].role == "segment"
    assert "11" in fitted["NPS"].no_answer
    assert [column.name for column in fitted.columns] == list(columns)
    assert not profiles.fitted(mapping, propose(survey).mapping)[1]


def test_words_that_nobody_had_chosen_join_the_scale_of_a_profile():
    five = ("とても不満", "不満", "どちらでもない", "満足", "とても満足")
    pairs = tuple(zip(five, map(float, range(1, 6)), strict=True))
    known = Mapping((Column("満足度", "rating", values=pairs[1:]),))
    guessed = Mapping((Column("満足度", "rating", values=pairs),))
    assert profiles.fitted(known, guessed)[0]["満足度"].values == pairs


def test_a_short_mapping_takes_what_is_guessed(tmp_path):
    path = tmp_path / "m.json"
    short = {"format": profiles.FORMAT, "version": 1, "score": "NPS", "comments": ["Why?"]}
    path.write_text(json.dumps(short | {"segments": ["Customer ID"]}))
    _survey, mapping = mapped(shop())
    fitted, differences = profiles.fitted(profiles.load(path), mapping)
    assert fitted["NPS"] == mapping["NPS"] and fitted["Customer ID"].role == "segment"
    assert fitted["Region"].role == "segment" and not differences


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "cxstudio-survey-mapping", "version": 9}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "score": 3}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "comments": "Q1"}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "columns": [{"name": 1}]}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "columns": [{"role": "score"}]}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "columns": 7}',
    ],
)
def test_what_is_no_mapping_is_told(tmp_path, content):
    path = tmp_path / "m.json"
    path.write_text(content)
    with pytest.raises(UnreadableMapping, match=r"m\.json"):
        profiles.load(path)
    with pytest.raises(UnreadableMapping, match="no file"):
        profiles.load(tmp_path / "gone.json")


def test_a_mapping_survives_json():
    _survey, mapping = mapped(shop())
    assert mapping_from(json.loads(as_json(mapping))) == mapping


def test_only_one_column_can_be_the_score():
    mapping = Mapping((Column("a", "score"), Column("b", "rating")))
    changed = mapping.changed("b", role="score")
    assert (changed.score, changed["a"].role) == ("b", "other")
    with pytest.raises(KeyError):
        mapping.changed("c", role="time")


# ── Figures that are known ────────────────────────────────────────────────────────────────


@real
@pytest.mark.parametrize(
    ("name", "score", "n"),
    [
        ("fukui/202205.csv", 1.78, 2247),
        ("fukui/202602.csv", 21.14, 1036),
        ("fukui/fukui_202602_cp932_crlf.csv", 21.14, 1036),
        ("fukui/fukui_202602_utf16le_tab.txt", 21.14, 1036),
        ("fukui/202604.csv", 20.29, 1543),
        ("sfo_2017/2017_SFO_Customer_Survey_20250817.csv", 39.84, 2746),
        ("google_forms/input_01.csv", -35.9, 39),
    ],
)
def test_known_scores(name, score, n):
    survey = read_survey(SURVEYS / name)
    mapping = propose(survey).mapping
    mapping = without_answer(mapping, check(survey, mapping).undecided)
    answers = Responses(prepare(survey, mapping).content, mapping)
    result = nps(answers.column(mapping.score).dropna().astype(float))
    assert (round(result.score, 2), result.n) == (score, n)
    counted = check(survey, mapping)
    assert (counted.promoters, counted.detractors) == (result.promoters, result.detractors)


@real
def test_known_figures_of_the_airport():
    survey = read_survey(SURVEYS / "sfo_2017/2017_SFO_Customer_Survey_20250817.csv")
    mapping = propose(survey).mapping
    answers = Responses(prepare(survey, mapping).content, mapping)
    food = answers.column("Q7FOOD").dropna()
    assert (round(float(np.mean(food)), 3), len(food)) == (3.615, 2421)
    groups = nps_by(answers.frame(["NETPRO", "BAREA"]).astype(str), "NETPRO", "BAREA")
    scores = dict(zip(groups["group"], groups["score"], strict=True))
    assert (round(scores["E"], 1), round(scores["G"], 1)) == (46.9, 33.0)
