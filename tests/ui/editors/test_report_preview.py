"""The preview's pages: parted and turned as in the document, as many as its contents counts."""

import datetime as dt
import pickle
from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage

from cxstudio.report import blocks as b
from cxstudio.report import docx
from cxstudio.report.docx.page import PAGES
from cxstudio.report.docx.pages import Sheet
from cxstudio.report.docx.paging import page_count
from cxstudio.ui.editors.report.leaves import leaves
from cxstudio.ui.editors.report.preview import Preview
from cxstudio.ui.editors.report.preview_paper import GAP, WIDTH, Paper
from cxstudio.ui.editors.report.turning import Turning
from cxstudio.ui.editors.report.word_html import LONGEST_TABLE
from cxstudio.ui.editors.report.word_numbers import Numbers, read

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


META = b.Meta("A report", "A client", dt.date(2026, 6, 15))


def shown(section, number="7", paper="A4", template=None, numbers=None):
    meta = b.Meta(META.title, META.client, META.date, paper=paper)
    return leaves(section, number, meta, template, numbers or Numbers(), ["E-001"])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_are_those_of_the_document(qtbot, paper):
    pages = PAGES[paper]
    made = shown(SECTION, paper=paper)
    sizes = [(one.page.width, one.page.height) for one in made.leaves]
    sides = [(one.width, one.height) for one in (pages.portrait, pages.landscape)]
    assert sizes == [pytest.approx(size, abs=0.1) for size in (sides[0], sides[1], sides[1])]
    sheet = Sheet(pages.portrait.text, pages.landscape.text)
    assert sum(leaf.count for leaf in made.leaves) == page_count(SECTION, "en", 0, sheet)
    paper_ = Paper()
    qtbot.addWidget(paper_)
    paper_.show_leaves(made)
    assert paper_.count == sum(leaf.count for leaf in made.leaves)
    text = paper_.plain_text()
    assert text.count("Diagnosis") == 2 and "What stands behind it" in text
    assert "and 5 more" in text
    paper_.set_width(400)
    upright, wide = (400 * one.height / one.width for one in (pages.portrait, pages.landscape))
    first = made.leaves[0].count
    expected = first * upright + (paper_.count - first) * wide
    assert paper_.height() == pytest.approx(expected + GAP * (paper_.count - 1), abs=1)


def test_a_mark_on_a_page_leads_to_its_evidence(qtbot):
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_leaves(shown(SECTION))
    went = []
    paper.followed.connect(went.append)
    spots = (QPointF(x, y) for y in range(200, paper.height(), 6) for x in range(90, 130, 8))
    place = next(spot for spot in spots if paper._code_at(spot))
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert went == ["E-001"]


def test_a_section_may_open_with_the_page_of_its_first_record(qtbot):
    first = b.PageMessage("The first visit", code="J-01", landscape=True)
    section = b.Section("Journeys", "", (first, b.Paragraph("Map")))
    (leaf,) = shown(section, "6").leaves
    assert leaf.page.width > leaf.page.height and leaf.count == 1
    assert "The first visit" in leaf.html and "J-01" in leaf.html


def test_figures_and_tables_have_the_numbers_of_the_word_file(qtbot, shared):
    """Read from a file of three sections, and given to the third by the writer itself: in our look
    and in a template, where the section's own number is the template's list's."""
    before = b.Section("Voice", "Two tables", (TABLE, TABLE))
    after = b.Section("Method", "How it was counted", (TABLE,), kind="appendix")
    stream = BytesIO()
    contents = b.Section("Contents", blocks=(b.Contents(),), kind="front")
    docx.write(b.Report(META, (contents, before, SECTION, after)), stream)
    numbers = read(stream.getvalue(), ["1", "2", "A"])
    assert numbers.before("2") == {"Table": 2} and numbers.pages["2"] > numbers.pages["1"] >= 1
    template = shared / "data" / "templates" / "phs-offstats-report.docx"
    for firm in (None, template):
        paper = Paper()
        qtbot.addWidget(paper)
        paper.show_leaves(shown(SECTION, "2", template=firm, numbers=numbers))
        assert "Table 3\u2002The gaps in order" in paper.plain_text()
        paper.show_leaves(shown(after, "A", template=firm, numbers=numbers))
        assert "Table A1\u2002The gaps in order" in paper.plain_text()
        assert ("Arial" in paper._leaves[0].text.toHtml()) is bool(firm)


def test_pages_are_counted_turned_and_sized(qtbot):
    paper = Paper()
    view = Preview(paper)
    head = Turning(view, paper)
    for widget in (view, head):
        qtbot.addWidget(widget)
    view.resize(700, 800)
    view.show()
    assert head._title.text() == ""
    made = shown(SECTION, "1", numbers=Numbers(pages={"1": 14}, whole=24))
    made = pickle.loads(pickle.dumps(made))  # as it comes from another process
    paper.show_leaves(made)
    view.to_top()
    assert head._title.text() == "Page 14 of 24"
    beyond = []
    view.beyond.connect(beyond.append)
    head.after.click()
    assert head._title.text() == "Page 15 of 24"
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert head._title.text() == "Page 14 of 24" and beyond == [-1]
    view.to_end()
    head.after.click()
    assert beyond == [-1, 1]
    view.set_zoom("page")
    assert paper.height() > view.viewport().height() > paper.tops()[1]  # one whole page
    view.set_zoom(1.0)
    assert head.zoom.text() == "100 %" and paper.width() == WIDTH
    paper.show_leaves(shown(SECTION, "1"))
    assert head._title.text().startswith("Page ") and head._title.text().endswith(" here")


def test_pages_that_are_as_they_were_stay_laid_out(qtbot):
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_leaves(shown(SECTION))
    paper.plain_text()
    before = [one.text for one in paper._leaves]
    paper.show_leaves(shown(replace(SECTION, message="Two gaps hold half")))
    assert [one.made for one in paper._leaves[1:]] == before[1:]
    assert "Two gaps hold half" in paper.plain_text()


def test_pictures_go_from_one_process_to_another():
    image = QImage(3, 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#0E6A5E"))
    assert pickle.loads(pickle.dumps(image)) == image
