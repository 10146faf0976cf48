"""The engagement file: open it, read by id, write in `change()`, undo, be told."""

from __future__ import annotations

import getpass
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from cxstudio.model import Base, Engagement, Record
from cxstudio.store import checksum, search
from cxstudio.store.apply import apply
from cxstudio.store.changes import Change, ChangeSet, Step, touched_by
from cxstudio.store.connection import MEMORY, connect, engine_on
from cxstudio.store.errors import Unwritable
from cxstudio.store.patch import Operation, inverse, merged, pack_operations
from cxstudio.store.recording import RECORDER, Recorder
from cxstudio.store.tables import APPLICATION_ID, VERSION, blob, history, meta, metadata

R = TypeVar("R", bound=Record)
Listener = Callable[[ChangeSet], None]


class EngagementFile:
    """One engagement in one file. Belongs to the thread that opened it.

    Make one with `create` or `store.opening.open_file`; use it as a context
    manager or call `close`. Work off the thread reads `in_memory()`, a copy.
    """

    def __init__(self, path: Path, connection: Any, *, read_only: bool, who: str | None = None):
        self.path = path
        self.read_only = read_only
        self.who = who or getpass.getuser()
        self.saved_at: float | None = None
        self.undo_steps: list[Step] = []
        self.redo_steps: list[Step] = []
        self._driver_connection = connection
        self._engine = engine_on(connection)
        self.session = Session(self._engine, autoflush=False, expire_on_commit=True)
        self._listeners: list[Listener] = []
        self._on_close: list[Callable[[], None]] = []
        self._open_change: Change | None = None

    # -- life ----------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        client: str,
        title: str = "",
        language: str = "en",
        key: str | None = None,
    ) -> EngagementFile:
        """A new file with an empty engagement. Raises FileExistsError when there is one."""
        if path != MEMORY:
            with path.open("xb"):
                pass
        file = cls(path, connect(path, key), read_only=False)
        file._lay_out()
        with file.change("New engagement") as change:
            change.add(
                Engagement(id=1, client=client, title=title or client, report_language=language)
            )
        file.undo_steps.clear()
        return file

    def _lay_out(self) -> None:
        with self._engine.begin() as connection:
            Base.metadata.create_all(connection)
            metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
            connection.execute(insert(meta).values(key="checksum", value="0"))

    def __enter__(self) -> EngagementFile:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def when_closed(self, action: Callable[[], None]) -> None:
        """Have `action` called after the file is closed, last registered first."""
        self._on_close.append(action)

    def close(self) -> None:
        self.session.close()
        self._engine.dispose()
        self._driver_connection.close()
        while self._on_close:
            self._on_close.pop()()

    # -- reading -------------------------------------------------------------

    def get(self, cls: type[R], id: int | None) -> R | None:
        """The record, or None when it is gone. Use it at once; keep its id, not the instance."""
        return None if id is None else self.session.get(cls, id)

    def one(self, cls: type[R], id: int) -> R:
        """The record. Raises LookupError when it is gone."""
        record = self.session.get(cls, id)
        if record is None:
            raise LookupError(f"there is no {cls.__tablename__} {id}")
        return record

    @property
    def engagement(self) -> Engagement:
        return self.one(Engagement, 1)

    def all(self, cls: type[R], *where: Any, order_by: Any = None) -> list[R]:
        """The records of a class, in the user's order where there is one, else by id."""
        order = order_by if order_by is not None else _natural_order(cls)
        order = order if isinstance(order, tuple) else (order,)
        return list(self.session.scalars(select(cls).where(*where).order_by(*order)))

    def count(self, cls: type[Record], *where: Any) -> int:
        return self.session.scalar(select(func.count()).select_from(cls).where(*where)) or 0

    def rows(self, query: Select[Any]) -> list[Any]:
        """The rows of any select, for lists and figures that need only some columns."""
        return list(self.session.execute(query))

    def search(self, query: str, limit: int = 50) -> list[search.Hit]:
        return search.find(self.session.connection(), query, limit)

    def blob(self, sha256: str) -> bytes:
        """The bytes of an attachment. Raises LookupError when they are not in the file."""
        data = self.session.scalar(select(blob.c.bytes).where(blob.c.sha256 == sha256))
        if data is None:
            raise LookupError(f"there is no content {sha256[:8]}…")
        return bytes(data)

    # -- writing -------------------------------------------------------------

    @contextmanager
    def change(self, label: str, merge: tuple[object, ...] | None = None) -> Iterator[Change]:
        """One transaction, one undo step, one history row, one notification.

        A change inside a change joins it. Changes in a row with the same
        `merge` key (typing in one field) become one undo step, until
        `end_merge`. An exception undoes all of it and is raised on.
        """
        if self._open_change is not None:
            yield self._open_change
            return
        recorder = Recorder()
        self.session.rollback()
        self.session.info[RECORDER] = recorder
        self._open_change = Change(self.session, label)
        try:
            self._begin()
            yield self._open_change
            self.session.flush()
            operations = merged(recorder.operations)
            if operations:
                step = self._step(label, operations, merge)
                self._commit(step, "change", operations)
        except DatabaseError as error:
            self.session.rollback()
            raise Unwritable(self.path, str(error.orig)) from error
        except BaseException:
            self.session.rollback()
            raise
        finally:
            self._open_change = None
            del self.session.info[RECORDER]
            if not recorder.operations:
                self.session.rollback()
        if operations:
            self._notify("change", label, operations)

    def _step(
        self, label: str, operations: list[Operation], merge: tuple[object, ...] | None
    ) -> Step:
        self.redo_steps.clear()
        last = self.undo_steps[-1] if self.undo_steps else None
        if last and merge is not None and last.merge == merge:
            last.operations = merged([*last.operations, *operations])
            return last
        step = Step(label, operations, merge)
        self.undo_steps.append(step)
        return step

    def end_merge(self) -> None:
        """From now on the next change is a step of its own."""
        if self.undo_steps:
            self.undo_steps[-1].merge = None

    def put_blob(self, data: bytes) -> str:
        """Keep bytes in the file, inside an open change; returns their SHA-256."""
        digest = hashlib.sha256(data).hexdigest()
        statement = upsert(blob).values(sha256=digest, bytes=data).on_conflict_do_nothing()
        self.session.execute(statement)
        return digest

    # -- undo ----------------------------------------------------------------

    def undo(self) -> ChangeSet | None:
        """Take the last step back; None when there is none."""
        return self._replay(self.undo_steps, self.redo_steps, "undo")

    def redo(self) -> ChangeSet | None:
        """Do again what was last undone; None when there is nothing."""
        return self._replay(self.redo_steps, self.undo_steps, "redo")

    def _replay(self, from_steps: list[Step], to_steps: list[Step], how: str) -> ChangeSet | None:
        if not from_steps:
            return None
        step = from_steps[-1]
        operations = inverse(step.operations) if how == "undo" else step.operations
        self._write(how, step.label, operations)
        from_steps.pop()
        step.merge, step.history_id = None, 0
        to_steps.append(step)
        return self._notify(how, step.label, operations)

    def perform(self, step: str, label: str, operations: list[Operation]) -> None:
        """Apply ready operations as one undoable step (restoring a snapshot)."""
        if operations:
            self._write(step, label, operations)
            self.redo_steps.clear()
            self.undo_steps.append(Step(label, operations))
            self._notify(step, label, operations)

    def _write(self, how: str, label: str, operations: list[Operation]) -> None:
        self.session.rollback()
        try:
            self._begin()
            apply(self.session.connection(), operations)
            self._commit(Step(label, operations), how, operations)
        except DatabaseError as error:
            self.session.rollback()
            raise Unwritable(self.path, str(error.orig)) from error
        except BaseException:
            self.session.rollback()
            raise
        self.session.expunge_all()

    # -- the transaction -----------------------------------------------------

    def _begin(self) -> None:
        self.session.connection().exec_driver_sql("BEGIN IMMEDIATE")

    def _commit(self, step: Step, how: str, operations: list[Operation]) -> None:
        connection = self.session.connection()
        search.index(connection, operations)
        self._move_checksum(connection, operations)
        self._write_history(connection, step, how)
        self.session.commit()
        self.saved_at = time.time()

    def _move_checksum(self, connection: Connection, operations: list[Operation]) -> None:
        row = meta.c.key == "checksum"
        total = int(connection.execute(select(meta.c.value).where(row)).scalar_one())
        total = checksum.moved(total, operations)
        connection.execute(update(meta).where(row).values(value=str(total)))

    def _write_history(self, connection: Connection, step: Step, how: str) -> None:
        patch = pack_operations(step.operations)
        values = {"at": time.time(), "who": self.who, "patch": patch}
        if step.history_id:
            row = history.c.id == step.history_id
            connection.execute(update(history).where(row).values(**values))
        else:
            done = connection.execute(insert(history).values(step=how, label=step.label, **values))
            step.history_id = done.inserted_primary_key[0]

    # -- being told ----------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change; returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _notify(self, how: str, label: str, operations: list[Operation]) -> ChangeSet:
        changes = ChangeSet(how, label, touched_by(operations))
        for listener in list(self._listeners):
            listener(changes)
        return changes

    # -- copies --------------------------------------------------------------

    def in_memory(self) -> EngagementFile:
        """A read-only copy in memory, for work off the thread and for looking at."""
        copy = EngagementFile(
            self.path, connect(MEMORY, None, any_thread=True), read_only=True, who=self.who
        )
        copy._lay_out()
        with copy._engine.begin() as target:
            target.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for table in (*Base.metadata.sorted_tables, blob):
                rows = [dict(r) for r in self.session.execute(select(table)).mappings()]
                if rows:
                    target.execute(insert(table), rows)
        return copy


def _natural_order(cls: type[Record]) -> Any:
    position = getattr(cls, "position", None)
    return cls.id if position is None else (position, cls.id)
