"""One number over all rows, kept with every change, so that a flipped bit cannot go unseen.

The sum is commutative: a change subtracts the rows it replaced and adds the new
ones, so keeping it costs nothing, and a check adds up the whole file anew. It
runs over the records and over history, snapshots, code counters and the names
of attachments' contents (docs/decisions/11-checksum.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from cxstudio.store.patch import Operation
from cxstudio.store.tables import metadata

MODULUS = 1 << 64

BESIDE = {  # what the sum takes of the tables beside the records
    "history": "SELECT id, at, who, step, label, patch FROM history",
    "snapshot": "SELECT id, at, who, name, rows FROM snapshot",
    "code_counter": "SELECT letter, last FROM code_counter",
    "blob": "SELECT sha256 FROM blob",
}


def of_row(kind: str, values: Iterable[Any]) -> int:
    plain = (kind, *values)
    if bytes in map(type, plain):
        plain = tuple(blake2b(v).digest() if isinstance(v, bytes) else v for v in plain)
    text = repr(plain).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def moved_by(operations: Sequence[Operation]) -> int:
    """By how much `operations` move the sum."""
    after = ((kind, *row.values()) for kind, _id, _row, row in operations if row is not None)
    before = ((kind, *row.values()) for kind, _id, row, _row in operations if row is not None)
    return _of_rows(after) - _of_rows(before)


def _of_rows(rows: Iterable[tuple[Any, ...]]) -> int:
    """What `of_row` gives for all of them; records hold no bytes. Written for tens of thousands."""
    texts = (text.encode("utf-8", "surrogatepass") for text in map(repr, rows))
    return sum(int.from_bytes(blake2b(text, digest_size=8).digest(), "big") for text in texts)


def of_file(connection: Any) -> int:
    """The sum over the file, counted anew; for files of any version."""
    total = 0
    for kind in _kinds(connection):
        columns = sorted(row[1] for row in connection.execute(f'PRAGMA table_info("{kind}")'))
        names = ", ".join(f'"{name}"' for name in columns)
        found = connection.execute(f'SELECT {names} FROM "{kind}"')
        total += sum(of_row(kind, values) for values in found)
    for name, query in BESIDE.items():
        total += sum(of_row(name, values) for values in connection.execute(query))
    return total % MODULUS


def _kinds(connection: Any) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    found = [name for (name,) in connection.execute(query).fetchall()]
    return [name for name in found if name not in metadata.tables and name[:7] != "sqlite_"]


def kept(connection: Any) -> int:
    """The sum the file says it has. Raises ValueError when it says none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'checksum'").fetchone()
    return int(row[0]) if row else int("")


def move(connection: Any, by: int) -> None:
    keep(connection, (kept(connection) + by) % MODULUS)


def keep(connection: Any, total: int) -> None:
    statement = "INSERT OR REPLACE INTO meta (key, value) VALUES ('checksum', ?)"
    connection.execute(statement, (str(total),))


def of_schema(connection: Any) -> str:
    """A digest of all that was ever created in the file: tables, indexes and their columns."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    text = repr(connection.execute(query).fetchall())
    return blake2b(text.encode(), digest_size=16).hexdigest()


def kept_schema(connection: Any) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    return str(row[0]) if row else ""


def keep_schema(connection: Any) -> None:
    statement = "INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)"
    connection.execute(statement, (of_schema(connection),))


def agrees(connection: Any) -> bool:
    """Whether the rows are those that were written."""
    try:
        return kept(connection) == of_file(connection)
    except ValueError:  # the sum itself was overwritten
        return False
