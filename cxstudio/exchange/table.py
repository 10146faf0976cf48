"""Reading a survey table from a text file with one header row."""

from __future__ import annotations

import csv
import html
import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.exchange.decoding import UndecodableText, decode
from cxstudio.i18n import _

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS = ",\t;|"
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w{1,30});")


class UnreadableTable(ValueError):
    """A table that cannot be read; the message is one clear text for the user."""


def read_table(path: Path) -> pd.DataFrame:
    """The rows of a CSV or tab-separated file as text, one row a response.

    Encoding (UTF-8, UTF-16, CP932, CP1252) and delimiter are found out. Cells keep their line
    breaks, HTML entities become characters, an empty cell is "", and empty rows are left out.
    Columns without a name are called "Column 4"; a name that comes twice gets a number.
    Raises UnreadableTable.
    """
    return table_from(_bytes(path), path.name)


def table_from(data: bytes, name: str) -> pd.DataFrame:
    """The same from bytes that are already there, such as a wave kept in the engagement file."""
    text = _text(data, name)
    delimiter = delimiter_of(text)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    header = next((row for row in rows if row), [])
    if not any(cell.strip() for cell in header):
        raise UnreadableTable(
            _(
                "{name} has no header row. Its first line must hold the names of the columns."
            ).format(name=name)
        )
    frame = _parse(text, delimiter, name)
    frame.columns = _names(header)
    frame = frame[(frame != "").any(axis=1)].reset_index(drop=True)
    if frame.empty:
        raise UnreadableTable(
            _("{name} holds a header and no answers. Export it again with the answers.").format(
                name=name
            )
        )
    return frame.apply(_unescaped)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableTable(
            _("There is no file at {path}. Check the name and the folder.").format(path=path)
        ) from error
    except OSError as error:
        raise UnreadableTable(
            _(
                "{name} cannot be opened ({reason}). "
                "Check that you may read it and that the drive is connected."
            ).format(name=path.name, reason=error.strerror or type(error).__name__)
        ) from error


def _text(data: bytes, name: str) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableTable(
            _(
                "{name} is a workbook. Save the sheet with the answers as CSV and import that file."
            ).format(name=name)
        )
    try:
        return decode(data)
    except UndecodableText as error:
        raise UnreadableTable(
            _(
                "{name} is not text in an encoding that can be recognised. "
                "Save it as UTF-8 text and import it again."
            ).format(name=name)
        ) from error


def delimiter_of(text: str) -> str:
    """Comma, tab, semicolon or bar: the one that cuts the first rows most evenly and often."""

    def fit(delimiter: str) -> tuple[bool, int]:
        rows = csv.reader(io.StringIO(text[:200_000]), delimiter=delimiter)
        widths = [len(row) for row, _count in zip(rows, range(20), strict=False) if row]
        even = len(set(widths[:-1])) <= 1  # the last row may be cut off
        return (even and widths[:1] != [1], widths[0] if widths else 0)

    csv.field_size_limit(10_000_000)
    return max(_DELIMITERS, key=fit)


def _parse(text: str, delimiter: str, name: str) -> pd.DataFrame:
    import pandas as pd

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)
            frame = pd.read_csv(
                io.StringIO(text),
                sep=delimiter,
                header=None,
                skiprows=0,
                index_col=False,
                dtype=str,
                keep_default_na=False,
                na_values=[],
            )
    except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
        raise UnreadableTable(_uneven(name, str(error))) from error
    return frame.iloc[1:].reset_index(drop=True).fillna("")


def _uneven(name: str, reason: str) -> str:
    line = re.search(r"in line (\d+)", reason)
    if line is not None:
        return _(
            "{name} has more cells in row {row} than in its header. "
            "Put that row right in a spreadsheet, save it as CSV and import it again."
        ).format(name=name, row=line[1])
    return _(
        "{name} has a cell whose quotation marks do not close. "
        "Export the table again, or put the cell right in a text editor."
    ).format(name=name)


def _names(header: list[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        name = " ".join(html.unescape(cell).split()) or _("Column {number}").format(number=number)
        copies = 1
        while (unique := name if copies == 1 else f"{name} ({copies})") in names:
            copies += 1
        names.append(unique)
    return names


def _unescaped(column: pd.Series) -> pd.Series:
    """Characters for entities; some systems escape twice, so that &amp;hellip; is "…" too."""
    marked = column.str.contains(_ENTITY)
    if not marked.any():
        return column
    column = column.copy()
    column[marked] = column[marked].map(lambda cell: html.unescape(html.unescape(str(cell))))
    return column
