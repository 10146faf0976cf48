"""Pictures on cards, decoded for the painter and kept as long as a map shows them."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cxstudio.drawing.journey.map import PictureMark
from cxstudio.drawing.raster import image_in

SMALLEST_LEVEL = 160
LARGEST = 2800
"""Pixels of the longer side: twice what the map keeps, for pictures that came in otherwise."""

_decoded: WeakKeyDictionary[PictureMark, tuple[QImage, ...]] = WeakKeyDictionary()


def image_of(mark: PictureMark, pixels: float | None = None) -> QImage:
    """The picture, at least `pixels` wide where it is; or the largest. Null when it is broken."""
    levels = _decoded.get(mark)
    if levels is None:
        levels = _decoded[mark] = _levels(mark)
    if pixels is None:
        return levels[0]
    return next((level for level in reversed(levels) if level.width() >= pixels), levels[0])


def _levels(mark: PictureMark) -> tuple[QImage, ...]:
    """The picture and its halves, so that one made small looks smooth and paints fast."""
    levels = [image_in(mark.content, LARGEST)]
    while levels[-1].width() >= 2 * SMALLEST_LEVEL:
        levels.append(
            levels[-1].scaledToWidth(
                levels[-1].width() // 2, Qt.TransformationMode.SmoothTransformation
            )
        )
    return tuple(levels)
