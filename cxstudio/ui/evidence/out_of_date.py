"""The mark of a figure whose survey wave has changed since; a press works it out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import widgets
from cxstudio.ui.evidence.figures_again import old_behind, work_out_again
from cxstudio.ui.workspace import Workspace


class OutOfDate(widgets.Chip):
    """Not there as long as all is up to date; in a file that is only read it just says so."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        writes = not workspace.read_only
        super().__init__(
            _("out of date"),
            "warning",
            icon="refresh-cw" if writes else "triangle-alert",
            clickable=writes,
            parent=parent,
        )
        self._workspace = workspace
        self.ids: Sequence[int] = ()
        why = _("The wave has changed since this figure was taken from it.")
        act = _("Press to work it out again.")
        self.setToolTip(f"{why}\n{act}" if writes else why)
        self.setAccessibleDescription(act if writes else why)
        self.hide()
        self.clicked.connect(self.work_out_again)

    def show_end(self, end: End | None) -> None:
        """Whether a record, or one of its fields, rests on a figure that is out of date."""
        self.show_ids([] if end is None else old_behind(self._workspace, end))

    def show_ids(self, ids: Sequence[int]) -> None:
        """Of these pieces of evidence, all out of date."""
        self.ids = ids
        self.setVisible(bool(ids))

    def work_out_again(self) -> None:
        """Work out what is out of date here, as one step."""
        work_out_again(self._workspace, self.ids)
