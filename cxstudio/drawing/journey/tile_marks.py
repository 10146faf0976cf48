"""Around the part of a map on a page: where to cut, where the next page comes, and which page."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.metrics import PRINT_UNITS_PER_MM
from cxstudio.drawing.journey.text import Type, shortened
from cxstudio.drawing.journey.tiles import Tile, Tiling
from cxstudio.i18n import catalogue

GAP, LENGTH, RING = 1.0, 4.0, 1.4
CELL = 3.2  # of the small plan of pages
NAME, NOTE = Type(90, 110, 600), Type(70, 90, 400)  # tenths of a point
LONGEST_TITLE = 160  # characters; what does not fit is cut one by one


def paint_marks(painter: QPainter, tiling: Tiling, tile: Tile, title: str, language: str) -> None:
    """Paint marks and labels into the margins of a page, in millimetres."""
    frame = Rect(tiling.margin, tiling.margin, tile.part.width, tile.part.height)
    ink = QColor(tokens.colour("text", "light"))
    painter.save()
    painter.setPen(QPen(ink, 0.15))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _cut_marks(painter, frame)
    for x in _joints(tile.column, tiling.columns, frame.x, frame.right, tiling.overlap):
        for y in (frame.y - 3, frame.bottom + 3):
            _register(painter, x, y)
    for y in _joints(tile.row, tiling.rows, frame.y, frame.bottom, tiling.overlap):
        for x in (frame.x - 3, frame.right + 3):
            _register(painter, x, y)
    _name(painter, tiling, tile, frame, title, language)
    _plan(painter, tiling, tile, frame)
    painter.restore()


def _cut_marks(painter: QPainter, frame: Rect) -> None:
    for x, outward in ((frame.x, -1), (frame.right, 1)):
        for y, away in ((frame.y, -1), (frame.bottom, 1)):
            begin, end = outward * GAP, outward * (GAP + LENGTH)
            painter.drawLine(QLineF(x + begin, y, x + end, y))
            begin, end = away * GAP, away * (GAP + LENGTH)
            painter.drawLine(QLineF(x, y + begin, x, y + end))


def _joints(place: int, count: int, start: float, end: float, overlap: float) -> list[float]:
    """The middle of what this page shares with the one before and the one after."""
    before = [start + overlap / 2] if place > 0 else []
    return before + ([end - overlap / 2] if place < count - 1 else [])


def _register(painter: QPainter, x: float, y: float) -> None:
    """A ring with a cross: it lies on that of the neighbour when the pages are in place."""
    painter.drawEllipse(QPointF(x, y), RING, RING)
    painter.drawLine(QLineF(x - RING - 0.6, y, x + RING + 0.6, y))
    painter.drawLine(QLineF(x, y - RING - 0.6, x, y + RING + 0.6))


def _name(
    painter: QPainter, tiling: Tiling, tile: Tile, frame: Rect, title: str, language: str
) -> None:
    gettext = catalogue(language).gettext
    number = tile.row * tiling.columns + tile.column + 1
    count = gettext("Page {number} of {count}").format(number=number, count=len(tiling.tiles))
    units = PRINT_UNITS_PER_MM
    left = _label_left(frame) + _plan_width(tiling)
    room = (tiling.paper[0] - tiling.margin - left - 8) * units
    painter.save()
    painter.translate(left, frame.bottom + GAP + 0.6)
    painter.scale(1 / units, 1 / units)
    text, quiet = (QColor(tokens.colour(role, "light")) for role in ("text", "text_2"))
    write(painter, 0, 0, tile.name, NAME, text)
    x = text_width(tile.name, NAME) + 50
    note = count if tile.row + tile.column else f"{count} · {shortened(title, LONGEST_TITLE)}"
    while len(note) > len(count) and x + text_width(note, NOTE) > room:
        note = note[:-2].rstrip() + "…"
    if x + text_width(note, NOTE) <= room:
        write(painter, x, NAME.line - NOTE.line - 4, note, NOTE, quiet)
    painter.restore()


def _label_left(frame: Rect) -> float:
    """Beside the marks at the lower left; a narrow part has its label at its right."""
    return frame.x + LENGTH + 10 if frame.width > 90 else frame.right + LENGTH + 10


def _plan_width(tiling: Tiling) -> float:
    """How wide the small plan is; 0 where the pages are too many to be seen in it."""
    side = _plan_side(tiling)
    return 0.0 if side < 0.8 or tiling.columns > 12 else side * 1.4 * tiling.columns + 2


def _plan_side(tiling: Tiling) -> float:
    return min(CELL, (tiling.margin - 2 * GAP - 1.5) / tiling.rows)


def _plan(painter: QPainter, tiling: Tiling, tile: Tile, frame: Rect) -> None:
    """All pages in small, this one filled."""
    if not _plan_width(tiling):
        return
    side, left, top = _plan_side(tiling), _label_left(frame), frame.bottom + GAP + 0.4
    painter.save()
    painter.setPen(QPen(QColor(tokens.colour("text_3", "light")), 0.12))
    for other in tiling.tiles:
        place = QRectF(left + other.column * side * 1.4, top + other.row * side, side * 1.4, side)
        fill = QColor(tokens.colour("accent", "light")) if other == tile else Qt.BrushStyle.NoBrush
        painter.setBrush(fill)
        painter.drawRect(place)
    painter.restore()
