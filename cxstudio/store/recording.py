"""Recording: mapper events note every row that a flush writes, as it was and as it is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, event, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Mapper, Session, object_session

from cxstudio.model import Coded, Record
from cxstudio.model.base import table_of
from cxstudio.store.errors import WriteOutsideChange
from cxstudio.store.patch import Operation, Row
from cxstudio.store.tables import code_counter

RECORDER = "recorder"  # the key in session.info


class Recorder:
    """Collects the operations of one change in the order they were written."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self._before: dict[tuple[str, int], Row] = {}

    def remember(self, kind: str, id: int, row: Row) -> None:
        self._before[kind, id] = row

    def updated(self, kind: str, id: int, after: Row) -> None:
        before = self._before.pop((kind, id))
        if before != after:
            self.operations.append(Operation(kind, id, before, after))

    def inserted(self, kind: str, id: int, after: Row) -> None:
        self.operations.append(Operation(kind, id, None, after))

    def deleted(self, kind: str, id: int, before: Row) -> None:
        self.operations.append(Operation(kind, id, before, None))


def read_row(connection: Connection, table: Table, id: int) -> Row:
    return dict(connection.execute(select(table).where(table.c.id == id)).mappings().one())


def _recorder(record: Record) -> Recorder:
    session = object_session(record)
    recorder = session.info.get(RECORDER) if session else None
    if not isinstance(recorder, Recorder):
        raise WriteOutsideChange(f"{record.kind} was written outside file.change(…)")
    return recorder


def next_number(connection: Connection, letter: str) -> int:
    """The next number for a code; counted outside undo, so that none is given twice."""
    statement = upsert(code_counter).values(letter=letter, last=1)
    statement = statement.on_conflict_do_update(
        index_elements=["letter"], set_={"last": code_counter.c.last + 1}
    )
    return int(connection.execute(statement.returning(code_counter.c.last)).scalar_one())


@event.listens_for(Record, "before_insert", propagate=True)
def _before_insert(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    _recorder(record)
    if isinstance(record, Coded) and record.number is None:
        record.number = next_number(connection, record.letter)


@event.listens_for(Record, "after_insert", propagate=True)
def _after_insert(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    row = read_row(connection, table_of(type(record)), record.id)
    _recorder(record).inserted(record.kind, record.id, row)


@event.listens_for(Record, "before_update", propagate=True)
def _before_update(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    row = read_row(connection, table_of(type(record)), record.id)
    _recorder(record).remember(record.kind, record.id, row)


@event.listens_for(Record, "after_update", propagate=True)
def _after_update(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    row = read_row(connection, table_of(type(record)), record.id)
    _recorder(record).updated(record.kind, record.id, row)


@event.listens_for(Record, "before_delete", propagate=True)
def _before_delete(mapper: Mapper[Any], connection: Connection, record: Record) -> None:
    row = read_row(connection, table_of(type(record)), record.id)
    _recorder(record).deleted(record.kind, record.id, row)


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk(state: Any) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise WriteOutsideChange("bulk statements bypass undo; change the records one by one")
