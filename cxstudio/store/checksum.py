"""One number over all rows, kept with every change, so that a flipped bit cannot go unseen.

The sum is commutative: a change subtracts the rows it replaced and adds the new
ones, so keeping it costs nothing, and a check adds up the whole file anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection, select

from cxstudio.model import Base
from cxstudio.store.patch import Operation, Row

MODULUS = 1 << 64


def of_row(kind: str, row: Row) -> int:
    digest = blake2b(repr((kind, *row.values())).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def moved(total: int, operations: Iterable[Operation]) -> int:
    """The sum after `operations`."""
    for operation in operations:
        if operation.before is not None:
            total -= of_row(operation.kind, operation.before)
        if operation.after is not None:
            total += of_row(operation.kind, operation.after)
    return total % MODULUS


def of_file(connection: Connection) -> int:
    """The sum over every record of the file, counted anew."""
    total = 0
    for table in Base.metadata.sorted_tables:
        for row in connection.execute(select(table)):
            total += of_row(table.name, dict(row._mapping))
    return total % MODULUS
