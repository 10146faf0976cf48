"""Putting a finished file in the place of another, so that power loss leaves one of the two."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxstudio.store.errors import NotWritten

_LONGEST = 40  # characters of a name, so that it has room for more within a system's limit


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when all went well.

    Raises NotWritten, a sentence for the user, when the system refuses. Whatever is raised: what
    was there before is as it was, and nothing half-written is left.
    """
    from cxstudio.store.problems import told

    part = path.with_name(f".{path.stem[:_LONGEST]}.part{path.suffix}")
    with told(path, NotWritten, system=True):
        try:
            yield part
            replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def replace(source: Path, target: Path) -> None:
    """Move `source` to `target`, over what is there; on disk when it returns."""
    _sync(source)
    source.replace(target)
    _sync_folder(target.parent)


def copy(source: Path, target: Path) -> None:
    """Copy a closed file; `target` is whole or not there."""
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, part)
        replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened, and needs no sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
