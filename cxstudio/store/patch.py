"""Operations on rows: what a change did, how it is undone, and how it is written down."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from cxstudio.store.rows import Row


class Operation(NamedTuple):
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
    def is_update(self) -> bool:
        return _is_update(self)

    @property
    def inverse(self) -> Operation:
        return Operation(self.kind, self.id, self.after, self.before)


def inverse(operations: Sequence[Operation]) -> list[Operation]:
    return [operation.inverse for operation in reversed(operations)]


def merged(operations: Iterable[Operation]) -> list[Operation]:
    """The same effect with the updates of one row, in a run of updates, folded into one."""
    operations = list(operations)
    if not any(map(_is_update, operations)):  # tens of thousands of comments, as a rule
        return operations
    result: list[Operation] = []
    run: dict[tuple[str, int], int] = {}  # where a row stands in the present run of updates
    for operation in operations:
        key = (operation.kind, operation.id)
        if not operation.is_update:
            run.clear()
            result.append(operation)
        elif key in run:
            first = result[run[key]]
            result[run[key]] = Operation(*key, first.before, operation.after)
        else:
            run[key] = len(result)
            result.append(operation)
    return [op for op in result if not op.is_update or op.columns]


def _is_update(operation: Operation) -> bool:
    return operation[2] is not None and operation[3] is not None


def pack(value: Any) -> bytes:
    """JSON, compressed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 1)


def unpack(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def pack_operations(operations: Sequence[Operation]) -> bytes:
    """The patch of a history row: of an update only the attributes that differ."""
    return pack([_written(one) if _is_update(one) else one for one in operations])


def _written(update: Operation) -> Operation:
    before, after, names = update.before or {}, update.after or {}, sorted(update.columns)
    return Operation(
        update.kind,
        update.id,
        {name: before[name] for name in names},
        {name: after[name] for name in names},
    )
