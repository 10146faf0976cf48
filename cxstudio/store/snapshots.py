"""Named snapshots: all records as they were at a moment, kept in the file."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cxstudio.model import Base
from cxstudio.store import checksum, rows
from cxstudio.store.patch import Operation, pack, unpack
from cxstudio.store.rows import Row


@dataclass(frozen=True)
class Snapshot:
    """What a snapshot is called, when and by whom it was taken."""

    id: int
    at: dt.datetime
    who: str
    name: str


def take(connection: Any, name: str, who: str) -> tuple[int, int]:
    """Write a snapshot, in an open transaction: its id, and by how much the checksum moves."""
    data = pack({kind: list(rows.every(connection, kind)) for kind in rows.kinds()})
    at = time.time()
    statement = "INSERT INTO snapshot (at, who, name, rows) VALUES (?, ?, ?, ?)"
    id = int(connection.execute(statement, (at, who, name, data)).lastrowid)
    return id, checksum.of_row("snapshot", (id, at, who, name, data))


def listed(connection: Any) -> list[Snapshot]:
    """All snapshots, the newest first."""
    statement = "SELECT id, at, who, name FROM snapshot ORDER BY id DESC"
    return [
        Snapshot(id, dt.datetime.fromtimestamp(at, dt.UTC).astimezone(), who, name)
        for id, at, who, name in connection.execute(statement).fetchall()
    ]


def name_of(connection: Any, id: int) -> str:
    """Raises LookupError when there is no such snapshot."""
    return str(_found(connection, "name", id))


def rows_of(connection: Any, id: int) -> dict[str, list[Row]]:
    """The rows of a snapshot by kind, with the attributes records have today.

    Raises LookupError when there is no such snapshot.
    """
    kept = unpack(_found(connection, "rows", id))
    return {kind: [_today(kind, row) for row in kept.get(kind, [])] for kind in rows.kinds()}


def _found(connection: Any, column: str, id: int) -> Any:
    row = connection.execute(f"SELECT {column} FROM snapshot WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise LookupError(f"there is no snapshot {id}")
    return row[0]


def _today(kind: str, row: Row) -> Row:
    """A row of an older version: attributes that came later have their defaults."""
    return {
        name: row[name] if name in row else _default(kind, name) for name in rows.columns_of(kind)
    }


def _default(kind: str, name: str) -> Any:
    default = Base.metadata.tables[kind].c[name].default
    value = getattr(default, "arg", None)
    return int(value) if isinstance(value, bool) else value


def differences(connection: Any, wanted: dict[str, list[Row]]) -> list[Operation]:
    """What has to be done so that the records are `wanted`.

    Parents come before their children are added, and go after all else has
    moved away from them, so that no deletion takes along what stays.
    """
    added, altered, removed = [], [], []
    for kind in rows.kinds():
        now = {row["id"]: row for row in rows.every(connection, kind)}
        then = {row["id"]: row for row in wanted[kind]}
        added += [Operation(kind, i, None, then[i]) for i in _missing(then, now)]
        removed += [Operation(kind, i, now[i], None) for i in _missing(now, then)]
        both = (i for i in then if i in now and now[i] != then[i])
        altered += [Operation(kind, i, now[i], then[i]) for i in both]
    return [*added, *altered, *reversed(removed)]


def _missing(ids: Iterable[int], others: dict[int, Row]) -> Iterator[int]:
    return (i for i in ids if i not in others)
