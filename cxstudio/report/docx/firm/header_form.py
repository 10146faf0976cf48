"""The form in a template's header: beside the label of what is known, the empty cell is filled."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from lxml import etree

from cxstudio.report.docx.firm.reading import WORD, Element, number, parse, q, serialized, value
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT

_LABELS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("client",): (
        "pj名", "pj", "プロジェクト名", "プロジェクト", "案件名", "件名", "業務名",
        "顧客名", "お客様名", "客先名", "client", "clientname", "customer", "customername",
        "project", "projectname",
    ),
    ("title",): (
        "成果物名", "成果物", "文書名", "資料名", "書類名", "ドキュメント名", "標題", "表題",
        "タイトル", "deliverable", "deliverablename", "document", "documentname", "documenttitle",
        "title", "reporttitle",
    ),
    ("date", "author"): ("作成", "created", "prepared", "issued"),
    ("date",): (
        "作成日", "作成年月日", "発行日", "日付", "年月日", "date", "created on", "issuedate",
        "dateofissue", "datecreated",
    ),
    ("author",): (
        "作成者", "作成者名", "著者", "author", "preparedby", "createdby", "writtenby",
    ),
    ("firm",): ("会社名", "社名", "company", "firm"),
    ("edition",): ("版", "版数", "バージョン", "version", "revision", "edition"),
}  # fmt: skip
"""What is written into the empty cells that follow a label, by the words of labels."""
_KNOWN = {words.replace(" ", ""): names for names, labels in _LABELS.items() for words in labels}
_DRAWN = ("drawing", "pict", "object", "sdt", "fldSimple", "instrText")
_PARTS = ("/header", "/footer")
_LINE, _CLOSE_LINE = 1.45, 1.2
"""A line over its letters, and the least that lines below each other need."""
_LATIN, _BETWEEN = 0.6, 0.25
"""How wide a Latin letter is beside its height, and a space beside a Japanese one, with caution."""
_SMALLEST = 12
"""Half points."""
_MARGIN = 108
"""Twips that a cell keeps on each side where the table does not say."""


def fill(package: Package, styles: Styles, known: dict[str, str]) -> None:
    """Fill the forms in all headers and footers of the document; ``known`` are the words by the
    name of what they say. Nothing that stands there is changed."""
    for relation in package.relations.get(DOCUMENT, []):
        part = resolve(DOCUMENT, relation.target)
        if not relation.type.endswith(_PARTS) or part not in package.parts:
            continue
        root = parse(package.parts[part])
        tables = [_fill_table(table, styles, known) for table in root.iter(q("tbl"))]
        if any(tables):
            package.put(part, serialized(root), package.types[part])


def _fill_table(table: Element, styles: Styles, known: dict[str, str]) -> bool:
    rows = table.findall("w:tr", WORD)
    filled = False
    for place, row in enumerate(rows):
        cells = row.findall("w:tc", WORD)
        for at, cell in enumerate(cells):
            names = _KNOWN.get(_plain(cell))
            words = [known[name] for name in names or () if known.get(name)]
            empty = list(_empty_after(cells[at + 1 :], len(words)))
            if not words or not empty:
                continue
            if len(empty) < len(words):
                words = [" ".join(words)]
            for holder, said in zip(empty, words, strict=False):
                _write(holder, said, _lines_of(holder, rows[place:]), styles)
            filled = True
    return filled


def _plain(cell: Element) -> str:
    """The cell's words as labels are compared: without spaces, colons and capitals."""
    words = "".join(text.text or "" for text in cell.iter(q("t")))
    return "".join(unicodedata.normalize("NFKC", words).casefold().split()).strip(":*・")


def _empty_after(cells: list[Element], count: int) -> Iterator[Element]:
    """The empty cells right beside a label, at most so many; those that go on from the row above
    are none."""
    for cell in cells[:count]:
        merged = cell.find("w:tcPr/w:vMerge", WORD)
        goes_on = merged is not None and value(merged) != "restart"
        if (
            goes_on
            or _plain(cell)
            or any(next(cell.iter(q(name)), None) is not None for name in _DRAWN)
        ):
            return
        yield cell


