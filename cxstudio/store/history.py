"""The history in the file: what was done, when and by whom; written with each change."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field
from typing import Any

from cxstudio.store import checksum
from cxstudio.store.changes import Step, Touched, touched_by
from cxstudio.store.patch import Operation, pack_operations, unpack

LARGE = 32_000  # bytes of a packed patch


@dataclass(frozen=True)
class Entry:
    """One row of the history. `step` is "change", "undo", "redo", "restore" or "snapshot".

    `operations` hold whole rows for inserts and deletes, and of an update only
    the attributes that differ; values as they are stored. They are unpacked
    from `patch` when they are asked for: that of an import is large.
    """

    id: int
    at: dt.datetime
    who: str
    step: str
    label: str
    patch: bytes = field(repr=False)

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(Operation(*written) for written in unpack(self.patch))

    @property
    def is_large(self) -> bool:
        """Whether it touched hundreds of records, as an import does."""
        return len(self.patch) > LARGE

    @property
    def touched(self) -> tuple[Touched, ...]:
        return touched_by(self.operations)


def write(connection: Any, step: Step, how: str, who: str) -> int:
    """Write the row of a step, or write it anew when the step grew; by how much the sum moves."""
    at, patch = time.time(), pack_operations(step.operations)
    before = step.history_sum
    if step.history_id:
        statement = "UPDATE history SET at = ?, who = ?, patch = ? WHERE id = ? RETURNING step"
        found = connection.execute(statement, (at, who, patch, step.history_id)).fetchall()
        how = found[0][0]
    else:
        statement = "INSERT INTO history (at, who, step, label, patch) VALUES (?, ?, ?, ?, ?)"
        step.history_id = connection.execute(statement, (at, who, how, step.label, patch)).lastrowid
    values = (step.history_id, at, who, how, step.label, patch)
    step.history_sum = checksum.of_row("history", values)
    return step.history_sum - before


def read(connection: Any, limit: int = 100, before: int | None = None) -> list[Entry]:
    """The last `limit` entries, newest first; those older than entry `before` when given."""
    statement = (
        "SELECT id, at, who, step, label, patch FROM history WHERE id < ? ORDER BY id DESC LIMIT ?"
    )
    bound = before if before is not None else 1 << 62
    return [_entry(*row) for row in connection.execute(statement, (bound, limit)).fetchall()]


def _entry(id: int, at: float, who: str, step: str, label: str, patch: bytes) -> Entry:
    moment = dt.datetime.fromtimestamp(at, dt.UTC).astimezone()
    return Entry(id, moment, who, step, label, patch)
