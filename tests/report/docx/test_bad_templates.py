"""Templates that are broken, locked, too tight or not what they seem: told in a sentence."""

import os
import random
import re
import zipfile
from io import BytesIO

import demonstration
import docx as python_docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree

from cxstudio.report import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def firm(tmp_path):
    """A template made by python-docx, changed by what the test does to it."""

    def make(change=lambda document: None, name="firm.docx"):
        document = python_docx.Document()
        change(document)
        document.save(str(tmp_path / name))
        return tmp_path / name

    return make


def rewritten(path, name, change):
    """The template with each part passed through `change(name, content)`; None leaves it out."""
    target = path.with_name(name)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = change(item.filename, old.read(item))
            if content is not None:
                new.writestr(item.filename, content)
    return target


def replaced(path, name, part, before, after):
    def change(filename, content):
        return re.sub(before, after, content) if filename == part else content

    return rewritten(path, name, change)


def body_of(template):
    stream = BytesIO()
    docx.write(demonstration.english(), stream, template)
    return python_docx.Document(stream)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_template_that_is_none_is_told(content, tmp_path):
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    with pytest.raises(docx.TemplateError, match=r"bad\.docx"):
        docx.write(demonstration.english(), BytesIO(), bad)


def test_a_spreadsheet_and_a_missing_file_are_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "book.docx", "w") as package:
        package.writestr("[Content_Types].xml", '<Types xmlns="x"/>')
    for name in ("book.docx", "missing.docx"):
        with pytest.raises(docx.TemplateError, match=name):
            docx.palette(tmp_path / name)


def test_what_is_no_file_of_word_is_told_as_what_it_is(tmp_path):
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "empty.docx").touch()
    for name, word in (("folder.docx", "folder"), ("empty.docx", "is empty")):
        with pytest.raises(docx.TemplateError, match=word):
            docx.notes(tmp_path / name)


def test_nothing_of_the_templates_own_pages_stays_in_the_file(firm, tmp_path):
    """Pictures, comments, notes, links, and parts that belong to nothing or lie outside."""

    def fill(document):
        picture = BytesIO(demonstration.english().parts[0].drawing)
        document.add_picture(picture)
        said = document.add_paragraph("Of another client")
        document.add_comment(said.runs, text="Do not show this", author="Partner")
        document.part.relate_to("http://else.example", "http://x/hyperlink", is_external=True)

    path = firm(fill)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/lost.xml", "<lost/>")
        package.writestr("../../outside.xml", "<outside/>")
    before = zipfile.ZipFile(path).namelist()
    assert {"word/comments.xml", "word/media/image1.png"} <= set(before)
    docx.write(demonstration.english(), tmp_path / "out.docx", path)
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        names = package.namelist()
        assert b"else.example" not in package.read("word/_rels/document.xml.rels")
    gone = ("comments.xml", "image1.png", "lost.xml", "outside.xml")
    assert not [name for name in names if name.endswith(gone)]


def test_a_good_template_needs_no_words(firm):
    assert docx.notes(firm()) == ()


def test_one_with_a_password_is_told(tmp_path):
    locked = tmp_path / "locked.docx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    with pytest.raises(docx.TemplateError, match="password"):
        docx.notes(locked)


def test_a_zip_bomb_is_not_opened(tmp_path):
    bomb = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(210):
            part.write(bytes(1_000_000))
    with pytest.raises(docx.TemplateError, match="210 MB"):
        docx.notes(bomb)


def test_strict_open_xml_is_told(firm):
    strict = replaced(
        firm(), "strict.docx", "_rels/.rels",
        rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        rb"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )  # fmt: skip
    with pytest.raises(docx.TemplateError, match="Strict"):
        docx.notes(strict)


def test_macros_are_left_out(firm, tmp_path):
    def change(name, content):
        if name == "[Content_Types].xml":
            content = content.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
            extra = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            return content.replace(b"</Types>", extra + b"</Types>")
        if name == "word/_rels/document.xml.rels":
            extra = (
                b'<Relationship Id="rIdV" Target="vbaProject.bin" Type='
                b'"http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
            )
            return content.replace(b"</Relationships>", extra + b"</Relationships>")
        return content

    path = rewritten(firm(), "macros.docm", change)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"code")
    assert "macros" in docx.notes(path)[0]
    docx.write(demonstration.english(), tmp_path / "out.docx", path)
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        assert not [name for name in package.namelist() if "vba" in name]
        types = package.read("[Content_Types].xml")
    assert b"macroEnabled" not in types


