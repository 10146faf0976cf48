"""Looking for gaps in the background, on a copy of the file as it is at that moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.gaps.proposals.all import proposals
from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal
from cxstudio.i18n import _
from cxstudio.model.chain import Chain
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace


class Looking(QObject):
    """`ended` when the proposals of the last look are there, or when there will be none.

    A new look takes the place of one that is under way.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: int | None = None
        self.found: list[Proposal] = []
        self.has_looked = False
        workspace.tasks.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._task is not None

    def look(self) -> None:
        """Look through the file as it is now; what is known meanwhile goes from `found` at once."""
        self.stop()
        file = self._workspace.file
        known = Found(file.all, self._workspace.chain).known
        self.found = [one for one in self.found if one.key not in known]
        copy = file.in_memory()

        def work(progress: Progress) -> list[Proposal]:
            progress(0.1)
            with copy:
                return proposals(copy.all, Chain(copy.session))

        self._task = self._workspace.tasks.run(_("Looking for gaps"), work, self._take)

    def stop(self) -> None:
        """Give up the look that is under way."""
        if self._task is not None:
            self._workspace.tasks.cancel(self._task)
            self._task = None

    def _take(self, found: list[Proposal]) -> None:
        self.found, self.has_looked = found, True
        self.ended.emit()

    def _on_finished(self, number: int) -> None:
        """Comes before the result, and without one when the look failed or was cancelled."""
        if number == self._task:
            self._task = None
            self.ended.emit()
