"""Looking at a snapshot: the same pages, read-only, in a window of their own."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.ui import focus_order, theme, widgets
from cxstudio.ui.shell.engagement_view import EngagementView
from cxstudio.ui.workspace import Workspace


class SnapshotWindow(QDialog):
    """Closing it leaves the engagement as it is."""

    def __init__(self, parent: QWidget, workspace: Workspace, id: int, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.resize(theme.px(1400), theme.px(860))
        self._file = workspace.file.snapshot_file(id)
        self._workspace = Workspace(self._file, workspace.settings, self)
        notice = widgets.Notice("info", _("Snapshot “{name}”, to look at only.").format(name=name))
        view = EngagementView(self._workspace, QAction(_("Undo"), self), QAction(_("Redo"), self))
        view.top_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(notice)
        column.addWidget(view, 1)
        view.show_page("overview")
        self.finished.connect(self._close)

    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_order.step(self, next)

    def _close(self, _result: int) -> None:
        self._workspace.close()
        self._file.close()
