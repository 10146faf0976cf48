"""A record as a small card: code, words, foot; it can be dragged onto other places."""

from typing import Literal

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.drawing.tokens import Strength
from cxstudio.ui import theme
from cxstudio.ui.widgets.label import Label
from cxstudio.ui.widgets.mark import EvidenceMark
from cxstudio.ui.widgets.surfaces import restyle

MOST = 1200  # letters of a card's words
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Glyph(QWidget):
    """An icon of a role, 14 px unless told otherwise.

    Beside is the text role whose line it stands beside; it is then as high as that line.
    """

    def __init__(
        self,
        icon: str,
        role: str = "text_3",
        size: int = 14,
        beside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size, self._beside = icon, role, size, beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = theme.line_height(self._beside) if self._beside else theme.px(self._size)
        return QSize(theme.px(self._size), height)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Another icon, and another role when one is given."""
        self._icon, self._role = icon, role or self._role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme.paint_icon(QPainter(self), QRect(QPoint(0, 0), self.size()), self._icon, self._role)


def _shown(text: str) -> str:
    """A text that somebody pasted whole is cut where a card would fill the window."""
    return text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"


class Card(QFrame):
    """A white rounded card with code and sign, words, and a quiet foot.

    Args:
        code: the record's code, with its kind, for example "N-12 · insight".
        text: the words themselves; they wrap.
        foot: a quiet second line.
        icon, mark: the sign before the code, a source's kind or a claim's evidence mark.
        draggable: mime type and content when the card can be dragged.

    ``clicked`` on a click or Enter. ``head`` is the row of the code, for chips at its right.
    """

    clicked = Signal()

    def __init__(
        self,
        code: str,
        text: str,
        foot: str = "",
        icon: str = "",
        mark: Strength | Literal[""] = "",
        draggable: tuple[str, bytes] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{code}. {text}")
        self._draggable = draggable
        self._pressed_at: QPoint | None = None
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(4)
        self._fill(code, text, foot, icon, mark)

    def _fill(
        self, code: str, text: str, foot: str, icon: str, mark: Strength | Literal[""]
    ) -> None:
        if mark:
            self.head.addWidget(EvidenceMark(mark))
        elif icon:
            self.head.addWidget(Glyph(icon))
        self.head.addWidget(Label(code, "code", "text_3"), 1)
        if self._draggable:
            self.head.addWidget(Glyph("grip-vertical"))
        self.body.addLayout(self.head)
        self.body.addWidget(Label(_shown(text), "label", "text", wrap=True))
        if foot:
            self.body.addWidget(Label(foot, "small", "text_3", wrap=True))

    def add_chip(self, chip: QWidget) -> None:
        """A chip at the right of the code, before the handle."""
        last = self.head.count() - (1 if self._draggable else 0)
        self.head.insertWidget(last, chip)

    def set_selected(self, selected: bool) -> None:
        """Shows the card as selected."""
        self.setProperty("selected", selected)
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self._draggable is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            start, self._pressed_at = self._pressed_at, None
            self._drag(start)

    def _drag(self, start: QPoint) -> None:
        assert self._draggable is not None
        kind, content = self._draggable
        carried = QMimeData()
        carried.setData(kind, content)
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self._picture())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)

    def _picture(self) -> QPixmap:
        return self.grab()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        self._pressed_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
