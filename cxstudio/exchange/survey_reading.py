"""Reading a survey that a client sent, whatever tool and encoding it comes from."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxstudio import limits
from cxstudio.analysis.columnar import ROW
from cxstudio.exchange import survey_text, survey_workbook
from cxstudio.exchange.survey_kinds import ENOUGH, forms
from cxstudio.exchange.survey_layout import Layout, recognise
from cxstudio.exchange.survey_parsing import Progress, collected, parsed
from cxstudio.exchange.table import UnreadableTable
from cxstudio.exchange.workbook import OutOfBounds, check_size, text_of
from cxstudio.i18n import _

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

MOST_COLUMNS = 4_000
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w{1,30});")
_TITLES = 25  # rows in which the header must begin


@dataclass(frozen=True)
class Survey:
    """A table that was read: its header understood, its cells as they are.

    `table` holds one column a question (Arrow, empty cells null). `name` is the file's,
    `sheet` that of a workbook and `sheets` all that hold something. `encoding` is "" for a
    workbook. `sha256` is the fingerprint of the file.
    """

    name: str
    sha256: str
    encoding: str
    layout: Layout
    table: pa.Table = field(repr=False)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    _counts: dict[str, tuple[tuple[Any, int], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @property
    def names(self) -> tuple[str, ...]:
        return self.layout.names

    @property
    def row_numbers(self) -> np.ndarray[Any, Any] | range:
        """The row of each answer in the file, header rows counted, from 1."""
        if ROW in self.table.column_names:
            numbers: np.ndarray[Any, Any] = self.table.column(ROW).to_numpy()
            return numbers
        return range(self.layout.before + 1, self.layout.before + 1 + len(self))

    def counts(self, name: str) -> tuple[tuple[Any, int], ...]:
        """The different cells of a column with their counts, the most frequent first."""
        import pyarrow as pa
        import pyarrow.compute as pc

        if name not in self._counts:
            counted = pc.value_counts(self.table.column(name).drop_null())
            values = counted.field("values")
            if pa.types.is_dictionary(values.type):
                values = values.cast(pa.string())
            pairs = zip(values.to_pylist(), counted.field("counts").to_pylist(), strict=True)
            self._counts[name] = tuple(sorted(pairs, key=lambda pair: -pair[1]))
        return self._counts[name]

    def cells(self, count: int = 50, begin: int = 0) -> list[list[str]]:
        """Some answers as text, for a preview; one list a row, "" where a cell is empty."""
        piece = self.table.select(list(self.names)).slice(begin, count)
        columns = [[_text(cell) for cell in column.to_pylist()] for column in piece.columns]
        return [list(row) for row in zip(*columns, strict=True)]

    def said(self) -> tuple[str, ...]:
        """Encoding or sheet and which row is what, in sentences for the user."""
        if self.sheet:
            where = _("Sheet “{sheet}” of the workbook.").format(sheet=self.sheet)
        else:
            where = _("The text is in {encoding}.").format(encoding=self.encoding)
        return (where, *self.layout.said())


def read_survey(path: Path, *, tell: Progress | None = None, sheet: str = "") -> Survey:
    """Read a CSV, TSV or other divided text, or a sheet of a workbook (.xlsx).

    Nothing here touches Qt or an engagement, so call it off the interface's thread. `tell` is
    called with a share from 0 to 1 and may raise to stop. Raises UnreadableTable.
    """
    return survey_from(_bytes(path), path.name, tell=tell, sheet=sheet)


def survey_from(data: bytes, name: str, *, tell: Progress | None = None, sheet: str = "") -> Survey:
    """The same from bytes that are already there."""
    tell = tell or _silent
    tell(0.02)
    with ThreadPoolExecutor(1) as beside:
        fingerprint = beside.submit(_fingerprint, data)
        if survey_workbook.is_workbook(data):
            return _from_workbook(data, name, fingerprint, tell, sheet)
        return _from_text(data, name, fingerprint, tell)


def _fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _silent(share: float) -> None:
    pass


def _bytes(path: Path) -> bytes:
    try:
        check_size(path, limits.SURVEY_BYTES)
        return path.read_bytes()
    except OutOfBounds as error:
        raise UnreadableTable(str(error)) from error
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


# ── Text ──────────────────────────────────────────────────────────────────────────────────


def _from_text(data: bytes, name: str, fingerprint: Future[str], tell: Progress) -> Survey:
    text = survey_text.text_of(data, name)
    tell(0.15)
    head = list(islice(csv.reader(_lines(text.head), delimiter=text.delimiter), _TITLES))
    layout = _layout(head, name)
    begin, rows = _answers(text, layout)
    kinds = forms(layout.names, rows)
    table = parsed(text, begin, layout.names, kinds, lambda share: tell(0.15 + 0.8 * share))
    if table is None:
        table = _patiently(text, name, layout, kinds, tell)
    whole = _whole(table, layout, name, entities=b"&" in text.data)
    return Survey(name, fingerprint.result(), text.encoding, layout, whole)


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _layout(head: Sequence[Sequence[str]], name: str) -> Layout:
    survey_workbook.check_width(max(map(len, head), default=0), MOST_COLUMNS, name)
    layout = recognise(head)
    if layout is None:
        raise UnreadableTable(
            _(
                "{name} has no header row. Its first line must hold the names of the columns."
            ).format(name=name)
        )
    return layout


def _answers(text: survey_text.Text, layout: Layout) -> tuple[int, list[list[str]]]:
    """Where the answers begin in the bytes, and the first of them."""
    lines, taken = _lines(text.head), 0

    def fed() -> Iterator[str]:
        nonlocal taken
        for line in lines:
            taken += len(line.encode())
            yield line

    rows = csv.reader(fed(), delimiter=text.delimiter)
    for _row in islice(rows, layout.before):
        pass
    begin = taken
    return begin, list(islice(rows, ENOUGH))


def _patiently(
    text: survey_text.Text, name: str, layout: Layout, kinds: dict[str, Any], tell: Progress
) -> pa.Table:
    rows = survey_text.rows_of(text, name, len(layout.names), layout.before)
    most = max(text.data.count(b"\n"), 1)
    return collected(rows, layout.names, kinds, lambda row: tell(0.15 + 0.8 * min(row / most, 1.0)))


# ── Workbooks ─────────────────────────────────────────────────────────────────────────────


def _from_workbook(
    data: bytes, name: str, fingerprint: Future[str], tell: Progress, sheet: str
) -> Survey:
    book = survey_workbook.opened(data, name)
    try:
        sheets = survey_workbook.sheets_of(book, name)
        chosen = sheet if sheet in sheets else sheets[0]
        survey_workbook.check_formulas(data, book, chosen, name)
        most = max(book[chosen].max_row or 1, 1)
        rows = survey_workbook.rows_of(book, chosen, name)
        head = [row for _number, row in islice(rows, _TITLES + ENOUGH)]
        layout = _layout(head[:_TITLES], name)
        width = len(layout.names)
        kinds = forms(layout.names, head[layout.before :])
        fitted = _fitted(survey_workbook.rows_of(book, chosen, name), layout.before, width, name)
        table = collected(
            fitted, layout.names, kinds, lambda row: tell(0.15 + 0.8 * min(row / most, 1.0))
        )
    finally:
        book.close()
    return Survey(
        name, fingerprint.result(), "", layout, _whole(table, layout, name), chosen, sheets
    )


def _fitted(
    rows: Iterator[tuple[int, list[str]]], skip: int, width: int, name: str
) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        if number > skip and any(row):
            yield number, survey_text.fitted(row, width, number, [], name)


# ── Both ──────────────────────────────────────────────────────────────────────────────────


def _whole(table: pa.Table, layout: Layout, name: str, *, entities: bool = True) -> pa.Table:
    """Without empty rows, and with characters for entities. Raises UnreadableTable."""
    table = _without_empty(table, layout)
    if not table.num_rows:
        raise UnreadableTable(
            _("{name} holds a header and no answers. Export it again with the answers.").format(
                name=name
            )
        )
    table = table.unify_dictionaries()
    if not entities:
        return table
    import pyarrow as pa

    arrays = [_unescaped(column) for column in table.columns]
    return pa.table(arrays, names=table.column_names)


def _without_empty(table: pa.Table, layout: Layout) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = sorted((table.column(name) for name in layout.names), key=lambda c: c.null_count)
    if not columns or columns[0].null_count == 0:
        return table
    empty = columns[0].is_null()
    for column in columns[1:]:
        if not pc.any(empty).as_py():
            return table
        empty = pc.and_(empty, column.is_null())
    if not pc.any(empty).as_py():
        return table
    if ROW not in table.column_names:
        first = layout.before + 1
        numbers = pa.array(range(first, first + table.num_rows), type=pa.int32())
        table = table.append_column(ROW, numbers)
    return table.filter(pc.invert(empty))


def _unescaped(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Characters for entities; some systems escape twice, so that &amp;hellip; is "…" too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        one = column.unify_dictionaries()
        if not one.num_chunks or not _marked(one.chunk(0).dictionary):
            return one
        return _unescaped(one.cast(pa.string())).dictionary_encode()
    if not pa.types.is_string(column.type) or not _marked(column):
        return column
    marked = pc.match_substring_regex(column, _ENTITY.pattern).fill_null(False)
    cells = [html.unescape(html.unescape(cell)) for cell in column.filter(marked).to_pylist()]
    return pc.replace_with_mask(
        column.combine_chunks(), marked.combine_chunks(), pa.array(cells, type=pa.string())
    )


def _marked(array: pa.Array) -> bool:
    import pyarrow.compute as pc

    return bool(pc.any(pc.match_substring(array, "&")).as_py())


def _text(cell: object) -> str:
    return text_of(cell)
