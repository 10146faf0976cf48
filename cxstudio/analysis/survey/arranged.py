"""How a table is looked at: which groups of each question, in which order, and rows within rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from cxstudio.analysis.survey.crosstab import Place, Table
    from cxstudio.analysis.survey.figure import Figure

MOST = 8
"""Groups shown of a question, those with most answers."""
MOST_NESTED = (6, 4)
"""The same of the rows, and of the rows within each."""

Axis = Literal["rows", "columns"]


@dataclass(frozen=True)
class Sorting:
    """Sorted by the figures of the other side's group `by`, None for everyone."""

    by: str | None = None
    rising: bool = False


@dataclass(frozen=True)
class Arrangement:
    """Which groups are shown of which question, all others those with most answers; and how rows
    and columns are sorted, else by their number of answers."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: Sorting | None = None
    columns: Sorting | None = None

    def of(self, question: str, labels: Sequence[str]) -> Arrangement:
        """The same with these groups of a question; with none named those with most answers."""
        rest = tuple(one for one in self.chosen if one[0] != question)
        return replace(self, chosen=(*rest, (question, tuple(labels))) if labels else rest)

    def turned(self, axis: Axis, by: str | None) -> Arrangement:
        """Sorted by this group of the other side: falling first, then rising, then no more."""
        before = self.rows if axis == "rows" else self.columns
        after: Sorting | None = Sorting(by)
        if before is not None and before.by == by:
            after = None if before.rising else Sorting(by, rising=True)
        return replace(self, rows=after) if axis == "rows" else replace(self, columns=after)

    def as_json(self) -> dict[str, Any]:
        """Plain values; `arrangement_from` reads them."""
        sortings = {k: s for k in ("rows", "columns") if (s := getattr(self, k)) is not None}
        return {
            "chosen": {name: list(labels) for name, labels in self.chosen},
            **{key: [sorting.by, sorting.rising] for key, sorting in sortings.items()},
        }


def arrangement_from(content: Any) -> Arrangement:
    """The arrangement that `as_json` gave; anything else arranges nothing."""
    if not isinstance(content, dict):
        return Arrangement()
    chosen = content.get("chosen")
    named = chosen.items() if isinstance(chosen, dict) else ()
    return Arrangement(
        tuple((str(name), tuple(map(str, labels))) for name, labels in named),
        _sorting(content.get("rows")),
        _sorting(content.get("columns")),
    )


def _sorting(content: Any) -> Sorting | None:
    if not isinstance(content, list) or len(content) != 2:
        return None
    by, rising = content
    return Sorting(None if by is None else str(by), bool(rising))


UNARRANGED = Arrangement()


@dataclass(frozen=True)
class Arranged:
    """The places of a table as they are shown: rows with those within them, the total last;
    columns, the total first. Cells are asked by row and column."""

    table: Table
    within: str
    rows: tuple[tuple[Place, Place], ...]
    columns: tuple[Place, ...]
    left_out: int

    def figure(self, row: int, column: int) -> Figure:
        """What stands in a cell."""
        return _figure(self.table, self.within, *self.rows[row], self.columns[column])

    def row_names(self, row: int) -> tuple[str | None, str | None]:
        """The group of a row and that within it, None for everyone."""
        down, within = self.rows[row]
        first = None if down is None else self.table.labels[0][down]
        return first, None if within is None else self.table.labels[1][within]

    def column_name(self, column: int) -> str | None:
        """The group of a column, None for everyone."""
        place = self.columns[column]
        return None if place is None else self.table.labels[-1][place]


def arranged(table: Table, arrangement: Arrangement, within: str = "") -> Arranged:
    """The table as it is to be looked at; `within` is its second question when rows are nested."""
    nested = bool(within) and len(table.by) > 1 and table.by[1] == within
    has_columns = len(table.by) > 1 + nested
    most = MOST_NESTED if nested else (MOST, 0)
    down = _chosen(table, 0, arrangement, most[0])
    inner = _chosen(table, 1, arrangement, most[1]) if nested else []
    across = _chosen(table, len(table.by) - 1, arrangement, MOST) if has_columns else []
    left_out = sum(len(names) for names in table.labels) - len(down) - len(inner) - len(across)
    named = within if nested else ""
    down, inner, across = _sorted(table, arrangement, named, down, inner, across)
    rows = [(outer, part) for outer in (*down, None) for part in (None, *inner)]
    return Arranged(table, named, tuple(rows), (None, *across), left_out)


def _chosen(table: Table, axis: int, arrangement: Arrangement, most: int) -> list[int]:
    """The groups that are shown: those named, else those with most answers."""
    names = table.labels[axis]
    wanted = dict(arrangement.chosen).get(table.by[axis], ())
    known = [names.index(label) for label in wanted if label in names]
    return sorted(known) if known else table.largest(axis, most)


def _sorted(
    table: Table,
    arrangement: Arrangement,
    within: str,
    down: list[int],
    inner: list[int],
    across: list[int],
) -> tuple[list[int], list[int], list[int]]:
    """Rows by the column they are sorted by, rows within them alike, columns by their row."""
    rows, columns = arrangement.rows, arrangement.columns
    if rows is not None:
        by = _place(table, len(table.by) - 1, rows.by) if across else None
        down = _by(down, lambda one: _figure(table, within, one, None, by), rows.rising)
        inner = _by(inner, lambda one: _figure(table, within, None, one, by), rows.rising)
    if columns is not None:
        row = _place(table, 0, columns.by)
        across = _by(across, lambda one: _figure(table, within, row, None, one), columns.rising)
    return down, inner, across


def _by(places: list[int], figure: Any, rising: bool) -> list[int]:
    """Places in the order of their figures, those without a figure that is shown last."""

    def key(place: int) -> tuple[bool, float]:
        found: Figure = figure(place)
        if found.value is None or found.withheld("client"):
            return True, 0.0
        return False, found.value if rising else -found.value

    return sorted(places, key=key)


def _place(table: Table, axis: int, label: str | None) -> Place:
    names = table.labels[axis]
    return names.index(label) if label in names else None


def _figure(table: Table, within: str, down: Place, inner: Place, across: Place) -> Figure:
    at = (down, inner, across) if within else (down, across)
    return table.figure(*at[: len(table.by)])
