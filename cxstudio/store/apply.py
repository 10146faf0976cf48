"""Applying operations to the database as they stand, below the mapped classes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxstudio.store import rows
from cxstudio.store.patch import Operation


def apply(driver_connection: Any, operations: Iterable[Operation]) -> None:
    """Write each operation's `after`, in an open transaction.

    Foreign keys are held to at its end. Raises LookupError when a row is not there.
    """
    driver_connection.execute("PRAGMA defer_foreign_keys = ON")
    for operation in operations:
        kind, id, after = operation.kind, operation.id, operation.after
        if after is None:
            rows.delete(driver_connection, kind, id)
        elif operation.before is None:
            rows.insert(driver_connection, kind, [after])
        else:
            rows.update(driver_connection, kind, id, after, sorted(operation.columns))
