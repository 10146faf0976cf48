"""A firm's own template: its styles are used, its page set-up kept, nothing of it changed."""

import re
import runpy
import zipfile
from dataclasses import replace

import demonstration
import docx as python_docx
import pytest
from lxml import etree

from cxstudio.report import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ["phs-offstats-report", "phs-offstats-summary", "word-standard-ja"]


@pytest.fixture(scope="module", params=NAMES)
def template(request, shared):
    return shared / "data" / "templates" / f"{request.param}.docx"


@pytest.fixture(scope="module")
def filled(template, language, tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "report.docx"
    report = demonstration.english() if language == "en" else demonstration.japanese()
    docx.write(report, path, template)
    return path


def part(path, name):
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def test_parts_are_valid(filled, shared):
    problems = runpy.run_path(str(shared / "tools" / "ooxml_valid.py"))["problems"]
    assert list(problems(filled)) == []


def test_no_style_of_the_template_changes(filled, template):
    before = {
        s.get(W + "styleId"): etree.tostring(s, method="c14n")
        for s in part(template, "word/styles.xml").iter(W + "style")
    }
    after = {
        s.get(W + "styleId"): etree.tostring(s, method="c14n")
        for s in part(filled, "word/styles.xml").iter(W + "style")
    }
    assert before.items() <= after.items()
    assert len(after) > len(before)


def test_headings_are_the_templates(filled, template):
    opened = python_docx.Document(str(filled))
    own = {s.style_id for s in python_docx.Document(str(template)).styles}
    headings = [p for p in opened.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert len(headings) >= 6
    assert all(p.style.style_id in own for p in headings)


def test_page_setup_is_kept(filled, template):
    theirs = python_docx.Document(str(template)).sections[-1]
    body = python_docx.Document(str(filled)).sections[-1]
    names = ["page_width", "page_height", "left_margin", "right_margin"]
    if template.stem != "word-standard-ja":  # whose header fills the page
        names.append("bottom_margin")
    if template.stem == "phs-offstats-report":  # the other's header begins below its top margin
        names.append("top_margin")
    for name in names:
        assert getattr(body, name) == getattr(theirs, name)
    texts = [p.text for p in theirs.footer.paragraphs]
    assert [p.text for p in body.footer.paragraphs][-len(texts) :] == texts


def test_the_templates_own_text_is_gone(filled):
    text = "".join(part(filled, "word/document.xml").itertext())
    assert "見出し1" not in text
    assert "プロジェクト名" not in text


def test_styles_and_lists_used_exist(filled):
    document = part(filled, "word/document.xml")
    styles = {s.get(W + "styleId") for s in part(filled, "word/styles.xml").iter(W + "style")}
    used = {
        e.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for e in document.iter(W + tag)
    }
    assert used <= styles
    lists = {n.get(W + "numId") for n in part(filled, "word/numbering.xml").iter(W + "num")}
    assert {n.get(W + "val") for n in document.iter(W + "numId")} - {"0"} <= lists


def test_a_wide_page_is_turned_with_its_header(shared, tmp_path):
    template = shared / "data" / "templates" / "phs-offstats-report.docx"
    docx.write(demonstration.english(), tmp_path / "a.docx", template)
    wide = [s for s in python_docx.Document(str(tmp_path / "a.docx")).sections if s.orientation]
    assert len(wide) == 1
    assert wide[0].page_width > wide[0].page_height
    assert wide[0].footer.part.partname.endswith("_wide.xml")


def test_a_dotx_gives_a_document(shared, tmp_path):
    source = shared / "data" / "templates" / "phs-offstats-report.docx"
    dotx = tmp_path / "firm.dotx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(dotx, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(item, content)
    docx.write(demonstration.english(), tmp_path / "a.docx", dotx)
    assert python_docx.Document(str(tmp_path / "a.docx")).paragraphs


def test_a_cover_with_places_for_the_title_is_filled(shared, tmp_path):
    """A cover made by Word: a content control on the title, then a page break."""
    source = python_docx.Document()
    control = (
        f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:xpath='
        '"/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{{6C3C8BC8}}"/>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>[Title]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    source.element.body.insert(0, etree.fromstring(control))
    source.add_page_break()
    source.add_paragraph("Text of the template")
    source.save(str(tmp_path / "firm.docx"))
    report = demonstration.english()
    docx.write(report, tmp_path / "a.docx", tmp_path / "firm.docx")
    text = "".join(part(tmp_path / "a.docx", "word/document.xml").itertext())
    assert text.startswith(report.meta.title)
    assert "Text of the template" not in text


def test_colours_for_charts_come_from_the_theme(shared):
    ours, theirs = (
        docx.palette(None),
        docx.palette(shared / "data/templates/phs-offstats-report.docx"),
    )
    assert ours["petrol"] == "0B5F6B"
    assert theirs.keys() == ours.keys()
    assert theirs["petrol"] == "0078D4"
    assert theirs["font"] == "Arial"


def test_contents_is_not_counted_and_dark_table_heads_stay_readable(tmp_path):
    """Headings that number themselves, and a table style with a dark first row."""
    source = python_docx.Document()
    source.add_table(2, 2).style = "Medium Shading 1 Accent 2"
    source.save(str(tmp_path / "firm.docx"))
    docx.write(demonstration.english(), tmp_path / "a.docx", tmp_path / "firm.docx")
    styles = part(tmp_path / "a.docx", "word/styles.xml")
    head = next(s for s in styles.iter(W + "style") if s.get(W + "styleId") == "CXTableHead")
    assert head.find(f"{W}rPr/{W}color") is None
    body = part(tmp_path / "a.docx", "word/document.xml")
    title = next(p for p in body.iter(W + "p") if "".join(p.itertext()) == "Contents")
    assert title.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "0"
    settings = part(tmp_path / "a.docx", "word/settings.xml")
    assert settings.find(W + "zoom").get(W + "percent") == "100"


def test_the_internal_edition_says_so_above_every_footer(template, tmp_path):
    inside = "Internal, for the team only"
    report = demonstration.english()
    meta = replace(report.meta, audience="internal", confidentiality=inside)
    docx.write(replace(report, meta=meta), tmp_path / "internal.docx", template)
    sections = python_docx.Document(str(tmp_path / "internal.docx")).sections
    said = [s.footer.paragraphs[0].text for s in sections if not s.footer.is_linked_to_previous]
    assert set(said[-2:]) == {inside}


def test_every_page_of_a_template_has_its_number_once(filled):
    for section in python_docx.Document(str(filled)).sections[1:]:
        running = (section.header._element, section.footer._element)
        codes = [code for one in running for code in one.iter(W + "instrText", W + "fldSimple")]
        said = " ".join(code.text or code.get(W + "instr") or "" for code in codes)
        assert len(re.findall(r"\bPAGE\b", said)) == 1


def test_text_keeps_off_the_side_of_a_page_that_lies(filled):
    for section in python_docx.Document(str(filled)).sections:
        assert min(section.left_margin.mm, section.right_margin.mm) > 9.5


def test_the_room_for_text_is_what_header_and_footer_leave(template):
    width, height = docx.text_area(template)
    assert (width > height) == (template.stem == "word-standard-ja")
    pages = python_docx.Document(str(template)).sections[-1]
    assert height < pages.page_height.mm - pages.bottom_margin.mm
    assert docx.text_area() == (166, 246)
