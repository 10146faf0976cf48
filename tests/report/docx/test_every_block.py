"""Blocks and pages that the demonstrations do not show; and that between them all are shown."""

import runpy
import zipfile
from io import BytesIO
from typing import get_args

import demonstration
import docx as python_docx
import pytest
from lxml import etree

from cxstudio.report import blocks as b
from cxstudio.report import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

OTHERS = b.Report(
    demonstration.english().meta,
    (
        b.Section(
            "Personas",
            "Three visitors account for most of what was said",
            (
                b.Paragraph("Small print.", "note"),
                b.PageMessage("The couple worry about the way on", "P-02", "A lead."),
                b.Heading(4, "Goals"),
                b.PageBreak(),
                b.Box("After a break."),
                b.Formula(("σ² = (p − d) / √(SE_a²)", "CI = 50 × p̃")),
                b.PageMessage("Wide", landscape=True),
                b.Figure(demonstration.picture(90, 30), 79, "", decorative=True),
                b.PageMessage("Upright again"),
                b.Heading(3, "More"),
                b.Columns(((b.KeyFigures(()), b.Columns((), ())),), (166,)),
            ),
        ),
        b.Section("Journeys", blocks=(b.PageMessage("The first journey", "J-01", landscape=True),)),
        b.Section("Glossary", kind="appendix", blocks=(b.Heading(3, "Words"), b.Bullets(()))),
    ),
)


def opened(report=OTHERS, template=None):
    stream = BytesIO()
    docx.write(report, stream, template)
    return python_docx.Document(stream)


def test_all_kinds_of_block_are_shown():
    reports = (demonstration.english(), OTHERS)
    sections = [p for report in reports for p in report.parts if isinstance(p, b.Section)]
    shown = {type(block) for section in sections for block in b.walk(section.blocks)}
    assert shown == set(get_args(b.Block))


def test_parts_are_valid(shared, tmp_path):
    docx.write(OTHERS, tmp_path / "others.docx")
    problems = runpy.run_path(str(shared / "tools" / "ooxml_valid.py"))["problems"]
    assert list(problems(tmp_path / "others.docx")) == []


def test_later_pages_repeat_the_label_outside_the_outline():
    labels = [p for p in opened().paragraphs if p.style.name == "CX Running Label"]
    assert [p.text for p in labels] == ["1\tPersonas"] * 3
    assert (
        opened().styles["CX Running Label"].element.find(f".//{W}outlineLvl").get(W + "val") == "9"
    )


def test_pages_turn_and_turn_back():
    wide = [section.orientation for section in opened().sections]
    assert wide == [0, 1, 0, 1, 0]


def test_a_section_without_a_message_opens_with_its_first_page():
    texts = [p.text for p in opened().paragraphs]
    at = texts.index("Journeys")
    assert texts[at + 1] == "J-01\tThe first journey"


def test_no_heading_begins_a_page_twice():
    """After a section break the page break of the heading is taken off: no blank page."""
    previous = None
    for paragraph in opened().element.body.iter(W + "p"):
        if previous is not None and previous.find(f"{W}pPr/{W}sectPr") is not None:
            assert paragraph.find(f"{W}pPr/{W}pageBreakBefore").get(W + "val") == "0"
        previous = paragraph


@pytest.mark.parametrize("count", [1, 3, 4, 5])
def test_more_than_three_marks_in_a_row_are_gathered(count):
    codes = [f"E-{n:03d}" for n in range(1, count + 1)]
    words = b.runs("Said. " + " ".join(f"[{code}]" for code in codes) + " Next.", b.EvidenceRef)
    rows = tuple(b.Evidence(code, "k", "s", "o", 2) for code in codes)
    report = b.Report(
        OTHERS.meta,
        (
            b.Section("One", "Message", (b.Paragraph(words),)),
            b.Section("A", "M", (b.EvidenceRegister(rows, "C"),), kind="appendix"),
        ),
    )
    document = opened(report)
    text = next(p.text for p in document.paragraphs if p.text.startswith("Said."))
    assert ("and" in text) == (count > 3)
    assert text.endswith(" Next.")
    back = [e.get(W + "anchor") for e in document.element.body.iter(W + "hyperlink")]
    assert {f"use_E_{n:03d}_1" for n in range(1, count + 1)} <= set(back)


def test_on_a_narrow_page_blocks_are_set_below_each_other(tmp_path):
    firm = python_docx.Document()
    firm.sections[0].left_margin = firm.sections[0].right_margin = 2_000_000
    firm.save(str(tmp_path / "narrow.docx"))
    stream = BytesIO()
    docx.write(demonstration.english(), stream, tmp_path / "narrow.docx")
    with zipfile.ZipFile(stream) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert not [t for cell in root.iter(W + "tc") for t in cell.iter(W + "tbl")]
