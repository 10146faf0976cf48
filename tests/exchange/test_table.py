import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange import pasted
from cxstudio.exchange.mapping import Mapping, UnreadableMapping
from cxstudio.exchange.table import UnreadableTable, read_table
from cxstudio.exchange.understanding import understand

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[3] / "shared"))
SURVEYS = SHARED / "data" / "survey"
real = pytest.mark.skipif(not SURVEYS.is_dir(), reason="the shared data folder is absent")


@pytest.fixture
def written(tmp_path):
    def write(text, encoding="utf-8", name="survey.csv"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@real
def test_one_wave_in_three_encodings_is_one_table():
    plain = read_table(SURVEYS / "fukui/202602.csv")
    assert plain.shape == (1036, 90)
    for name in ("fukui_202602_cp932_crlf.csv", "fukui_202602_utf16le_tab.txt"):
        other = read_table(SURVEYS / "fukui" / name)
        assert list(other.columns) == list(plain.columns)
        assert list(other["NPS"]) == list(plain["NPS"])
        assert list(other["満足度の理由"].str.len() > 0) == list(
            plain["満足度の理由"].str.len() > 0
        )


@real
def test_cells_keep_their_line_breaks_and_entities_become_characters():
    frame = read_table(SURVEYS / "fukui/202604.csv")
    reasons = frame["満足度(商品・サービス)の理由"]
    assert reasons.str.contains("…").any()
    assert not reasons.str.contains("&hellip;").any()
    assert reasons.str.contains("\n").any()


@real
def test_the_fukui_wave_is_understood():
    found = understand(read_table(SURVEYS / "fukui/202604.csv"))
    assert found.score_column == "NPS"
    assert found.time_column == "回答日時"
    assert (found.n, found.answered) == (1543, 1543)
    assert {"満足度の理由", "不便さの内容", "福井県に求めるもの"} <= set(found.comment_columns)
    assert {"年代", "性別", "都道府県", "回答エリア", "同行者"} <= set(found.segment_columns)
    assert not {"会員ID", "訪問目的ALL", "その他", "生まれ年"} & set(found.segment_columns)
    assert found.problems == (
        "461 answers come from people who had answered before (会員ID); each answer is counted.",
    )


@real
def test_the_airport_survey_is_understood():
    found = understand(read_table(SURVEYS / "sfo_2017/2017_SFO_Customer_Survey_20250817.csv"))
    assert found.score_column == "NETPRO"
    assert found.n == 2831
    assert found.answered == 2831 - 84 - 1  # one cell is empty
    assert any("(11)" in problem for problem in found.problems)
    assert {"BAREA", "Q19AGE", "Q22FLY", "LANG"} <= set(found.segment_columns)


@real
def test_a_form_with_three_scales_takes_the_first_and_says_so():
    found = understand(read_table(SURVEYS / "google_forms/input_01.csv"))
    assert found.score_column == "On a scale of 0-10, how would you rate Sudzilla?"
    assert found.time_column == "Timestamp"
    assert "...why?" in found.comment_columns
    assert any(problem.startswith("3 columns") for problem in found.problems)


@real
def test_a_survey_without_the_question_says_what_to_do():
    found = understand(read_table(SURVEYS / "surveymonkey/flying-etiquette.csv"))
    assert found.score_column is None
    assert found.answered == 0
    assert "mapping" in found.problems[0]
    assert "Age" in found.segment_columns


def test_delimiters_odd_headers_and_short_rows(written):
    path = written('\n NPS ;Why? ; ;NPS\n9;a,b;;1\n\n10;"c;\nd"\n;;;\n', "utf-8-sig")
    frame = read_table(path)
    assert list(frame.columns) == ["NPS", "Why?", "Column 3", "NPS (2)"]
    assert frame.to_numpy().tolist() == [["9", "a,b", "", "1"], ["10", "c;\nd", "", ""]]


def test_text_stays_text(written):
    frame = read_table(written("id,word\n0012345678901234567890,NA\n007,null\n"))
    assert frame.to_numpy().tolist() == [["0012345678901234567890", "NA"], ["007", "null"]]


def test_one_column(written):
    assert list(read_table(written("NPS\n9\n10\n"))["NPS"]) == ["9", "10"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "no header row"),
        (b"a,b\n", "no answers"),
        (b"a,b\n1,2\n1,2,3\n", "row 3"),
        (b'a,b\n"1,2\n', "quotation marks"),
        (b"PK\x03\x04", "workbook"),
        (bytes(range(256)), "encoding"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, content, word):
    path = tmp_path / "アンケート 1.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableTable, match=word) as told:
        read_table(path)
    assert str(told.value).startswith(path.name)


def test_a_missing_table(tmp_path):
    with pytest.raises(UnreadableTable, match="no file"):
        read_table(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    "name",
    [
        "NPS",
        "nps_score",
        "NETPRO",
        "How likely are you to recommend us?",
        "推奨度",
        "友人に勧めたいか",
        "おすすめ度",
    ],
)
def test_names_of_the_question(name):
    frame = pd.DataFrame({"年代": ["20代", "30代"] * 20, name: ["9", "１０"] * 20})
    assert understand(frame).score_column == name


def test_a_text_about_recommending_is_not_the_question():
    frame = pd.DataFrame(
        {"推奨項目": ["景色がよい", "食事"] * 5, "rating 0 to 10": ["3", "11"] * 5}
    )
    assert understand(frame).score_column is None


def test_a_mapping_is_kept_and_used(tmp_path):
    frame = pd.DataFrame({"Q9": ["9", "x"], "where": ["a", "b"]})
    mapping = Mapping(score="Q9", segments=("where", "gone"), comments=("理由",))
    path = tmp_path / "mapping.json"
    mapping.save(path)
    assert Mapping.load(path) == mapping
    found = understand(frame, mapping)
    assert found.answered == 1
    assert found.segment_columns == ("where",)
    assert [problem for problem in found.problems if "理由" in problem]
    assert [problem for problem in found.problems if "gone" in problem]
    assert found.mapping().score == "Q9"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "cxstudio-survey-mapping", "version": 9}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "score": 3}',
        '{"format": "cxstudio-survey-mapping", "version": 1, "comments": "Q1"}',
    ],
)
def test_what_is_no_mapping_is_told(tmp_path, content):
    path = tmp_path / "m.json"
    path.write_text(content)
    with pytest.raises(UnreadableMapping, match=r"m\.json"):
        Mapping.load(path)
    with pytest.raises(UnreadableMapping, match="no file"):
        Mapping.load(tmp_path / "gone.json")


