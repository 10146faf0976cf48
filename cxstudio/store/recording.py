"""Recording: mapper events note every row that a flush writes, as it was and as it is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import Mapper, Session, object_session

from cxstudio.model import Coded, Record
from cxstudio.store import checksum, rows
from cxstudio.store.errors import WriteOutsideChange
from cxstudio.store.patch import Operation
from cxstudio.store.rows import Row

RECORDER = "recorder"  # the key in session.info


class Recorder:
    """Collects the operations of one change in the order they were written.

    `moved` is by how much the checksum moves for what is no operation: codes
    given and contents kept, which undo does not take back.
    """

    def __init__(self, driver_connection: Any) -> None:
        self.driver = driver_connection
        self.operations: list[Operation] = []
        self.moved = 0
        self._before: dict[tuple[str, int], Row] = {}

    def row(self, record: Record) -> Row:
        found = rows.read(self.driver, record.kind, record.id)
        if found is None:
            raise LookupError(f"there is no {record.kind} {record.id}")
        return found

    def will_update(self, record: Record) -> None:
        self._before[record.kind, record.id] = self.row(record)

    def updated(self, record: Record) -> None:
        before, after = self._before.pop((record.kind, record.id)), self.row(record)
        if before != after:
            self.operations.append(Operation(record.kind, record.id, before, after))

    def inserted(self, record: Record) -> None:
        self.operations.append(Operation(record.kind, record.id, None, self.row(record)))

    def deleted(self, record: Record) -> None:
        self.operations.append(Operation(record.kind, record.id, self.row(record), None))

    def next_number(self, letter: str) -> int:
        """The next number for a code; counted outside undo, so that none is given twice."""
        statement = (
            "INSERT INTO code_counter (letter, last) VALUES (?, 1) "
            "ON CONFLICT (letter) DO UPDATE SET last = last + 1 RETURNING last"
        )
        number = int(self.driver.execute(statement, (letter,)).fetchall()[0][0])
        if number > 1:
            self.moved -= checksum.of_row("code_counter", (letter, number - 1))
        self.moved += checksum.of_row("code_counter", (letter, number))
        return number

    def keep_content(self, sha256: str, data: bytes) -> None:
        statement = "INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"
        if self.driver.execute(statement, (sha256, data)).rowcount == 1:
            self.moved += checksum.of_row("blob", (sha256,))


def recorder_of(session: Session | None) -> Recorder:
    """The recorder of the open change. Raises WriteOutsideChange when there is none."""
    recorder = session.info.get(RECORDER) if session else None
    if not isinstance(recorder, Recorder):
        raise WriteOutsideChange("something was written outside file.change(…)")
    return recorder


def _recorder(record: Record) -> Recorder:
    return recorder_of(object_session(record))


@event.listens_for(Record, "before_insert", propagate=True)
def _before_insert(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    recorder = _recorder(record)
    if isinstance(record, Coded) and record.number is None:
        record.number = recorder.next_number(record.letter)


@event.listens_for(Record, "after_insert", propagate=True)
def _after_insert(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    _recorder(record).inserted(record)


@event.listens_for(Record, "before_update", propagate=True)
def _before_update(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    _recorder(record).will_update(record)


@event.listens_for(Record, "after_update", propagate=True)
def _after_update(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    _recorder(record).updated(record)


@event.listens_for(Record, "before_delete", propagate=True)
def _before_delete(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    _recorder(record).deleted(record)


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk(state: Any) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise WriteOutsideChange("bulk statements bypass undo; change the records one by one")
