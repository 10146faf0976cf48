"""Writing to an open file: one transaction, one undo step, one history row, one notification."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from cxstudio.store import checksum, contents, history, search
from cxstudio.store.apply import apply
from cxstudio.store.changes import Change, ChangeSet, Step
from cxstudio.store.errors import FileProblem, Unwritable, WriteOutsideChange
from cxstudio.store.patch import Operation, inverse, merged
from cxstudio.store.problems import told
from cxstudio.store.reading import Reading
from cxstudio.store.recording import RECORDER, Recorder, recorder_of


class Writing(Reading):
    """Every write goes through here, so that it can be undone and nothing is half-written."""

    def __init__(self, path: Path, connection: Any, **options: Any) -> None:
        super().__init__(path, connection, **options)
        self.undo_steps: list[Step] = []
        self.redo_steps: list[Step] = []
        self._open_change: Change | None = None

    def close(self) -> None:
        """Close the file; what only its undo steps could still want goes with them."""
        try:
            self._clear_contents()
        finally:
            super().close()

    def _clear_contents(self) -> None:
        """Only after a change, and not while a backup is made. What the disk does not take now
        goes when the file is closed the next time."""
        if self.saved_at is None or self.read_only or not self.copying.acquire(blocking=False):
            return
        try:
            self.session.rollback()
            with suppress(FileProblem), told(self.path, Unwritable):
                contents.clear(self.driver)
        finally:
            self.saved_at = None
            self.copying.release()

    # -- changes -------------------------------------------------------------

    @contextmanager
    def change(self, label: str, merge: tuple[object, ...] | None = None) -> Iterator[Change]:
        """One transaction, one undo step, one history row, one notification.

        A change inside a change joins it. Changes in a row with the same
        `merge` key (typing in one field) become one undo step, until
        `end_merge`. An exception undoes all of it and is raised on. Raises
        OpenToRead, and Unwritable when the disk does not take it.
        """
        if self._open_change is not None:
            yield self._open_change
            return
        self._must_be_writable()
        recorder = Recorder(self.driver)
        change = Change(self.session, label, self.driver)
        with self._transaction():
            self.session.info[RECORDER], self._open_change = recorder, change
            try:
                yield change
                self.session.flush()
            finally:
                del self.session.info[RECORDER]
                self._open_change = None
            operations = merged(recorder.operations)
            if not operations and not recorder.moved:
                return
            step = self._next_step(label, operations, merge)
            self._complete(step, "change", operations, recorder.moved)
        self._remember(step)
        self._notify("change", label, operations)

    def end_merge(self) -> None:
        """From now on the next change is a step of its own."""
        if self.undo_steps:
            self.undo_steps[-1].merge = None

    def put_blob(self, data: bytes) -> str:
        """Keep bytes in the file, inside an open change; returns their SHA-256."""
        digest = hashlib.sha256(data).hexdigest()
        recorder_of(self.session).keep_content(digest, data)
        return digest

    def perform(self, step: str, label: str, operations: list[Operation]) -> None:
        """Apply ready operations as one undoable step (restoring a snapshot)."""
        if operations:
            done = self._write(step, Step(label, operations))
            self._remember(done)
            self._notify(step, label, operations)

    # -- undo ----------------------------------------------------------------

    def undo(self) -> ChangeSet | None:
        """Take the last step back; None when there is none."""
        if not self.undo_steps:
            return None
        step = self.undo_steps[-1]
        taken_back = self._write("undo", Step(step.label, inverse(step.operations)))
        self.redo_steps.append(Step(step.label, self.undo_steps.pop().operations))
        self.end_merge()
        return self._notify("undo", step.label, taken_back.operations)

    def redo(self) -> ChangeSet | None:
        """Do again what was last undone; None when there is nothing."""
        if not self.redo_steps:
            return None
        step = self.redo_steps[-1]
        self._write("redo", Step(step.label, step.operations))
        self.undo_steps.append(self.redo_steps.pop())
        return self._notify("redo", step.label, step.operations)

    def _next_step(
        self, label: str, operations: list[Operation], merge: tuple[object, ...] | None
    ) -> Step:
        """The step as it will be once it is on disk: a new one, or the last one grown."""
        last = self.undo_steps[-1] if self.undo_steps else None
        if last and merge is not None and last.merge == merge:
            grown = merged([*last.operations, *operations])
            return Step(last.label, grown, merge, last.history_id, last.history_sum)
        return Step(label, operations, merge)

    def _remember(self, step: Step) -> None:
        grown = self.undo_steps and step.merge and self.undo_steps[-1].merge == step.merge
        if grown:
            self.undo_steps.pop()
        self.redo_steps.clear()
        if step.operations:
            self.undo_steps.append(step)

    # -- the transaction -----------------------------------------------------

    def _write(self, how: str, step: Step) -> Step:
        self._must_be_writable()
        with self._transaction():
            apply(self.driver, step.operations)
            self._complete(step, how, step.operations, 0)
        self.session.expunge_all()
        return step

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it is on disk afterwards, or, on any exception, none of it."""
        if self._writing:
            raise RuntimeError("a change is under way")
        if self.session.new or self.session.dirty or self.session.deleted:
            raise WriteOutsideChange("something was altered outside file.change(…)")
        self.session.rollback()
        self._writing = True
        try:
            with told(self.path, Unwritable):
                self.session.connection()
                self.driver.execute("BEGIN IMMEDIATE")
                yield
        finally:
            try:
                self.session.rollback()  # nothing is left to roll back after a commit
            finally:
                self._writing = False

    def _complete(self, step: Step, how: str, operations: list[Operation], moved: int) -> None:
        """Bring what follows from the rows up to date, and commit."""
        search.index(self.driver, operations)
        moved += history.write(self.driver, step, how, self.who)
        checksum.move(self.driver, moved + checksum.moved_by(operations))
        self.session.commit()
        self.saved_at = time.time()
