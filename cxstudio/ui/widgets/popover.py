"""A small panel that opens beside what it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cxstudio.drawing import tokens
from cxstudio.ui import theme
from cxstudio.ui.widgets.menus import rounded
from cxstudio.ui.widgets.whole_words import WholeWords

WIDTH = 320


class Popover(QFrame):
    """Closes by a click elsewhere or Escape. Lay out into `column`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        rounded(self)
        WholeWords(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.px(side) for side in (16, 12, 16, 12)))
        self.column.setSpacing(theme.px(8))
        self.setFixedWidth(theme.px(WIDTH))

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner here, inside the screen."""
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))
        room = self.screen().availableGeometry()
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()

    def open_by(self, line: QRect) -> None:
        """Open below a line of a text, given on the screen, or above it where there is no room."""
        height = self.column.totalHeightForWidth(self.width())
        fits = line.bottom() + 4 + height <= self.screen().availableGeometry().bottom()
        self.open_at(QPoint(line.left(), line.bottom() + 4 if fits else line.top() - 4 - height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("surface"))
        radius = theme.px(tokens.radius("menu"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, with the right edges in line."""
        corner = button.mapToGlobal(button.rect().bottomRight())
        self.open_at(QPoint(corner.x() - self.width(), corner.y() + 4))
