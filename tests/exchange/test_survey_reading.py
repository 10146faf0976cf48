"""Any survey file: encodings, delimiters, layouts, and what is said of files that are no good."""

import csv
import hashlib
import os
from pathlib import Path

import pytest
from survey_files import SATISFIED, People, plain, table, 場所, 満足, 理由

from cxstudio.exchange import survey_pieces, survey_reading
from cxstudio.exchange.survey_reading import read_survey, survey_from
from cxstudio.exchange.table import UnreadableTable

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[3] / "shared"))
SURVEYS = SHARED / "data" / "survey"
real = pytest.mark.skipif(not SURVEYS.is_dir(), reason="the shared data folder is absent")


def cells(survey, name):
    place = survey.names.index(name)
    return [row[place] for row in survey.cells(len(survey))]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_japanese_in_every_encoding(encoding, delimiter, end):
    people = People(60)
    reasons = [f"{text}\n二行目,;\t|" for text in people.comments(理由, 場所, share=1)]
    columns = {"推奨度": people.on(0, 10), "満足度": people.in_words(満足), "理由": reasons}
    data = plain(columns, encoding=encoding, delimiter=delimiter, end=end)
    survey = survey_from(data, "調査.csv")
    assert survey.names == ("推奨度", "満足度", "理由")
    assert cells(survey, "推奨度") == [str(value) for value in columns["推奨度"]]
    assert cells(survey, "理由") == reasons


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_western_accents(encoding):
    columns = {"Note": [9, 3, 7], "Pourquoi": ["café très agréable", "déçu", "ça va à peu près"]}
    survey = survey_from(plain(columns, encoding=encoding), "x.csv")
    assert cells(survey, "Pourquoi") == columns["Pourquoi"]


@real
def test_one_wave_in_three_encodings_is_one_table():
    first = read_survey(SURVEYS / "fukui/202602.csv")
    assert (len(first), len(first.names)) == (1036, 90)
    for name in ("fukui_202602_cp932_crlf.csv", "fukui_202602_utf16le_tab.txt"):
        other = read_survey(SURVEYS / "fukui" / name)
        assert other.names == first.names
        assert cells(other, "NPS") == cells(first, "NPS")


@real
def test_cells_keep_their_line_breaks_and_entities_become_characters():
    reasons = "\0".join(
        cells(read_survey(SURVEYS / "fukui/202604.csv"), "満足度(商品・サービス)の理由")
    )
    assert "…" in reasons and "&hellip;" not in reasons and "\n" in reasons


def test_a_large_file_is_read_in_pieces(monkeypatch):
    monkeypatch.setattr(survey_pieces, "PIECE", 2_000)
    people = People(3_000)
    reasons = [f'{text}\n"so", they\nsaid' for text in people.comments(share=1)]
    columns = {"NPS": people.on(0, 10), "Why": reasons, "Region": people.some(["N", "S"])}
    shares = []
    survey = survey_from(plain(columns), "x.csv", tell=shares.append)
    assert len(shares) > 50 and shares == sorted(shares) and shares[-1] <= 1
    assert cells(survey, "Why") == reasons
    assert cells(survey, "NPS") == [str(n) for n in columns["NPS"]]


def test_reading_can_be_stopped():
    class Stop(Exception):
        pass

    def tell(share):
        raise Stop

    with pytest.raises(Stop):
        survey_from(b"a,b\n1,2\n", "x.csv", tell=tell)


def test_a_column_that_changes_its_form_late_stays_as_it_was_written(monkeypatch):
    monkeypatch.setattr(survey_pieces, "PIECE", 4_000)
    scores = ["9"] * 5_000 + ["Blank", "1.50"]
    amounts = [f"{n}.50" for n in range(5_000)] + ["12.5 EUR", "007"]
    survey = survey_from(plain({"NPS": scores, "Spend": amounts}), "x.csv")
    assert cells(survey, "NPS") == scores
    assert cells(survey, "Spend") == amounts


