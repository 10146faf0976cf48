"""Pictures that come to the map: read with care, made no larger than a poster needs, encoded."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage, QImageReader

LARGEST = 1400  # pixels of the longer side that are kept
KINDS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")


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


def taken(data: QMimeData, name: str) -> list[Encoded | None]:
    """All pictures that are offered; None for one that cannot be read. `name` is a pasted one's."""
    found = files(data)
    if found:
        return [read(path) for path in found]
    image = QImage(data.imageData())
    return [None if image.isNull() else encoded(image, name)]


def read(path: Path) -> Encoded | None:
    """A picture in a file; a very large one is read smaller. None when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, keep))
    image = reader.read()
    return None if image.isNull() else encoded(image, path.stem)


def encoded(image: QImage, name: str) -> Encoded:
    """The picture as PNG where it is see-through, else as JPEG."""
    if max(image.width(), image.height()) > LARGEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    clear = image.hasAlphaChannel()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG" if clear else "JPEG", -1 if clear else 88)  # type: ignore[call-overload]
    return Encoded(name, bytes(data.data()), "image/png" if clear else "image/jpeg")
