"""A file while it is open: its connection and session, its lock, and who wants to be told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session

from cxstudio.store import first_page
from cxstudio.store.changes import ChangeSet, touched_by
from cxstudio.store.engine import engine_on
from cxstudio.store.errors import FileProblem, OpenToRead, Unreachable, Unreadable, Unwritable
from cxstudio.store.lock import Lock, user_name
from cxstudio.store.patch import Operation
from cxstudio.store.problems import Failure, problem, told

Listener = Callable[[ChangeSet], None]


class OpenedFile:
    """What reading and writing stand on. `key` is the passphrase, None for a plain file."""

    def __init__(
        self,
        path: Path,
        connection: Any,
        *,
        read_only: bool,
        who: str | None = None,
        key: str | None = None,
        lock: Lock | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.who = who or user_name()
        self.key = key
        self.opened_at = time.time()
        self.saved_at: float | None = None
        self.copying = threading.Lock()  # held while a backup is made or the passphrase changes
        self._lock = lock
        self._writing = False
        self._listeners: list[Listener] = []
        self.session = Session(autoflush=False, expire_on_commit=True)
        self._attach(connection)

    def _attach(self, connection: Any) -> None:
        """Read and write through `connection` from now on."""
        self.driver = connection
        self._inode = first_page.keep(self.path)
        self._engine = engine_on(connection)
        event.listen(self._engine, "handle_error", self._tell_problem)
        self.session.bind = self._engine

    def _detach(self) -> None:
        self.session.close()
        self._engine.dispose()
        self.driver.close()
        first_page.let_go(self._inode)

    def _tell_problem(self, context: ExceptionContext) -> FileProblem | None:
        """What is raised instead of the driver's error; None leaves that as it is."""
        return problem(self.path, context.original_exception, self._failure)

    @property
    def _failure(self) -> Failure:
        """What it means when the disk does not do what is asked of it at this moment."""
        return Unwritable if self._writing else Unreadable

    def __enter__(self) -> OpenedFile:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        self._detach()
        if self._lock:
            self._lock.release()
            self._lock = None

    def heartbeat(self) -> None:
        """Tell other computers that the file is still open; call it once a minute.

        Raises Unreachable when the folder is gone.
        """
        if self._lock:
            with told(self.path, Unreachable, system=True):
                self._lock.beat()

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise OpenToRead(self.path)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change; returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _notify(self, how: str, label: str, operations: list[Operation]) -> ChangeSet:
        changes = ChangeSet(how, label, touched_by(operations))
        errors = [_tell(listener, changes) for listener in list(self._listeners)]
        for error in filter(None, errors):
            raise error
        return changes


def _tell(listener: Listener, changes: ChangeSet) -> Exception | None:
    """One listener's fault must not keep the others from hearing; it is raised afterwards."""
    try:
        listener(changes)
    except Exception as error:
        return error
    return None
