"""A small rounded word: a theme, a state, a feeling."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.tokens import Strength
from cxstudio.i18n import _
from cxstudio.ui import theme

ChipKind = Literal["neutral", "accent", "positive", "negative", "warning", "error"]
_COLOURS: dict[str, tuple[str, str]] = {
    "neutral": ("hover", "text_2"),
    "accent": ("selected", "accent"),
    **{kind: (f"{kind}_bg", kind) for kind in ("positive", "negative", "warning", "error")},
}
_SIGN = 12
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Chip(QWidget):
    """A word on a tinted ground; kinds as in the colour table.

    A removable chip has a cross and takes Delete; a clickable one takes Enter. Both can be
    reached with Tab. An icon or an evidence mark can stand before the word.
    """

    removed = Signal()
    clicked = Signal()

    def __init__(
        self,
        text: str,
        kind: ChipKind = "neutral",
        removable: bool = False,
        icon: str = "",
        mark: Strength | Literal[""] = "",
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._icon = text, kind, icon
        self._mark: Strength | Literal[""] = mark
        self._removable, self._clickable = removable, clickable
        self.setProperty("focusRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._set_names()
        if removable or clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _set_names(self) -> None:
        self.setAccessibleName(self._text)
        if self._removable:
            self.setAccessibleDescription(_("Delete removes it."))

    def text(self) -> str:
        """The word."""
        return self._text

    def set_text(self, text: str) -> None:
        """Another word."""
        self._text = text
        self._set_names()
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ChipKind) -> None:
        """Another kind, which is a pair of colours."""
        self._kind = kind
        self.update()

    def _refresh(self) -> None:
        self.setFont(theme.font("code"))
        self.updateGeometry()

    def _sign_width(self) -> int:
        return theme.px(_SIGN + 4) if self._icon or self._mark else 0

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._text) + theme.px(16) + 1
        width += self._sign_width() + (theme.px(14) if self._removable else 0)
        return QSize(width, theme.px(20))

    def _cross(self) -> QRect:
        side = theme.px(12)
        return QRect(self.width() - side - theme.px(6), (self.height() - side) // 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = _COLOURS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        self._paint_sign(painter, ink)
        painter.setPen(theme.colour(ink))
        room = self.rect().adjusted(theme.px(8) + self._sign_width(), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)
        if self._removable:
            theme.paint_icon(painter, self._cross(), "x", ink)

    def _paint_sign(self, painter: QPainter, ink: str) -> None:
        side = theme.px(_SIGN)
        place = QRect(theme.px(7), (self.height() - side) // 2, side, side)
        if self._mark:
            inner = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
            paint_mark(painter, inner, self._mark, theme.current())
        elif self._icon:
            theme.paint_icon(painter, place, self._icon, ink)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            return
        if self._removable and event.position().x() >= self._cross().left() - theme.px(4):
            self.removed.emit()
        elif self._clickable:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in _REMOVES:
            self.removed.emit()
        elif self._clickable and event.key() in _PRESSES:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
