"""The answers of a wave as data frames, typed by what the mapping says of each column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey import columnar
from cxstudio.analysis.survey.answers import amount, plain, ticked, value_in
from cxstudio.model.columns import Column, Mapping, mapping_from

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import pyarrow as pa

    from cxstudio.model import Wave

_DIGITS = re.compile(r"(\d+)")


def responses_of(wave: Wave, blob: Callable[[str], bytes]) -> Responses:
    """The answers of a wave; `blob` is that of the file or of its copy in memory.

    Raises LookupError when the file does not hold them, UnreadableResponses when they are
    damaged.
    """
    return Responses(blob(wave.sha256), mapping_from(json.loads(wave.mapping)))


class Responses:
    """The answers in the bytes that `columnar.packed` made, read column by column as asked for.

    Columns that were typed once are kept, so give the frames of one wave from one instance.
    Nothing here is changed by a filter: filter the frames. Raises UnreadableResponses.
    """

    def __init__(self, data: bytes, mapping: Mapping) -> None:
        self._data = data
        self._schema, self._rows = columnar.schema_of(data)
        self._typed: dict[str, pd.Series] = {}
        self.mapping = mapping

    def __len__(self) -> int:
        return self._rows

    def __reduce__(self) -> tuple[type[Responses], tuple[bytes, Mapping]]:
        """Into another process goes what was kept; columns are typed there as asked for."""
        return Responses, (self._data, self.mapping)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns that were kept, in the order of the table."""
        return tuple(name for name in self._schema.names if name != columnar.ROW)

    def column(self, name: str) -> pd.Series:
        """One column, typed by its role. Raises KeyError.

        score and rating: Int8, or float64 where values are no whole numbers, higher is better,
        <NA> where there is no answer; weight and result: float64; time: datetime64[s];
        segment: category in natural order; ticked: boolean; all others: str, NaN where empty.
        """
        if name not in self._typed:
            self._typed[name] = self._read(name)
        return self._typed[name]

    def frame(self, names: Iterable[str] | None = None) -> pd.DataFrame:
        """These columns, or all; one row an answer. Raises KeyError."""
        import pandas as pd

        chosen = self.names if names is None else tuple(dict.fromkeys(names))
        return pd.DataFrame({name: self.column(name) for name in chosen}, copy=False)

    def texts(self, name: str) -> pd.Series:
        """The cells of a column as text, whatever its role; NaN where empty. Raises KeyError."""
        import pyarrow as pa

        array = self._array(name)
        if pa.types.is_dictionary(array.type):
            array = array.cast(array.type.value_type)
        found: pd.Series = array.cast(pa.string()).to_pandas()
        return found.rename(name)

    def options(self, name: str) -> pd.DataFrame:
        """A question with several answers as booleans, one column an answer.

        `name` is that of a column of choices or of a group of ticked columns; who gave no
        answer at all has False everywhere. Raises KeyError.
        """
        import pandas as pd

        if name in self.mapping.groups:
            columns = self.mapping.groups[name]
            found = {c.title: self.column(c.name).fillna(False).astype(bool) for c in columns}
            return pd.DataFrame(found, copy=False)
        return self._split(name, self.mapping[name].separator)

    @cached_property
    def row_numbers(self) -> np.ndarray[Any, Any]:
        """The row of each answer in the file that was read, header rows counted, from 1."""
        import numpy as np

        if columnar.ROW in self._schema.names:
            kept: np.ndarray[Any, Any] = self._array(columnar.ROW).to_numpy(zero_copy_only=False)
            return kept
        first = int((self._schema.metadata or {}).get(columnar.FIRST_ROW, b"2"))
        return np.arange(first, first + len(self), dtype="int32")

    # -- reading -----------------------------------------------------------------

    def _array(self, name: str) -> pa.Array:
        if name not in self._schema.names:
            raise KeyError(name)
        chunked = columnar.unpacked(self._data, [name]).column(0)
        array = chunked.combine_chunks()
        return array.chunk(0) if hasattr(array, "num_chunks") else array

    def _read(self, name: str) -> pd.Series:
        known = name in self.mapping
        column = self.mapping[name] if known else Column(name)
        match column.role:
            case "score" | "rating":
                return self._numbers(column, value_in(column), whole=True)
            case "weight" | "result":
                return self._amounts(column)
            case "time":
                return self._moments(column)
            case "segment":
                return self._groups(column)
            case "ticked":
                return self._ticks(column)
            case "comment":
                texts = self.texts(name)
                return texts.mask(texts.isin(column.missing)) if column.missing else texts
        return self.texts(name)

    def _coded(self, name: str) -> tuple[np.ndarray[Any, Any], list[str]]:
        """The different cells as text, and for each answer which one it is, -1 for none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        array = self._array(name)
        if not pa.types.is_dictionary(array.type):
            array = pc.dictionary_encode(array)
        codes = array.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        cells = array.dictionary.cast(pa.string()).to_pylist()
        return codes, [str(cell) for cell in cells]

    def _numbers(
        self, column: Column, value: Callable[[str], float | None], *, whole: bool
    ) -> pd.Series:
        import numpy as np
        import pandas as pd

        codes, cells = self._coded(column.name)
        known = [value(cell) for cell in cells]
        table = np.array([np.nan if v is None else v for v in [*known, None]], dtype="float64")
        given = ~np.isnan(table)
        small = bool((table[given] % 1 == 0).all() and (abs(table[given]) < 128).all())
        if not (whole and small):
            return pd.Series(table[codes], name=column.name)
        numbers = np.where(given, table, 0).astype("int8")[codes]
        array = pd.arrays.IntegerArray(numbers, ~given[codes])
        return pd.Series(array, name=column.name, copy=False)

    def _amounts(self, column: Column) -> pd.Series:
        import pandas as pd
        import pyarrow as pa

        array = self._array(column.name)
        if pa.types.is_floating(array.type) or pa.types.is_integer(array.type):
            numbers = array.cast(pa.float64()).to_numpy(zero_copy_only=False)
            found = pd.Series(numbers, name=column.name)
            codes = [v for cell in column.missing if (v := amount(cell)) is not None]
            return found.mask(found.isin(codes)) if codes else found
        missing = {plain(cell) for cell in column.missing}
        return self._numbers(
            column, lambda cell: None if plain(cell) in missing else amount(cell), whole=False
        )

    def _moments(self, column: Column) -> pd.Series:
        import pandas as pd
        import pyarrow as pa

        array = self._array(column.name)
        if pa.types.is_timestamp(array.type):
            moments = array.cast(pa.timestamp("s"), safe=False).to_numpy(zero_copy_only=False)
            return pd.Series(moments, name=column.name)
        return moments_in(self.texts(column.name), column.form)

    def _groups(self, column: Column) -> pd.Series:
        import numpy as np
        import pandas as pd

        codes, cells = self._coded(column.name)
        missing = {plain(cell) for cell in column.missing}
        names = [" ".join(cell.split()) for cell in cells]
        kept = {n for n, cell in zip(names, cells, strict=True) if n and plain(cell) not in missing}
        order = sorted(kept, key=natural)
        place = {name: position for position, name in enumerate(order)}
        table = np.array([*(place.get(name, -1) for name in names), -1], dtype="int32")
        groups = pd.Categorical.from_codes(table[codes], categories=pd.Index(order, dtype="str"))
        return pd.Series(groups, name=column.name)

    def _ticks(self, column: Column) -> pd.Series:
        import numpy as np
        import pandas as pd

        codes, cells = self._coded(column.name)
        said = [ticked(cell) for cell in cells]
        table = np.array([*said, False], dtype=bool)
        empty_is_no = all(said)  # only what was ticked is written
        unknown = codes < 0 if not empty_is_no else np.zeros(len(codes), dtype=bool)
        array = pd.arrays.BooleanArray(table[codes], unknown)
        return pd.Series(array, name=column.name)

    def _split(self, name: str, separator: str) -> pd.DataFrame:
        import numpy as np
        import pandas as pd

        codes, cells = self._coded(name)
        parts = [answers_in(cell, separator) for cell in cells]
        order = sorted({part for cell in parts for part in cell}, key=natural)
        place = {part: position for position, part in enumerate(order)}
        table = np.zeros((len(cells) + 1, len(order)), dtype=bool)
        for row, cell in enumerate(parts):
            table[row, [place[part] for part in cell]] = True
        return pd.DataFrame(table[codes], columns=pd.Index(order, dtype="str"))


def natural(text: str) -> tuple[tuple[bool, float, str], ...]:
    """A key that sorts 9 before 10, and "20代" before "100代"."""
    parts = (part for part in _DIGITS.split(plain(text).casefold()) if part)
    return tuple(
        (not part.isdecimal(), float(part) if part.isdecimal() else 0, part) for part in parts
    )


def answers_in(cell: str, separator: str) -> list[str]:
    """The answers in a cell of choices, without the empty ones."""
    parts = cell.split(separator) if separator else [cell]
    return [part for piece in parts if (part := " ".join(piece.split()))]


def moments_in(texts: pd.Series, form: str) -> pd.Series:
    """Texts as moments to the second, NaT where there is none; `form` as of a Column."""
    import pandas as pd

    found = pd.to_datetime(texts, format=form or "ISO8601", errors="coerce")
    if getattr(found.dt, "tz", None) is not None:
        found = found.dt.tz_localize(None)
    moments: pd.Series = found.astype("datetime64[s]")
    return moments
