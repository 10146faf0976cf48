"""What a change is to those who make one, and to those who are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.model import Link, Record, record_classes
from cxstudio.model.base import table_of
from cxstudio.store.loading import load
from cxstudio.store.patch import Operation

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Touched:
    """One record that a change touched: "insert", "update" or "delete"."""

    kind: str
    id: int
    how: str
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ChangeSet:
    """What happened, told to everybody after it is on disk.

    `step` is "change", "undo", "redo" or "restore".
    """

    step: str
    label: str
    touched: tuple[Touched, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(touch.kind for touch in self.touched)

    def touches(self, kind: str, id: int | None = None) -> bool:
        """Whether a record of this kind (or this very record) was touched."""
        return any(t.kind == kind and (id is None or t.id == id) for t in self.touched)


@dataclass
class Step:
    """One entry of the undo list. Changes with the same `merge` key become one step."""

    label: str
    operations: list[Operation]
    merge: tuple[object, ...] | None = None
    history_id: int = 0
    history_sum: int = 0  # what the history row adds to the checksum


def touched_by(operations: Sequence[Operation]) -> tuple[Touched, ...]:
    return tuple(Touched(op.kind, op.id, _how(op), op.columns) for op in operations)


def _how(operation: Operation) -> str:
    if operation.before is None:
        return "insert"
    return "delete" if operation.after is None else "update"


@dataclass
class Change:
    """The open change: the only way to add, alter and delete records."""

    session: Session
    label: str
    driver: Any
    _deleted: set[tuple[str, int]] = field(default_factory=set)

    def get(self, cls: type[R], id: int) -> R:
        """The record, ready to be altered. Raises LookupError when it is gone."""
        record = load(self.session, self.driver, cls, id)
        if record is None:
            raise LookupError(f"there is no {cls.__tablename__} {id}")
        return record

    def add(self, record: R) -> R:
        """Write a new record at once, so that it has its id and code."""
        self.session.add(record)
        self.session.flush()
        return record

    def flush(self) -> None:
        self.session.flush()

    def delete(self, record: Record) -> None:
        """Delete a record, all that belongs to it, and every link to any of these."""
        key = (record.kind, record.id)
        if key in self._deleted:
            return
        self._deleted.add(key)
        self._settle_dependents(record)
        self._unlink(*key)
        self.session.delete(record)
        self.session.flush()

    def _settle_dependents(self, record: Record) -> None:
        for cls in record_classes().values():
            for column in table_of(cls).columns:
                for key in column.foreign_keys:
                    if key.column.table.name != record.kind:
                        continue
                    rows = select(cls).where(column == record.id)
                    for dependent in list(self.session.scalars(rows)):
                        if key.ondelete == "CASCADE":
                            self.delete(dependent)
                        else:
                            setattr(dependent, column.name, None)
        self.session.flush()

    def _unlink(self, kind: str, id: int) -> None:
        ends = ((Link.source_kind, Link.source_id), (Link.target_kind, Link.target_id))
        for of_kind, of_id in ends:
            for link in self.session.scalars(select(Link).where(of_kind == kind, of_id == id)):
                self.session.delete(link)
        self.session.flush()
