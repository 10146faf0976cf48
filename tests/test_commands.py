"""The command line with its fixed names: what it prints, what it writes, how it ends."""

import json
import subprocess
import sys

import pytest

from cxstudio import cli, i18n
from cxstudio.model import Interview, Paragraph, Wave
from cxstudio.store import open_file

ANSWERS = """\
How likely are you to recommend us?,Age,Why?
10,20s,"Easy, and quick"
9,30s,Friendly people at the counter
3,30s,"Nobody knew when
the next bus leaves"
7,20s,It was fine
,30s,
"""


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """A command speaks a language as if the program ended with it."""
    monkeypatch.setenv("LC_ALL", "C")
    yield
    i18n.use("en")


@pytest.fixture
def engagement(tmp_path):
    path = tmp_path / "福井 県.cxs"
    assert cli.main(["new", str(path), "--client", "福井県", "--language", "ja"]) == 0
    return path


def test_new_makes_a_file_and_refuses_to_write_over_one(engagement, capsys):
    with open_file(engagement) as file:
        assert (file.engagement.client, file.engagement.report_language) == ("福井県", "ja")
    before = engagement.read_bytes()
    assert cli.main(["new", str(engagement), "--client", "B"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert engagement.read_bytes() == before


def test_a_survey_is_understood_and_scored(engagement, tmp_path, capsys):
    data = tmp_path / "answers.csv"
    data.write_text(ANSWERS, encoding="utf-8")
    assert cli.main(["import-survey", str(engagement), str(data), "--name", "May"]) == 0
    said = capsys.readouterr().out
    assert "5 rows, 4 with a score" in said
    assert "How likely are you to recommend us?" in said
    with open_file(engagement) as file:
        assert [(wave.name, wave.rows) for wave in file.all(Wave)] == [("May", 5)]
    assert cli.main(["nps", str(engagement), "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["wave"] == "May"
    assert (whole["groups"][0]["n"], whole["groups"][0]["score"]) == (4, 25.0)
    assert cli.main(["nps", str(engagement), "--by", "Age", "--json"]) == 0
    groups = {row["group"]: row for row in json.loads(capsys.readouterr().out)["groups"]}
    assert {name: (row["n"], row["score"]) for name, row in groups.items()} == {
        "20s": (2, 50.0),
        "30s": (2, 0.0),
    }


def test_groups_of_a_weighted_survey_are_weighted_too(engagement, tmp_path, capsys):
    data = tmp_path / "weighted.csv"
    rows = "9,20s,1.5\n3,20s,0.5\n9,30s,1.0\n3,30s,1.0\n5,30s,\n" * 20
    data.write_text(f"NPS,Age,Weight\n{rows}", encoding="utf-8")
    assert cli.main(["import-survey", str(engagement), str(data), "--name", "May"]) == 0
    capsys.readouterr()
    assert cli.main(["nps", str(engagement), "--by", "Age", "--json"]) == 0
    groups = {row["group"]: row for row in json.loads(capsys.readouterr().out)["groups"]}
    plain = {name: (row["n"], round(row["score"], 1)) for name, row in groups.items()}
    assert plain == {"20s": (40, 0.0), "30s": (60, -33.3)}
    weighed = {name: row["weighted"] for name, row in groups.items()}
    assert {name: (row["n"], row["score"]) for name, row in weighed.items()} == {
        "20s": (40, 50.0),
        "30s": (40, 0.0),
    }
    assert cli.main(["nps", str(engagement), "--by", "Age"]) == 0
    assert capsys.readouterr().out.count("weighted") == 2


CODED = "NPS,Region,E-mail\n" + "9,N,a@example.org\n3,S,b@example.org\n11,S,c@example.org\n" * 20


def test_what_was_understood_of_a_survey_as_data(engagement, tmp_path, capsys):
    data = tmp_path / "coded.csv"
    data.write_text(CODED, encoding="utf-8")
    for wave in ("one", "two"):
        command = ["import-survey", str(engagement), str(data), "--name", wave, "--json"]
        assert cli.main(command) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["wave"], said["rows"], said["answered"], said["layout"]) == (
            *(wave, 60, 40),
            "plain",
        )
        roles = {guess["column"]: guess["role"] for guess in said["guesses"]}
        assert roles == {"NPS": "score", "Region": "segment", "E-mail": "left_out"}
    again = [note for note in said["notes"] if "imported before" in note]
    assert again and "one" in again[0]  # the second time, by the mapping of the first
    profile = tmp_path / "mapping.json"
    profile.write_text(json.dumps(said["mapping"]))
    command = ["import-survey", str(engagement), str(data), "--map", str(profile)]
    assert cli.main(command) == 0
    assert "40 with a score" in capsys.readouterr().out
    assert b"b@example.org" not in engagement.read_bytes()


def test_cells_beside_the_scale_are_listed_with_their_rows(engagement, tmp_path, capsys):
    data = tmp_path / "coded.csv"
    data.write_text(CODED, encoding="utf-8")
    assert cli.main(["import-survey", str(engagement), str(data)]) == 0
    said = capsys.readouterr().out
    assert "20 cells “11” of NPS are not on its scale and are left out (rows 4, 7, 10" in said
    assert cli.main(["nps", str(engagement)]) == 0
    assert "    40      0.0" in capsys.readouterr().out


def test_a_survey_is_told_in_the_language_of_the_terminal(
    engagement, tmp_path, capsys, monkeypatch
):
    data = tmp_path / "回答.csv"
    data.write_text(CODED, encoding="cp932")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert cli.main(["import-survey", str(engagement), str(data)]) == 0
    said = capsys.readouterr().out
    assert "推奨度" in said and "20件は尺度の外" in said
    assert cli.main(["nps", str(engagement)]) == 0
    assert "信頼区間" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    [b"", b"NPS,Why\n", b"Region\nN\nS\n", b"NPS\n1\n2,3\n", b'NPS,Why\n9,"x\n', b"PK\x03\x04"],
    ids=["empty", "header only", "no score", "too many cells", "quotes", "workbook"],
)
def test_a_bad_survey_changes_nothing(engagement, tmp_path, capsys, content):
    data = tmp_path / "bad.csv"
    data.write_bytes(content)
    before = engagement.read_bytes()
    assert cli.main(["import-survey", str(engagement), str(data)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.splitlines()) == 1
    assert "bad.csv" in said.err
    assert engagement.read_bytes() == before


def test_a_rating_is_told_as_csat_or_ces(engagement, tmp_path, capsys):
    data = tmp_path / "rated.csv"
    rows = [f"{9 - n % 3},{5 - n % 5},{'NS'[n % 2]}" for n in range(60)]
    head = "How likely are you to recommend us?,How satisfied are you with us?,Region"
    data.write_text("\n".join((head, *rows)), encoding="utf-8")
    assert cli.main(["import-survey", str(engagement), str(data)]) == 0
    capsys.readouterr()
    asked = ["nps", str(engagement), "--measure", "How satisfied are you with us?"]
    assert cli.main([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["reported_as"] == "CSAT" and found["high_answers"] == "top two"
    whole = found["groups"][0]
    assert (whole["n"], whole["mean"]["value"], whole["high"]["value"]) == (60, 3.0, 40.0)
    assert cli.main([*asked, "--by", "Region"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize(
    "more",
    [
        ["--wave", "June"],
        ["--by", "Shoe size"],
        ["--measure", "Ease"],
        ["--measure", "Ease", "--by", "Shoe size"],
    ],
    ids=["wave", "column", "rating", "groups"],
)
def test_what_is_not_there_is_said_in_one_line(engagement, tmp_path, capsys, more):
    data = tmp_path / "answers.csv"
    data.write_text(ANSWERS, encoding="utf-8")
    cli.main(["import-survey", str(engagement), str(data)])
    capsys.readouterr()
    assert cli.main(["nps", str(engagement), *more]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_a_transcript_becomes_an_interview(engagement, tmp_path, capsys):
    talk = tmp_path / "talk.md"
    talk.write_text(
        "**Aya**: Where do visitors get lost?\n\n**Ken**: At the exit. The signs end there.\n",
        encoding="utf-8",
    )
    command = ["import-interview", str(engagement), str(talk), "--title", "Station desk"]
    assert cli.main(command) == 0
    assert "V-01 Station desk: 2 turns" in capsys.readouterr().out
    with open_file(engagement) as file:
        assert file.all(Interview)[0].title == "Station desk"
        assert [p.speaker for p in file.all(Paragraph)] == ["Aya", "Ken"]


def test_journeys_and_check_of_the_sample(tmp_path, capsys):
    path = tmp_path / "sample.cxs"
    assert cli.main(["new", str(path), "--client", "Fukui", "--sample"]) == 0
    capsys.readouterr()
    assert cli.main(["journeys", str(path), "--json"]) == 0
    journeys = json.loads(capsys.readouterr().out)
    assert [journey["kind"] for journey in journeys].count("as-is") == 2
    assert all(journey["steps"] == 8 and journey["lanes"] == 8 for journey in journeys)
    assert cli.main(["check", str(path)]) == 1  # the sample shows claims without evidence
    said = capsys.readouterr().out
    assert said.startswith("The file is sound.")
    assert "no evidence: gap" in said


def test_a_reader_who_has_heard_enough_is_no_error(tmp_path):
    path = tmp_path / "sample.cxs"
    assert cli.main(["new", str(path), "--client", "Fukui", "--sample"]) == 0
    check = subprocess.Popen(
        [sys.executable, "-m", "cxstudio", "check", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    check.stdout.close()
    assert check.stderr.read() == b""
    assert check.wait() == 1  # as when everything is read


def test_the_history_of_an_import_speaks_the_language_of_the_terminal(
    engagement, tmp_path, monkeypatch
):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    talk = tmp_path / "talk.md"
    talk.write_text("**Aya**: Where do visitors get lost?\n", encoding="utf-8")
    assert cli.main(["import-interview", str(engagement), str(talk)]) == 0
    with open_file(engagement) as file:
        assert file.history()[0].label == i18n.catalogue("ja").gettext("Import transcript")


def test_a_damaged_file_is_reported_and_left_alone(engagement, capsys):
    data = bytearray(engagement.read_bytes())
    place = data.rindex("福井県".encode())
    data[place] ^= 0x01
    engagement.write_bytes(data)
    assert cli.main(["check", str(engagement)]) in (1, 2)
    said = capsys.readouterr()
    assert (said.out + said.err).strip()
    assert engagement.read_bytes() == bytes(data)


def test_nothing_half_written_when_a_picture_cannot_be_made(engagement, tmp_path, capsys):
    out = tmp_path / "map.png"
    assert cli.main(["map", str(engagement), "J-07", "-o", str(out)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not out.exists()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".map")] == []


def test_wrong_use_ends_with_two(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "cxstudio", "check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "FILE" in done.stderr
