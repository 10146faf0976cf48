"""Operations on rows: what a change did, how it is undone, and how it is written down."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

Row = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One row before and after, whole rows both; None before an insert and after a delete."""

    kind: str
    id: int
    before: Row | None
    after: Row | None

    @property
    def columns(self) -> frozenset[str]:
        """The names of the attributes that differ; empty for inserts and deletes."""
        if self.before is None or self.after is None:
            return frozenset()
        return frozenset(k for k, v in self.after.items() if self.before[k] != v)

    @property
    def inverse(self) -> Operation:
        return Operation(self.kind, self.id, self.after, self.before)


def inverse(operations: Sequence[Operation]) -> list[Operation]:
    return [operation.inverse for operation in reversed(operations)]


def merged(operations: Iterable[Operation]) -> list[Operation]:
    """The same effect with runs of updates on one row folded into one."""
    result: list[Operation] = []
    for operation in operations:
        last = result[-1] if result else None
        if last and _same_row_updated(last, operation):
            result[-1] = Operation(last.kind, last.id, last.before, operation.after)
        else:
            result.append(operation)
    return result


def _same_row_updated(a: Operation, b: Operation) -> bool:
    return (a.kind, a.id) == (b.kind, b.id) and None not in (a.before, a.after, b.before, b.after)


def pack(value: Any) -> bytes:
    """JSON with dates as ISO text, compressed."""
    text = json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))
    return zlib.compress(text.encode(), 1)


def unpack(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def _plain(value: Any) -> str:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written to the history")


def pack_operations(operations: Sequence[Operation]) -> bytes:
    """The patch of a history row: of an update only the attributes that differ."""
    return pack([_written(operation) for operation in operations])


def _written(operation: Operation) -> list[Any]:
    before, after = operation.before, operation.after
    if before is not None and after is not None:
        before = {name: before[name] for name in operation.columns}
        after = {name: after[name] for name in operation.columns}
    return [operation.kind, operation.id, before, after]


def typed(table: Table, row: Row) -> Row:
    """A row read from JSON with its dates as dates again."""
    return {name: _typed(table.c[name].type.python_type, value) for name, value in row.items()}


def _typed(python_type: type, value: Any) -> Any:
    if value is None or not issubclass(python_type, dt.date):
        return value
    return python_type.fromisoformat(value)
