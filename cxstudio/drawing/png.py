"""Pictures as PNG, written row by row without filters.

Drawings are flat: unfiltered rows compress better than the ones a filter was sought for, and in a
third of the time that Qt and Pillow take. The next level of packing makes files 6 % smaller in 1.6
times the time (measured on maps at 300 dpi).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BIT_RGB = bytes((8, 2, 0, 0, 0))
UNFILTERED = b"\0"
_LEVEL = 3
_INCH = 0.0254


def png(width: int, height: int, rows: Iterable[bytes], dpi: float) -> bytes:
    """A PNG of `height` rows of `width` pixels, each red, green and blue in a byte."""
    return packed(width, height, b"".join([UNFILTERED + row for row in rows]), dpi)


def packed(width: int, height: int, rows: bytes | memoryview, dpi: float) -> bytes:
    """The same of rows in one piece, each of which begins with `UNFILTERED`."""
    dots = round(dpi / _INCH)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">II", width, height) + _EIGHT_BIT_RGB),
            _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)),
            _chunk(b"IDAT", zlib.compress(rows, _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
