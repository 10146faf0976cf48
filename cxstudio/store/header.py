"""What the first bytes of a file say, before anything is opened."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

from cxstudio.i18n import _
from cxstudio.store import first_page
from cxstudio.store.errors import Damaged, Missing, NewerFile, NotAnEngagement, Unreadable
from cxstudio.store.first_page import PAGE
from cxstudio.store.format import APPLICATION_ID, VERSION

MAGIC = b"SQLite format 3\x00"

OTHERS = (b"PK\x03\x04", b"\x89PNG", b"%PDF", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")

# Offset in SQLite's header, length, and the value every engagement file has there.
FIXED = (
    (16, 2, PAGE),
    (18, 1, 1),  # no write-ahead log
    (19, 1, 1),
    (20, 1, 0),
    (21, 1, 64),
    (22, 1, 32),
    (23, 1, 32),
    (44, 4, 4),
    (48, 4, 0),
    (52, 4, 0),  # no vacuuming by itself
    (56, 4, 1),  # UTF-8
    (64, 4, 0),
)


def is_encrypted(path: Path) -> bool:
    """Whether a file is, by its first bytes, a database under a passphrase.

    An encrypted file looks like random bytes, so this says only that it is not
    anything with a form. Raises Missing or Unreadable.
    """
    return _looks_random(_first_page(path))


def check(path: Path) -> None:
    """Refuse what cannot be an engagement, plain or encrypted; nothing is opened or altered."""
    page = _first_page(path)
    if _looks_random(page):
        return
    if not page.startswith(MAGIC):
        same = sum(a == b for a, b in zip(page, MAGIC, strict=False))
        if same > 8:
            raise Damaged(path, _("its first bytes were overwritten"))
        raise NotAnEngagement(path)
    if len(page) < 100 or _number(page, 68, 4) != APPLICATION_ID:
        raise NotAnEngagement(path)
    if any(_number(page, at, length) != value for at, length, value in FIXED):
        raise Damaged(path, _("its first bytes were overwritten"))
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists() and path.stat().st_size < PAGE * _number(page, 28, 4):
        raise Damaged(path, _("its end is missing"))


def version_of(path: Path, connection: Any) -> int:
    """The schema version of an open file. Raises NotAnEngagement, NewerFile or Damaged."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAnEngagement(path)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise NewerFile(path)
    if version < 1:
        raise Damaged(path, _("it has no version"))
    return version


def _first_page(path: Path) -> bytes:
    try:
        return first_page.read(path)
    except FileNotFoundError:
        raise Missing(path) from None
    except IsADirectoryError:
        raise NotAnEngagement(path) from None
    except PermissionError:
        raise Unreadable(path, _("there is no permission")) from None
    except OSError:
        raise Unreadable(path, _("the drive does not answer")) from None


def _looks_random(page: bytes) -> bool:
    """A page of random bytes holds all 256 values but for one or two; nothing with a form does."""
    return len(page) == PAGE and not page.startswith((MAGIC, *OTHERS)) and len(set(page)) > 245


def _number(page: bytes, at: int, length: int) -> int:
    formats = {1: ">B", 2: ">H", 4: ">I"}
    return int(struct.unpack_from(formats[length], page, at)[0])