def _lines_of(cell: Element, rows: list[Element]) -> int:
    """How many rows the cell reaches over."""
    if value(cell.find("w:tcPr/w:vMerge", WORD)) != "restart":
        return 1
    at = rows[0].findall("w:tc", WORD).index(cell)
    count = 1
    for row in rows[1:]:
        cells = row.findall("w:tc", WORD)
        merged = cells[at].find("w:tcPr/w:vMerge", WORD) if at < len(cells) else None
        if merged is None or value(merged) == "restart":
            break
        count += 1
    return count


def _write(cell: Element, words: str, lines: int, styles: Styles) -> None:
    """The words in the cell's first paragraph, in the letters that stand ready there; smaller
    where they would make the form taller."""
    paragraph = cell.find("w:p", WORD)
    if paragraph is None:
        paragraph = etree.SubElement(cell, q("p"))
    _flush_left(paragraph)
    run = etree.SubElement(paragraph, q("r"))
    ready = paragraph.find("w:pPr/w:rPr", WORD)
    letters = etree.SubElement(run, q("rPr"))
    for one in () if ready is None else ready:
        if etree.QName(one).localname not in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
            letters.append(etree.fromstring(etree.tostring(one)))
    style = value(paragraph.find("w:pPr/w:pStyle", WORD)) or ""
    usual = round(number(value(letters.find("w:sz", WORD))) or styles.size(style) * 2)
    size = _size(words, usual, lines, _width(cell))
    if size < usual:
        _set_size(letters, size)
    text = etree.SubElement(run, q("t"))
    text.text = words


def _size(words: str, usual: int, lines: int, width: float) -> int:
    """Half points in which the words do not need more height than so many usual lines."""
    wide = [unicodedata.east_asian_width(letter) in "WF" for letter in words]
    across = sum(1 if one else _LATIN for one in wide)
    across += _BETWEEN * sum(one != other for one, other in pairwise(wide))
    for size in range(usual, _SMALLEST, -1):
        needed = ceil(across * size * 10 / width)
        if needed == 1 or needed * size * _CLOSE_LINE <= lines * usual * _LINE:
            return size
    return min(_SMALLEST, usual)


def _width(cell: Element) -> float:
    """Twips across the words of a cell."""
    width = number(value(cell.find("w:tcPr/w:tcW", WORD), "w"))
    return max(width - 2 * _MARGIN, _MARGIN) if width else float("inf")


def _flush_left(paragraph: Element) -> None:
    """No stretched words and no spaces inside a date, for which a form has no room; a place that
    is centred stays so."""
    properties = paragraph.find("w:pPr", WORD)
    if properties is None:
        properties = etree.Element(q("pPr"))
        paragraph.insert(0, properties)
    for name in ("autoSpaceDE", "autoSpaceDN"):
        _set(properties, name, "0", _BEFORE_SPACES)
    if properties.find("w:jc", WORD) is None:
        _set(properties, "jc", "left", _BEFORE_SIDES)


def _set_size(letters: Element, size: int) -> None:
    for name in ("sz", "szCs"):
        _set(letters, name, str(size), _BEFORE_SIZE)


def _set(properties: Element, name: str, wanted: str, before: tuple[str, ...]) -> None:
    """A property, once, behind those that come before it."""
    for one in properties.findall(f"w:{name}", WORD):
        properties.remove(one)
    one = etree.Element(q(name))
    one.set(q("val"), wanted)
    properties.insert(sum(etree.QName(x).localname in before for x in properties), one)


_BEFORE_SPACES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE",
)  # fmt: skip
_BEFORE_SIDES = (
    *_BEFORE_SPACES, "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind",
    "contextualSpacing", "mirrorIndents", "suppressOverlap",
)  # fmt: skip
_BEFORE_SIZE = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz",
)  # fmt: skip
