"""A4 and Letter: the page's own size, and nothing wider than its text."""

import dataclasses
import zipfile
from io import BytesIO

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def letter(written):
    import demonstration

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
