"""Dropping a record on a field, a panel or a page links it to what is shown there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cxstudio.model.chain import End
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace


class LinkDrops(QObject):
    """Lets a widget take dragged records and link them to `target()`.

    `declines` names kinds that the widget uses for something else, such as its own order.
    """

    def __init__(
        self,
        workspace: Workspace,
        widget: QWidget,
        target: Callable[[], End | None],
        declines: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(widget)
        self._workspace, self._target, self._declines = workspace, target, declines
        area = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)
            return self._on_drag(event)
        return False

    def _on_drag(self, event: QDropEvent) -> bool:
        if not event.mimeData().hasFormat(MIME):
            return False
        kind, id = dragged(event.mimeData())
        target = self._target()
        if not kind or target is None or kind in self._declines or self._workspace.read_only:
            event.ignore()  # a text field under the pointer must not take the words instead
            return True
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._workspace.link(End(kind, id), target)
        return True


def dropped_file(event: QDropEvent, suffixes: Collection[str]) -> Path | None:
    """The one file that is being dropped, when its name ends like these."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in suffixes else None
