"""Choosing which groups a table shows: those ticked, else those with most answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.survey.asked import Asked
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.people_filter import PeopleFilter
from cxstudio.ui.editors.voice.table_grid import Grid

MOST = 400
"""Groups that are listed, and those ticked besides."""


class GroupsFilter(PeopleFilter):
    """The questions of the table, with all their groups."""

    def __init__(
        self, asked: Asked, grid: Grid, titles: dict[str, str], then: Callable[[Asked], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        self._grid = grid
        super().__init__(asked, titles, self._groups, then, parent)

    def title_text(self) -> str:
        return _("Groups of the table")

    def all_text(self) -> str:
        return _("Those with most answers")

    def chosen(self) -> dict[str, Sequence[str]]:
        return dict(self.asked.arranged.chosen)

    def choosing(self, question: str, labels: Sequence[str]) -> Asked:
        return replace(self.asked, arranged=self.asked.arranged.of(question, labels))

    def ticked(self, question: str) -> Sequence[str]:
        return self.chosen().get(question) or self._grid.shown_of(question)

    def _groups(self, question: str) -> list[tuple[str, int]]:
        """The groups with their answers, those with most first and no more than can be read."""
        table = self._grid.arranged.table
        if question not in table.by:
            return []
        axis = table.by.index(question)
        found = list(zip(table.labels[axis], table.counts(axis), strict=True))
        found.sort(key=lambda one: -one[1])
        ticked = set(self.ticked(question))
        return [one for n, one in enumerate(found) if one[1] and (n < MOST or one[0] in ticked)]
