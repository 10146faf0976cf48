"""The signs of several personas on one track: circle, square and diamond in their colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing.journey.paint_emotion import paint_shape
from cxstudio.drawing.tokens import persona as persona_colour
from cxstudio.ui import theme


def paint_place(painter: QPainter, centre: QPointF, place: int, assumed: bool = False) -> None:
    """The sign of the first, second or third persona; hollow and dashed when assumed."""
    colour = QColor(persona_colour(place + 1, theme.current()))
    if assumed:
        pen = QPen(colour, 1.5)
        pen.setDashPattern([1.8, 1.2])
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
    else:
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(colour)
    paint_shape(painter, centre, theme.px(6), place)


class PersonaSign(QWidget):
    """The sign of a column in the legend."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(16), theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_place(painter, QRectF(self.rect()).center(), self._place)


class SliderOverlay(QWidget):
    """One pair of words with the signs of all personas on one track."""

    def __init__(self, left: str, right: str, places: dict[int, tuple[int, bool]]) -> None:
        super().__init__()
        self._left, self._right, self._places = left, right, places
        values = ", ".join(str(value) for value, _assumed in places.values())
        self.setAccessibleName(f"{left} – {right}: {values}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        word = self.width() * 0.24
        high = self.height()
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, word, high), middle | Qt.AlignmentFlag.AlignRight, self._left)
        painter.drawText(QRectF(self.width() - word, 0, word, high), middle, self._right)
        track = QRectF(word + 16, high / 2 - 2, self.width() - 2 * word - 32, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 2, 2)
        painter.fillRect(
            QRectF(track.center().x(), high / 2 - 6, 1, 12), theme.colour("line_strong")
        )
        same: dict[int, int] = {}
        for place, (value, assumed) in self._places.items():
            turn = same[value] = same.get(value, -1) + 1
            x = track.left() + 8 + (track.width() - 16) * value / 100 + turn * theme.px(13)
            paint_place(painter, QPointF(x, high / 2), place, assumed)