def test_protection_is_told_and_taken_off(firm):
    lock = rb'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    path = replaced(firm(), "p.docx", "word/settings.xml", rb"(<w:zoom[^>]*/>)", rb"\1" + lock)
    assert "protected" in docx.notes(path)[0]
    assert body_of(path).settings.element.find(W + "documentProtection") is None


def test_margins_that_leave_no_room_are_replaced(firm):
    def squeeze(document):
        document.sections[0].left_margin = document.sections[0].right_margin = Mm(90)

    path = firm(squeeze)
    assert "20 mm" in docx.notes(path)[0]
    section = body_of(path).sections[-1]
    assert round(section.left_margin.mm) == round(section.top_margin.mm) == 20


def test_a_page_that_holds_no_report_is_refused(firm):
    def shrink(document):
        document.sections[0].page_width = Mm(90)

    with pytest.raises(docx.TemplateError, match="90 × "):
        docx.notes(firm(shrink))


def test_without_a_section_it_is_a4(firm):
    path = replaced(firm(), "bare.docx", "word/document.xml", rb"(?s)<w:sectPr.*?</w:sectPr>", b"")
    assert "A4" in docx.notes(path)[0]
    assert round(body_of(path).sections[-1].page_width.mm) == 210


def test_a_header_that_is_not_there_is_told(firm):
    def headed(document):
        document.sections[0].header.paragraphs[0].text = "Firm"

    path = rewritten(
        firm(headed), "gone.docx", lambda name, content: None if "header" in name else content
    )
    assert "does not hold" in docx.notes(path)[0]
    assert body_of(path).paragraphs


def test_a_header_of_many_lines_is_left_out(firm):
    def tall(document):
        for _ in range(60):
            document.sections[0].header.add_paragraph("Line")

    path = firm(tall)
    assert "left out" in docx.notes(path)[0]
    references = [e for e in body_of(path).element.iter(W + "headerReference") if e.get(W + "type")]
    assert references == []


def test_a_form_whose_frame_is_the_header(firm):
    """The tall row is closed: the text stands below the rows above it, on wide pages too."""

    def form(document):
        section = document.sections[0]
        table = section.header.add_table(2, 1, Mm(160))
        table.rows[0].cells[0].text = "Project"
        table.rows[1].height = Mm(200)

    path = firm(form)
    assert "frame" in docx.notes(path)[0]
    opened = body_of(path)
    portrait = next(s for s in reversed(opened.sections) if s.orientation == WD_ORIENT.PORTRAIT)
    assert 20 < portrait.top_margin.mm < 60
    assert portrait.header.tables[0].rows[0].cells[0].text == "Project"
    wide = next(s for s in opened.sections if s.orientation == WD_ORIENT.LANDSCAPE)
    head = wide.header.tables[0]
    assert round(head.rows[1].height.pt) == 1
    assert head.columns[0].width > portrait.header.tables[0].columns[0].width


@pytest.mark.parametrize("seed", range(int(os.environ.get("CXSTUDIO_SEEDS", 20))))
def test_damaged_parts_never_crash(firm, seed):
    """Attributes, elements and bytes changed at random: a report or a sentence."""
    chance = random.Random(seed)

    def change(name, content):
        if not name.endswith((".xml", ".rels")) or chance.random() < 0.5:
            return content
        way = chance.randrange(4)
        if way == 0:
            return content[: chance.randrange(len(content))]
        if way == 1:
            return re.sub(
                rb'="[^"]*"', lambda m: m[0] if chance.random() < 0.8 else b'="x-1"', content
            )
        root = etree.fromstring(content)
        elements = [e for e in root.iter() if e.getparent() is not None]
        if way == 2:
            for element in chance.sample(elements, min(3, len(elements))):
                if element.getparent() is not None:
                    element.getparent().remove(element)
        return None if way == 3 and chance.random() < 0.3 else etree.tostring(root)

    path = rewritten(firm(), f"damaged-{seed}.docx", change)
    try:
        docx.palette(path)
        docx.notes(path)
        docx.write(demonstration.english(), BytesIO(), path)
    except docx.TemplateError as error:
        assert path.name in str(error) or "template" in str(error)
