"""Applying operations to the database as they stand, below the mapped classes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from cxstudio.store import rows
from cxstudio.store.patch import Operation


def apply(driver_connection: Any, operations: Iterable[Operation]) -> None:
    """Write each operation's `after`, in an open transaction.

    Foreign keys are held to at its end. Raises LookupError when a row is not there.
    """
    driver_connection.execute("PRAGMA defer_foreign_keys = ON")
    for (kind, how), run in groupby(operations, lambda one: (one.kind, _how(one))):
        if how == "delete":
            rows.delete(driver_connection, kind, [operation.id for operation in run])
        elif how == "insert":
            rows.insert(driver_connection, kind, [one.after for one in run if one.after])
        else:
            for one in run:
                rows.update(driver_connection, kind, one.id, one.after or {}, sorted(one.columns))


def _how(operation: Operation) -> str:
    if operation.after is None:
        return "delete"
    return "insert" if operation.before is None else "update"