@pytest.mark.parametrize(
    "late",
    [["100", "999", "12345678901"], ["", "n/a"], ["とても", "１０"], ["9\n9"]],
    ids=["more digits", "words", "japanese", "line breaks"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_what_comes_late_is_read_as_it_stands(monkeypatch, late, encoding):
    monkeypatch.setattr(survey_pieces, "PIECE", 3_000)
    scores = ["9", "-1"] * 1_500 + [*late, "8"]
    columns = {"NPS": scores, "Area": [f"A{n % 7}" for n in range(len(scores))]}
    data = plain(columns, encoding=encoding) + b"\n\n"
    survey = survey_from(data, "x.csv")
    assert cells(survey, "NPS") == scores
    assert survey.sha256 == hashlib.sha256(data).hexdigest()
    assert survey.row_numbers[len(scores) - 1] == len(scores) + 1


def test_a_blank_row_far_down_keeps_the_numbers_of_those_behind_it(monkeypatch):
    monkeypatch.setattr(survey_pieces, "PIECE", 3_000)
    data = b"NPS,Why\n" + b"9,a\n" * 3_000 + b"\n" + b"8,b\n" * 3_000
    survey = survey_from(data, "x.csv")
    assert len(survey) == 6_000 and survey.row_numbers[3_000] == 3_003


def test_text_stays_text():
    data = b"id,word\n0012345678901234567890,NA\n007,null\n"
    assert survey_from(data, "x.csv").cells() == [["0012345678901234567890", "NA"], ["007", "null"]]


def test_short_rows_blank_rows_and_their_numbers():
    data = 'Title\n\n NPS ;Why? ; ;NPS\n9;a,b;;1\n\n;;;\n10;"c;\nd"\n'.encode("utf-8-sig")
    survey = survey_from(data, "x.csv")
    assert survey.names == ("NPS", "Why?", "Column 3", "NPS (2)")
    assert survey.cells() == [["9", "a,b", "", "1"], ["10", "c;\nd", "", ""]]
    assert list(survey.row_numbers) == [4, 7]
    said = " ".join(survey.said())
    assert "Row 3" in said and "column C" in said and "D (“NPS”)" in said


def test_empty_rows_of_a_quick_file_keep_the_numbers():
    survey = survey_from(b"a,b\n1,x\n,\n,\n4,y\n", "x.csv")
    assert survey.cells() == [["1", "x"], ["4", "y"]]
    assert list(survey.row_numbers) == [2, 5]


# ── Layouts ───────────────────────────────────────────────────────────────────────────────


def qualtrics(rows):
    people = People(80)
    ids = ["StartDate", "EndDate", "IPAddress", "ResponseId", "Q1_NPS", "Q2_1", "Q2_2", "Q3"]
    asked = ["Start Date", "End Date", "IP Address", "Response ID"]
    asked += ["How likely are you to recommend us?", "How satisfied are you with … - The food"]
    asked += ["How satisfied are you with … - The staff", "Why?"]
    imported = [f'{{"ImportId":"QID{n}"}}' for n in range(len(ids))]
    columns = [people.times(), people.times(), people.some(["10.0.0.1", "192.168.1.9"])]
    columns += [people.ids(), people.on(0, 10), people.on(1, 5), people.on(1, 5), people.comments()]
    return table([ids, asked, imported][:rows], columns)


@pytest.mark.parametrize(("rows", "kind"), [(3, "qualtrics"), (2, "qualtrics_old")])
def test_qualtrics(rows, kind):
    survey = survey_from(qualtrics(rows), "q.csv")
    assert (survey.layout.kind, survey.layout.before, len(survey)) == (kind, rows, 80)
    assert survey.names[4:6] == ("Q1_NPS", "Q2_1")
    assert survey.layout.parts[5:7] == ("The food", "The staff")
    assert f"row {rows}" in survey.said()[1]
    assert next(iter(survey.row_numbers)) == rows + 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_surveymonkey_with_blank_parents(language):
    people = People(50)
    en = language == "en"
    first = [
        "Respondent ID",
        "Recommend us?" if en else "当店を薦めますか",
        "Satisfied with:",
        "",
        "",
    ]
    first += ["Which did you use?", "", "", "Why?"]
    second = ["", "Response" if en else "回答", "Food", "Staff", "Price", "Web", "Shop"]
    second += ["Other (please specify)", "Open-Ended Response" if en else "自由回答"]
    columns = [people.ids("{n:012}"), people.on(0, 10)]
    columns += [people.in_words(SATISFIED) for _ in range(3)]
    columns += [people.some(["Web", ""]), people.some(["Shop", ""]), people.some(["", "fax"])]
    survey = survey_from(table([first, second], [*columns, people.comments()]), "s.csv")
    assert (survey.layout.kind, survey.layout.before, len(survey)) == ("surveymonkey", 2, 50)
    assert survey.names[2] == "Satisfied with: Food" and survey.names[8] == "Why?"
    assert survey.layout.parents[3] == "Satisfied with:"


def test_surveymonkey_condensed():
    people = People(40)
    heads = [["Respondent ID", "Recommend us?", "Age"], ["", "Response", "Response"]]
    columns = [people.ids("{n}"), people.on(0, 10), people.some(["18-29", "30-44"])]
    survey = survey_from(table(heads, columns), "s.csv")
    assert survey.names == ("Respondent ID", "Recommend us?", "Age")
    assert len(survey) == 40


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["Timestamp", "Recommend us?", "Why?"], "google_forms"),
        (["タイムスタンプ", "お勧めしますか", "その理由"], "google_forms"),
        (["ID", "Start time", "Completion time", "Email", "Name", "Recommend?"], "microsoft_forms"),
        (["ID", "開始時刻", "完了時刻", "メール", "名前", "推奨度"], "microsoft_forms"),
        (["year", "region", "score"], "plain"),
    ],
)
def test_forms_by_their_headers(names, kind):
    survey = survey_from(table([names], [["1", "2"] for _name in names]), "f.csv")
    assert (survey.layout.kind, survey.layout.before) == (kind, 1)
    assert survey.names == tuple(names)


