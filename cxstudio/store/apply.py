"""Applying operations to the database as they stand, below the mapped classes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, update

from cxstudio.model import Base
from cxstudio.store.patch import Operation


def apply(connection: Connection, operations: Iterable[Operation]) -> None:
    """Write each operation's `after`; foreign keys are held to at the end."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for operation in operations:
        table = Base.metadata.tables[operation.kind]
        row = table.c.id == operation.id
        if operation.after is None:
            connection.execute(delete(table).where(row))
        elif operation.before is None:
            connection.execute(insert(table).values(**operation.after))
        else:
            values = {name: operation.after[name] for name in operation.columns}
            connection.execute(update(table).where(row).values(**values))
