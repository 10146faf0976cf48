"""Tables of text as CSV and as a workbook, and back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from cxstudio import limits
from cxstudio.exchange.decoding import UndecodableText, decode
from cxstudio.exchange.journey_content import UnreadableJourney
from cxstudio.exchange.journey_details import is_list_head, parted
from cxstudio.exchange.journey_table import Rows, column_name
from cxstudio.exchange.table import delimiter_of
from cxstudio.exchange.workbook import OutOfBounds, check_package, damaged, text_of
from cxstudio.i18n import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767  # of a workbook

_FORMULA = re.compile(r"'*[=+\-@\t]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")


class UnwritableJourney(ValueError):
    """A map that the chosen format cannot hold; the message is one text for the user."""


# ── CSV ───────────────────────────────────────────────────────────────────────────────────


def csv_of(rows: Rows) -> bytes:
    """CSV as spreadsheets open it: UTF-8 with its mark; no text can be taken for a formula."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(
        [[_no_formula(cell) for cell in row] for row in rows]
    )
    return written.getvalue().encode("utf-8-sig")


def rows_of_csv(data: bytes, file: str) -> Rows:
    """The rows of a CSV or tab-separated text. Raises UnreadableJourney."""
    _check_length(data, file)
    try:
        text = decode(data)
    except UndecodableText as error:
        raise UnreadableJourney(
            _("{file} is not text that can be recognised. Save it as CSV in UTF-8.").format(
                file=file
            )
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        rows = bounded(reader, file)
    except csv.Error as error:
        raise UnreadableJourney(
            _(
                "{file} has a cell whose quotation marks do not close, by line {line}. Open it in "
                "a spreadsheet, put the cell right and save it as CSV again."
            ).format(file=file, line=reader.line_num)
        ) from error
    return [[_formula_again(cell) for cell in row] for row in rows]


def bounded(rows: Iterable[Sequence[str]], file: str) -> Rows:
    """The rows that say anything, without the empty cells at their ends.

    Raises UnreadableJourney, before it has read them all, when they are more than a table holds.
    """
    found: Rows = []
    most = limits.ROWS
    for number, row in enumerate(rows, 1):
        texts = list(row)
        if most == limits.ROWS and is_list_head(texts):
            most += limits.CARDS  # a row for each card
        while texts and not texts[-1].strip():
            texts.pop()
        if len(texts) > limits.COLUMNS:
            raise UnreadableJourney(
                _(
                    "{file} has {count} columns in row {row}, and a map is read from at most "
                    "{most}. Choose the table of one journey."
                ).format(file=file, count=len(texts), row=number, most=limits.COLUMNS)
            )
        if texts:
            found.append(texts)
        if len(found) > most or number - len(found) > limits.BLANK_ROWS:
            raise UnreadableJourney(
                _(
                    "{file} goes on below row {row}, and a map is read from at most {most} rows. "
                    "Choose the table of one journey."
                ).format(file=file, row=number, most=limits.ROWS)
            )
    return found


def _no_formula(cell: str) -> str:
    """An apostrophe before what a spreadsheet would calculate."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _formula_again(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _check_length(data: bytes, file: str) -> None:
    if len(data) > limits.FILE_BYTES:
        raise UnreadableJourney(
            _("{file} is larger than 20 MB. Save only the table of the journey.").format(file=file)
        )


# ── Workbooks ─────────────────────────────────────────────────────────────────────────────


def xlsx_of(rows: Rows, title: str) -> bytes:
    """A workbook of one sheet: stages joined over their steps, heads that stay in view.

    Raises UnwritableJourney when a cell is longer than a workbook can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _NOT_IN_TITLE.sub(" ", title).strip()[:31] or "Map"
    book.properties.title, book.properties.creator = title, "CX Studio"
    table, listed = parted([row for row in rows if any(row)])
    _fill(sheet, table)
    _dress(sheet, table)
    if listed:
        _list(book.create_sheet(listed[0][0][:31]), listed)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: Worksheet, rows: Rows) -> None:
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            _write(sheet, at, column, text)


def _list(sheet: Worksheet, rows: Rows) -> None:
    """The cards on a sheet of their own, to be sorted and filtered."""
    from openpyxl.styles import Font

    _fill(sheet, rows)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[column_name(column - 1)].width = 40 if column == 1 else 18
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    if len(text) > LONGEST_CELL:
        raise UnwritableJourney(
            _(
                "Cell {cell} would hold {count} characters, and a workbook holds 32,767 in a "
                "cell. Save the cells as CSV."
            ).format(cell=f"{column_name(column - 1)}{row}", count=len(text))
        )
    cell: Any = sheet.cell(row, column)
    if _NUMBER.fullmatch(text) and text_of(float(text)) == text and row > 2 and column > 2:
        cell.value = float(text)
    elif text:
        cell.value = text
        cell.data_type = "s"  # whatever it begins with, it is no formula


def _dress(sheet: Worksheet, rows: Rows) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.properties import PageSetupProperties

    line = Side(style="thin", color="C7CBC6")
    head, ground = Font(bold=True), PatternFill("solid", fgColor="EBEDEA")
    for number, row in enumerate(sheet.iter_rows(max_row=len(rows), max_col=len(rows[0])), 1):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=line, right=line)
            if number <= 2 or cell.column == 1:
                cell.font, cell.fill = head, ground
    for column in range(1, len(rows[0]) + 1):
        sheet.column_dimensions[column_name(column - 1)].width = 18 if column <= 2 else 30
    _join_stages(sheet, rows[0])
    sheet.freeze_panes = "C3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _join_stages(sheet: Worksheet, stages: list[str]) -> None:
    starts = [column for column, name in enumerate(stages) if name and column >= 2]
    ends = [*starts[1:], len(stages)]
    for start, end in zip(starts, ends, strict=False):  # without stages there is one end more
        if end - start > 1:
            sheet.merge_cells(start_row=1, end_row=1, start_column=start + 1, end_column=end)


def rows_of_xlsx(data: bytes, file: str) -> Rows:
    """The rows of the first sheet of a workbook that holds anything, and of its list of cards.

    Raises UnreadableJourney.
    """
    from openpyxl import load_workbook

    _check_length(data, file)
    try:
        check_package(data, file, limits.UNPACKED_BYTES)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        found: Rows = []
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong one, and rows would be lost
            texts = ([text_of(value) for value in row] for row in sheet.iter_rows(values_only=True))
            rows = bounded(texts, file)
            if rows and (not found or is_list_head(rows[0])):
                found += rows
        if found:
            return found
    except UnreadableJourney:
        raise
    except OutOfBounds as error:
        raise UnreadableJourney(str(error)) from error
    except Exception as error:  # openpyxl fails in its own ways for each kind of damage
        raise UnreadableJourney(damaged(file)) from error
    raise UnreadableJourney(
        _("{file} is empty. Write the table of the journey into its first sheet.").format(file=file)
    )
