"""The answers of a text table as columns: pieces side by side, quickly; row by row where odd."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.columnar import ROW
from cxstudio.exchange.survey_kinds import wider
from cxstudio.exchange.survey_pieces import Odd, Piece, Pieces

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[float], None]
Forms = dict[str, Any]

SLOW_ROWS = 20_000
_PLACE = re.compile(r"In CSV column #(\d+): CSV conversion error")


def parsed(
    pieces: Pieces, delimiter: str, names: Sequence[str], forms: Forms, tell: Callable[[int], None]
) -> pa.Table | None:
    """The answers, or None when only `collected` can read them.

    `forms` says how each column is read, and is changed where later cells are of another form.
    `tell` is called with the bytes read by then and may raise to stop.
    """
    try:
        return _Reader(delimiter, tuple(names), forms).read(pieces, tell)
    except Odd:
        return None


@dataclass(frozen=True)
class _Reader:
    """Reads pieces on all processors, and makes their columns agree."""

    delimiter: str
    names: tuple[str, ...]
    forms: Forms

    def read(self, pieces: Pieces, tell: Callable[[int], None]) -> pa.Table:
        """All answers. A few pieces at once, so that little of the file is in memory."""
        workers = os.cpu_count() or 1
        tables: list[pa.Table] = []
        waiting: deque[Future[pa.Table]] = deque()
        with ThreadPoolExecutor(workers) as pool:
            try:
                for piece in pieces:
                    waiting.append(pool.submit(self._piece, piece))
                    tell(pieces.read)
                    if len(waiting) > 2 * workers:
                        tables.append(waiting.popleft().result())
                tables += [piece.result() for piece in waiting]
            finally:
                pool.shutdown(cancel_futures=True)
        if not tables:
            raise Odd
        return self._joined(tables, pieces, tell)

    def _piece(self, piece: Piece) -> pa.Table:
        """The answers of a piece, in wider forms than those known before where it needs them."""
        import pyarrow as pa

        while True:
            forms = dict(self.forms)
            try:
                return self._columns(piece, forms)
            except pa.ArrowInvalid as error:
                found = _PLACE.search(str(error))
                name = self.names[int(found[1])] if found else ""
                form = wider(forms[name]) if name else None
                if form is None:
                    raise Odd from error
                self.forms[name] = form

    def _joined(
        self, tables: list[pa.Table], pieces: Pieces, tell: Callable[[int], None]
    ) -> pa.Table:
        """One table; columns that are text in one piece and were none in another are read anew."""
        import pyarrow as pa

        words = [{name: _is_words(table, name) for name in self.forms} for table in tables]
        mixed = [name for name in self.forms if len({one[name] for one in words}) == 2]
        parts = [table.drop_columns(mixed) for table in tables]
        whole = pa.concat_tables(parts, promote_options="permissive")
        if not mixed:
            return whole
        reader = replace(self, forms={name: wider(None) for name in mixed})
        anew = reader.read(pieces.again(), lambda _read: tell(pieces.read))
        named = ((name, anew if name in mixed else whole) for name in self.forms)
        return pa.table({name: table.column(name) for name, table in named})

    def _columns(self, piece: Piece, forms: Forms) -> pa.Table:
        """The columns of a piece that `forms` names. Raises ArrowInvalid."""
        import pyarrow as pa
        import pyarrow.csv as pc

        return pc.read_csv(
            pa.BufferReader(pa.py_buffer(piece.rows)),
            read_options=pc.ReadOptions(
                column_names=self.names, block_size=len(piece.rows), use_threads=False
            ),
            parse_options=pc.ParseOptions(
                delimiter=self.delimiter,
                newlines_in_values=piece.quoted,
                ignore_empty_lines=False,  # an empty row between two answers has its number
            ),
            convert_options=pc.ConvertOptions(
                column_types=forms,
                include_columns=list(forms),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                check_utf8=False,  # it was looked at before
            ),
        )


def _is_words(table: pa.Table, name: str) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_dictionary(table.schema.field(name).type))


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
    """The column in its form, or in a wider one when a cell is not of it."""
    import pyarrow as pa

    while not pa.types.is_dictionary(form):
        try:
            return column.cast(form)
        except pa.ArrowInvalid:
            form = wider(form)
    return column.dictionary_encode()
