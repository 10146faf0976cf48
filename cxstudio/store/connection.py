"""Opening the database: SQLCipher's driver for plain and encrypted files alike.

Durability: the rollback journal is deleted at every commit with
`synchronous = EXTRA`, so a confirmed change survives power loss, and the file
alone is the whole engagement between two changes (docs/decisions/10-journal.md).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

MEMORY = Path(":memory:")

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA temp_store = MEMORY",  # nothing readable outside the file
    "PRAGMA cache_size = -32000",  # KiB: a whole engagement, so that a search reads it once
)


def connect(
    path: Path, key: str | None, *, read_only: bool = False, any_thread: bool = False
) -> Any:
    """A driver connection with the program's settings. Raises the driver's errors."""
    connection = driver.connect(
        _uri(path, read_only), uri=True, timeout=10, check_same_thread=not any_thread
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # errors are raised, not printed
        if key is not None:
            connection.execute(f"PRAGMA key = {quoted(key)}")
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def quoted(text: str) -> str:
    """SQL text literal, for pragmas, which take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def _uri(path: Path, read_only: bool) -> str:
    if path == MEMORY:
        return "file::memory:"
    return f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
