"""Pictures from elsewhere, decoded with care: by what they are and not what they are called, no
larger than is wanted, and never more than fits into the memory they are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from cxstudio import limits
from cxstudio.i18n import _

KINDS = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "bmp": "image/bmp",
}
"""What is taken for a picture, with its media type. Not SVG, which can name other files."""

_one_at_a_time = RLock()


class UnreadablePicture(ValueError):
    """A picture that is not taken; the message is one sentence for the user."""


def picture_in(path: Path, longest: int) -> QImage:
    """The picture of a file, its longer side at most `longest` pixels, turned upright.

    Raises UnreadablePicture.
    """
    try:
        if path.stat().st_size > limits.PICTURE_BYTES:
            raise UnreadablePicture(
                _("“{name}” is larger than 200 MB. Save the picture smaller.").format(
                    name=path.name
                )
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePicture(
            _("“{name}” cannot be opened: {why}. Nothing was changed.").format(
                name=path.name, why=error.strerror or type(error).__name__
            )
        ) from error
    return picture_of(content, longest, path.name)


def picture_of(content: bytes, longest: int, name: str) -> QImage:
    """The same of bytes that are already there; `name` is for the sentence."""
    with _reader(content) as reader:
        size = reader.size() if _kind(reader) else QSize()
        if not size.isValid():
            raise UnreadablePicture(
                _(
                    "“{name}” is not a picture that can be read. "
                    "Save it as PNG or JPEG and try again."
                ).format(name=name)
            )
        if size.width() * size.height() > limits.PICTURE_PIXELS or _too_large(reader, size):
            raise UnreadablePicture(
                _(
                    "“{name}” has {count} megapixels, which is more than can be opened. "
                    "Make it smaller, or save it as JPEG."
                ).format(name=name, count=round(size.width() * size.height() / 1e6))
            )
        image = _read(reader, longest)
    if image.isNull():
        raise UnreadablePicture(
            _("“{name}” is damaged: its picture cannot be read to the end.").format(name=name)
        )
    return fitted(image, longest)


def size_of(content: bytes) -> QSize | None:
    """How large a picture is, by its head; None for what is no picture, or far too large."""
    with _reader(content) as reader:
        size = reader.size() if _kind(reader) else QSize()
        fits = size.isValid() and 0 < size.width() * size.height() <= limits.PICTURE_PIXELS
        return size if fits and not _too_large(reader, size) else None


def media_type(content: bytes) -> str:
    """What the picture is, "" for none."""
    with _reader(content) as reader:
        return KINDS.get(_kind(reader) or "", "")


def image_in(content: bytes, longest: int) -> QImage:
    """A picture that the engagement keeps, for painting; a null image when it cannot be read."""
    if size_of(content) is None:
        return QImage()
    with _reader(content) as reader:
        return fitted(_read(reader, longest), longest)


def fitted(image: QImage, longest: int) -> QImage:
    """The picture no larger than this, and at least a pixel wide and high."""
    if max(image.width(), image.height()) <= longest:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(
        _within(image.size(), longest), aspectMode=Qt.AspectRatioMode.IgnoreAspectRatio, mode=smooth
    )


def _within(size: QSize, longest: int) -> QSize:
    kept = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    return kept.expandedTo(QSize(1, 1))


def _read(reader: QImageReader, longest: int) -> QImage:
    """JPEG is unpacked at about the size that is wanted; the others whole, then made smaller."""
    reader.setAutoTransform(True)
    if max(reader.size().width(), reader.size().height()) > longest:
        reader.setScaledSize(_within(reader.size(), longest))
    return reader.read()


def _kind(reader: QImageReader) -> str | None:
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    return kind if kind in KINDS else None


def _too_large(reader: QImageReader, size: QSize) -> bool:
    """Whether it cannot be unpacked within the limit, as far as its head tells."""
    if _kind(reader) == "jpeg":
        return False
    depth = 1 if reader.imageFormat() in _THIN else 4
    return size.width() * size.height() * depth > limits.PICTURE_MEGABYTES * 1024 * 1024


_THIN = (
    QImage.Format.Format_Mono,
    QImage.Format.Format_Indexed8,
    QImage.Format.Format_Grayscale8,
)


@contextmanager
def _reader(content: bytes) -> Iterator[QImageReader]:
    """A reader that goes by the content alone; Qt's limit is the program's meanwhile."""
    kept = QByteArray(content)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    with _one_at_a_time:
        before = QImageReader.allocationLimit()
        QImageReader.setAllocationLimit(limits.PICTURE_MEGABYTES)
        try:
            yield QImageReader(buffer)
        finally:
            QImageReader.setAllocationLimit(before)
