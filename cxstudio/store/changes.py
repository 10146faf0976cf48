"""What a change is to those who make one, and to those who are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from sqlalchemy.orm import Session

from cxstudio.model import Base, Link, Record, record_classes
from cxstudio.store import rows
from cxstudio.store.loading import load
from cxstudio.store.patch import Operation
from cxstudio.store.recording import recorder_of
from cxstudio.store.rows import Row

R = TypeVar("R", bound=Record)
MANY = 200
"""So many records of a kind that nothing refers to go at once and not one by one."""
Gone = dict[str, dict[int, None]]  # the ids by kind, in the order they were met


class Touched(NamedTuple):
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
    return tuple([_touched(*operation) for operation in operations])


def _touched(kind: str, id: int, before: Row | None, after: Row | None) -> Touched:
    if before is None:
        return Touched(kind, id, "insert")
    if after is None:
        return Touched(kind, id, "delete")
    return Touched(kind, id, "update", Operation(kind, id, before, after).columns)


@dataclass
class Change:
    """The open change: the only way to add, alter and delete records."""

    session: Session
    label: str
    driver: Any

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

    def add_rows(self, kind: str, values: Iterable[Mapping[str, Any]]) -> None:
        """Write many small records at once, each with a value for every attribute but its id.

        Tens of thousands take the time that some hundreds take one by one.
        """
        self.flush()
        last = rows.last_id(self.driver, kind)
        names = rows.columns_of(kind)
        of = itemgetter(*names)
        made = [
            Operation(kind, id, None, dict(zip(names, of({**value, "id": id}), strict=True)))
            for id, value in enumerate(values, last + 1)
        ]
        rows.insert(self.driver, kind, [one.after for one in made if one.after])
        recorder_of(self.session).operations += made

    def delete_rows(self, kind: str, ids: Iterable[int]) -> None:
        """Delete many small records at once; only of a kind that nothing refers to.

        Raises LookupError for one that is gone.
        """
        assert not references_to(kind), f"others refer to a {kind}"
        self.flush()
        recorder = recorder_of(self.session)
        gone = [(id, rows.read(self.driver, kind, id)) for id in ids]
        rows.delete(self.driver, kind, [id for id, _row in gone])
        recorder.operations += [Operation(kind, id, row, None) for id, row in gone]
        self.session.expire_all()

    def flush(self) -> None:
        self.session.flush()

    def delete(self, record: Record) -> None:
        """Delete a record, all that belongs to it, and every link to any of these.

        Nothing happens when it went already, with what it belonged to.
        """
        self.session.flush()
        gone: Gone = {}
        if rows.read(self.driver, record.kind, record.id) is None:
            return
        self._collect(record.kind, record.id, gone)
        self._let_go(gone)
        self._unlink(gone)
        classes = record_classes()
        for kind in reversed(rows.kinds()):  # those that belong to others before these
            if len(gone.get(kind, {})) >= MANY and not references_to(kind):
                self.delete_rows(kind, gone.pop(kind))
            for id in gone.get(kind, {}):
                doomed = self.get(classes[kind], id)
                self.session.expire(doomed)
                self.session.delete(doomed)
            self.session.flush()

    def _collect(self, kind: str, id: int, gone: Gone) -> None:
        """Note a record and all that belongs to it."""
        if id in gone.setdefault(kind, {}):
            return
        gone[kind][id] = None
        for child, column, belongs in references_to(kind):
            if belongs:
                for found in rows.ids_where(self.driver, child, {column: id}):
                    self._collect(child, found, gone)

    def _let_go(self, gone: Gone) -> None:
        """Empty what refers to one that goes without belonging to it."""
        classes = record_classes()
        for kind, ids in gone.items():
            for child, column, belongs in references_to(kind):
                for id in () if belongs else ids:
                    for found in rows.ids_where(self.driver, child, {column: id}):
                        setattr(self.get(classes[child], found), column, None)
        self.session.flush()

    def _unlink(self, gone: Gone) -> None:
        linked = rows.linked_kinds(self.driver)
        for kind, ids in gone.items():
            for id in ids if kind in linked else ():
                for end in ("source", "target"):
                    of = {f"{end}_kind": kind, f"{end}_id": id}
                    for found in rows.ids_where(self.driver, "link", of):
                        self.session.delete(self.get(Link, found))
        self.session.flush()


@cache
def references_to(kind: str) -> tuple[tuple[str, str, bool], ...]:
    """Who refers to records of a kind: the kind, its attribute, and whether it belongs to it."""
    return tuple(
        (child, key.parent.name, key.ondelete == "CASCADE")
        for child in rows.kinds()
        for key in Base.metadata.tables[child].foreign_keys
        if key.column.table.name == kind
    )
