"""Backups: dated copies of each file, in a folder of the user's, thinned with age."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from cxstudio.store import durable, header
from cxstudio.store.claiming import open_connection
from cxstudio.store.connection import MEMORY, connect
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.store.errors import (
    Damaged,
    NotAnEngagement,
    NotBackedUp,
    NotRestored,
    PassphraseNeeded,
)
from cxstudio.store.lock import Lock, user_name
from cxstudio.store.problems import told

NAME = "%Y-%m-%dT%H%M%S"
LATEST = 10
DAYS = 31
EVERY = 3600.0  # seconds of work
PAGES = 1024  # copied at a time; in between somebody may write
ORIGIN = "origin.txt"  # the path of the file that a folder's backups are of


@dataclass(frozen=True)
class Backup:
    """One dated copy of the file at `original`."""

    path: Path
    at: dt.datetime  # local time
    original: Path

    @property
    def is_encrypted(self) -> bool:
        return header.is_encrypted(self.path)


def home() -> Path:
    """The folder of all backups; CXSTUDIO_DATA puts the program's data elsewhere."""
    data = os.environ.get("CXSTUDIO_DATA")
    base = Path(data) if data else platformdirs.user_data_path("CX Studio", appauthor=False)
    return base / "backups"


def folder_of(path: Path) -> Path:
    """The folder of one file's backups."""
    digest = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return home() / f"{path.stem[:40]}-{digest[:12]}"


def list_for(path: Path) -> list[Backup]:
    """The backups of a file, the newest first."""
    return _in_folder(folder_of(path), path.absolute())


def all() -> list[Backup]:
    """Every backup of every file, the newest first."""
    found: list[Backup] = []
    for origin in home().glob(f"*/{ORIGIN}"):
        found += _in_folder(origin.parent, Path(origin.read_text("utf-8")))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def due(file: EngagementFile, now: float | None = None) -> bool:
    """Whether to make a backup: the first since opening, or an hour after the last; none
    while the last one already holds all."""
    if file.read_only or file.path == MEMORY or not file.path.exists():
        return False
    last = next((b.at.timestamp() for b in list_for(file.path)), 0.0)
    if file.path.stat().st_mtime <= last:
        return False
    now = dt.datetime.now().timestamp() if now is None else now  # noqa: DTZ005
    return last < int(file.opened_at) or now - last >= EVERY


def make(file: EngagementFile) -> Backup:
    """Copy an open file with SQLite's backup call, under the same passphrase, and thin out.

    May run in any thread: it reads through a connection of its own and lets
    the writer in between. Raises NotBackedUp, and what `open_file` raises.
    """
    with file.copying:
        folder = made_folder(file.path)
        if file.key:
            _protect(file.path, file.key)
        now = dt.datetime.now().replace(microsecond=0)  # noqa: DTZ005
        while (target := folder / f"{now:{NAME}}.cxs").exists():
            now += dt.timedelta(seconds=1)
        copy_open(file.path, file.key, target)
    _thin_out(folder, now)
    return Backup(target, now, file.path.absolute())


def copy_open(path: Path, key: str | None, target: Path) -> None:
    """Copy a file that may be open, under the same passphrase; `target` is whole or not there."""
    part = target.with_name(f".{target.name}.part")
    source = open_connection(path, key, read_only=True)
    try:
        with told(path, NotBackedUp, system=True):
            part.touch()
            copy = connect(part, key if header.is_encrypted(path) else None)
            try:
                source.backup(copy, pages=PAGES, sleep=0.005)
            finally:
                copy.close()
            durable.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        source.close()


def to_keep(times: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Which backups stay: the last ten, and the last of each day for a month."""
    newest_first = sorted(set(times), reverse=True)
    last_of_day: dict[dt.date, dt.datetime] = {}
    for time in newest_first:
        if now - time <= dt.timedelta(days=DAYS):
            last_of_day.setdefault(time.date(), time)
    return {*newest_first[:LATEST], *last_of_day.values()}


def restore(backup: Path, to_path: Path) -> Path | None:
    """Put a copy of a backup at `to_path`; the file there is copied aside first.

    Returns where the present file was copied to, None when there was none.
    Raises InUse when it is open, NotRestored, and what `open_file` raises for a
    bad file when the backup is one.
    """
    header.check(backup)
    with told(to_path, NotRestored, system=True):
        lock = Lock(to_path, user_name())
        try:
            aside = _put_aside(to_path) if to_path.exists() else None
            # A journal left by a kill belongs to the file that was put aside, not to the new one.
            _journal(to_path).unlink(missing_ok=True)
            durable.copy(backup, to_path)
            return aside
        finally:
            lock.release()


def convert_all(path: Path, old: str | None, new: str | None) -> None:
    """Bring all that the folder of a file's backups holds under another passphrase.

    Copies under a passphrase from before `old` stay as they are; a damaged
    copy that could be read without a passphrase is removed.
    """
    from cxstudio.store.key import convert

    for part in folder_of(path).glob(".*.part*"):
        part.unlink(missing_ok=True)
    for copy in folder_of(path).glob("*.cxs"):
        plain = not header.is_encrypted(copy)
        if plain and new is None:
            continue
        try:
            convert(copy, None if plain else old, new)
        except PassphraseNeeded:
            continue
        except (Damaged, NotAnEngagement):
            if plain:
                copy.unlink()


def _protect(path: Path, key: str) -> None:
    """Nothing readable stays beside an encrypted file, also after a kill while it was encrypted."""
    if any(not header.is_encrypted(copy) for copy in folder_of(path).glob("*.cxs")):
        convert_all(path, key, key)


def _in_folder(folder: Path, original: Path) -> list[Backup]:
    found = []
    for path in folder.glob("*.cxs"):
        try:
            at = dt.datetime.strptime(path.stem, NAME)  # noqa: DTZ007
        except ValueError:
            continue  # a copy put aside under a name of its own
        found.append(Backup(path, at, original))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def made_folder(path: Path) -> Path:
    folder = folder_of(path)
    with told(path, NotBackedUp, system=True):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / ORIGIN).write_text(str(path.absolute()), "utf-8")
    return folder


def _thin_out(folder: Path, now: dt.datetime) -> None:
    backups = _in_folder(folder, folder)
    keep = to_keep((backup.at for backup in backups), now)
    for backup in backups:
        if backup.at not in keep:
            backup.path.unlink(missing_ok=True)


def _put_aside(path: Path) -> Path:
    """A copy of a closed file as it stands, sound or not, with the journal a kill may have left."""
    stamp = f"{dt.datetime.now():{NAME}}"  # noqa: DTZ005
    aside = made_folder(path) / f"{path.stem[:40]} before restore {stamp}.cxs"
    if _journal(path).exists():
        durable.copy(_journal(path), _journal(aside))
    durable.copy(path, aside)
    return aside


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


__all__ = [
    "Backup",
    "all",
    "convert_all",
    "copy_open",
    "due",
    "folder_of",
    "home",
    "list_for",
    "make",
    "restore",
    "to_keep",
]
