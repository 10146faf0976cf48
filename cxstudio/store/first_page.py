"""Reading a file's first bytes without endangering those who have it open.

On POSIX systems, closing any handle to a file drops every lock this process
holds on it, also those of a database connection that is just writing. So the
handle to a file that is open here stays open until the file is closed
(docs/decisions/12-lock.md).
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096  # bytes; SQLite's and SQLCipher's default, and ours

Inode = tuple[int, int]


@dataclass
class _Kept:
    handle: int
    users: int


_kept: dict[Inode, _Kept] = {}
_guard = threading.Lock()


def read(path: Path) -> bytes:
    """The first page of a file, or what there is of it. Raises OSError."""
    with _guard:
        kept = _kept.get(_inode(path))
        if kept:
            return os.pread(kept.handle, PAGE, 0)
        with path.open("rb") as file:
            return file.read(PAGE)


def keep(path: Path) -> Inode | None:
    """Note that a connection to the file is open; None where nothing has to be noted."""
    if os.name != "posix" or not path.exists():
        return None
    with _guard:
        inode = _inode(path)
        if inode in _kept:
            _kept[inode].users += 1
        else:
            _kept[inode] = _Kept(os.open(path, os.O_RDONLY | os.O_CLOEXEC), 1)
        return inode


def let_go(inode: Inode | None) -> None:
    """Note that the connection is closed."""
    if inode is None:
        return
    with _guard:
        _kept[inode].users -= 1
        if not _kept[inode].users:
            os.close(_kept.pop(inode).handle)


def _inode(path: Path) -> Inode:
    found = path.stat()
    return found.st_dev, found.st_ino
