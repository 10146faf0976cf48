"""Claiming an engagement file: refuse what is none, take the lock, bring it up to date.

Knows nothing of SQLAlchemy, so that the window can show which engagement is open
before that large library is loaded.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from cxstudio.i18n import _
from cxstudio.store import header, problems
from cxstudio.store.connection import connect
from cxstudio.store.errors import (
    Damaged,
    PassphraseNeeded,
    Unreadable,
    Unwritable,
    WriteProtected,
)
from cxstudio.store.format import VERSION
from cxstudio.store.lock import Lock, user_name


@dataclass
class Claim:
    """A file that is ours: its connection, with the right key and in the present version."""

    path: Path
    connection: Any
    key: str | None
    lock: Lock | None
    read_only: bool

    @property
    def names(self) -> tuple[str, str]:
        """The client and the title of the engagement."""
        row = self.connection.execute("SELECT client, title FROM engagement").fetchone()
        return str(row[0]), str(row[1])

    def release(self) -> None:
        """Give the file back, when it will not be opened after all."""
        self.connection.close()
        if self.lock:
            self.lock.release()


def claim(
    path: Path, key: str | None = None, *, read_only: bool = False, verify: bool = False
) -> Claim:
    """Claim the file at `path`; `key` is its passphrase.

    `verify` reads all of it first and raises Damaged at anything wrong. A file
    that is refused is left as it was. Raises Missing, NotAnEngagement, Damaged,
    NewerFile, PassphraseNeeded, InUse (open it `read_only` then),
    WriteProtected (likewise) and Unreadable.
    """
    path = Path(path)
    header.check(path)
    key = key if header.is_encrypted(path) else None
    lock = None if read_only else _locked(path)
    try:
        if lock:
            _clear(path)
        if verify:
            _verify(path, key)
        return Claim(path, _current(path, key, read_only), key, lock, read_only)
    except BaseException:
        if lock:
            lock.release()
        raise


def open_connection(path: Path, key: str | None, *, read_only: bool) -> Any:
    """A connection that has read the file's first page with the right key."""
    encrypted = header.is_encrypted(path)
    if encrypted and not key:
        raise PassphraseNeeded(path, wrong=False)
    key = key if encrypted else None
    try:
        try:
            return _connected(path, key, read_only)
        except driver.OperationalError:
            if not read_only or not _journal(path).exists():
                raise
            _connected(path, key, False).close()  # takes back what a killed program left undone
            return _connected(path, key, True)
    except problems.DRIVER_ERRORS as error:
        if encrypted and problems.primary_code(error) == problems.NOT_A_DATABASE:
            raise PassphraseNeeded(path, wrong=True) from error
        found = problems.problem(path, error, Unreadable)
        raise found or Damaged(path, str(error)) from error


def _connected(path: Path, key: str | None, read_only: bool) -> Any:
    connection = connect(path, key, read_only=read_only)
    try:
        header.version_of(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _current(path: Path, key: str | None, read_only: bool) -> Any:
    """A connection to the file in the present version."""
    connection = open_connection(path, key, read_only=read_only)
    try:
        if header.version_of(path, connection) < VERSION:
            from cxstudio.store import migrations
            from cxstudio.store.engagement_file import copied

            if read_only:
                old, connection = connection, copied(connection, key)
                old.close()
            else:
                migrations.keep_copy(path, key)
            with problems.told(path, Unreadable if read_only else Unwritable):
                try:
                    migrations.upgrade(connection)
                except ValueError as error:
                    raise Damaged(path, _("its content is not what was written")) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _locked(path: Path) -> Lock:
    if not os.access(path, os.W_OK):
        raise WriteProtected(path)
    try:
        return Lock(path, user_name())
    except OSError:
        raise WriteProtected(path) from None


def _verify(path: Path, key: str | None) -> None:
    from cxstudio.store import check

    found = check.examine(path, key)
    if found:
        raise Damaged(path, found[0].text)


def leftovers(path: Path) -> tuple[Path, Path]:
    """The files that a kill while the passphrase was being changed may leave beside `path`."""
    return path.with_name(f".{path.name}.new"), path.with_name(f".{path.name}.new-journal")


def _clear(path: Path) -> None:
    for leftover in leftovers(path):
        leftover.unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
