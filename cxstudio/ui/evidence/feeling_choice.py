"""Negative, neutral or positive: three buttons side by side, each with its sign and its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.feelings import FEELINGS, LOOKS, feeling_word


class _Feeling(QAbstractButton):
    """One of the three, tinted when it is in force."""

    def __init__(self, sentiment: int, key: str) -> None:
        super().__init__()
        self._look, self._key = LOOKS[sentiment], key
        self.setText(feeling_word(sentiment))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setProperty("focusRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFont(theme.font("code"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + theme.px(10 + 20 + (28 if self._key else 10)), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "text_2"
        if self.isChecked():
            ink = "text_2" if self._look.chip == "neutral" else self._look.line
            self._paint_ground(painter)
        side = theme.px(12)
        icon = QRect(theme.px(10), (self.height() - side) // 2, side, side)
        theme.paint_icon(painter, icon, self._look.icon, ink)
        painter.setPen(theme.colour(ink))
        words = self.rect().adjusted(theme.px(30), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            self._paint_key(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._look.ground))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))

    def _paint_key(self, painter: QPainter) -> None:
        side = theme.px(16)
        left = self.width() - side - theme.px(6)
        cap = QRectF(left, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("line_strong"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("text_2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class FeelingChoice(widgets.Panel):
    """`chosen` carries -1, 0 or 1 when the user chooses; it is also a field for forms."""

    chosen = Signal(int)
    edited = Signal()
    left = Signal()

    def __init__(self, keys: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("plain", 0, parent)
        self.setProperty("panel", "group")
        self.setAccessibleName(_("Feeling"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._value: int | None = None
        row = QHBoxLayout()
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._buttons: dict[int, _Feeling] = {}
        for number, sentiment in enumerate(FEELINGS, 1):
            button = _Feeling(sentiment, str(number) if keys else "")
            button.clicked.connect(self._on_clicked)
            self._buttons[sentiment] = button
            row.addWidget(button)
        self.body.addLayout(row)
        self.set_value(None)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        self._value = value
        for sentiment, button in self._buttons.items():
            button.setChecked(sentiment == value)

    def composing(self) -> bool:
        return False

    def fault(self) -> str:
        return ""

    def _choose(self, sentiment: int) -> None:
        self.set_value(sentiment)
        self.chosen.emit(sentiment)
        self.edited.emit()
        self.left.emit()

    def _on_clicked(self) -> None:
        sender = self.sender()
        for sentiment, button in self._buttons.items():
            if button is sender:
                self._choose(sentiment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._value is not None and -1 <= self._value + step <= 1:
            self._choose(self._value + step)
            self._buttons[self._value].setFocus(Qt.FocusReason.TabFocusReason)
        elif not step:
            super().keyPressEvent(event)
