"""How large a file that comes in may be, and what a workbook may not hold.

The sentences name the file and what to do; each reader turns OutOfBounds into its own error.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from cxstudio.i18n import _

MOST_BYTES = 1_000_000_000
MOST_UNPACKED = 1_500_000_000
MOST_PARTS = 5_000
HARMLESS = 100_000_000
"""What unpacks to less is no bomb, however well it is packed."""
MOST_TIMES = 200
"""A workbook of text unpacks to 10 or 20 times its size."""

_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_STEP = 1 << 20


class OutOfBounds(ValueError):
    """A file too large or too dangerous to be opened; the message is one text for the user."""


def check_size(path: Path, most: int = MOST_BYTES) -> int:
    """The size of a file in bytes, without reading it. Raises OutOfBounds, OSError."""
    size = path.stat().st_size
    if size > most:
        raise OutOfBounds(
            _(
                "{name} has {size:,} MB, and at most {most:,} MB can be read. "
                "Export fewer columns or a shorter time."
            ).format(name=path.name, size=size // 1_000_000, most=most // 1_000_000)
        )
    return size


def check_package(data: bytes, name: str, most: int = MOST_UNPACKED) -> None:
    """That a workbook (or another zipped document) can be unpacked without harm.

    Its parts are measured before one is unpacked, and none may declare entities, by which
    XML reaches for other files or grows without end. Raises OutOfBounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_unpacked(package.infolist(), len(data), name, most)
            for part in package.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_part(package, part, name)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError) as error:
        raise OutOfBounds(damaged(name)) from error


def damaged(name: str) -> str:
    """What to say of a workbook that cannot be opened."""
    return _(
        "{name} cannot be opened as a workbook. "
        "Open it in a spreadsheet and save it as .xlsx again."
    ).format(name=name)


def _check_unpacked(parts: list[zipfile.ZipInfo], packed: int, name: str, most: int) -> None:
    size = sum(part.file_size for part in parts)
    bomb = size > HARMLESS and size > MOST_TIMES * packed
    if size > most or bomb or len(parts) > MOST_PARTS:
        raise OutOfBounds(
            _(
                "{name} would unpack to {size:,} MB and is not opened. "
                "Save only the sheet that is needed, or save it as CSV."
            ).format(name=name, size=size // 1_000_000)
        )


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    before = b""
    with package.open(part) as stream:
        while piece := stream.read(_STEP):
            if not before and b"\0" in piece[:200]:
                raise OutOfBounds(damaged(name))  # UTF-16, which no spreadsheet writes
            if any(word in before + piece for word in _ENTITIES):
                raise OutOfBounds(
                    _(
                        "{name} holds instructions to read other files ({part}) and is not "
                        "opened. Open it in a spreadsheet and save it as CSV."
                    ).format(name=name, part=part.filename)
                )
            before = piece[-10:]
