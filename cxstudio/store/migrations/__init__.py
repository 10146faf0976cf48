"""Bringing files of earlier versions up to date; imported only when one is opened.

Each version has a module in `versions` with `revision` (the schema version it
leads to) and `upgrade()`, written with Alembic's operations. The version of a
file is its `user_version`, so no table of Alembic's stands in it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations

from cxstudio.store import backup, checksum, search
from cxstudio.store.engine import engine_on
from cxstudio.store.format import APPLICATION_ID, VERSION
from cxstudio.store.migrations import versions


def steps() -> list[ModuleType]:
    """The modules of all versions, the first first."""
    names = sorted(module.name for module in pkgutil.iter_modules(versions.__path__))
    return [import_module(f"{versions.__name__}.{name}") for name in names]


def keep_copy(path: Path, key: str | None) -> Path:
    """Copy the file aside, into the folder of its backups, before it is brought up to date."""
    folder = backup.made_folder(path)
    target = folder / f"{path.stem[:40]} before upgrade to {VERSION}.cxs"
    backup.copy_open(path, key, target)
    return target


def upgrade(
    connection: Any, to: int = VERSION, modules: Sequence[ModuleType] | None = None
) -> None:
    """Bring a file from the version it has to version `to`, in one transaction.

    Raises the driver's errors, and ValueError when the content is not what was
    written; then the file is as it was.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # altering a table may make it anew
    try:
        with engine_on(connection).connect() as alchemy:
            connection.execute("BEGIN IMMEDIATE")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version and not checksum.agrees(connection):
                raise ValueError("the content is not what was written")
            with Operations.context(MigrationContext.configure(alchemy)):
                for module in steps() if modules is None else modules:
                    if version < int(module.revision) <= to:
                        module.upgrade()
            _settle(connection, to)
            connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _settle(connection: Any, version: int) -> None:
    """Make anew what follows from the rows, and say which version they are in."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    if version == VERSION:
        search.rebuild(connection)
    checksum.keep(connection, checksum.of_file(connection))
    checksum.keep_schema(connection)
