"""The signs of a roadmap: the shapes of the tiers, the diamonds of milestones."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from cxstudio.drawing.roadmap.inks import Inks


def paint_tier_mark(painter: QPainter, place: QPointF, side: float, tier: str, inks: Inks) -> None:
    """Circle for the frontline, square for a department, diamond for the executive."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.tier(tier))
    half = side / 2
    if tier == "frontline":
        painter.drawEllipse(place, half, half)
    elif tier == "executive":
        painter.drawPolygon(diamond(place, half * 1.2))
    else:
        square = QRectF(place.x() - half, place.y() - half, side, side)
        painter.drawRoundedRect(square, side / 5, side / 5)


def diamond(place: QPointF, half: float) -> QPolygonF:
    corners = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([place + QPointF(x, y) for x, y in corners])


def paint_milestone(
    painter: QPainter,
    place: QPointF,
    unit: float,
    inks: Inks,
    *,
    checks: bool = False,
    reached: bool = False,
    overdue: bool = False,
    chosen: bool = False,
) -> None:
    """A diamond: full when it checks a KPI, hollow else; with a tick when reached, with a bar of
    exclamation when it is overdue."""
    if chosen:
        painter.setPen(QPen(inks.colour("accent"), 2 * unit))
        painter.setBrush(inks.colour("surface"))
        painter.drawPolygon(diamond(place, 12 * unit))
    ink = inks.colour("error" if overdue else "text")
    surface = inks.colour("surface")
    painter.setPen(QPen(surface, 4 * unit))
    painter.setBrush(surface)
    painter.drawPolygon(diamond(place, 7 * unit))
    painter.setPen(QPen(ink, 1.6 * unit))
    painter.setBrush(ink if checks else surface)
    painter.drawPolygon(diamond(place, 7 * unit))
    sign = surface if checks else ink
    if reached:
        painter.setPen(QPen(sign, 1.5 * unit))
        tick = ((-2.8, 0.2), (-0.8, 2.2), (2.8, -2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([place + QPointF(x, y) * unit for x, y in tick]))
    elif overdue:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sign)
        painter.drawRect(
            QRectF(place.x() - 0.8 * unit, place.y() - 3.6 * unit, 1.6 * unit, 4.4 * unit)
        )
        painter.drawRect(
            QRectF(place.x() - 0.8 * unit, place.y() + 1.8 * unit, 1.6 * unit, 1.6 * unit)
        )
