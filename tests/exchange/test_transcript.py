import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cxstudio.exchange.transcript import UnreadableTranscript, read_transcript

SHARED = Path(os.environ.get("CXSTUDIO_SHARED", Path(__file__).parents[3] / "shared"))
PANEL = SHARED / "data" / "interviews" / "otel"
real = pytest.mark.skipif(not PANEL.is_dir(), reason="the shared data folder is absent")


def said(transcript):
    return [(turn.speaker, turn.seconds, turn.text) for turn in transcript.turns]


@real
def test_the_recorded_panel():
    (path,) = PANEL.glob("*.md")
    raw = path.read_text("utf-8")
    panel = read_transcript(path)
    marked = Counter(re.findall(r"^\*\*([^*\n]+)\*\*:", raw, re.MULTILINE))
    spoken = Counter(turn.speaker for turn in panel.turns if turn.speaker)
    assert spoken == marked
    assert sum(spoken.values()) == 47
    assert panel.speakers == ("Iris", "Adriana", "Juraj", "Greg", "Joel")
    assert panel.title == "OTel Collector User Feedback Panel"
    assert panel.date == date(2024, 3, 5)
    headings = re.findall(r"^#+ (.*)$", raw, re.MULTILINE)
    assert [heading.text for heading in panel.headings] == headings
    first = next(turn for turn in panel.turns if turn.speaker == "Juraj")
    assert first.text.startswith("Yes, you did! Hi, my name is Juraj Michalik.")
    assert first.text.endswith("Logging and Monitoring Engineer in my current role.")
    everything = " ".join([*(turn.text for turn in panel.turns), *headings])
    missing = Counter(re.findall(r"\w+", raw)) - Counter(re.findall(r"\w+", everything))
    assert missing == marked
    assert max(len(turn.text) for turn in panel.turns) < 4000


def test_bold_and_plain_speakers_in_markdown():
    text = """# Talk at the station

**Date**: 5 June 2026 (2026-06-05)

**Interviewer:** How do you learn that the bus is full?
**Desk lead**: When the *same* people
come back.

> **Interviewer**: Note: this stays here. See [the page](https://example.org/a).

We meet at 10:30.
"""
    talk = read_transcript(text, "station.md")
    assert talk.title == "Talk at the station"
    assert talk.date == date(2026, 6, 5)
    assert talk.speakers == ("Interviewer", "Desk lead")
    assert said(talk)[1:] == [
        ("Interviewer", None, "How do you learn that the bus is full?"),
        ("Desk lead", None, "When the same people come back."),
        (
            "Interviewer",
            None,
            "Note: this stays here. See the page https://example.org/a.\n\nWe meet at 10:30.",
        ),
    ]


def test_plain_names_count_when_they_come_again():
    text = """Anna Berg: Hello.
Dr. Sato: Good morning.
and welcome.
Anna Berg: Thanks: really.
Dr. Sato: Yes.
"""
    assert said(read_transcript(text, "x.txt")) == [
        ("Anna Berg", None, "Hello."),
        ("Dr. Sato", None, "Good morning. and welcome."),
        ("Anna Berg", None, "Thanks: really."),
        ("Dr. Sato", None, "Yes."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Note: this is no speaker.",
        "http://example.org is an address",
        "10:30 is a time",
        "The answer is: nobody knows.",
        "C:\\files\\a.txt",
        "He said, after a while: go.",
        "注：これは話し手ではない。",
        "私が言いたいのは：バスが来ないということです。",
    ],
)
def test_sentences_with_a_colon_are_no_speakers(line):
    text = f"Anna: One.\nBen: Two.\n{line}\nAnna: Three.\nBen: Four.\n{line}"
    talk = read_transcript(text, "talk.txt")
    assert talk.speakers == ("Anna", "Ben")
    assert line in talk.turns[1].text


def test_a_short_script_in_which_nobody_speaks_twice():
    talk = read_transcript("Anna: Was it full?\n\nBen: Yes.\n", "a.txt")
    assert said(talk) == [("Anna", None, "Was it full?"), ("Ben", None, "Yes.")]


def test_time_stamps_before_after_and_above_the_name():
    text = """[00:12:05] Anna: First.
Ben (13:10): Second.
[14:00]
Anna: Third.
(14:30) Still Anna.

Ben 1:02:03
Last.
Ben 1:03:00
Really.
"""
    assert said(read_transcript(text, "t.txt")) == [
        ("Anna", 725, "First."),
        ("Ben", 790, "Second."),
        ("Anna", 840, "Third."),
        ("Anna", 870, "Still Anna."),
        ("Ben", 3723, "Last."),
        ("Ben", 3780, "Really."),
    ]


def test_japanese_turns():
    text = """2026年6月8日　福井駅案内所

聞き手：満席はどうやって知りますか。
佐藤（案内所）：同じお客様が
戻ってこられたときです。
聞き手：そうですか。
佐藤（案内所）：はい。時刻：10:30のバスです。
"""
    talk = read_transcript(text, "佐藤さん.txt")
    assert talk.title == "佐藤さん"
    assert talk.date == date(2026, 6, 8)
    assert talk.speakers == ("聞き手", "佐藤（案内所）")
    assert talk.turns[2].text == "同じお客様が戻ってこられたときです。"


def test_questions_and_answers_in_japanese():
    talk = read_transcript("Ｑ：便利でしたか。\nＡ：いいえ。\n", "a.txt")
    assert said(talk) == [("Q", None, "便利でしたか。"), ("A", None, "いいえ。")]
    talk = read_transcript("質問：なぜですか。\n\n回答：遠いから。\n遠いです。", "a.txt")
    assert talk.speakers == ("質問", "回答")
    assert talk.turns[1].text == "遠いから。遠いです。"


