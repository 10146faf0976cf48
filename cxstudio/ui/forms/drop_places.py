"""Records in an order that is arranged by dragging: a line shows where one would go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from cxstudio.ui import theme
from cxstudio.ui.tables.record_list import dragged


class DropPlaces(QWidget):
    """Takes dragged records that `accepts` allows, and puts them before the one dropped on."""

    gap, left = 0, 0  # px between two records, and at their left where no line is drawn

    def __init__(self) -> None:
        super().__init__()
        self._drop_at: int | None = None
        self.setAcceptDrops(True)

    def accepts(self, kind: str, id: int) -> bool:
        """Whether a dragged record can have a place here."""
        raise NotImplementedError

    def placed(self) -> list[QWidget]:
        """What stands here, in its order."""
        raise NotImplementedError

    def place_at(self, spot: QPoint) -> int:
        """The record before which something dropped there goes; they stand under each other."""
        for place, widget in enumerate(self.placed()):
            if spot.y() < widget.geometry().center().y():
                return place
        return len(self.placed())

    def drop_line(self, place: int) -> QRect:
        """Where the line is drawn that shows the place, among one or more records."""
        shown = [widget.geometry() for widget in self.placed()]
        gap = self.gap // 2
        y = shown[place].top() - gap if place < len(shown) else shown[-1].bottom() + gap
        y = min(max(y - 1, 0), self.height() - 3)
        return QRect(self.left, y, self.width() - self.left, 3)

    def put(self, id: int, index: int) -> None:
        """Put a record before the one at `index`."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.accepts(*dragged(event.mimeData())):
            _take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self.place_at(event.position().toPoint())
        _take(event)
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end()

    def dropEvent(self, event: QDropEvent) -> None:
        kind, id = dragged(event.mimeData())
        self._end()
        if self.accepts(kind, id):
            _take(event)
            self.put(id, self.place_at(event.position().toPoint()))

    def _end(self) -> None:
        self._drop_at = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_at is not None and self.placed():
            QPainter(self).fillRect(self.drop_line(self._drop_at), theme.colour("accent"))


def _take(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()
