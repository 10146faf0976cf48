"""The marks of the narrative: set, taken away, read, cleaned, and never exported when private."""

import pytest

from cxstudio.report import blocks as b
from cxstudio.report import inline, narrative
from cxstudio.report.context import Context
from cxstudio.report.markup import (
    address_of,
    bold,
    evidence,
    lines_as,
    link,
    next_line,
    pasted,
)


def test_bold_is_set_and_taken_away() -> None:
    made = bold("buses do wait", 6, 9)
    assert made.text == "buses **do** wait"
    assert made.text[made.start : made.end] == "do"
    assert bold(made.text, made.start, made.end).text == "buses do wait"
    assert bold("a **b** c", 2, 7).text == "a b c"
    assert bold("x", 1, 1).text == "x****"


@pytest.mark.parametrize(
    ("kind", "made"),
    [("bullet", "- one\n- two"), ("number", "1. one\n2. two"), ("comment", "%% one\n%% two")],
)
def test_lines_become_lists_and_back(kind: str, made: str) -> None:
    found = lines_as("one\ntwo", 1, 5, kind)
    assert found.text == made
    assert lines_as(found.text, found.start, found.end, kind).text == "one\ntwo"


def test_one_kind_takes_the_others_place() -> None:
    assert lines_as("- one\n2. two", 0, 12, "number").text == "1. one\n2. two"
    assert lines_as("intro\n", 6, 6, "bullet").text == "intro\n- "
    assert lines_as("a\nb", 0, 2, "heading").text == "## a\nb"


@pytest.mark.parametrize("kind", ["bullet", "number", "heading", "comment"])
def test_what_is_typed_next_stands_behind_the_lines_mark(kind: str) -> None:
    """A mark that the next letter replaced would let a comment to oneself out."""
    begun = lines_as("intro\n", 6, 6, kind)
    assert begun.start == begun.end == len(begun.text)
    chosen = lines_as("a word", 2, 6, kind)
    assert chosen.text[chosen.start : chosen.end] == "word"
    plain = lines_as(chosen.text, chosen.start, chosen.end, kind)
    assert plain.text[plain.start : plain.end] == "word" and plain.text == "a word"


def test_links() -> None:
    assert link("see here now", 4, 8, "https://x.org").text == "see [here](https://x.org) now"
    assert address_of(" www.pref.fukui.jp/x ") == "https://www.pref.fukui.jp/x"
    assert address_of("a@b.jp") == "mailto:a@b.jp"
    assert address_of("javascript:alert(1)") == ""
    (words,) = inline.runs("[the survey](https://x.org/a?b=1)")
    assert words == b.WebLink("the survey", "https://x.org/a?b=1")
    assert inline.plain(inline.runs("[x](javascript:y)")) == "[x](javascript:y)"


def test_paste_is_cleaned() -> None:
    assert pasted("•\tOne\r\n・ Two\r\n\r\n\r\n\r\n3)\tThree\u200b\u00a0x") == (
        "- One\n- Two\n\n3. Three x"
    )


def test_enter_goes_on_with_a_list() -> None:
    assert next_line("- one") == "- "
    assert next_line("2. two") == "3. "
    assert next_line("- ") == ""
    assert next_line("words") is None


def test_lists_are_read_and_comments_never_leave() -> None:
    class Nothing:
        by_code: dict[str, object] = {}

    context: Context = Nothing()  # type: ignore[assignment]
    text = "One\n%% ask Sato-san first\n1. first\n2. second\n- dot\n  %% private"
    made = narrative.blocks(context, text)
    assert [type(block) for block in made] == [b.Paragraph, b.Numbered, b.Bullets]
    assert "Sato" not in repr(made)
    assert "private" not in repr(made)
    assert narrative.by_page("## [I-02] The desk\n%% hidden\nshown")[1]["I-02"].lines == ("shown",)


@pytest.mark.parametrize(
    ("before", "after", "made"),
    [
        ("Buses do not wait.", "", "Buses do not wait. [E-012]"),
        ("They wait. ", "So do we.", "They wait. [E-012] So do we."),
        ("列車を待たない。", "次に", "列車を待たない。[E-012]次に"),
        ("One 🚌 [E-001]", ", two", "One 🚌 [E-001] [E-012], two"),
        ("", "", "[E-012]"),
    ],
)
def test_an_evidence_mark_is_parted_as_the_language_does(before, after, made) -> None:
    edited = evidence(before + after, len(before), "E-012")
    assert edited.text == made
    assert edited.text[: edited.end].endswith("[E-012]") or edited.text[: edited.end].endswith(" ")