def test_voices_in_webvtt_merge_and_lose_their_tags():
    text = """WEBVTT - meeting

NOTE made by hand

1
00:00:01.000 --> 00:00:03.000 align:start
<v Anna Berg>Was the bus</v>

2
00:00:03.200 --> 00:00:05.000
<v Anna Berg>full &amp; late?</v>
<v Ben>Yes, <i>very</i>.</v>

00:05.500 --> 00:06.000
<v.loud Ben>Every Saturday.</v>
"""
    talk = read_transcript(text, "meeting.vtt")
    assert talk.title == "meeting"
    assert said(talk) == [
        ("Anna Berg", 1.0, "Was the bus full & late?"),
        ("Ben", 3.2, "Yes, very. Every Saturday."),
    ]


def test_names_in_srt_and_rolling_captions():
    text = """1
00:00:01,000 --> 00:00:02,000
Anna: Was it full?

2
00:00:02,500 --> 00:00:04,000
Ben: Yes, and
the next one

3
00:00:04,000 --> 00:00:05,000
the next one
was too.

4
00:00:06,000 --> 00:00:07,000
Anna: I see.

5
00:00:07,000 --> 00:00:08,000
Ben: Right.
"""
    assert said(read_transcript(text, "a.srt")) == [
        ("Anna", 1.0, "Was it full?"),
        ("Ben", 2.5, "Yes, and the next one was too."),
        ("Anna", 6.0, "I see."),
        ("Ben", 7.0, "Right."),
    ]
    assert read_transcript(text.replace("\n", "\r\n")).speakers == ("Anna", "Ben")


def test_phrases_of_japanese_captions_do_not_run_into_each_other():
    text = """WEBVTT

00:01.000 --> 00:02.000
<v 佐藤>はい

00:02.000 --> 00:03.000
<v 佐藤>いつも
満員です。

00:03.000 --> 00:04.000
<v 佐藤>毎週です。
"""
    assert said(read_transcript(text)) == [("佐藤", 1.0, "はい　いつも満員です。毎週です。")]


def test_a_long_answer_is_cut_into_paragraphs_with_their_own_time():
    cues = "\n\n".join(
        f"{i}\n00:{i:02}:00,000 --> 00:{i:02}:59,500\nThis is sentence number {i} of the answer."
        for i in range(60)
    )
    turns = read_transcript(cues, "long.srt").turns
    assert len(turns) > 3
    assert all(500 <= len(turn.text) < 600 for turn in turns[:-1])
    assert turns[1].seconds % 60 == 0
    assert turns[1].seconds > 0


def test_word_with_bold_labels_headings_breaks_and_a_table(tmp_path):
    from docx import Document

    document = Document()
    document.add_heading("Talk in Sabae", 1)
    for name, words in (("Interviewer", "Was it far?"), ("Owner", "Two hours.")):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}:").bold = True
        paragraph.add_run(f" {words}")
    document.add_paragraph("By train and on foot.")
    document.add_heading("Second part", 2)
    table = document.add_table(2, 3)
    for row, cells in zip(
        table.rows, (("0:10", "Owner", "In a table."), ("0:20", "Guest", "Too.")), strict=True
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "鯖江 talk.docx"
    document.save(path)
    talk = read_transcript(path)
    assert talk.title == "Talk in Sabae"
    assert [(h.text, h.level, h.before) for h in talk.headings] == [
        ("Talk in Sabae", 1, 0),
        ("Second part", 2, 2),
    ]
    assert said(talk) == [
        ("Interviewer", None, "Was it far?"),
        ("Owner", None, "Two hours.\n\nBy train and on foot."),
        ("Owner", 10, "In a table."),
        ("Guest", 20, "Too."),
    ]


def test_word_as_meeting_programs_write_it(tmp_path):
    from docx import Document

    document = Document()
    for name, time, words in (("Anna Berg", "0:03", "Hello."), ("Ben", "0:09", "Hi.")) * 2:
        run = document.add_paragraph().add_run(f"{name}   {time}")
        run.add_break()
        run.add_text(words)
    path = tmp_path / "teams.docx"
    document.save(path)
    assert said(read_transcript(path))[:2] == [("Anna Berg", 3, "Hello."), ("Ben", 9, "Hi.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932"])
def test_encodings(tmp_path, encoding):
    text = "質問：バスは満員でしたか。\r\n回答：はい、毎週です。\r\n"
    path = tmp_path / "聞き取り メモ.txt"
    path.write_bytes(text.encode(encoding))
    assert [turn.text for turn in read_transcript(path).turns] == [
        "バスは満員でしたか。",
        "はい、毎週です。",
    ]


def test_western_accents_are_not_taken_for_japanese(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Zoë: Le café était fermé, naïve idée.".encode("cp1252"))
    assert "café était fermé, naïve" in read_transcript(path).turns[0].text


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.txt", b" \n\n", "empty"),
        ("recording.mp3", b"ID3", "WebVTT"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "old version"),
        ("broken.docx", b"PK\x03\x04nothing", "not a Word document"),
        ("no cues.vtt", b"WEBVTT\n\nNOTE nothing\n", "no timed text"),
        ("binary.txt", bytes(range(256)) * 4, "encoding"),
    ],
)
def test_what_cannot_be_read_is_told_in_sentences(tmp_path, name, content, word):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableTranscript, match=word) as told:
        read_transcript(path)
    assert str(told.value).startswith(name)
    assert str(told.value).endswith(".")
    assert path.read_bytes() == content


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(UnreadableTranscript, match="no file"):
        read_transcript(tmp_path / "gone.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(UnreadableTranscript, match="cannot be opened"):
        read_transcript(folder)
