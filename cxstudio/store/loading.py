"""Loading one record by id: what the mapper does, without the query it builds each time.

Forms and changes read single records all the time; this takes a fifth of the
time of `Session.get`, which is most of what a change of one field costs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.orm import Session, class_mapper, make_transient_to_detached

from cxstudio.model import Record
from cxstudio.store import rows

R = TypeVar("R", bound=Record)
Processor = Callable[[Any], Any]


def load(session: Session, driver_connection: Any, cls: type[R], id: int) -> R | None:
    """The record, in the session; None when it is gone."""
    mapper = class_mapper(cls)  # configures the mappers, when this is the first read
    if mapper.identity_key_from_primary_key((id,)) in session.identity_map:
        return session.get(cls, id)
    row = rows.read(driver_connection, cls.__tablename__, id)
    if row is None:
        return None
    record = mapper.class_manager.new_instance()
    vars(record).update(
        (name, processor(row[name]) if processor else row[name])
        for name, processor in _processors(cls)
    )
    make_transient_to_detached(record)
    session.add(record)
    return record


@cache
def _processors(cls: type[Record]) -> tuple[tuple[str, Processor | None], ...]:
    """How the stored value of each attribute becomes the one in Python."""
    columns = inspect(cls).columns
    return tuple(
        (c.name, c.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)) for c in columns
    )


_DIALECT = dialect()
