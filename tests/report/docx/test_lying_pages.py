"""Pages that lie on their side: how wide columns and charts are, and what begins a page."""

import zipfile
from io import BytesIO

import demonstration
import docx as python_docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree

from cxstudio.report import docx
from cxstudio.report.blocks import Column, Paragraph, Report, Row, Section, Table
from cxstudio.report.docx.widths import Place, spread

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
YEARS = (Column("Year"), Column("Cost", 30, "number"), Column("Benefit", 30, "number"))
PAGE = Place(265, 166)


def rows(*cells):
    return tuple(Row(row) for row in cells)


def test_a_table_of_few_words_gives_its_room_to_all_columns():
    name, cost, benefit = spread(YEARS, rows(("Year 1", "1.0", "2.0")), PAGE, 1, dense=True)
    assert name + cost + benefit == pytest.approx(265)
    assert cost == benefit > name


def test_words_have_their_line_first_and_codes_stay_narrow():
    columns = (Column("Code", 12, "code"), Column("Gap"), Column("Now", 12, "number"))
    told = rows(("G-01", "The words of one cell that take far more than their design", "3"))
    code, words, number = spread(columns, told, PAGE, 1, dense=True)
    assert code == pytest.approx(12)
    assert words > 80
    assert 12 < number < 100


def test_where_there_is_no_room_columns_of_words_share_it_alike():
    columns = (Column("As it is"), Column("As it should be"), Column("By", 27))
    long = "Words that would never stand in one line of any page at all, whatever it is. " * 4
    first, second, third = spread(columns, rows((long, long, "A department")), PAGE, 1, dense=True)
    assert first == pytest.approx(second)
    assert first > third == pytest.approx(27)


@pytest.fixture(scope="module")
def firm(tmp_path_factory):
    """A template whose pages lie, with a form in its header."""
    made = python_docx.Document()
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    form = page.header.add_table(3, 3, Mm(200))
    words = (("Project:", "", ""), ("Author", "The firm", ""), ("作成 日", "", "System name"))
    for row, cells in zip(form.rows, words, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path_factory.mktemp("lying") / "firm.docx"
    made.save(path)
    return path


@pytest.fixture(scope="module")
def filled(firm):
    """A report whose table would leave a row below the words before it."""
    words = Paragraph("Words that fill lines of this low page, and then go on. " * 42)
    table = Table(YEARS, rows(*((f"Year {n}", "1", "2") for n in range(9))), "By year", dense=True)
    short = Section("One", "It is said", (words, table))
    file = BytesIO()
    docx.write(Report(demonstration.english().meta, (short,)), file, firm)
    return file


def test_the_empty_cells_beside_known_labels_are_filled(filled):
    form = python_docx.Document(filled).sections[-1].header.tables[0]
    said = [[cell.text for cell in row.cells] for row in form.rows]
    meta = demonstration.english().meta
    assert said[0] == ["Project:", meta.client, ""]
    assert said[1] == ["Author", "The firm", ""]
    assert said[2] == ["作成 日", "15 June 2026", "System name"]


def test_a_table_that_would_leave_a_row_begins_the_next_page(filled):
    with zipfile.ZipFile(filled) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    captions = [p for p in document.iter(W + "p") if "By year" in "".join(p.itertext())]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in captions] == [True]


def test_a_form_in_japanese_has_project_document_date_and_author(shared, tmp_path):
    report, path = demonstration.japanese(), tmp_path / "report.docx"
    docx.write(report, path, shared / "data" / "templates" / "word-standard-ja.docx")
    form = python_docx.Document(str(path)).sections[-1].header.tables[0]
    first, second = ([cell.text for cell in row.cells] for row in form.rows[:2])
    meta = report.meta
    assert first[:4] == ["PJ名", meta.client, "成果物名", meta.title]
    assert first[4:7] == ["作成", "2026年6月15日", meta.author or meta.firm]
    assert second[0] == "システム名" and not second[1]
    assert second[4] == "変更" and not second[5]
