"""What a reader who hears or jumps through a Word file would miss; nothing when it is sound."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_ALT = 400
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def missed(path: Path, language: str) -> list[str]:
    """Faults in headings, alternative texts, heads of tables, languages and the title."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
        core = package.read("docProps/core.xml").decode()
    spoken = f"<dc:language>{language}"
    return [
        *_headings(body, styles),
        *_pictures(body),
        *_tables(body),
        *_languages(body, styles),
        *([] if spoken in core else [f"no language {language} in the properties"]),
    ]


def _headings(body: etree._Element, styles: etree._Element) -> Iterator[str]:
    known = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    titles, last = 0, 0
    for paragraph in body.iter(f"{W}p"):
        style = known[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        titles += style.find(f"{W}name").get(f"{W}val") == "Title"
        level = _level(paragraph, style, known)
        if level < 10:
            text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            if level > last + 1 or not text.strip():
                yield f"heading {level} after {last}: {text}"
            last = level
    if titles != 1:
        yield f"{titles} titles"


def _level(paragraph: etree._Element, style: etree._Element | None, known: dict) -> int:  # type: ignore[type-arg]
    """The level of a heading, 1 to 9, its own or its style's; 10 for running text."""
    found = paragraph.find(f"{W}pPr/{W}outlineLvl")
    while found is None and style is not None:
        found, based = style.find(f"{W}pPr/{W}outlineLvl"), style.find(f"{W}basedOn")
        style = None if based is None else known[based.get(f"{W}val")]
    return 10 if found is None else int(found.get(f"{W}val")) + 1


def _pictures(body: etree._Element) -> Iterator[str]:
    """Of pictures and charts alike."""
    for one in body.iter("{*}docPr"):
        told = one.get("descr") or ""
        if (one.find(".//{*}decorative") is None) != (0 < len(told) <= MOST_ALT):
            yield f"picture {one.get('id')}: {len(told)} characters"


def _tables(body: etree._Element) -> Iterator[str]:
    """Of a head are those with a caption; the others only lay out and say so by having none."""
    for table in body.iter(f"{W}tbl"):
        told = table.find(f"{W}tblPr/{W}tblDescription")
        titled = table.find(f"{W}tblPr/{W}tblCaption") is not None
        headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        described = told is not None and bool(told.get(f"{W}val"))
        if len({titled, headed, described}) != 1:
            yield f"table: title {titled}, head {headed}, description {described}"


def _languages(body: etree._Element, styles: etree._Element) -> Iterator[str]:
    """Word reads Japanese signs in `eastAsia` and the others in `val`: of the document, or of the
    run or style that has a mark of its own."""
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default.get(f"{W}eastAsia") != "ja-JP" or not default.get(f"{W}val").startswith("en-"):
        yield "the languages of the document"
    for own in (*styles.iterfind(f"{W}style/{W}rPr/{W}lang"), *body.iter(f"{W}lang")):
        run = own.getparent().getparent()
        text = "".join(node.text or "" for node in run.iter(f"{W}t"))
        if own.get(f"{W}eastAsia", "ja-JP") != "ja-JP" and JAPANESE.search(text):
            yield f"Japanese marked as another language: {text}"
