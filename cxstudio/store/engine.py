"""SQLAlchemy's side of a connection that is already open."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Dialect, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

_STATEMENTS: LRUCache[Any, Any] = LRUCache(1000)


def engine_on(connection: Any) -> Engine:
    """An SQLAlchemy engine that lives on this one connection.

    A statement is compiled once for all files: its dialect is part of what it is found by.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connection,
        poolclass=StaticPool,
        execution_options={"compiled_cache": _STATEMENTS},
    )
    engine.dialect = _dialect()
    return engine


@cache
def _dialect() -> Dialect:
    """The dialect of every file; it has asked the driver what it can do."""
    engine = create_engine("sqlite+pysqlite://", module=driver)
    engine.connect().close()
    engine.dispose()
    return engine.dialect