def test_a_grid_of_google_forms_is_one_question():
    names = ["Timestamp", "How was the … [Food]", "How was the … [Staff]", "Area [m2]"]
    survey = survey_from(table([names], [["1", "2"] for _name in names]), "f.csv")
    assert survey.layout.parents[1:3] == ("How was the …", "How was the …")
    assert survey.layout.parts == ("", "Food", "Staff", "")


# ── Bad input ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b",,,\n,,\n", "no header row"),
        (b"a,b\n", "no answers"),
        (b"a,b\n,\n", "no answers"),
        (b"a,b\n1,2\n1,2,3\n", "in row 3, .* column C"),
        (b'a,b\n1,2\n"1,2\n3,4\n', "row 3 whose quotation marks"),
        (b"PK\x03\x04", "cannot be opened as a workbook"),
        (b"\xd0\xcf\x11\xe0 old", r"\.xls"),
        (bytes(range(256)), "encoding"),
        ("NPS,理由\n9,よい店です\n".encode() + "8,感じがよい\n".encode("cp932"), "row 3, column B"),
        (",".join(f"Q{n}" for n in range(10_000)).encode() + b"\n1\n", "10,000 columns .*NTP"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path, content, words):
    path = tmp_path / "アンケート 1.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableTable, match=words) as told:
        read_survey(path)
    assert str(told.value).startswith(path.name)


def test_a_file_that_is_not_there_or_too_large(tmp_path):
    with pytest.raises(UnreadableTable, match="no file"):
        read_survey(tmp_path / "gone.csv")
    with pytest.raises(UnreadableTable, match="cannot be opened"):
        read_survey(tmp_path)
    large = tmp_path / "large.csv"
    with large.open("wb") as stream:
        stream.truncate(2_000_000_000)  # takes no room on the disk
    with pytest.raises(UnreadableTable, match="2,000 MB"):
        read_survey(large)


def test_one_column(monkeypatch):
    assert survey_from(b"NPS\n9\n10\n", "x.csv").cells() == [["9"], ["10"]]
    monkeypatch.setattr(survey_pieces, "PIECE", 3_000)
    scores = ["9"] * 3_000 + ["n/a"]
    assert cells(survey_from("\n".join(["NPS", *scores]).encode(), "x.csv"), "NPS") == scores


def test_a_column_may_be_called_like_our_own():
    survey = survey_from(b"#row,NPS\na,9\n,\nb,8\n", "x.csv")
    assert survey.names == ("#row (2)", "NPS")
    assert survey.cells() == [["a", "9"], ["b", "8"]]


def test_quotation_marks_inside_cells():
    data = b'NPS,Height\n9,6\'3"\n8,"5\'11"""\n7,5" pipe\n'
    assert [row[1] for row in survey_from(data, "x.csv").cells()] == ["6'3\"", "5'11\"", '5" pipe']


def test_the_patient_reader_agrees_with_the_quick_one(monkeypatch):
    people = People(500)
    columns = {"NPS": people.on(0, 10), "Why": people.comments(), "When": people.times()}
    data = plain(columns)
    quick = survey_from(data, "x.csv")
    monkeypatch.setattr(survey_reading, "parsed", lambda *_args: None)
    patient = survey_from(data, "x.csv")
    assert patient.cells(500) == quick.cells(500)
    assert list(patient.row_numbers) == list(quick.row_numbers)
    assert patient.table.select(list(patient.names)).schema.types == quick.table.schema.types


def test_names_are_what_a_spreadsheet_shows():
    text = "\n".join(",".join(row) for row in csv.reader(["A &amp; B,a,a,,\n", "1,2,3,4,5"]))
    survey = survey_from(text.encode(), "x.csv")
    assert survey.names == ("A & B", "a", "a (2)", "Column 4", "Column 5")
