"""Files that come in: how large they may be, what a workbook may not hold, its cells as text.

The sentences name the file and what to do; each reader turns OutOfBounds into its own error.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from pathlib import Path

from cxstudio import limits
from cxstudio.i18n import _

_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_STEP = 1 << 20
WHOLE = 1e18
"""Whole numbers below this are written with all their digits, as ids are."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)


class OutOfBounds(ValueError):
    """A file too large or too dangerous to be opened; the message is one text for the user."""


def check_size(path: Path, most: int) -> int:
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


def check_package(data: bytes, name: str, most: int) -> None:
    """That a workbook (or another zipped document) can be unpacked without harm.

    Its parts are unpacked once and counted before anything is parsed, as what a head says can be
    a lie, and none may declare entities, by which XML reaches for other files or grows without
    end. Raises OutOfBounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            said = sum(part.file_size for part in parts)
            bomb = said > limits.HARMLESS_BYTES and said > limits.UNPACKED_TIMES * len(data)
            if said > most or bomb or len(parts) > limits.PACKAGE_PARTS:
                raise OutOfBounds(_too_large(name, said))
            left = most
            for part in parts:
                left -= _read(package, part, name, left)
                if left < 0:
                    raise OutOfBounds(_too_large(name, most))
    except _BROKEN as error:
        raise OutOfBounds(damaged(name)) from error


def damaged(name: str) -> str:
    """What to say of a workbook that cannot be opened."""
    return _(
        "{name} cannot be opened as a workbook. "
        "Open it in a spreadsheet and save it as .xlsx again."
    ).format(name=name)


def _too_large(name: str, size: int) -> str:
    return _(
        "{name} would unpack to {size:,} MB or more and is not opened. "
        "Save only the sheet that is needed, or save it as CSV."
    ).format(name=name, size=size // 1_000_000)


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, most: int) -> int:
    """How many bytes a part has; no more than one step beyond `most` is read."""
    xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    before, size = b"", 0
    with package.open(part) as stream:
        while size <= most and (piece := stream.read(_STEP)):
            if xml:
                _check_piece(before, piece, name, part.filename)
            before = piece[-10:]
            size += len(piece)
    return size


def _check_piece(before: bytes, piece: bytes, name: str, part: str) -> None:
    if not before and b"\0" in piece[:200]:
        raise OutOfBounds(damaged(name))  # UTF-16, which no spreadsheet writes
    if any(word in before + piece for word in _ENTITIES):
        raise OutOfBounds(
            _(
                "{name} holds instructions to read other files ({part}) and is not "
                "opened. Open it in a spreadsheet and save it as CSV."
            ).format(name=name, part=part)
        )


def text_of(value: object) -> str:
    """A cell as it would stand in a CSV: whole numbers without a point, dates year first."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < WHOLE:
            return str(int(value))
        case float():
            return f"{value:.15g}"
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.replace(microsecond=0).isoformat(" ")
    return str(value)
