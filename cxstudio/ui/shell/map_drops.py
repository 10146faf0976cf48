"""Files of journey maps that fall on the window, whichever page is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent

from cxstudio.ui.forms.drops import dropped_file

if TYPE_CHECKING:
    from cxstudio.ui.shell.engagement_view import EngagementView

MAPS = (".csv", ".tsv", ".xlsx", ".xlsm", ".yaml", ".yml", ".md", ".markdown")
"""Not plain text, which is a transcript more often; the page of the maps takes that too."""


class MapDrops(QObject):
    """Takes what the page that is open has no use for to the journey maps, and imports it there."""

    def __init__(self, view: EngagementView) -> None:
        super().__init__(view)
        self._view = view
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in moves or self._view.workspace.read_only:
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)
        path = dropped_file(event, MAPS)
        if path is None:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._view.show_page("journeys")
            self._view.page.import_file(path)
        return True
