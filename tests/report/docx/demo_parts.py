"""Marks and pictures of the demonstration reports."""

import struct
import zlib
from functools import cache

from cxstudio.report.blocks import (
    EvidenceRef,
    Lookup,
)

SOURCES = {
    "E-001": 2,
    "E-004": 2,
    "E-006": 2,
    "E-012": 9,
    "E-013": 4,
    "E-014": 6,
    "E-018": 1,
    "E-021": 1,
}


def mark(code: str) -> EvidenceRef | None:
    """The mark of a piece of evidence of the demonstration."""
    sources = SOURCES.get(code)
    return None if sources is None else EvidenceRef(code, sources)


LOOKUP: Lookup = mark


@cache
def picture(width: int, height: int, colour: str = "E6F1F2", line: str = "0B5F6B") -> bytes:
    """A PNG: a ground with a rising and falling line."""
    ground, stroke = bytes.fromhex(colour), bytes.fromhex(line)
    rows = []
    for y in range(height):
        row = bytearray(ground * width)
        for x in range(width):
            wave = abs((x * 6 // width) % 2 - (x * 6 % width) / width)
            if abs(y - height * (0.2 + 0.6 * wave)) < max(height / 90, 1.5):
                row[3 * x : 3 * x + 3] = stroke
        rows.append(b"\0" + bytes(row))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))
