"""The evidence mark, sign of the program: a disc that fills up with independent sources."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.tokens import Strength, Theme

_SLICE = {"fair": (90, -180), "thin": (90, -90)}


def paint_mark(
    painter: QPainter,
    rect: QRectF,
    strength: Strength,
    theme: Theme = "light",
    *,
    colour: str | None = None,
) -> None:
    """Paints the mark of a strength into the square in the middle of rect.

    The ring grows with the square; 12 px is its natural size. A colour replaces the token's,
    for example on projector cards.
    """
    side = min(rect.width(), rect.height())
    ring = side * 1.5 / 12
    ink = QColor(colour or tokens.strength(strength, theme))
    centre = QPointF(rect.center())
    circle = QRectF(0, 0, side - ring, side - ring)
    circle.moveCenter(centre)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_ring_pen(ink, ring, strength))
    painter.setBrush(QBrush(ink) if strength == "strong" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if strength in _SLICE:
        start, span = _SLICE[strength]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle, start * 16, span * 16)
    painter.restore()


def _ring_pen(ink: QColor, width: float, strength: Strength) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if strength == "none":
        on, off = tokens.measure("evidence_mark", "dash")
        pen.setDashPattern([on / 1.5, off / 1.5])
    return pen
