"""Rows as the database holds them, read and written below the mapped classes.

Values are storage values (dates as ISO text, truth as 0 and 1), so that a row
can be written down as JSON, summed and put back without loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Any

from cxstudio.model import Base

Row = dict[str, Any]
AT_ONCE = 40
"""Rows that one statement inserts: many at once take two thirds of the time."""


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """The names of a kind's attributes, sorted: the order does not hang on how a table was made."""
    return tuple(sorted(Base.metadata.tables[kind].columns.keys()))


@cache
def kinds() -> tuple[str, ...]:
    """All kinds of record, those that others refer to first."""
    return tuple(table.name for table in Base.metadata.sorted_tables)


@cache
def _select(kind: str) -> str:
    return f"SELECT {_names(columns_of(kind))} FROM {_name(kind)}"


def read(driver_connection: Any, kind: str, id: int) -> Row | None:
    found = driver_connection.execute(f"{_select(kind)} WHERE id = ?", (id,)).fetchone()
    return None if found is None else dict(zip(columns_of(kind), found, strict=True))


def every(driver_connection: Any, kind: str) -> Iterator[Row]:
    """All rows of a kind by id."""
    names = columns_of(kind)
    for values in driver_connection.execute(f"{_select(kind)} ORDER BY id"):
        yield dict(zip(names, values, strict=True))


def ids_where(driver_connection: Any, kind: str, values: dict[str, Any]) -> list[int]:
    """The ids of the rows that have all these values."""
    found = driver_connection.execute(_ids(kind, tuple(values)), tuple(values.values()))
    return [id for (id,) in found.fetchall()]


@cache
def _ids(kind: str, names: tuple[str, ...]) -> str:
    holds = " AND ".join(f"{_name(name)} = ?" for name in names)
    return f"SELECT id FROM {_name(kind)} WHERE {holds} ORDER BY id"


def linked_kinds(driver_connection: Any) -> frozenset[str]:
    """The kinds that a link begins or ends at."""
    query = "SELECT source_kind FROM link UNION SELECT target_kind FROM link"
    return frozenset(kind for (kind,) in driver_connection.execute(query).fetchall())


def last_id(driver_connection: Any, kind: str) -> int:
    """The highest id that a kind ever gave; 0 before the first."""
    found = driver_connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (kind,))
    row = found.fetchone()
    return 0 if row is None else int(row[0])


def insert(driver_connection: Any, kind: str, rows: Iterable[Row]) -> None:
    names = columns_of(kind)
    values = list(map(itemgetter(*names), rows))
    many = len(values) - len(values) % AT_ONCE
    grouped = (values[at : at + AT_ONCE] for at in range(0, many, AT_ONCE))
    chained = (tuple(chain.from_iterable(group)) for group in grouped)
    driver_connection.executemany(_insert(kind, names, AT_ONCE), chained)
    driver_connection.executemany(_insert(kind, names, 1), values[many:])


def update(driver_connection: Any, kind: str, id: int, row: Row, names: Sequence[str]) -> None:
    values = [row[name] for name in names]
    done = driver_connection.execute(_update(kind, tuple(names)), (*values, id))
    _must_be_one(done, kind, id)


def delete(driver_connection: Any, kind: str, ids: Sequence[int]) -> None:
    """Delete rows. Raises LookupError when one of them is not there."""
    statement = f"DELETE FROM {_name(kind)} WHERE id = ?"
    done = driver_connection.executemany(statement, [(id,) for id in ids])
    if ids and done.rowcount != len(ids):
        raise LookupError(f"there are not {len(ids)} {kind} of these ids: {ids[0]} …")


def _must_be_one(done: Any, kind: str, id: int) -> None:
    if done.rowcount != 1:
        raise LookupError(f"there is no {kind} {id}")


@cache
def _insert(kind: str, names: tuple[str, ...], count: int) -> str:
    marks = ", ".join([f"({', '.join('?' * len(names))})"] * count)
    return f"INSERT INTO {_name(kind)} ({_names(names)}) VALUES {marks}"


@cache
def _update(kind: str, names: tuple[str, ...]) -> str:
    assignments = ", ".join(f"{_name(name)} = ?" for name in names)
    return f"UPDATE {_name(kind)} SET {assignments} WHERE id = ?"


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return f'"{name}"'
