"""A table whose rows come in the background: the keyboard's arrival chooses nothing."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView

from cxstudio.ui.tables.record_view import RecordView


class QuietView(RecordView):
    """Chooses a row when the user does; only looking at the page leaves the evidence panel."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        QTableView.focusInEvent(self, event)
