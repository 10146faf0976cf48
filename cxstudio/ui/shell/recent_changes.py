"""Recent changes, shown in the panel while nothing is selected."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _
from cxstudio.model import record_classes
from cxstudio.model.chain import End
from cxstudio.store.history import Entry
from cxstudio.ui import pages, theme, widgets
from cxstudio.ui.shell.record_texts import ICONS, describe
from cxstudio.ui.workspace import Workspace

MOST = 14
DONE = {"undo": "undo-2", "redo": "redo-2", "restore": "archive-restore", "snapshot": "save"}


def add_recent_changes(column: widgets.ScrollColumn, workspace: Workspace) -> None:
    """Fill the column with the last entries of the history, a title for each day."""
    day = None
    for entry in workspace.file.history(MOST):
        at = entry.at.astimezone()
        if at.date() != day:
            day = at.date()
            column.add(widgets.Label(day_text(day), "small", "text_3"))
        column.add(ChangeRow(workspace, entry, at))


def day_text(day: dt.date) -> str:
    today = dt.datetime.now().astimezone().date()
    if day == today:
        return _("Today")
    if day == today - dt.timedelta(days=1):
        return _("Yesterday")
    return formats.recent_day(day, today, i18n.language())


class ChangeRow(QWidget):
    """One entry: what was done and to what, and when; a click goes there."""

    def __init__(self, workspace: Workspace, entry: Entry, at: dt.datetime) -> None:
        super().__init__()
        self._workspace = workspace
        self._place = self._find(entry)
        icon = DONE.get(entry.step) or (ICONS.get(self._place.kind) if self._place else None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(widgets.Glyph(icon or "pencil", "text_3", 16), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(widgets.Label(entry.label, "body"))
        texts.addWidget(widgets.Label(self._where(), "small", "text_3"))
        row.addLayout(texts, 1)
        time = widgets.Label(formats.time(at), "small", "text_3")
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        if self._place is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _find(self, entry: Entry) -> End | None:
        """The record it was about; none for a change of hundreds."""
        if entry.is_large:
            return None
        for touch in entry.touched[:50]:
            if touch.kind in pages.PAGE_OF:
                cls = record_classes()[touch.kind]
                if self._workspace.file.get(cls, touch.id) is not None:
                    return End(touch.kind, touch.id)
        return None

    def _where(self) -> str:
        record = self._workspace.record(self._place) if self._place else None
        if record is None:
            return ""
        text = describe(self._workspace.file, record)
        return " ".join(part for part in (text.code, text.text) if part)

    def mouseReleaseEvent(self, event: object) -> None:
        if self._place is not None:
            self._workspace.go_to(self._place.kind, self._place.id)
