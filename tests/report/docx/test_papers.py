"""A4 and Letter: the page's own size, and nothing wider than its text."""

import dataclasses
import zipfile
from io import BytesIO

import demonstration
import pytest
from lxml import etree

from cxstudio.report.blocks import (
    Box,
    Column,
    Meta,
    PageBreak,
    PageMessage,
    Paragraph,
    Report,
    Row,
    Section,
    Table,
)
from cxstudio.report.docx import pages, paging

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def letter(written):
    report = demonstration.english()
    report = dataclasses.replace(report, meta=dataclasses.replace(report.meta, paper="Letter"))
    package = zipfile.ZipFile(BytesIO(written(report)))
    return etree.fromstring(package.read("word/document.xml"))


def test_pages_are_letter(letter):
    sizes = {(s.get(f"{W}w"), s.get(f"{W}h")) for s in letter.iter(f"{W}pgSz")}
    assert sizes == {("12240", "15840"), ("15840", "12240")}


def test_no_table_is_wider_than_the_text(letter):
    widest = max(int(t.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) for t in letter.iter(f"{W}tbl"))
    assert widest <= round((279.4 - 44) * 1440 / 25.4) + 2


@pytest.mark.parametrize(
    ("filled", "closer"), [(0.9, 0), (0.975, 0.5), (1.05, 1), (1.2, 0), (2.05, 1), (9, 0)]
)
def test_pages_that_nearly_overflow_are_set_closer(filled, closer):
    assert pages.closeness(filled) == pytest.approx(closer)


def test_a_sheet_that_does_not_fit_goes_on_under_its_heading(written):
    """Nothing of it is lost, no anchor stands twice, and the first part leaves room."""
    block = Box("Words that fill a line of the page, and then go on for another line. " * 12)
    sheet = Section(
        "Initiatives", "One sheet", blocks=(PageMessage("It is long", "I-01"), *9 * [block])
    )
    meta = Meta("Plan", "Client", demonstration.english().meta.date)
    package = zipfile.ZipFile(BytesIO(written(Report(meta, (sheet,)))))
    document = etree.fromstring(package.read("word/document.xml"))
    texts = ["".join(p.itertext()) for p in document.iter(f"{W}p")]
    assert sum(text == "I-01It is long" for text in texts) == 2
    assert sum(text.startswith("Words that fill") for text in texts) == 9
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))


def _rows(count):
    return tuple(Row((f"Row {number}",)) for number in range(count))


@pytest.mark.parametrize(("rows", "counted"), [(7, 2), (60, 3)])
def test_pages_are_counted_as_tables_are_parted(rows, counted):
    """A short table goes whole onto the next page, a long one fills the rest of this one."""
    text = Paragraph("Words that fill a line of the page. " * 80)
    table = Table((Column("Words"),), _rows(rows), "A table")
    assert paging.page_count(Section("Plan", "It fits", (text, table)), "en", 0) == counted


def test_a_page_after_a_break_lies_as_the_one_before():
    table = Table((Column("Words"),), _rows(24), "A table")
    blocks = (table, PageBreak(), table)
    upright = paging.page_count(Section("Maps", "All of them", blocks), "en", 0)
    wide = paging.page_count(Section("Maps", "All of them", blocks, landscape=True), "en", 0)
    assert (upright, wide) == (2, 4)
