"""A sheet of a workbook looked through before it is read: how far it goes, formulas, errors.

The reader takes room for every cell between the first and the last, so that one cell far away
would fill the memory, and it knows neither formulas without their results nor errors.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

STEP = 2 << 20
ERRORS_KEPT = 100_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROOT = re.compile(rb"<(\w+:)?worksheet[ >]")


@dataclass
class Looks:
    """How many columns and rows a sheet has, the first cell whose formula was saved without its
    result ("" for none), and its errors such as #N/A by row and column, both from 0."""

    columns: int = 0
    rows: int = 0
    unsolved: str = ""
    errors: dict[int, dict[int, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Words:
    """What is looked for, with the prefix that the sheet gives its names."""

    formula: re.Pattern[bytes]
    result: re.Pattern[bytes]
    error: re.Pattern[bytes]
    column: re.Pattern[bytes]
    row: re.Pattern[bytes]
    formula_begin: bytes
    cell: bytes
    row_end: bytes

    @classmethod
    def of(cls, beginning: bytes) -> _Words:
        found = _ROOT.search(beginning)
        p = (found[1] or b"") if found else b""
        inside = rb"(?:(?!</" + p + rb"c>).)*?"
        return cls(
            re.compile(
                b"<" + p + rb'c [^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<' + p + rb"f(?:/>|[ >])" + inside
                + b"</" + p + b"c>", re.DOTALL,
            ),
            re.compile(b"<" + p + rb"v[^>/]*>[^<]|<" + p + b"is>"),
            re.compile(
                b"<" + p + rb'c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]+)(\d+)"[^>]*>' + inside + b"<" + p
                + rb"v[^>]*>([^<]+)<", re.DOTALL,
            ),
            re.compile(b"<" + p + rb'c [^>]*?\br="([A-Z]+)\d'),
            re.compile(b"<" + p + rb'row [^>]*?\br="(\d+)"'),
            b"<" + p + b"f",
            b"<" + p + b"c",
            b"</" + p + b"row>",
        )  # fmt: skip


def sheet_parts(data: bytes) -> dict[str, str]:
    """Where each sheet of cells stands in the package, by its name.

    Raises KeyError, ValueError or what lxml raises when the package is damaged.
    """
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = etree.fromstring(package.read("xl/workbook.xml"))
        related = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        there = set(package.namelist())
    targets = {
        str(one.get("Id")): posixpath.normpath(posixpath.join("/xl", str(one.get("Target"))))[1:]
        for one in related
        if str(one.get("Type")).endswith("/worksheet")
    }
    pairs = ((str(s.get("name")), targets.get(_id(s), "")) for s in book.iterfind(".//{*}sheet"))
    return {name: part for name, part in pairs if part in there}


def _id(sheet: object) -> str:
    """The relation of a sheet, in the usual or in the strict form of the format."""
    attributes = getattr(sheet, "attrib", {})
    named = (value for key, value in attributes.items() if key.endswith("}id"))
    return str(attributes.get(_RELATION) or next(named, ""))


def holds_cells(data: bytes, part: str) -> bool:
    """Whether something is written at the beginning of a sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(part) as stream:
        beginning = stream.read(STEP)
    return _Words.of(beginning[:2_000]).result.search(beginning) is not None


def looked_through(data: bytes, part: str, tell: Callable[[float], None]) -> Looks:
    """All of a sheet; `tell` is called with a share from 0 to 1 and may raise to stop."""
    looks, words = Looks(), None
    for text, share in _texts(data, part):
        words = words or _Words.of(text[:2_000])
        _count(looks, words, text)
        _note(looks, words, text)
        tell(share)
    return looks


def _texts(data: bytes, part: str) -> Iterator[tuple[bytes, float]]:
    """Some megabytes at once, each beginning with the row in which the last one ended."""
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(part) as stream:
        size, read, before = max(package.getinfo(part).file_size, 1), 0, b""
        while piece := stream.read(STEP):
            read += len(piece)
            text = before + piece
            yield text, min(read / size, 1.0)
            begin = max(text.rfind(b"row "), 1) - 1
            before = text[text.rfind(b"<", 0, begin + 1) :] if begin else b""


def _count(looks: Looks, words: _Words, text: bytes) -> None:
    """How far the sheet goes by what its cells say, or, where they do not, by counting them."""
    names = set(words.column.findall(text))
    looks.columns = max(looks.columns, *map(_place, names), 0)
    looks.rows = max(looks.rows, *map(int, words.row.findall(text)), 0)
    if not names and words.cell in text:
        rows = text.split(words.row_end)
        looks.columns = max(looks.columns, *(row.count(words.cell) for row in rows))
        looks.rows += len(rows) - 1


def _note(looks: Looks, words: _Words, text: bytes) -> None:
    if not looks.unsolved and words.formula_begin in text:
        open_ = (m for m in words.formula.finditer(text) if not words.result.search(m[0]))
        looks.unsolved = next((m[1].decode() for m in open_), "")
    if b't="e"' in text and len(looks.errors) < ERRORS_KEPT:
        for found in words.error.finditer(text):
            row = looks.errors.setdefault(int(found[2]) - 1, {})
            row[_place(found[1]) - 1] = found[3].decode()


def _place(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place
