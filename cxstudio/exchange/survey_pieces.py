"""A large table as it is read from the disk: some megabytes at once, each ending with a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from cxstudio.exchange.survey_text import is_utf8

PIECE = 4_000_000
"""Bytes read at once; more where a row is longer."""


class Piece(NamedTuple):
    """Some rows, and whether a line end may stand inside a cell."""

    rows: memoryview
    quoted: bool


class Odd(Exception):
    """The rest is not UTF-8, or its quotation marks do not close."""


class Pieces:
    """The answers of a table in UTF-8, from byte `begin` of a stream on; go through them once.

    Afterwards `sha256` is the fingerprint of the stream, `read` how many bytes it has, and
    `entities` says whether a cell may hold one such as &amp;.
    """

    def __init__(self, stream: BinaryIO, begin: int) -> None:
        stream.seek(0)
        self._stream, self._begin = stream, begin
        self._sha = hashlib.sha256(stream.read(begin))
        self.read, self.entities = begin, False

    @property
    def sha256(self) -> str:
        """The fingerprint of what was read."""
        return self._sha.hexdigest()

    def again(self) -> Pieces:
        """The same from the beginning."""
        return Pieces(self._stream, self._begin)

    def __iter__(self) -> Iterator[Piece]:
        """Rows without the empty ones at the end. Raises Odd, and OSError."""
        size = PIECE
        while piece := self._stream.read(size):
            last = len(piece) < size
            quoted = b'"' in piece
            end = len(piece) if last else _end_of_rows(piece, quoted=quoted)
            self._stream.seek(end - len(piece), 1)
            size = PIECE if end else 2 * size
            rows = self._taken(piece, end)
            if last:
                if quoted and piece.count(b'"') % 2:
                    raise Odd
                rows = rows[: len(piece.rstrip(b"\r\n"))]
            if rows:
                yield Piece(rows, quoted)

    def _taken(self, piece: bytes, end: int) -> memoryview:
        """The beginning of a piece, as it is. Raises Odd."""
        rows = memoryview(piece)[:end]
        self._sha.update(rows)
        self.read += end
        self.entities = self.entities or b"&" in piece
        if not is_utf8(piece, rows):
            raise Odd
        return rows


def _end_of_rows(piece: bytes, *, quoted: bool) -> int:
    """Where the last whole row ends: behind a line end outside quotation marks; 0 for none."""
    quotes, end = piece.count(b'"') if quoted else 0, len(piece)
    while cut := piece.rfind(b"\n", 0, end) + 1:
        quotes -= piece.count(b'"', cut, end)
        if quotes % 2 == 0:
            return cut
        end = cut - 1
    return 0
