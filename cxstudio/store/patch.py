"""Operations on rows: what a change did, how it is undone, and how it is written down."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cxstudio.store.rows import Row


@dataclass(frozen=True)
class Operation:
    """One row before and after, whole rows both; None before an insert and after a delete."""

    kind: str
    id: int
    before: Row | None
    after: Row | None

    @cached_property
    def columns(self) -> frozenset[str]:
        """The names of the attributes that differ; empty for inserts and deletes."""
        if self.before is None or self.after is None:
            return frozenset()
        return frozenset(k for k, v in self.after.items() if self.before[k] != v)

    @property
    def is_update(self) -> bool:
        return self.before is not None and self.after is not None

    @property
    def inverse(self) -> Operation:
        return Operation(self.kind, self.id, self.after, self.before)


def inverse(operations: Sequence[Operation]) -> list[Operation]:
    return [operation.inverse for operation in reversed(operations)]


def merged(operations: Iterable[Operation]) -> list[Operation]:
    """The same effect with the updates of one row, in a run of updates, folded into one."""
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


def pack(value: Any) -> bytes:
    """JSON, compressed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 1)


def unpack(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def pack_operations(operations: Sequence[Operation]) -> bytes:
    """The patch of a history row: of an update only the attributes that differ."""
    return pack([_written(operation) for operation in operations])


def _written(operation: Operation) -> list[Any]:
    before, after = operation.before, operation.after
    if before is not None and after is not None:
        before = {name: before[name] for name in sorted(operation.columns)}
        after = {name: after[name] for name in sorted(operation.columns)}
    return [operation.kind, operation.id, before, after]
