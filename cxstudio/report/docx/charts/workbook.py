"""The workbook inside a chart, which Word opens for "Edit data": one sheet of columns."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from cxstudio.report.docx.package import Package
from cxstudio.report.docx.xml import DECLARATION, escape

SHEET = "Data"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Cell = str | float | None


def column_name(number: int) -> str:
    """The letters of a column, of which the first is 0."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


class Columns:
    """The columns of the sheet as they are taken; each begins with its name."""

    def __init__(self) -> None:
        self._columns: list[tuple[str, Sequence[Cell]]] = []

    def add(self, name: str, cells: Sequence[Cell]) -> str:
        """Another column; the reference to its cells, as charts write it."""
        self._columns.append((name, cells))
        letter = column_name(len(self._columns) - 1)
        return f"{SHEET}!${letter}$2:${letter}${len(cells) + 1}"

    @staticmethod
    def head(reference: str) -> str:
        """The cell with the name of the column that is referred to."""
        sheet, _mark, cells = reference.partition("!")
        return f"{sheet}!{cells.partition(':')[0].rpartition('$')[0]}$1"

    def whole(self) -> bytes:
        """The workbook; the same columns give the same bytes."""
        package = Package()
        package.put("xl/workbook.xml", _workbook(), f"{_TYPE}.sheet.main+xml")
        package.put("xl/worksheets/sheet1.xml", self._sheet(), f"{_TYPE}.worksheet+xml")
        package.relate("", "officeDocument", "xl/workbook.xml")
        package.relate("xl/workbook.xml", "worksheet", "xl/worksheets/sheet1.xml")
        written = BytesIO()
        package.save(written)
        return written.getvalue()

    def _sheet(self) -> str:
        rows = [[name for name, _cells in self._columns]]
        longest = max((len(cells) for _name, cells in self._columns), default=0)
        body = [_row(1, rows[0])]
        for place in range(longest):
            cells = [c[place] if place < len(c) else None for _name, c in self._columns]
            body.append(_row(place + 2, cells))
        data = f"<sheetData>{''.join(body)}</sheetData>"
        return f'{DECLARATION}<worksheet xmlns="{_MAIN}">{data}</worksheet>'


def _row(number: int, cells: Sequence[Cell]) -> str:
    written = "".join(
        _cell(f"{column_name(place)}{number}", cell)
        for place, cell in enumerate(cells)
        if cell is not None and cell != ""
    )
    return f'<row r="{number}">{written}</row>'


def _cell(place: str, cell: Cell) -> str:
    if isinstance(cell, str):
        text = f'<is><t xml:space="preserve">{escape(cell)}</t></is>'
        return f'<c r="{place}" t="inlineStr">{text}</c>'
    return f'<c r="{place}"><v>{cell:.15g}</v></c>'


def _workbook() -> str:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{relations}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
