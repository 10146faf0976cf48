"""The Word document of the demonstration: valid, whole, the same each time, readable by others."""

import runpy
import zipfile
from collections import Counter
from io import BytesIO
from itertools import pairwise

import docx as python_docx
import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(document, name):
    with zipfile.ZipFile(document) as package:
        return etree.fromstring(package.read(name))


def test_parts_are_valid(document, shared):
    problems = runpy.run_path(str(shared / "tools" / "ooxml_valid.py"))["problems"]
    assert list(problems(document)) == []


def test_same_report_gives_same_bytes(report, written):
    assert written(report) == written(report)


def test_ids_are_unique(document):
    root = part(document, "word/document.xml")
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        counts = Counter(e.get(W + attribute) for e in root.iter(W + tag))
        assert max(counts.values()) == 1
    drawings = Counter(e.get("id") for e in root.iter("{*}docPr"))
    assert max(drawings.values()) == 1


def test_every_link_has_its_bookmark(document):
    root = part(document, "word/document.xml")
    bookmarks = {e.get(W + "name") for e in root.iter(W + "bookmarkStart")}
    links = {e.get(W + "anchor") for e in root.iter(W + "hyperlink")}
    assert links <= bookmarks
    assert {"E_012", "use_E_012_1"} <= links


def test_evidence_leads_to_its_row_and_back(document):
    root = part(document, "word/document.xml")
    row = root.find(f".//{W}bookmarkStart[@{W}name='E_012']").getparent().getparent().getparent()
    back = {link.get(W + "anchor") for link in row.iter(W + "hyperlink")}
    assert "use_E_012_1" in back
    assert "E-012" in "".join(row.itertext())


def test_styles_used_are_defined(document):
    styles = {e.get(W + "styleId") for e in part(document, "word/styles.xml").iter(W + "style")}
    root = part(document, "word/document.xml")
    used = {
        e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(W + tag)
    }
    assert used <= styles


def test_no_paragraph_is_empty_to_make_space(document):
    """Empty ones stand only where Word must have one: between tables, after the last in a cell."""
    root = part(document, "word/document.xml")
    for paragraph in root.iter(W + "p"):
        if next(paragraph.iter(W + "t", W + "drawing", W + "fldChar"), None) is not None:
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val")
        between = style == "CXSeparator" and before is not None
        rule = paragraph.find(f"{W}pPr/{W}pBdr") is not None
        lone = before is None or before.tag == W + "tcPr"
        cell = lone and (after is None or after.tag != W + "p")
        cover = after is not None and after.tag == W + "tbl" and style == "CXSeparator"
        assert between or rule or cell or cover, etree.tostring(paragraph)[-300:]


def test_heading_levels_never_skip(document):
    names = {
        style.get(W + "styleId"): style.find(W + "name").get(W + "val")
        for style in part(document, "word/styles.xml").iter(W + "style")
    }
    levels = []
    for paragraph in part(document, "word/document.xml").iter(W + "p"):
        direct = paragraph.find(f"{W}pPr/{W}outlineLvl")
        name = names[paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val")]
        if direct is not None:
            levels.append(int(direct.get(W + "val")) + 1)
        elif name == "CX Block Heading":
            levels.append(4)
        elif name == "CX Message Wide":
            levels.append(2)
        elif name.startswith("heading"):
            levels.append(int(name[-1]))
    assert levels[0] == 1
    assert {1, 2, 3, 4} >= set(levels)
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_data_tables_are_described_and_repeat_their_heads(document):
    root = part(document, "word/document.xml")
    tables = [
        t
        for t in root.iter(W + "tbl")
        if t.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "CXTable"
    ]
    assert tables
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert table.find(f"{W}tblPr/{W}tblDescription").get(W + "val")
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr"))


def test_widths_in_grid_and_cells_agree(document):
    for table in part(document, "word/document.xml").iter(W + "tbl"):
        grid = [int(e.get(W + "w")) for e in table.find(W + "tblGrid")]
        assert sum(grid) == int(table.find(f"{W}tblPr/{W}tblW").get(W + "w"))
        for row in table.findall(W + "tr"):
            cells = [int(e.find(f"{W}tcPr/{W}tcW").get(W + "w")) for e in row.findall(W + "tc")]
            assert cells == grid


def test_pictures_have_words_or_are_decorative(document):
    root = part(document, "word/document.xml")
    for picture in root.iter("{*}docPr"):
        decorative = picture.find(".//{*}decorative") is not None
        assert decorative != bool(picture.get("descr"))


def test_python_docx_opens_it(document, report):
    opened = python_docx.Document(str(document))
    assert opened.core_properties.title == report.meta.title
    assert opened.core_properties.created.date() == report.meta.date
    label = next(s.label for s in report.parts if getattr(s, "kind", "") == "numbered")
    assert label in [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    opened.save(BytesIO())


@pytest.mark.parametrize("text", ["\x00\x0b\ufffe", "a & b < c > \"d\" 'e'", "]]>", "𠮷野家 😀"])
def test_any_text_can_be_written(text, written):
    import demonstration

    from cxstudio.report.blocks import Box, Paragraph, Report, Section

    report = Report(
        demonstration.english().meta, (Section(text, text, (Paragraph(text), Box(text, text))),)
    )
    with zipfile.ZipFile(BytesIO(written(report))) as package:
        etree.fromstring(package.read("word/document.xml"))


def test_nothing_is_left_half_written(report, tmp_path):
    from cxstudio.report import docx

    missing = tmp_path / "no such folder" / "report.docx"
    with pytest.raises(OSError):
        docx.write(report, missing)
    assert not list(tmp_path.iterdir())


def test_progress_counts_the_parts_and_may_stop(report, tmp_path):
    from cxstudio.report import docx

    seen = []
    docx.write(report, tmp_path / "a.docx", tell=lambda share, _doing: seen.append(share))
    assert seen[0] == 0 and seen[-1] == 1 and seen == sorted(seen)
    assert len(seen) > len(report.parts)

    def cancel(share, _doing):
        if share > 0.9:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        docx.write(report, tmp_path / "b.docx", tell=cancel)
    assert not (tmp_path / "b.docx").exists()
