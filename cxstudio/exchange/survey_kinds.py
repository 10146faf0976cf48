"""In which form each column of a large table is read: judged by its first cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

ENOUGH = 2_000
"""So many rows tell the form of a column; where later ones differ, its cells stay text."""
MOST_REPEATED = 0.5
"""Text of which at most this share differs is written once each."""


_WHOLE = re.compile(r"0|-?[1-9]\d{0,17}")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d")


def forms(names: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, pa.DataType]:
    """How Arrow should read each column, by the first rows of answers."""
    cells: list[list[str]] = [[] for _name in names]
    for row in rows:
        for column, cell in zip(cells, row, strict=False):
            if cell:
                column.append(cell)
    return {name: form(column) for name, column in zip(names, cells, strict=True)}


def form(cells: Sequence[str]) -> pa.DataType:
    """Whole numbers, decimal ones and moments as such; words that come often once each.

    Numbers are numbers only when their text can be told from them: 007 is text.
    """
    import pyarrow as pa

    words = pa.dictionary(pa.int32(), pa.string())
    different = set(cells)
    if not different:
        return words
    if all(_WHOLE.fullmatch(cell) for cell in different):
        longest = max(map(len, different))
        return pa.int8() if longest <= 2 else pa.int16() if longest <= 4 else pa.int64()
    repeated = len(different) <= MOST_REPEATED * len(cells)
    if not repeated and all(_DECIMAL.fullmatch(cell) for cell in different):
        return pa.float64()
    if all(_MOMENT.fullmatch(cell) for cell in different):
        return pa.timestamp("s")
    return words if repeated or len(cells) < 50 else pa.string()


def wider(form: Any) -> Any:
    """The next form for a column with a cell that is not of this one; None beyond words."""
    import pyarrow as pa

    words = pa.dictionary(pa.int32(), pa.string())
    whole = {pa.int8(): pa.int16(), pa.int16(): pa.int64()}
    return None if form == words else whole.get(form, words)
