"""A survey as text: its encoding, its delimiter, and a plain reader for rows that are odd."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cxstudio.exchange.decoding import UndecodableText, detect
from cxstudio.exchange.table import UnreadableTable, delimiter_of
from cxstudio.i18n import _

HEAD = 1_000_000
"""Layout, delimiter and the kinds of columns are judged by so many characters."""

_BOM = "\ufeff".encode()
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp932": "Shift JIS (CP932)"}
_NAMES |= {"cp1252": "Windows Latin (CP1252)", "utf-16": "UTF-16"}
_NAMES |= {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True)
class Text:
    """The bytes of a table as UTF-8 without a mark, or their beginning, and how they were found."""

    data: bytes
    encoding: str
    delimiter: str

    @property
    def head(self) -> str:
        """The beginning, cut at the end of a line."""
        piece = self.data[:HEAD]
        if len(piece) < len(self.data):
            piece = piece[: piece.rfind(b"\n") + 1] or piece
        return piece.decode("utf-8", "ignore")


def beginning_of(stream: BinaryIO) -> Text | None:
    """What stands first in a stream, when it is UTF-8 without a mark; else None."""
    piece = stream.read(HEAD + 1)
    whole = piece[: piece.rfind(b"\n") + 1]
    if not whole.strip() or whole.startswith(_BOM) or not is_utf8(piece, memoryview(whole)):
        return None
    return Text(piece, "UTF-8", delimiter_of(Text(piece, "UTF-8", ",").head))


def text_of(data: bytes, name: str) -> Text:
    """Find out encoding and delimiter. Raises UnreadableTable."""
    if not data or data.isspace():
        raise UnreadableTable(
            _("{name} is empty. Export the table again with the answers.").format(name=name)
        )
    encoding = _encoding(data, name)
    if encoding.startswith("utf-8"):
        plain = data.removeprefix(_BOM)
    else:
        plain = data.decode(encoding).removeprefix("\ufeff").encode("utf-8")
    if b"\n" not in plain:
        plain = plain.replace(b"\r", b"\n")
    found = Text(plain, _NAMES.get(encoding, encoding), ",")
    return Text(plain, found.encoding, delimiter_of(found.head))


def _encoding(data: bytes, name: str) -> str:
    if is_utf8(data):
        return "utf-8"
    try:
        found = detect(data)
    except UndecodableText as error:
        if _share_of_utf8(data):
            raise UnreadableTable(_mixed(data, name)) from error
        raise UnreadableTable(
            _(
                "{name} is not text in an encoding that can be recognised. "
                "Save it as UTF-8 text and import it again."
            ).format(name=name)
        ) from error
    if found in ("cp932", "cp1252") and _share_of_utf8(data) > (0.2 if found == "cp932" else 0):
        raise UnreadableTable(_mixed(data, name))
    return found


def is_utf8(data: bytes, part: memoryview | None = None) -> bool:
    """Whether bytes, or a part of them, are UTF-8 alone, told without a copy of them as text."""
    if b"\0" in data or b"\x1b" in data:  # of UTF-16 and of ISO-2022-JP
        return False
    if data.isascii():
        return True
    import pyarrow as pa

    text = data if part is None else part
    ends = pa.py_buffer(struct.pack("<qq", 0, len(text)))
    whole = pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(text)])
    try:
        whole.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _share_of_utf8(data: bytes) -> float:
    """The share of lines that are UTF-8 among those with more than plain letters."""
    good = bad = 0
    for line in data.split(b"\n"):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad += 1
        else:
            good += 1
    return good / (good + bad) if bad else float(bool(good))


def _mixed(data: bytes, name: str) -> str:
    """Where the first cell stands that is not in the encoding of the others."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    header: list[str] = []
    for number, row in enumerate(rows, 1):
        header = header or row
        for place, cell in enumerate(row):
            if "\ufffd" in cell:
                return _(
                    "{name} mixes encodings: row {row}, column {column} is not UTF-8 as the rest. "
                    "Open it in a spreadsheet, put that cell right and save it as CSV in UTF-8."
                ).format(name=name, row=number, column=column_said(header, place))
    return _("{name} mixes encodings. Save it as CSV in UTF-8.").format(name=name)


def column_said(header: list[str], place: int) -> str:
    """A column as people find it in a spreadsheet: its letters, and its name where it has one."""
    name = " ".join(header[place].split()) if place < len(header) else ""
    letters = column_letters(place)
    return f"{letters} (“{name[:40]}”)" if name else letters


def column_letters(place: int) -> str:
    """A, B, … Z, AA for 0, 1, … 25, 26."""
    letters, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def rows_of(text: Text, name: str, width: int, skip: int) -> Iterator[tuple[int, list[str]]]:
    """The answers with their row numbers, cell by cell: slow, and patient with odd rows.

    Short rows are filled up, empty cells behind the last column are cut off, and empty rows
    are left out. `skip` is how many rows stand before the answers. Raises UnreadableTable for
    a row with too many cells and for quotation marks that do not close.
    """
    header: list[str] = []
    strict = text.data.count(b'"') % 2 == 1
    rows = csv.reader(
        io.StringIO(text.data.decode("utf-8"), newline=""), delimiter=text.delimiter, strict=strict
    )
    number, begun = 0, 1
    try:
        for number, row in enumerate(rows, 1):
            begun = number + 1
            if number <= skip:
                header = row if len(row) > len(header) else header
            elif any(row):
                yield number, fitted(row, width, number, header, name)
    except csv.Error as error:
        raise UnreadableTable(_unclosed(name, begun, str(error))) from error


def fitted(row: list[str], width: int, number: int, header: list[str], name: str) -> list[str]:
    """A row with as many cells as the header. Raises UnreadableTable."""
    if len(row) < width:
        return row + [""] * (width - len(row))
    if any(cell.strip() for cell in row[width:]):
        raise UnreadableTable(
            _(
                "{name} has {cells} cells in row {row}, and its header has {width}: the first one "
                "too many is in column {column}. Put that row right in a spreadsheet, save it as "
                "CSV and import it again."
            ).format(
                name=name,
                cells=len(row),
                row=number,
                width=width,
                column=column_said(header, width),
            )
        )
    return row[:width]


def _unclosed(name: str, row: int, reason: str) -> str:
    if "larger than field limit" in reason:
        return _(
            "{name} has a cell of more than 10 million characters in row {row}. Probably a "
            "quotation mark does not close there; put the cell right in a text editor."
        ).format(name=name, row=row)
    return _(
        "{name} has a cell in row {row} whose quotation marks do not close. "
        "Export the table again, or put the cell right in a text editor."
    ).format(name=name, row=row)
