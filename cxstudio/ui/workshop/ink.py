"""Painting for the projector in its own colours, whatever the program's theme is.

Lengths are pixels of a screen with 1080 lines. Everything written is noted in `said`, so that a
test can read what the room reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.icons import paint_icon
from cxstudio.drawing.journey.measure import baseline, font
from cxstudio.drawing.journey.text import Type

LINES = 1080.0
DIM = 0.22
DOT_STEP = 30.0
Align = Literal["left", "right", "centre"]

TIMER, STAGE, STEP, CAPTURE, CARD, SMALL = (
    Type(*tokens.type_style(role, "projector"))
    for role in ("timer", "stage", "step", "capture", "card", "smallest")
)
SMALL_STRONG = Type(SMALL.size, SMALL.line, 700)
FIGURE = Type(36, 48, 700)
NUMBER = Type(32, 44, 700)


def card_type(text: str) -> Type:
    """The type of a card; Japanese is set bold, as it has no weight between medium and bold."""
    return CARD if text.isascii() else CARD._replace(weight=700)


def colour(role: str) -> QColor:
    """A colour role of the projector theme."""
    return QColor(tokens.colour(role, "projector"))


def wide(text: str, kind: Type) -> float:
    """How wide a text is on one line."""
    return QFontMetricsF(font(kind)).horizontalAdvance(text)


def cut(text: str, kind: Type, room: float) -> str:
    """The text, ended with … where it has no room."""
    metrics = QFontMetricsF(font(kind))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0) + 0.5)


def dot_step(most: int, room: float) -> float:
    """How far apart dots stand in a list where nobody has more than `most`."""
    return min(DOT_STEP, room / most) if most else DOT_STEP


class Ink:
    """A painter with the projector's habits."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.said: list[str] = []
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )

    def write(
        self,
        x: float,
        middle: float,
        text: str,
        kind: Type,
        ink: QColor | str = "text",
        align: Align = "left",
        room: float = 0.0,
    ) -> float:
        """One line about a middle height, cut to its room; returns where it ends."""
        shown = cut(text, kind, room) if room else text
        length = wide(shown, kind)
        left = x - {"left": 0.0, "right": length, "centre": length / 2}[align]
        self.painter.setFont(font(kind))
        self.painter.setPen(colour(ink) if isinstance(ink, str) else ink)
        self.painter.drawText(QPointF(left, middle - kind.line / 2 + baseline(kind)), shown)
        self.said.append(shown)
        return left + length

    def box(
        self,
        rect: QRectF,
        fill: QColor | str = "",
        edge: QColor | str = "",
        width: float = 2.0,
        radius: float = 12.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A rounded rectangle; its edge lies inside it."""
        pen = QPen(_of(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        if dash:
            pen.setDashPattern(list(dash))
        self.painter.setPen(pen)
        self.painter.setBrush(_of(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = width / 2 if edge else 0.0
        self.painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)

    def ring(
        self, rect: QRectF, gap: float = 4.0, width: float = 4.0, radius: float = 12.0
    ) -> None:
        """The light around a card: an accent ring that stands off."""
        out = gap + width
        self.box(rect.adjusted(-out, -out, out, out), "", "accent", width, radius + gap)

    def line(
        self, x: float, y: float, end: float, ink: str, width: float, dash: Sequence[float] = ()
    ) -> None:
        """A level line."""
        pen = QPen(colour(ink), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
        if dash:
            pen.setDashPattern(list(dash))
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(x, y), QPointF(max(x, end), y))

    def icon(self, middle: QPointF, side: float, name: str, ink: QColor | str) -> None:
        """An icon about a point."""
        rect = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(self.painter, rect, name, _of(ink))

    def dots(
        self, x: float, middle: float, count: int, ink: QColor, step: float = DOT_STEP
    ) -> float:
        """Votes as dots and as a figure; a short step makes the dots smaller."""
        radius = min(11.0, step * 0.4)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        for number in range(count):
            self.painter.drawEllipse(QPointF(x + radius + number * step, middle), radius, radius)
        return self.write(x + count * step + 4, middle, str(count), SMALL_STRONG, ink)

    @contextmanager
    def dimmed(self, dim: bool = True):  # type: ignore[no-untyped-def]
        """What lies outside the light."""
        before = self.painter.opacity()
        self.painter.setOpacity(before * DIM if dim else before)
        yield
        self.painter.setOpacity(before)


def _of(ink: QColor | str) -> QColor:
    return colour(ink) if isinstance(ink, str) else ink
