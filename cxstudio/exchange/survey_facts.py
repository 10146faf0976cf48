"""What the cells of a column are like: how many are filled, which they are, how they look."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.answers import plain
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.workbook import text_of

if TYPE_CHECKING:
    import pyarrow as pa

SAMPLE = 1_000
LARGE = 100_000
PIECES, PIECE = 30, 1_000
"""Of a larger table so many pieces of so many answers are looked at."""
MOST_COUNTED = 2_000
"""Of a column with more different cells only a sample is looked at."""

_WHOLE = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Facts:
    """One column: `n` answers, `filled` of them; `counts` of its different cells.

    When there are too many different ones, `counts` holds those of a sample and `complete`
    is False. `place` is the column's position, from 0.
    """

    name: str
    place: int
    n: int
    filled: int
    counts: dict[str, int] = field(repr=False)
    complete: bool
    parent: str = ""
    part: str = ""

    @property
    def question(self) -> str:
        """All that the header says, for looking for words in it."""
        return " ".join(dict.fromkeys((self.name, self.parent, self.part)))

    @cached_property
    def seen(self) -> int:
        """How many filled cells `counts` rests on."""
        return sum(self.counts.values())

    @cached_property
    def different(self) -> float:
        """The share of cells that no other cell is like, roughly."""
        return len(self.counts) / self.seen if self.seen else 0.0

    @cached_property
    def whole(self) -> dict[int, int]:
        """The whole numbers among the cells, with their counts."""
        found: Counter[int] = Counter()
        for cell, count in self.counts.items():
            text = plain(cell).removesuffix(".0")
            if _WHOLE.fullmatch(text):
                found[int(text)] += count
        return dict(found)

    @cached_property
    def words(self) -> dict[str, int]:
        """The cells that are no plain numbers."""
        return {
            cell: count for cell, count in self.counts.items() if not _NUMBER.fullmatch(plain(cell))
        }

    def share(self, cells: dict[str, int] | dict[int, int]) -> float:
        """The share of the filled cells that these are."""
        return sum(cells.values()) / self.seen if self.seen else 0.0


def facts_of(survey: Survey) -> list[Facts]:
    """The facts of every column, in the order of the table."""
    layout, table = survey.layout, _looked_at(survey.table)
    return [
        _facts(table, name, place, layout.parents[place], layout.parts[place])
        for place, name in enumerate(layout.names)
    ]


def _looked_at(table: pa.Table) -> pa.Table:
    """The table, or pieces from all over a large one."""
    import pyarrow as pa

    if table.num_rows <= LARGE:
        return table
    step = table.num_rows // PIECES
    pieces = (table.slice(place * step, PIECE) for place in range(PIECES))
    return pa.concat_tables(pieces).unify_dictionaries()


def _facts(table: pa.Table, name: str, place: int, parent: str, part: str) -> Facts:
    column = table.column(name)
    filled = len(column) - column.null_count
    counts = _counted(column)
    complete = counts is not None
    if counts is None:
        counts = _sampled(column)
    blank = sum(count for cell, count in counts.items() if not cell.strip())
    shown = {cell: count for cell, count in counts.items() if cell.strip()}
    left = filled - blank if complete else filled
    return Facts(name, place, len(column), left, shown, complete, parent, part)


def _counted(column: pa.ChunkedArray) -> dict[str, int] | None:
    """How often each cell occurs, when that is quickly told."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        if column.num_chunks and len(column.chunk(0).dictionary) > MOST_COUNTED:
            return None
    elif not pa.types.is_integer(column.type) and len(column) > SAMPLE:
        return None
    elif pa.types.is_integer(column.type) and len(column) > SAMPLE:
        ends = pc.min_max(column)
        low, high = ends["min"].as_py(), ends["max"].as_py()
        if low is None or high - low > MOST_COUNTED:
            return None
    counted = pc.value_counts(column.drop_null())
    values = counted.field("values")
    if pa.types.is_dictionary(values.type):
        values = values.cast(pa.string())
    pairs = zip(values.to_pylist(), counted.field("counts").to_pylist(), strict=True)
    return dict(Counter({text_of(value): count for value, count in pairs}).most_common())


def _sampled(column: pa.ChunkedArray) -> dict[str, int]:
    """Cells from all over the column, filled ones."""
    import pyarrow as pa

    if column.null_count > len(column) // 2:
        column = column.drop_null()
    step = max(len(column) // SAMPLE, 1)
    piece = column.take(pa.array(range(0, len(column), step)))
    found = Counter(text_of(cell) for cell in piece.to_pylist() if cell is not None)
    return dict(found.most_common())
