"""What a consultant types becomes text and marks."""

import pytest

from cxstudio.report.blocks import (
    Assumption,
    Bullets,
    CodeRef,
    Columns,
    EvidenceRef,
    Paragraph,
    Text,
    plain,
    runs,
    walk,
)


def known(code):
    return EvidenceRef(code, 2) if code == "E-012" else None


def test_marks_in_a_sentence_are_read():
    text = "Waits are **long**. [E-012] G-03 needs [I-02]. [assumption]"
    assert runs(text, known) == (
        Text("Waits are "),
        Text("long", bold=True),
        Text(". "),
        EvidenceRef("E-012", 2),
        Text(" "),
        CodeRef("G-03"),
        Text(" needs "),
        CodeRef("I-02"),
        Text(". "),
        Assumption(),
    )


def test_evidence_that_the_readers_may_not_see_leaves_no_trace():
    assert runs("Nobody asked. [E-999] Next.", known) == (Text("Nobody asked."), Text(" Next."))


@pytest.mark.parametrize("text", ["COVID-19 in 2020", "ISO-9001", "A-1", "2026-04-01", "x [E12]"])
def test_other_words_with_hyphens_are_left_alone(text):
    assert runs(text, known) == (Text(text),)


def test_japanese_marks_are_read_too():
    assert runs("目指す。[仮定]", known) == (Text("目指す。"), Assumption())


def test_plain_words_keep_codes_and_drop_marks():
    assert plain(runs("See G-03. [E-012]", known)) == "See G-03. "


def test_walking_goes_into_columns():
    inside = (Paragraph("a"), Bullets(("b",)))
    columns = Columns((inside[:1], inside[1:]), (79, 79))
    assert list(walk((columns,))) == [columns, *inside]
