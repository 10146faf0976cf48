"""The draws behind the share in the top five: at once when they are few, else in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.plan.candidates import Candidate, Method
from cxstudio.i18n import _
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.analysis.plan.standing import Standing

FEW = 60
"""Figures to be drawn 10,000 times that take less than about 50 ms."""
Question = tuple[Sequence[Candidate], Method, Mapping[int, float]]


class Draws(QObject):
    """`found` when the standings of the last question are there. One question is worked on at a
    time; of those that come meanwhile the last is asked next."""

    found = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._asked: Question | None = None
        self._working = False
        self._waiting = False
        self.standings: dict[int, Standing] = {}

    def ask(
        self, candidates: Sequence[Candidate], method: Method, weights: Mapping[int, float]
    ) -> None:
        """Work out the standings, unless they are known."""
        question = (candidates, method, weights)
        if question == self._asked:
            return
        self._asked = question
        if len(candidates) * (len(weights) if method == "weighted" else 3) <= FEW:
            self.standings = _answer(question)
        elif self._working:
            self._waiting = True
        else:
            self._begin(question)

    def _begin(self, question: Question) -> None:
        self._working, self._waiting = True, False

        def work(_progress: Progress) -> Any:
            return _answer(question)

        self._workspace.tasks.run(_("Ranking under uncertainty"), work, self._take)

    def _take(self, standings: dict[int, Standing]) -> None:
        self._working = False
        if self._waiting and self._asked is not None:
            self._begin(self._asked)
            return
        self.standings = standings
        self.found.emit()


def _answer(question: Question) -> dict[int, Standing]:
    from cxstudio.analysis.plan.standing import standings

    return standings(*question)
