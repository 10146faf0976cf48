"""SQLAlchemy's side of a connection that is already open."""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool


def engine_on(connection: Any) -> Engine:
    """An SQLAlchemy engine that lives on this one connection."""
    return create_engine(
        "sqlite+pysqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool
    )
