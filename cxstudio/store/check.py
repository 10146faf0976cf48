"""Examining a file: whether all in it is as it was written."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from cxstudio.i18n import _
from cxstudio.model import coded_classes
from cxstudio.store import checksum, header, history, rows, search, snapshots
from cxstudio.store.claiming import open_connection
from cxstudio.store.engagement_file import copied
from cxstudio.store.errors import Damaged, Unreadable
from cxstudio.store.format import VERSION
from cxstudio.store.problems import told

GARBLED = (driver.Error, zlib.error, ValueError, TypeError, LookupError, OverflowError)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a file, in a sentence."""

    text: str

    def __str__(self) -> str:
        return self.text


def examine(path: Path, key: str | None = None) -> list[Finding]:
    """All that is wrong with the file; an empty list when it is sound.

    Reads through a connection of its own, so it may run in any thread beside a
    program that writes. A file of an older version is looked at page by page
    only. Raises what `open_file` raises for a file that cannot be read at all.
    """
    header.check(path)
    try:
        connection = _copy(path, key)
    except Damaged as problem:
        return [Finding(str(problem))]
    try:
        current = header.version_of(path, connection) == VERSION
        checks = CHECKS if current else CHECKS[:1]
        return [Finding(text) for check in checks for text in _run(check, connection)]
    finally:
        connection.close()


def _copy(path: Path, key: str | None) -> Any:
    """The file at one moment, in memory, so that nobody who writes has to wait."""
    source = open_connection(path, key, read_only=True)
    try:
        with told(path, Unreadable):
            return copied(source, key if header.is_encrypted(path) else None)
    finally:
        source.close()


def _run(check: Callable[[Any], Iterator[str]], connection: Any) -> list[str]:
    try:
        return list(check(connection))
    except GARBLED as error:
        return [_("A part of the file cannot be read ({detail}).").format(detail=error)]


def _pages(connection: Any) -> Iterator[str]:
    for (text,) in connection.execute("PRAGMA integrity_check(5)").fetchall():
        if text != "ok":
            yield _("The pages of the file do not fit together ({detail}).").format(detail=text)


def _schema(connection: Any) -> Iterator[str]:
    if checksum.kept_schema(connection) != checksum.of_schema(connection):
        yield _("The tables of the file are not those that were made.")


def _sum(connection: Any) -> Iterator[str]:
    if not checksum.agrees(connection):
        yield _("The content of the file is not what was written.")


def _references(connection: Any) -> Iterator[str]:
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield _("The {kind} {id} belongs to a {parent} that is not there.").format(
            kind=table, id=row, parent=parent
        )
    if [row["id"] for row in rows.every(connection, "engagement")] != [1]:
        yield _("The file does not hold exactly one engagement.")


def _contents(connection: Any) -> Iterator[str]:
    for sha256, data in connection.execute("SELECT sha256, bytes FROM blob"):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield _("The attachment {name} is damaged.").format(name=sha256[:8])


def _past(connection: Any) -> Iterator[str]:
    for _entry in history.read(connection, limit=-1):
        pass  # each was unpacked
    for entry in snapshots.listed(connection):
        snapshots.rows_of(connection, entry.id)
    return
    yield


def _index(connection: Any) -> Iterator[str]:
    kept = {(kind, id, text) for kind, id, text in connection.execute("SELECT * FROM search")}
    if kept != set(search.entries(connection)):
        yield _("The search index does not fit the content.")


def _counters(connection: Any) -> Iterator[str]:
    last = dict(connection.execute("SELECT letter, last FROM code_counter").fetchall())
    for letter, cls in coded_classes().items():
        query = f'SELECT max(number) FROM "{cls.__tablename__}"'
        if (connection.execute(query).fetchone()[0] or 0) > last.get(letter, 0):
            yield _("The codes {letter} might be given twice.").format(letter=letter)
    given = dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    for kind in rows.kinds():
        highest = connection.execute(f'SELECT max(id) FROM "{kind}"').fetchone()[0] or 0
        if highest > given.get(kind, 0):
            yield _("The records {kind} have ids that were never given.").format(kind=kind)


CHECKS = (_pages, _schema, _sum, _references, _contents, _past, _index, _counters)
