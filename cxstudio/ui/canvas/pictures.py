"""Pictures that come to the map: read with care, made no larger than a poster needs, encoded."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from cxstudio.drawing import raster
from cxstudio.drawing.raster import UnreadablePicture
from cxstudio.i18n import _

LARGEST = 1400  # pixels of the longer side that are kept
KINDS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
KEPT = ("image/png", "image/jpeg")


class Encoded(NamedTuple):
    """A picture as the engagement keeps it."""

    name: str
    data: bytes
    media_type: str


def offered(data: QMimeData) -> bool:
    """Whether there is a picture on the clipboard or in the hand."""
    return bool(files(data)) or data.hasImage()


def files(data: QMimeData) -> list[Path]:
    """The files among what is offered that say they are pictures."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in KINDS]


def taken(data: QMimeData, name: str) -> list[Encoded | UnreadablePicture]:
    """All pictures that are offered, or why one is not taken. `name` is a pasted one's."""
    found = files(data)
    if found:
        return [_attempt(path) for path in found]
    image = QImage(data.imageData())
    if image.isNull():
        return [UnreadablePicture(_("The picture on the clipboard cannot be read."))]
    return [encoded(image, name)]


def _attempt(path: Path) -> Encoded | UnreadablePicture:
    try:
        return read(path)
    except UnreadablePicture as fault:
        return fault


def read(path: Path) -> Encoded:
    """A picture in a file; a large one is made smaller. Raises UnreadablePicture."""
    return encoded(raster.picture_in(path, LARGEST), path.stem)


def again(content: bytes, name: str) -> Encoded:
    """A picture that was kept before, from the clipboard: as it is when it is as we keep them,
    else encoded anew. Raises UnreadablePicture."""
    image = raster.picture_of(content, LARGEST, name)
    size, kind = raster.size_of(content), raster.media_type(content)
    if size == image.size() and kind in KEPT:
        return Encoded(name, content, kind)
    return encoded(image, name)


def encoded(image: QImage, name: str) -> Encoded:
    """The picture as PNG where it is see-through, else as JPEG."""
    image = raster.fitted(image, LARGEST)
    clear = image.hasAlphaChannel()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG" if clear else "JPEG", -1 if clear else 88)  # type: ignore[call-overload]
    return Encoded(name, bytes(data.data()), "image/png" if clear else "image/jpeg")
