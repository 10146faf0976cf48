"""Paints a fishbone with QPainter: on the screen in any theme, in exports in the light one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.fishbone.bones import DEEPER, FIRST, NAME, Bone, Box, Fishbone, Twig

WORDS = int(Qt.TextFlag.TextWordWrap)
ANYWHERE = WORDS | int(Qt.TextFlag.TextWrapAnywhere)


@dataclass(frozen=True)
class Look:
    """The theme's name and the fonts by role of type."""

    theme: tokens.Theme
    font: Callable[[str], QFont]

    def colour(self, role: str) -> QColor:
        return QColor(tokens.colour(role, self.theme))

    def measure(self, text: str, width: float, role: str) -> float:
        """The height of wrapped text, as lay_out asks for it."""
        font = self.font(role)
        return _bounds(font, text or " ", width, _flags(font, text or " ", width)).height()


def _bounds(font: QFont, text: str, width: float, flags: int) -> QRectF:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), flags, text)


def _flags(font: QFont, text: str, width: float) -> int:
    """Lines end between words, within one only where a word is wider than the room."""
    return ANYWHERE if _bounds(font, text, width, WORDS).width() > width else WORDS


def _write(painter: QPainter, rect: QRectF, font: QFont, text: str, more: int = 0) -> None:
    painter.setFont(font)
    painter.drawText(rect, _flags(font, text, rect.width()) | more, text)


def paint(painter: QPainter, fish: Fishbone, look: Look, chosen: int | None = None) -> None:
    """Paint the whole; the cause with the id `chosen` stands on the selected ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, right, y = fish.spine
    painter.setPen(_pen(look, "text_2", 2.5))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    for bone in fish.bones:
        _paint_bone(painter, bone, look, chosen)
    _paint_head(painter, fish, look)


def _pen(look: Look, role: str, wide: float) -> QPen:
    pen = QPen(look.colour(role), wide)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_head(painter: QPainter, fish: Fishbone, look: Look) -> None:
    rect = _rect(fish.head)
    painter.setPen(_pen(look, "accent", 1.5))
    painter.setBrush(look.colour("selected"))
    painter.drawRoundedRect(rect, 8, 8)
    painter.setPen(look.colour("text"))
    _write(painter, rect.adjusted(14, 14, -14, -13), look.font(NAME), fish.title)


def _paint_bone(painter: QPainter, bone: Bone, look: Look, chosen: int | None) -> None:
    painter.setPen(_pen(look, "text_3", 1.75))
    painter.drawLine(QPointF(*bone.tip), QPointF(*bone.foot))
    painter.setPen(look.colour("text"))
    right = int(Qt.AlignmentFlag.AlignRight)
    _write(painter, _rect(bone.box).adjusted(0, 0, -8, 1), look.font(NAME), bone.name, right)
    for twig in bone.twigs:
        _paint_twig(painter, twig, look, twig.id == chosen)


def _paint_twig(painter: QPainter, twig: Twig, look: Look, chosen: bool) -> None:
    rect = _rect(twig.box)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected"))
        painter.drawRoundedRect(rect.adjusted(-4, -2, 4, 2), 4, 4)
    if twig.level == 0:
        base = rect.bottom() + 2
        painter.setPen(_pen(look, "line_strong", 1.25))
        painter.drawLine(QPointF(rect.left(), base), QPointF(twig.reach, base))
    else:
        corner, middle = rect.left() - 8, rect.top() + 8
        painter.setPen(_pen(look, "line_strong", 1.25))
        painter.drawPolyline(
            [
                QPointF(corner, rect.top() - 3),
                QPointF(corner, middle),
                QPointF(corner + 5, middle),
            ]
        )
    if twig.root:  # a dot beside the colour, for those who do not see it
        at = QPointF(rect.left() - 4, rect.top() + 8) if twig.level else rect.bottomLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(at + QPointF(0, 0 if twig.level else 2), 3, 3)
    painter.setPen(look.colour("accent" if twig.root else "text"))
    font = look.font(DEEPER if twig.level else FIRST)
    _write(painter, rect.adjusted(0, 0, 0, 1), font, twig.text)
