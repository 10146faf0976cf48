"""Putting a finished file in the place of another, so that power loss leaves one of the two."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


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
