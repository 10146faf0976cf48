"""The answers of a text table as columns: piece by piece, quickly, and row by row where odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.columnar import ROW
from cxstudio.exchange.survey_text import Text, has_blank_lines

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[float], None]
Forms = dict[str, Any]

PIECE = 16_000_000  # bytes read between two reports of progress
SLOW_ROWS = 20_000
_PLACE = re.compile(r"In CSV column #(\d+): CSV conversion error")


class _Odd(Exception):
    """There are rows that the quick reader does not take."""


class _OtherForm(Exception):
    """A column is not of the form that its first cells had."""


def parsed(
    text: Text, begin: int, names: Sequence[str], forms: Forms, tell: Progress
) -> pa.Table | None:
    """The answers from byte `begin` on, or None when only `collected` can read them.

    `forms` says how each column is read, and is changed where a column turns out to be text.
    """
    data = text.data
    end = len(data.rstrip(b"\r\n")) if data.endswith((b"\n\n", b"\n\r\n")) else len(data)
    quotes = data.count(b'"', begin, end)
    if begin >= end or quotes % 2:
        return None
    while True:
        try:
            table = _pieces_read(text, (begin, end), names, forms, tell, quoted=bool(quotes))
        except _OtherForm:
            continue
        except _Odd:
            return None
        lines = data.count(b"\n", begin, end) + (not data.endswith(b"\n", begin, end))
        return None if table.num_rows < lines and has_blank_lines(data) else table


def _pieces_read(
    text: Text,
    span: tuple[int, int],
    names: Sequence[str],
    forms: Forms,
    tell: Progress,
    *,
    quoted: bool,
) -> pa.Table:
    import pyarrow as pa

    begin, end = span
    tables = []
    for start, stop in _pieces(text.data, begin, end, quoted=quoted):
        piece = memoryview(text.data)[start:stop]
        tables.append(_read(piece, text.delimiter, names, forms, quoted=quoted))
        tell((stop - begin) / (end - begin))
    return pa.concat_tables(tables)


def _pieces(data: bytes, begin: int, end: int, *, quoted: bool) -> Iterator[tuple[int, int]]:
    """Spans of about PIECE bytes that end with a row: at a line end outside quotation marks."""
    start, counted, quotes = begin, begin, 0
    while start < end:
        cut = start + PIECE
        while 0 < (cut := data.find(b"\n", cut, end) + 1) < end and quoted:
            quotes += data.count(b'"', counted, cut)
            counted = cut
            if quotes % 2 == 0:
                break
        cut = cut or end
        yield start, cut
        start = cut


def _read(
    piece: memoryview, delimiter: str, names: Sequence[str], forms: Forms, *, quoted: bool
) -> pa.Table:
    import pyarrow as pa
    import pyarrow.csv as pc

    try:
        return pc.read_csv(
            pa.BufferReader(pa.py_buffer(piece)),
            read_options=pc.ReadOptions(column_names=list(names), block_size=1 << 22),
            parse_options=pc.ParseOptions(delimiter=delimiter, newlines_in_values=quoted),
            convert_options=pc.ConvertOptions(
                column_types=forms,
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                check_utf8=False,  # it was decoded before
            ),
        )
    except pa.ArrowInvalid as error:
        found = _PLACE.search(str(error))
        name = names[int(found[1])] if found else ""
        if name and forms[name] != (words := pa.dictionary(pa.int32(), pa.string())):
            forms[name] = words
            raise _OtherForm from error
        raise _Odd from error


def collected(
    rows: Iterable[tuple[int, Sequence[str]]],
    names: Sequence[str],
    forms: Forms,
    told: Callable[[int], None],
) -> pa.Table:
    """Columns of rows that come one by one with their numbers; `told` is called with these."""
    import pyarrow as pa

    rows = iter(rows)
    tables = []
    while block := list(islice(rows, SLOW_ROWS)):
        numbers = pa.array([number for number, _cells in block], type=pa.int32())
        columns = zip(*(cells for _number, cells in block), strict=True)
        arrays = [pa.array([cell or None for cell in cells], type=pa.string()) for cells in columns]
        tables.append(pa.table([*arrays, numbers], names=[*names, ROW]))
        told(block[-1][0])
    if not tables:
        return pa.table({name: pa.array([], type=pa.string()) for name in (*names, ROW)})
    table = pa.concat_tables(tables)
    formed = [_formed(table.column(name), forms[name]) for name in names]
    return pa.table([*formed, table.column(ROW)], names=[*names, ROW])


def _formed(column: pa.ChunkedArray, form: Any) -> pa.ChunkedArray:
    """The column in its form, or as text when a cell is not of it."""
    import pyarrow as pa

    if pa.types.is_dictionary(form):
        return column.dictionary_encode()
    try:
        return column.cast(form)
    except pa.ArrowInvalid:
        return column.dictionary_encode()
