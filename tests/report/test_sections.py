"""What the sections compute and how they write it."""

import datetime as dt

import pytest

from cxstudio.model import ReportSection
from cxstudio.report import blocks as b
from cxstudio.report import narrative
from cxstudio.report.cover import lines_of
from cxstudio.report.sections.gaps import heat_step, top_of
from cxstudio.report.sections.summary import split
from cxstudio.report.texts import Texts, broken
from cxstudio.report.unnamed import _without
from cxstudio.report.written import Written

EN, JA = Written("en", "JPY"), Written("ja", "JPY")


def test_dates() -> None:
    day = dt.date(2026, 6, 15)
    assert EN.day(day) == "15 June 2026"
    assert JA.day(day) == "2026年6月15日"
    assert EN.days(day, dt.date(2026, 7, 1)) == "15 Jun – 1 Jul 2026"
    assert JA.days(day, dt.date(2026, 7, 1)) == "2026年6月15日～7月1日"
    assert EN.months(day, dt.date(2026, 6, 30)) == "Jun 2026"
    assert JA.months(day, dt.date(2027, 3, 1)) == "2026年6月～2027年3月"
    assert EN.months(None, None) == "–"


@pytest.mark.parametrize(
    ("amount", "english", "japanese"),
    [
        (52_000_000, "¥52.0 million", "5,200万円"),
        (132_000_000, "¥132.0 million", "1億3,200万円"),
        (400_000, "¥400,000", "40万円"),
        (200_000_000, "¥200.0 million", "2億円"),
        (800, "¥800", "800円"),
    ],
)
def test_money(amount: float, english: str, japanese: str) -> None:
    assert EN.money(amount) == english
    assert JA.money(amount) == japanese


def test_ranges_of_money() -> None:
    assert EN.money(8e6, 12e6) == "¥8.0 to 12.0 million"
    assert JA.money(8e6, 12e6) == "800～1,200万円"
    assert JA.money(8e7, 1.2e8) == "8,000万～1億2,000万円"
    assert JA.money(-3e6, 5e6) == "－300～500万円"
    assert EN.money(None, None) == "–"
    assert EN.money(5e5, 1e6) == "¥0.5 to 1.0 million"


def test_numbers() -> None:
    assert EN.score(-0.9) == "−0.9"
    assert JA.score(-0.9) == "－0.9"
    assert EN.number(-0.01, 1) == "0.0"
    assert EN.interval(16.5, 24.2) == "16.5 to 24.2"
    assert JA.interval(16.5, 24.2) == "16.5～24.2"
    assert EN.n(1543).replace("\u00a0", " ") == "n = 1,543"
    assert JA.n(1543) == "n＝1,543"
    assert EN.percent(0.25) == "25%"
    assert JA.percent(0.25) == "25％"


def test_a_title_is_broken_where_it_reads_well() -> None:
    assert lines_of("Visitor experience of Fukui prefecture", "en") == [
        "Visitor experience",
        "of Fukui prefecture",
    ]
    assert lines_of("福井県 来訪者体験の", "ja") == ["福井県", "来訪者体験の"]
    assert lines_of("Short", "en") == ["Short"]
    assert lines_of("とても長い題名のなかの来訪者の体験", "ja")[0].endswith("の")


def test_a_japanese_message_breaks_after_punctuation_only() -> None:
    message = "推奨度は20.3まで上がった。次の課題は車を使わない人の県内移動である"
    assert broken(message, "ja").split("\n")[0].endswith("。")
    assert broken("短い。", "ja") == "短い。"
    assert broken("句読点のない長い文はそのままにしておくほかないものである", "ja").count("\n") == 0
    assert broken(message, "en") == message


def test_findings_and_proposals() -> None:
    text = "One. [E-001]\nTwo. [E-002]\nThree of them: [G-01].\nTen cost little. [I-01]"
    assert split(text) == (
        ["One. [E-001]", "Two. [E-002]"],
        ["Three of them: [G-01].", "Ten cost little. [I-01]"],
    )
    assert split("One.\n## What we propose\nTwo.") == (["One."], ["Two."])
    assert split("") == ([], [])


def test_heat_has_five_equal_steps_up_to_a_rounded_maximum() -> None:
    assert top_of([10.1, 3.0]) == 11.0
    assert [heat_step(value, 10.0) for value in (0.1, 2.0, 2.1, 8.1, 10.0)] == [1, 1, 2, 5, 5]
    assert heat_step(None, 10.0) == heat_step(0.0, 10.0) == heat_step(3.0, 0.0) == 0


def test_names_are_taken_out_of_everything() -> None:
    tree = b.Section("A", "Mr Sato says", (b.Bullets(((b.Text("Sato"),), "x")),))
    clean = _without(tree, {"Sato": "S-01"})
    assert clean.message == "Mr S-01 says"
    assert clean.blocks == (b.Bullets(((b.Text("S-01"),), "x")),)
    assert _without(clean, {"Sato": "S-01"}) == clean


def test_a_page_has_the_message_that_was_written_for_it():
    text = narrative.with_message("What goes first.", "I-02", "The desk goes\nfirst")
    assert text == "What goes first.\n## [I-02] The desk goes first"
    text = narrative.with_message(text, "I-02", "The stop goes first")
    assert narrative.message_of(text, "I-02") == "The stop goes first"
    assert narrative.by_page(text)[0] == "What goes first."
    assert narrative.with_message(text, "I-02", "") == "What goes first."


def test_lines_below_a_heading_stay_without_its_message():
    text = "## [P-01] Waits an hour\nAsk again in May."
    assert narrative.with_message(text, "P-01", "") == "## [P-01]\nAsk again in May."


def test_headings_of_pages_leave_the_suggestion_for_the_rest():
    written = ReportSection(message="", lead="", narrative="## [J-02] It breaks at lunch")
    both = Texts("A", "B", "It is lowest at step 3.").over(written)
    assert both.narrative == "It is lowest at step 3.\n## [J-02] It breaks at lunch"
