"""For the report: a person in plain shapes where there is no photo, and a persona's sliders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.face import present
from cxstudio.drawing.journey.export import png_of
from cxstudio.drawing.journey.measure import faces
from cxstudio.drawing.qt import ensure_gui
from cxstudio.drawing.raster import image_in

PORTRAIT_MM = (38.0, 46.0)
SLIDER_MM = (51.3, 7.8)
PER_MM = 10.0
DPI = 300
LARGEST_PHOTO = 2000  # pixels of the longer side, before it is cut


def portrait(palette: Palette = STANDARD) -> bytes:
    """A PNG of 38 × 46 mm: head and shoulders on a pale ground."""
    ensure_gui()
    width, height = PORTRAIT_MM

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, width, height), QColor(palette.petrol_tint))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.petrol))
        middle = width / 2
        painter.drawEllipse(QPointF(middle, height * 0.40), width * 0.155, width * 0.155)
        body = QPainterPath()
        shoulders = QRectF(middle - width * 0.30, height * 0.63, width * 0.60, height)
        body.addRoundedRect(shoulders, width * 0.28, width * 0.28)
        painter.drawPath(body)

    return png_of(paint, PORTRAIT_MM, DPI / 25.4, DPI)


def cropped(photo: bytes) -> bytes | None:
    """A photo cut to the portrait's shape, as a PNG; None when it is no picture."""
    ensure_gui()
    image = image_in(photo, LARGEST_PHOTO)
    if image.isNull():
        return None
    wide, tall = (round(side / 25.4 * DPI) for side in PORTRAIT_MM)
    scaled = image.scaled(
        wide,
        tall,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (scaled.width() - wide) // 2, (scaled.height() - tall) // 3
    part = scaled.copy(left, top, wide, tall)
    return png_of(lambda painter: painter.drawImage(0, 0, part), (wide, tall), 1, DPI)


@dataclass(frozen=True, slots=True)
class Place:
    """A place between two words, 0 to 100, with the spread of answers where it is known."""

    value: int
    low: int | None = None
    high: int | None = None
    left: str = ""
    right: str = ""


def sliders(places: Sequence[Place], palette: Palette = STANDARD) -> bytes:
    """A PNG of places under each other, the two words above each line; 51.3 mm wide."""
    ensure_gui()
    width, row = SLIDER_MM

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(places):
            _words(painter, place, number * row, width, palette)
            _slider(painter, place, number * row + 5.7, width, palette)

    units = (width * PER_MM, row * max(1, len(places)) * PER_MM)
    return png_of(paint, units, DPI / 25.4 / PER_MM, DPI)


def _words(painter: QPainter, place: Place, top: float, width: float, palette: Palette) -> None:
    font = QFont(faces(present()))
    font.setPixelSize(round(2.6 * PER_MM))
    painter.setFont(font)
    painter.setPen(QColor(palette.ink))
    box = QRectF(0, top * PER_MM, width * PER_MM, 4.4 * PER_MM)
    middle = Qt.AlignmentFlag.AlignVCenter
    room = box.width() / 2 - PER_MM
    for text, side in (
        (place.left, Qt.AlignmentFlag.AlignLeft),
        (place.right, Qt.AlignmentFlag.AlignRight),
    ):
        fitted = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(middle | side), fitted)


def _slider(painter: QPainter, place: Place, y: float, width: float, palette: Palette) -> None:
    left, right = 1.6, width - 1.6

    def at(value: float) -> QPointF:
        x = left + (right - left) * min(100.0, max(0.0, value)) / 100
        return QPointF(x, y) * PER_MM

    painter.setPen(QPen(QColor(palette.rule), 0.3 * PER_MM))
    painter.drawLine(at(0), at(100))
    tick = QPointF(0, 0.9 * PER_MM)
    painter.drawLine(at(50) - tick, at(50) + tick)
    if place.low is not None and place.high is not None:
        painter.setPen(QPen(QColor(palette.petrol_mid), 0.9 * PER_MM))
        painter.drawLine(at(place.low), at(place.high))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.petrol))
    painter.drawEllipse(at(place.value), 1.3 * PER_MM, 1.3 * PER_MM)
