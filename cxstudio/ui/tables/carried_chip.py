"""A record as a chip that can be carried to a place where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxstudio.ui import widgets
from cxstudio.ui.widgets.chip import ChipKind
from cxstudio.ui.workspace import MIME


class CarriedChip(widgets.Chip):
    """Dragged it carries its record; `chosen` with the record's id on a click or Enter."""

    chosen = Signal(int)

    def __init__(self, record: str, id: int, words: str, kind: ChipKind = "neutral") -> None:
        super().__init__(words, kind, icon="grip-vertical", clickable=True)
        self.id = id
        self._carries = f"{record}:{id}".encode()
        self._pressed_at: QPoint | None = None
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            carried = QMimeData()
            carried.setData(MIME, self._carries)
            drag = QDrag(self)
            drag.setMimeData(carried)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            super().mouseReleaseEvent(event)
        self._pressed_at = None
