"""Reading a survey that a client sent, whatever tool and encoding it comes from."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from cxstudio import limits
from cxstudio.analysis.survey.columnar import ROW
from cxstudio.exchange import survey_text, survey_workbook
from cxstudio.exchange.survey_kinds import ENOUGH, forms
from cxstudio.exchange.survey_layout import Layout, recognise
from cxstudio.exchange.survey_parsing import Progress, collected, parsed
from cxstudio.exchange.survey_pieces import Pieces
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
        if name not in self._counts:
            pairs = _counted(self.table.column(name).drop_null())
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


def _counted(column: pa.ChunkedArray) -> Iterable[tuple[Any, int]]:
    """The different cells with their counts."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_int8(column.type):  # nearly every score and rating
        counts = np.bincount(column.to_numpy().astype("int16") + 128)
        return ((int(place) - 128, int(counts[place])) for place in np.flatnonzero(counts))
    counted = pc.value_counts(column)
    values = counted.field("values")
    if pa.types.is_dictionary(values.type):
        values = values.cast(pa.string())
    return zip(values.to_pylist(), counted.field("counts").to_pylist(), strict=True)


def read_survey(path: Path, *, tell: Progress | None = None, sheet: str = "") -> Survey:
    """Read a CSV, TSV or other divided text, or a sheet of a workbook (.xlsx).

    Nothing here touches Qt or an engagement, so call it off the interface's thread. `tell` is
    called with a share from 0 to 1 and may raise to stop. Raises UnreadableTable.
    """
    with _opened(path) as stream:
        return _from_stream(stream, path.name, tell or _silent, sheet)


def survey_from(data: bytes, name: str, *, tell: Progress | None = None, sheet: str = "") -> Survey:
    """The same from bytes that are already there."""
    return _from_stream(io.BytesIO(data), name, tell or _silent, sheet)


def _from_stream(stream: BinaryIO, name: str, tell: Progress, sheet: str) -> Survey:
    tell(0.02)
    beginning = stream.read(8)
    if survey_workbook.is_workbook(beginning):
        return _from_workbook(beginning + stream.read(), name, tell, sheet)
    return _from_text(stream, name, tell)


def _silent(share: float) -> None:
    pass


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file to be read. Raises UnreadableTable, also for what goes wrong while it is read."""
    try:
        check_size(path, limits.SURVEY_BYTES)
        with path.open("rb") as stream:
            yield stream
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


def _from_text(stream: BinaryIO, name: str, tell: Progress) -> Survey:
    """Piece by piece when it is plain UTF-8, else from all of its text, at last row by row."""
    stream.seek(0)
    text = survey_text.beginning_of(stream)
    survey = None if text is None else _quickly(text, stream, name, tell)
    if survey is None:
        stream.seek(0)
        data = stream.read()
        text = survey_text.text_of(data, name)
        if text.data is not data:  # it is plain UTF-8 now
            survey = _quickly(text, io.BytesIO(text.data), name, tell)
        survey = replace(survey or _patiently(text, name, tell), sha256=_fingerprint(data))
    return survey


def _quickly(text: survey_text.Text, stream: BinaryIO, name: str, tell: Progress) -> Survey | None:
    """The survey of which `text` is the beginning; None when only `_patiently` can read it."""
    layout = _layout_of(text, name)
    begin, rows = _answers(text, layout)
    kinds = forms(layout.names, rows)
    size = max(stream.seek(0, io.SEEK_END), 1)
    pieces = Pieces(stream, begin)
    table = parsed(
        pieces, text.delimiter, layout.names, kinds, lambda read: tell(0.05 + 0.9 * read / size)
    )
    if table is None:
        return None
    whole = _whole(table, layout, name, entities=pieces.entities)
    return Survey(name, pieces.sha256, text.encoding, layout, whole)


def _patiently(text: survey_text.Text, name: str, tell: Progress) -> Survey:
    layout = _layout_of(text, name)
    kinds = forms(layout.names, _answers(text, layout)[1])
    rows = survey_text.rows_of(text, name, len(layout.names), layout.before)
    most = max(text.data.count(b"\n"), 1)
    table = collected(
        rows, layout.names, kinds, lambda row: tell(0.15 + 0.8 * min(row / most, 1.0))
    )
    return Survey(name, "", text.encoding, layout, _whole(table, layout, name))


def _layout_of(text: survey_text.Text, name: str) -> Layout:
    rows = csv.reader(_lines(text.head), delimiter=text.delimiter)
    return _layout(list(islice(rows, _TITLES)), name)


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


# ── Workbooks ─────────────────────────────────────────────────────────────────────────────


def _from_workbook(data: bytes, name: str, tell: Progress, sheet: str) -> Survey:
    book = survey_workbook.opened(data, name)
    tell(0.1)
    sheets = survey_workbook.sheets_of(book)
    chosen = sheet if sheet in sheets else sheets[0]
    read = survey_workbook.read(book, chosen, lambda share: tell(0.1 + 0.5 * share))
    head = [row for _number, row in islice(read.rows(), _TITLES + ENOUGH)]
    layout = _layout(head[:_TITLES], name)
    kinds = forms(layout.names, head[layout.before :])
    fitted = _fitted(read.rows(), layout.before, len(layout.names), name)
    table = collected(
        fitted, layout.names, kinds, lambda row: tell(0.6 + 0.35 * min(row / read.height, 1.0))
    )
    return Survey(name, _fingerprint(data), "", layout, _whole(table, layout, name), chosen, sheets)


def _fitted(
    rows: Iterator[tuple[int, list[str]]], skip: int, width: int, name: str
) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        if number > skip and any(row):
            yield number, survey_text.fitted(row, width, number, [], name)


def _fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
