"""A table of answers as compact bytes: the Arrow file format, compressed column by column.

Cells are kept as they were read: whole and decimal numbers, moments, words (those that come
often are written once), and nothing where a cell was empty.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from cxstudio.i18n import _

if TYPE_CHECKING:
    import pyarrow as pa

ROW = "#row"
"""The column with each answer's row in the file that was read, where it cannot be counted."""
FIRST_ROW = b"cxstudio.first_row"
"""In the metadata: the row of the first answer, when the others follow one by one."""

LEVEL = 1  # of zstd; higher ones take longer and save little


class UnreadableResponses(ValueError):
    """Kept answers that cannot be read; the message is one clear text for the user."""


def packed(table: pa.Table, first_row: int = 2) -> bytes:
    """The table in bytes; `first_row` is that of its first answer in the file that was read."""
    import pyarrow as pa

    whole = narrow(table).replace_schema_metadata({FIRST_ROW: str(first_row).encode()})
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression=pa.Codec("zstd", LEVEL), use_threads=True)
    with pa.ipc.new_file(sink, whole.schema, options=options) as writer:
        writer.write_table(whole)
    return bytes(sink.getvalue())


def narrow(table: pa.Table) -> pa.Table:
    """The same table in as few bytes as its values need: one chunk, one dictionary a column."""
    import pyarrow as pa

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        arrays = list(pool.map(_narrow, table.columns))
    return pa.table(arrays, names=table.column_names)


def _narrow(column: pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        column = _with_small_places(column.unify_dictionaries())
    elif pa.types.is_integer(column.type) and len(column):
        ends = pc.min_max(column).as_py()
        column = column.cast(_smallest(ends["min"] or 0, ends["max"] or 0))
    array = column.combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = array.chunk(0) if array.num_chunks else pa.array([], type=array.type)
    return array


def _with_small_places(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    if not column.num_chunks:
        return column
    words = column.chunk(0).dictionary  # the same in all chunks
    kind = _smallest(0, len(words))
    small = [
        pa.DictionaryArray.from_arrays(chunk.indices.cast(kind), words) for chunk in column.chunks
    ]
    return pa.chunked_array(small)


def _smallest(low: int, high: int) -> pa.DataType:
    import pyarrow as pa

    for bits, kind in ((7, pa.int8()), (15, pa.int16()), (31, pa.int32())):
        if -(1 << bits) <= low and high < 1 << bits:
            return kind
    return pa.int64()


def unpacked(data: bytes, names: Iterable[str] | None = None) -> pa.Table:
    """The columns called `names`, or all of them. Raises UnreadableResponses."""
    import pyarrow as pa

    try:
        buffer = pa.BufferReader(data)
        schema = pa.ipc.open_file(buffer).schema
        fields = None if names is None else [schema.get_field_index(name) for name in names]
        options = pa.ipc.IpcReadOptions(included_fields=fields)
        table = pa.ipc.open_file(pa.BufferReader(data), options=options).read_all()
        table.validate(full=True)
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError, ValueError) as error:
        raise UnreadableResponses(
            _("The answers of this wave cannot be read. Restore the file from a backup.")
        ) from error
    return table


def schema_of(data: bytes) -> tuple[Any, int]:
    """The columns and how many answers there are. Raises UnreadableResponses."""
    import pyarrow as pa

    try:
        file = pa.ipc.open_file(pa.BufferReader(data))
        rows = file.count_rows()
    except (pa.ArrowInvalid, OSError, ValueError) as error:
        raise UnreadableResponses(
            _("The answers of this wave cannot be read. Restore the file from a backup.")
        ) from error
    return file.schema, rows
