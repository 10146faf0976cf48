"""A survey in a workbook: its sheets, and the cells of one as text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from cxstudio import limits
from cxstudio.exchange.survey_sheet import Looks, holds_cells, looked_through, sheet_parts
from cxstudio.exchange.survey_text import column_letters
from cxstudio.exchange.table import UnreadableTable
from cxstudio.exchange.workbook import OutOfBounds, check_package, damaged, text_of
from cxstudio.i18n import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

R = TypeVar("R")
Tell = Callable[[float], None]

MOST_CELLS = 40_000_000
"""Cells between the first and the last of a sheet, empty ones counted; each takes 32 bytes."""
PACE = 1_000_000
"""Cells that are read in a second, roughly: by this the bar moves, as the reader tells nothing."""
WAIT = 0.05
_SMALL: dict[object, str] = {
    float(number): str(number) for number in range(2, 1_000)
}  # 1 is also a yes


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook, of any kind."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


@dataclass(frozen=True)
class Book:
    """An open workbook; `parts` says where its sheets stand in the package, by their names."""

    name: str
    data: bytes = field(repr=False)
    book: CalamineWorkbook = field(repr=False)
    parts: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read."""

    cells: CalamineSheet = field(repr=False)
    looks: Looks = field(repr=False)

    @property
    def height(self) -> int:
        """The number of its last row."""
        return int(self.cells.total_height) + 1

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows as text with their numbers, empty ones too."""
        start = self.cells.start
        before = [""] * (start[1] if start else 0)
        errors, known = self.looks.errors, _SMALL
        for number, cells in enumerate(self.cells.iter_rows(), 1):
            row = [*before, *(c if type(c) is str else known.get(c) or text_of(c) for c in cells)]
            for place, text in errors.get(number - 1, {}).items():
                row[place] = text
            yield number, row


def opened(data: bytes, name: str) -> Book:
    """The workbook, none of its sheets read. Raises UnreadableTable."""
    from python_calamine import load_workbook

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable(
            _(
                "{name} is a workbook in the old format (.xls) or has a password. Open it in a "
                "spreadsheet and save it as .xlsx without a password."
            ).format(name=name)
        )
    try:
        check_package(data, name, limits.SURVEY_UNPACKED_BYTES)
        return Book(name, data, load_workbook(io.BytesIO(data)), sheet_parts(data))
    except OutOfBounds as error:
        raise UnreadableTable(str(error)) from error
    except Exception as error:  # the package and its reader fail in ways of their own
        raise UnreadableTable(damaged(name)) from error


def sheets_of(book: Book) -> tuple[str, ...]:
    """The sheets that hold a table, in their order. Raises UnreadableTable when none does."""
    found = tuple(name for name, part in book.parts.items() if holds_cells(book.data, part))
    if not found:
        raise UnreadableTable(
            _("{name} is empty. Export the table again with the answers.").format(name=book.name)
        )
    return found


def read(book: Book, sheet: str, tell: Tell) -> Sheet:
    """A sheet of the workbook; `tell` is called with a share from 0 to 1 and may raise to stop.

    The results of formulas are what is read; nothing is calculated here. Raises UnreadableTable.
    """
    looks = looked_through(book.data, book.parts[sheet], lambda share: tell(0.3 * share))
    _check(looks, sheet, book.name)
    needed = looks.columns * looks.rows / PACE

    def told(seconds: float) -> None:
        tell(0.3 + 0.7 * seconds / (seconds + needed + WAIT))

    try:
        return Sheet(_awaited(lambda: book.book.get_sheet_by_name(sheet), told), looks)
    except _Failed as error:
        raise UnreadableTable(damaged(book.name)) from error


def _check(looks: Looks, sheet: str, name: str) -> None:
    if looks.unsolved:
        raise UnreadableTable(
            _(
                "{name} has a formula without a result in cell {cell} of {sheet}. "
                "Open it in a spreadsheet, save it, and import it again."
            ).format(name=name, cell=looks.unsolved, sheet=sheet)
        )
    if looks.columns * looks.rows > MOST_CELLS:
        raise UnreadableTable(
            _(
                "{name} has cells as far as {cell} in {sheet}, too many to be read. Delete what "
                "stands far from the table, or save the table as CSV."
            ).format(
                name=name, cell=f"{column_letters(looks.columns - 1)}{looks.rows}", sheet=sheet
            )
        )


class _Failed(Exception):
    """What was waited for came to nothing."""


def _awaited(work: Callable[[], R], tell: Tell) -> R:
    """The result of work that tells nothing and cannot be stopped: when `tell`, called with the
    seconds since the beginning, raises, it is left to end by itself."""
    done: Future[R] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # a fault of the reader's own machine code, too
            done.set_exception(_Failed(str(error)))

    begin = monotonic()
    Thread(target=run, daemon=True).start()
    while True:
        try:
            return done.result(WAIT)
        except TimeoutError:
            tell(monotonic() - begin)


def check_width(width: int, most: int, name: str) -> None:
    """That a table is not wider than `most`. Raises UnreadableTable."""
    if width > most:
        raise UnreadableTable(
            _(
                "{name} has {count:,} columns in its header (up to {column}), and at most "
                "{most:,} can be read. Export only the questions that are needed."
            ).format(name=name, count=width, column=column_letters(width - 1), most=most)
        )
