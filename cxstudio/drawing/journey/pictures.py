"""Pictures on cards: found in the file by their content, decoded for the painter.

What was read is kept as long as a map shows it, and no longer.
"""

from __future__ import annotations

from collections.abc import Collection
from weakref import WeakKeyDictionary, WeakValueDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cxstudio.drawing.journey.map import PictureMark
from cxstudio.drawing.raster import image_in, size_of
from cxstudio.model import Attachment

SMALLEST_LEVEL = 160
LARGEST = 2800
"""Pixels of the longer side: twice what the map keeps, for pictures that came in otherwise."""

_read: WeakValueDictionary[str, PictureMark] = WeakValueDictionary()
_decoded: WeakKeyDictionary[PictureMark, tuple[QImage, ...]] = WeakKeyDictionary()


def picture_marks(session: Session, attachments: Collection[int]) -> dict[int, PictureMark]:
    """The pictures among these attachments; what cannot be read as a picture is left out."""
    if not attachments:
        return {}
    query = select(Attachment.id, Attachment.sha256).where(Attachment.id.in_(attachments))
    found = ((id, _mark(session, key)) for id, key in session.execute(query))
    return {id: mark for id, mark in found if mark is not None}


def _mark(session: Session, key: str) -> PictureMark | None:
    known = _read.get(key)
    if known is not None:
        return known
    blob = session.execute(text("SELECT bytes FROM blob WHERE sha256 = :key"), {"key": key})
    row = blob.fetchone()
    content = bytes(row[0]) if row is not None else b""
    size = size_of(content)
    if size is None:
        return None
    return _read.setdefault(key, PictureMark(key, size.width(), size.height(), content))


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
