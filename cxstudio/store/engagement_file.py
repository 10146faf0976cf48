"""The engagement file: open it, read by id, write in `change()`, undo, be told."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_mock_engine

from cxstudio.i18n import _
from cxstudio.model import Base, Engagement
from cxstudio.store import checksum, history, search, snapshots
from cxstudio.store.apply import apply
from cxstudio.store.changes import Step
from cxstudio.store.connection import MEMORY, connect
from cxstudio.store.errors import NotCreated, Unreadable
from cxstudio.store.format import APPLICATION_ID, VERSION
from cxstudio.store.lock import Lock, user_name
from cxstudio.store.problems import told
from cxstudio.store.tables import metadata
from cxstudio.store.writing import Writing


class EngagementFile(Writing):
    """One engagement in one file. Belongs to the thread that opened it.

    Make one with `create` or `store.opening.open_file`; use it as a context
    manager or call `close`. Work off the thread reads `in_memory()`, a copy.
    """

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
        """A new file with an empty engagement, encrypted when `key` is given.

        Raises FileExistsError when there is a file, and NotCreated when none can
        be made there; then none is left behind.
        """
        key = key or None
        if path == MEMORY:
            return cls(path, connect(path, None), read_only=False)._begun(client, title, language)
        if path.exists():
            raise FileExistsError(path)
        lock = None
        with told(path, NotCreated, system=True):
            with path.open("xb"):
                pass
            try:
                lock = Lock(path, user_name())
                connection = connect(path, key)
                file = cls(path, connection, read_only=False, key=key, lock=lock)
                return file._begun(client, title, language)
            except BaseException:
                path.unlink(missing_ok=True)
                if lock:
                    lock.release()
                raise

    def _begun(self, client: str, title: str, language: str) -> EngagementFile:
        lay_out(self.driver)
        with self.change(_("New engagement")) as change:
            engagement = Engagement(client=client, title=title or client)
            engagement.id, engagement.report_language = 1, language
            change.add(engagement)
        self.undo_steps.clear()
        return self

    def __enter__(self) -> EngagementFile:
        return self

    def history(self, limit: int = 100, before: int | None = None) -> list[history.Entry]:
        """What was done in the file, newest first; `before` is the id of the last entry seen."""
        with told(self.path, Unreadable):
            return history.read(self.driver, limit, before)

    # -- copies --------------------------------------------------------------

    def in_memory(self) -> EngagementFile:
        """A read-only copy in memory, for work off the thread and for looking at."""
        with told(self.path, Unreadable):
            return self._of(copied(self.driver, self.key))

    @property
    def is_copy(self) -> bool:
        """Whether it is in memory only, as a copy or a snapshot is, whatever its path."""
        return not self.driver.execute("PRAGMA database_list").fetchone()[2]

    def _of(self, connection: Any) -> EngagementFile:
        return EngagementFile(self.path, connection, read_only=True, who=self.who)

    # -- snapshots -----------------------------------------------------------

    def take_snapshot(self, name: str) -> int:
        """Keep all records as they are now under a name; returns the snapshot's id.

        It has no undo step: nothing of the engagement changed.
        """
        self._must_be_writable()
        with self._transaction():
            id, moved = snapshots.take(self.driver, name, self.who)
            self._complete(Step(name, []), "snapshot", [], moved)
        self._notify("snapshot", name, [])
        return id

    def snapshots(self) -> list[snapshots.Snapshot]:
        """The snapshots kept in the file, the newest first."""
        with told(self.path, Unreadable):
            return snapshots.listed(self.driver)

    def snapshot_file(self, id: int) -> EngagementFile:
        """The engagement as it was, in memory and read-only, to look at.

        Raises LookupError when there is no such snapshot.
        """
        with told(self.path, Unreadable):
            wanted = snapshots.rows_of(self.driver, id)
            copy = copied(self.driver, self.key)
        apply(copy, snapshots.differences(copy, wanted))
        search.rebuild(copy)
        copy.commit()
        return self._of(copy)

    def restore_snapshot(self, id: int) -> None:
        """Make all records what they were; one step, which can be undone.

        Raises LookupError when there is no such snapshot.
        """
        with told(self.path, Unreadable):
            name = snapshots.name_of(self.driver, id)
            operations = snapshots.differences(self.driver, snapshots.rows_of(self.driver, id))
        self.perform("restore", _("Restore “{name}”").format(name=name), operations)

    # -- the passphrase ------------------------------------------------------

    def set_key(self, new: str | None, *, backups: bool = True) -> None:
        """Set, change or remove (None) the passphrase, also of the backups.

        Many backups take some seconds: who must not wait says `backups=False`
        and calls `backup.convert_all(path, old, new)` off the thread.
        The file stays open, with its undo steps and listeners. Raises KeyUnchanged;
        then the passphrase is as it was. A forgotten one cannot be recovered.
        """
        from cxstudio.store import backup, claiming, key

        self._must_be_writable()
        if self._writing:
            raise RuntimeError("a change is under way")
        old = self.key
        with self.copying:
            self._detach()
            try:
                key.convert(self.path, old, new)
                self.key = new or None
            finally:
                connection = claiming.open_connection(self.path, self.key, read_only=False)
                self._attach(connection)
            if backups:
                backup.convert_all(self.path, old, self.key)


def lay_out(connection: Any) -> None:
    """Make the tables of the present version in an empty file."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in schema():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    checksum.keep(connection, 0)
    checksum.keep_schema(connection)
    connection.commit()


@cache
def schema() -> tuple[str, ...]:
    """The statements that make all tables and indexes, always in the same order."""
    statements: list[str] = []

    def note(statement: Any, *_args: Any, **_options: Any) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)).strip())

    engine = create_mock_engine("sqlite://", note)
    Base.metadata.create_all(engine, checkfirst=False)
    metadata.create_all(engine, checkfirst=False)
    return tuple(sorted(statements, key=lambda text: (not text.startswith("CREATE TABLE"), text)))


def copied(connection: Any, key: str | None) -> Any:
    """A copy of the whole database in memory, for any thread."""
    copy = connect(MEMORY, "x'" + "00" * 48 + "'" if key else None, any_thread=True)
    connection.backup(copy)
    return copy
