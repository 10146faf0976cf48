"""The preview's pages: parted and turned as in the document, as many as its contents counts."""

import pytest
from PySide6.QtCore import QPointF, Qt

from cxstudio.report import blocks as b
from cxstudio.report.docx.page import PAGES
from cxstudio.report.docx.pages import Sheet
from cxstudio.report.docx.paging import page_count
from cxstudio.ui.editors.report.html import LONGEST_TABLE, Html
from cxstudio.ui.editors.report.leaves import leaves
from cxstudio.ui.editors.report.preview import GAP, Paper

WORDS = "The bus left before the train had arrived. " * 60
TABLE = b.Table(
    (b.Column("Gap"), b.Column("Severity", 20, "number")),
    tuple(b.Row((f"Gap {n}", f"{n}.0")) for n in range(LONGEST_TABLE + 5)),
    "The gaps in order",
)
SECTION = b.Section(
    "Diagnosis",
    "Three gaps hold half",
    (
        b.Paragraph(WORDS),
        b.Paragraph((b.EvidenceRef("E-001", 1),)),
        b.PageMessage("Everything in time", landscape=True),
        b.Paragraph("On its side"),
        b.PageBreak(),
        TABLE,
    ),
    lead="What stands behind it",
)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_are_those_of_the_document(qtbot, paper):
    pages = PAGES[paper]
    made = leaves(SECTION, "7", Html("en"), "en", paper)
    assert [leaf.page for leaf in made] == [pages.portrait, pages.landscape, pages.landscape]
    sheet = Sheet(pages.portrait.text, pages.landscape.text)
    assert sum(leaf.count for leaf in made) == page_count(SECTION, "en", 0, sheet)
    shown = Paper()
    qtbot.addWidget(shown)
    shown.show_leaves(made, {})
    assert shown.count == sum(leaf.count for leaf in made)
    text = shown.plain_text().replace("\u00a0", " ")
    assert text.count("7   Diagnosis") == 2 and "What stands behind it" in text
    assert "and 5 more" in text
    shown.set_width(400)
    upright, wide = (400 * one.height / one.width for one in (pages.portrait, pages.landscape))
    expected = made[0].count * upright + (shown.count - made[0].count) * wide
    assert shown.height() == pytest.approx(expected + GAP * (shown.count - 1), abs=1)


def test_a_mark_on_a_page_leads_to_its_evidence(qtbot):
    shown = Paper()
    qtbot.addWidget(shown)
    shown.show_leaves(leaves(SECTION, "7", Html("en"), "en", "A4"), {})
    went = []
    shown.followed.connect(went.append)
    spots = (QPointF(x, y) for y in range(200, shown.height(), 6) for x in range(90, 130, 8))
    place = next(spot for spot in spots if shown._code_at(spot))
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert went == ["E-001"]


def test_a_section_may_open_with_the_page_of_its_first_record(qtbot):
    first = b.PageMessage("The first visit", code="J-01", landscape=True)
    section = b.Section("Journeys", "", (first, b.Paragraph("Map")))
    (leaf,) = leaves(section, "6", Html("en"), "en", "A4")
    assert leaf.page.width > leaf.page.height and leaf.count == 1
    assert "The first visit" in leaf.html and "J\u201101" in leaf.html
