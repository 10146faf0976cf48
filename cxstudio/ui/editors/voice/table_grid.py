"""The table of groups as it is shown: which rows and columns, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.arranged import Arranged, Sorting, arranged
from cxstudio.analysis.survey.asked import Asked, ends
from cxstudio.analysis.survey.responses import Responses
from cxstudio.ui.editors.voice.score_table import Shown

if TYPE_CHECKING:
    from cxstudio.analysis.survey.crosstab import Table


@dataclass(frozen=True)
class Grid:
    """The table, the labels of its rows (with those within them) and columns, None for everyone."""

    shown: Shown
    arranged: Arranged
    down: Sequence[str | None] = ()
    within: Sequence[str | None] = ()
    across: Sequence[str | None] = ()

    @property
    def left_out(self) -> int:
        """How many groups are not shown."""
        return self.arranged.left_out

    def shown_of(self, question: str) -> list[str]:
        """The groups of a question that are shown."""
        by = self.arranged.table.by
        within = self.arranged.within
        sides = {by[-1]: self.across, **({within: self.within} if within else {}), by[0]: self.down}
        return [name for name in dict.fromkeys(sides.get(question, ())) if name is not None]

    def behind(self, row: int, column: int) -> dict[str, str]:
        """The groups that a cell stands for, by their question."""
        by, within = self.arranged.table.by, self.arranged.within
        named = {by[-1]: self.across[column], within: self.within[row], by[0]: self.down[row]}
        return {question: label for question, label in named.items() if label is not None}


def grid_of(table: Table, asked: Asked, responses: Responses, everyone: str) -> Grid:
    """The table as it is asked to be looked at; `everyone` is what the totals are called."""
    found = arranged(table, asked.arranged, asked.within)
    rating = asked.measure.partition(":")[2]
    names = [found.row_names(row) for row in range(len(found.rows))]
    across = [found.column_name(column) for column in range(len(found.columns))]
    down, within = [first for first, _second in names], [second for _first, second in names]
    titles = [everyone if name is None else name for name in down]
    shown = Shown(
        table.measure,
        [
            (title if inner is None else inner, found.figure(row, 0).n)
            for row, (title, inner) in enumerate(zip(titles, within, strict=True))
        ],
        [everyone if name is None else name for name in across],
        [[found.figure(row, column) for column in range(len(across))] for row in range(len(names))],
        ends(responses, rating) if rating else (0.0, 10.0),
        ["" if inner is None else title for title, inner in zip(titles, within, strict=True)],
        _sorted(asked.arranged.rows, across),
        _sorted(asked.arranged.columns, down),
    )
    return Grid(shown, found, down, within, across)


def _sorted(sorting: Sorting | None, names: Sequence[str | None]) -> tuple[int, bool] | None:
    """Where the other side is sorted by, with its direction; the total where that is gone."""
    if sorting is None:
        return None
    total = names.index(None)
    return names.index(sorting.by) if sorting.by in names else total, sorting.rising
