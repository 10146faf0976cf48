"""A survey in a workbook: its sheets, and the cells of one as text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cxstudio import limits
from cxstudio.exchange.survey_text import column_letters
from cxstudio.exchange.table import UnreadableTable
from cxstudio.exchange.workbook import OutOfBounds, check_package, damaged, text_of
from cxstudio.i18n import _

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_FORMULA = re.compile(
    rb'<c [^>]*?r="([A-Z]+\d+)"[^>]*>\s*<f(?:/>|[ >])(?:(?!</c>).)*?</c>', re.DOTALL
)
_RESULT = re.compile(rb"<v[^>/]*>[^<]|<is>")
_STEP = 4 << 20


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook, of any kind."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def opened(data: bytes, name: str) -> Workbook:
    """The workbook, to be read row by row. Raises UnreadableTable."""
    from openpyxl import load_workbook

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable(
            _(
                "{name} is a workbook in the old format (.xls) or has a password. Open it in a "
                "spreadsheet and save it as .xlsx without a password."
            ).format(name=name)
        )
    try:
        check_package(data, name, limits.SURVEY_UNPACKED_BYTES)
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except OutOfBounds as error:
        raise UnreadableTable(str(error)) from error
    except Exception as error:  # openpyxl fails in its own ways for each kind of damage
        raise UnreadableTable(damaged(name)) from error


def sheets_of(book: Workbook, name: str) -> tuple[str, ...]:
    """The sheets that hold a table, in their order. Raises UnreadableTable when none does."""
    found = tuple(
        sheet.title
        for sheet in book.worksheets
        if any(True for cells in sheet.iter_rows(max_row=50, values_only=True) if any_of(cells))
    )
    if not found:
        raise UnreadableTable(
            _("{name} is empty. Export the table again with the answers.").format(name=name)
        )
    return found


def any_of(cells: tuple[Any, ...]) -> bool:
    """Whether a row holds anything."""
    return any(cell is not None and cell != "" for cell in cells)


def rows_of(book: Workbook, sheet: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet as text with their numbers, empty ones too. Raises UnreadableTable."""
    try:
        for number, cells in enumerate(book[sheet].iter_rows(values_only=True), 1):
            yield number, [text_of(cell) for cell in cells]
    except Exception as error:
        raise UnreadableTable(damaged(name)) from error


def check_formulas(data: bytes, book: Workbook, sheet: str, name: str) -> None:
    """That every formula was saved with its result. Raises UnreadableTable with the cell.

    The results are what is imported; nothing is calculated here.
    """
    place = getattr(book[sheet], "_worksheet_path", "")
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(place) as stream:
        before = b""
        while piece := stream.read(_STEP):
            text = before + piece
            for found in _FORMULA.finditer(text) if b"<f" in text else ():
                if not _RESULT.search(found[0]):
                    raise UnreadableTable(
                        _(
                            "{name} has a formula without a result in cell {cell} of {sheet}. "
                            "Open it in a spreadsheet, save it, and import it again."
                        ).format(name=name, cell=found[1].decode(), sheet=sheet)
                    )
            before = text[text.rfind(b"<c ") :] if b"<c " in text else b""


def check_width(width: int, most: int, name: str) -> None:
    """That a table is not wider than `most`. Raises UnreadableTable."""
    if width > most:
        raise UnreadableTable(
            _(
                "{name} has {count:,} columns in its header (up to {column}), and at most "
                "{most:,} can be read. Export only the questions that are needed."
            ).format(name=name, count=width, column=column_letters(width - 1), most=most)
        )
