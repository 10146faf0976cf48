"""Opening an engagement file: refuse what is none, take the lock, bring it up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cxstudio.store import header, problems
from cxstudio.store.connection import connect, driver
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.store.errors import Damaged, PassphraseNeeded, WriteProtected
from cxstudio.store.lock import Lock, user_name


def open_file(
    path: Path, key: str | None = None, *, read_only: bool = False, verify: bool = False
) -> EngagementFile:
    """The engagement in the file at `path`; `key` is its passphrase.

    `verify` reads all of it and raises Damaged at the first thing that is
    wrong. A file that is refused is left as it was. Raises Missing,
    NotAnEngagement, Damaged, NewerFile, PassphraseNeeded, InUse (open it
    `read_only` then), WriteProtected (likewise) and Unreadable.
    """
    path = Path(path)
    header.check(path)
    lock = None if read_only else _locked(path)
    try:
        connection = open_connection(path, key, read_only=read_only)
        file = EngagementFile(path, connection, read_only=read_only, key=key, lock=lock)
    except BaseException:
        if lock:
            lock.release()
        raise
    return file


def _locked(path: Path) -> Lock:
    try:
        lock = Lock(path, user_name())
        with path.open("r+b"):
            return lock
    except OSError:
        raise WriteProtected(path) from None


def open_connection(path: Path, key: str | None, *, read_only: bool) -> Any:
    """A connection that has read the file's first page with the right key."""
    encrypted = header.is_encrypted(path)
    if encrypted and not key:
        raise PassphraseNeeded(path, wrong=False)
    connection = None
    try:
        connection = connect(path, key if encrypted else None, read_only=read_only)
        header.version_of(path, connection)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, driver.Error):
            raise _refusal(path, error, encrypted) from error
        raise
    return connection


def _refusal(path: Path, error: driver.Error, encrypted: bool) -> Exception:
    if encrypted and problems.primary_code(error) == problems.NOT_A_DATABASE:
        return PassphraseNeeded(path, wrong=True)
    return problems.problem(path, error, writing=False) or Damaged(path, str(error))
