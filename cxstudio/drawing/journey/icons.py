"""Lucide outlines in a colour, painted as vectors."""

from __future__ import annotations

from functools import lru_cache
from threading import get_ident

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from cxstudio import resources
from cxstudio.drawing.journey.map import LaneKind

LANE_ICONS: dict[LaneKind, str] = {
    "actions": "hand",
    "touchpoints": "waypoints",
    "thoughts": "message-circle",
    "emotion": "activity",
    "pain_points": "annoyed",
    "opportunities": "sparkles",
    "moments_of_truth": "star",
    "front_stage": "user-round",
    "visibility": "eye",
    "back_stage": "workflow",
    "support": "server",
    "departments": "building-2",
    "measures": "gauge",
    "pictures": "image",
    "text": "type",
}


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon by its name; one that the program does not have leaves its place empty.

    Each thread has renderers of its own, so that an export beside the window is safe.
    """
    drawn = _renderer(name, colour.name(), get_ident())
    if drawn is not None:
        drawn.render(painter, rect)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, _thread: int) -> QSvgRenderer | None:
    file = resources.path("icons", f"{name}.svg")
    if not file.is_file():
        return None
    outline = file.read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(
        QByteArray(outline.replace('stroke-width="2"', 'stroke-width="1.9"').encode())
    )