def test_pasted_cells():
    text = 'Name\tRole\r\n"Sato\r\nKen"\t"the ""boss"""\r\n\t\r\n"Hello" she said\t5"\r\n'
    assert pasted.rows(text) == [
        ["Name", "Role"],
        ["Sato\nKen", 'the "boss"'],
        ['"Hello" she said', '5"'],
    ]
    assert pasted.rows("") == []
    assert pasted.rows("a\t") == [["a", ""]]


def test_pasted_lines():
    assert pasted.lines("・駅\n\n- Bus stop\n3. Hotel\n24-hour desk\n2026 plan") == [
        "駅",
        "Bus stop",
        "Hotel",
        "24-hour desk",
        "2026 plan",
    ]


cells = st.text(st.sampled_from('ab "\t\n'), max_size=6).filter(lambda cell: "x" not in cell)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_a_spreadsheet_copies_comes_back(table):
    """A spreadsheet quotes a cell with a tab or a line break, and doubles its quotes then."""

    def copied(cell):
        wrap = "\t" in cell or "\n" in cell
        return '"' + cell.replace('"', '""') + '"' if wrap else cell.replace('"', "'")

    text = "\n".join("\t".join(copied(cell) for cell in row) for row in table)
    wanted = [
        [cell if "\t" in cell or "\n" in cell else cell.replace('"', "'") for cell in row]
        for row in table
        if any(cell.strip() for cell in row)
    ]
    assert pasted.rows(text) == wanted
