"""Pictures on cards, found in the file by their content.

What was read is kept as long as a map shows it, and no longer.
"""

from __future__ import annotations

from collections.abc import Collection
from weakref import WeakValueDictionary

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cxstudio.drawing.journey.map import PictureMark
from cxstudio.drawing.raster import size_of
from cxstudio.model import Attachment

_read: WeakValueDictionary[str, PictureMark] = WeakValueDictionary()


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
