"""A slider between two words, with a pale band for the spread of the answers."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio.drawing import tokens
from cxstudio.drawing.tokens import Strength
from cxstudio.ui import theme
from cxstudio.ui.widgets.label import Label
from cxstudio.ui.widgets.mark import EvidenceMark

_KNOB, _TRACK, _BAND = 7, 4, 8
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


def pale_accent() -> QColor:
    """The accent as a pale band that a track still shows through."""
    made = theme.colour("accent")
    made.setAlphaF(0.28)
    return made


class SpreadTrack(QWidget):
    """The track of the slider: 0 to 100, or nothing when no value is known.

    ``changed`` at each step, ``settled`` at the end of a drag and after each key.
    """

    changed = Signal(int)
    settled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._spread: tuple[int, int] | None = None
        self._assumed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(20))

    def value(self) -> int | None:
        """0 to 100, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Shows a value without a signal."""
        self._value = None if value is None else min(max(round(value), 0), 100)
        self.setAccessibleDescription("" if self._value is None else str(self._value))
        self.update()

    def set_spread(self, spread: tuple[int, int] | None) -> None:
        """The range of the answers, shown as a pale band."""
        self._spread = spread
        self.update()

    def set_assumed(self, assumed: bool) -> None:
        """An assumed value has a dashed ring for a knob."""
        self._assumed = assumed
        self.update()

    def _x(self, value: float) -> float:
        edge = theme.px(_KNOB + 1)
        return edge + (self.width() - 2 * edge) * value / 100

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._strip(painter, 0, self.width(), theme.px(_TRACK), theme.colour("line"))
        middle = QRectF(self.width() / 2 - 0.5, self.height() / 2 - 6, 1, 12)
        painter.fillRect(middle, theme.colour("line_strong"))
        if self._spread is not None:
            low, high = (self._x(end) for end in self._spread)
            self._strip(painter, low, high, theme.px(_BAND), pale_accent())
        if self._value is not None:
            self._paint_knob(painter, QPointF(self._x(self._value), self.height() / 2))

    def _strip(
        self, painter: QPainter, left: float, right: float, thick: float, colour: QColor
    ) -> None:
        painter.setBrush(colour)
        area = QRectF(left, (self.height() - thick) / 2, right - left, thick)
        painter.drawRoundedRect(area, thick / 2, thick / 2)

    def _paint_knob(self, painter: QPainter, centre: QPointF) -> None:
        radius = theme.px(_KNOB)
        if self._assumed:
            ink = QColor(tokens.strength("none", theme.current()))
            pen = QPen(ink, 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.6, 1.2])
            painter.setPen(pen)
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(centre, radius - 1, radius - 1)
            return
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(centre, radius, radius)

    def _take(self, value: float) -> None:
        before = self._value
        self.set_value(round(value))
        if self._value is not None and self._value != before:
            self.changed.emit(self._value)

    def _at(self, event: QMouseEvent) -> float:
        edge = theme.px(_KNOB + 1)
        return 100 * (event.position().x() - edge) / max(self.width() - 2 * edge, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(self._at(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._take(self._at(event))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._value is not None:
            self.settled.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._take((50 if self._value is None else self._value) + step)
        if self._value is not None:
            self.settled.emit(self._value)


class SliderBetween(QWidget):
    """A trait between two words, 0 (left) to 100 (right), with its evidence mark at the end."""

    changed = Signal(int)
    settled = Signal(int)

    def __init__(
        self, left: str, right: str, word_width: int = 96, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.track = SpreadTrack()
        self._left, self._right = Label(left, "body"), Label(right, "body")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._left, self._right):
            label.setFixedWidth(theme.px(word_width))
        self._mark = EvidenceMark("none")
        self._mark.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._left)
        row.addWidget(self.track, 1)
        row.addWidget(self._right)
        row.addWidget(self._mark)
        self.set_words(left, right)
        self.setFocusProxy(self.track)
        self.track.changed.connect(self.changed)
        self.track.settled.connect(self.settled)

    def set_words(self, left: str, right: str) -> None:
        """Other words at the ends."""
        self._left.setText(left)
        self._right.setText(right)
        self.track.setAccessibleName(f"{left} – {right}")

    def value(self) -> int | None:
        """0 to 100, or None when nothing is known."""
        return self.track.value()

    def set_value(self, value: int | None) -> None:
        """Shows a value without a signal."""
        self.track.set_value(value)

    def set_spread(self, spread: tuple[int, int] | None) -> None:
        """The range of the answers."""
        self.track.set_spread(spread)

    def set_assumed(self, assumed: bool) -> None:
        """Shows the value as an assumption."""
        self.track.set_assumed(assumed)

    def set_mark(self, strength: Strength | Literal[""]) -> None:
        """The evidence mark at the right end; empty for none."""
        self._mark.setVisible(bool(strength))
        if strength:
            self._mark.set_strength(strength)
