"""Copying a record with all that belongs to it and the links it rests on."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Column, select

from cxstudio.model import Coded, Link, Ordered, Record, record_classes
from cxstudio.model.base import table_of
from cxstudio.store.changes import Change

R = TypeVar("R", bound=Record)
Copies = dict[tuple[str, int], Record]


def duplicate(change: Change, record: R) -> R:
    """A copy of the record after it in order: its parts, and links to what it rests on.

    The copy gets a code of its own; what rests on the original is not copied.
    """
    copy = copies_of(change, record)[record.kind, record.id]
    assert isinstance(copy, type(record))
    return copy


def copies_of(change: Change, record: Record) -> Copies:
    """The same, giving every copy by the kind and id of what it was copied from."""
    copies: Copies = {}
    for part in _tree(change, record):
        copies[part.kind, part.id] = change.add(type(part)(**_values(part, copies)))
    copy = copies[record.kind, record.id]
    if isinstance(copy, Ordered) and isinstance(record, Ordered):
        copy.position = record.position + 1
    _copy_links(change, copies)
    change.flush()
    return copies


def _tree(change: Change, record: Record) -> list[Record]:
    """The record and everything that belongs to it, owners before what they own."""
    found: dict[tuple[str, int], Record] = {(record.kind, record.id): record}
    waiting = [record]
    while waiting:
        owner = waiting.pop()
        for cls in record_classes().values():
            for column in _owned_through(cls, owner.kind):
                for part in change.session.scalars(select(cls).where(column == owner.id)):
                    if (part.kind, part.id) not in found:
                        found[part.kind, part.id] = part
                        waiting.append(part)
    return _owners_first(found)


def _owned_through(cls: type[Record], kind: str) -> list[Column[Any]]:
    """The columns by which records of `cls` belong to a record of `kind`."""
    return [column for column in table_of(cls).columns if kind in _owner_kinds(column)]


def _owner_kinds(column: Column[Any]) -> list[str]:
    keys = column.foreign_keys
    return [key.column.table.name for key in keys if key.ondelete == "CASCADE"]


def _owners_first(found: dict[tuple[str, int], Record]) -> list[Record]:
    """In an order in which a card comes after both its step and its lane."""
    ordered: dict[tuple[str, int], Record] = {}
    while len(ordered) < len(found):
        for key, record in found.items():
            inside = [owner for owner in _owners(record) if owner in found]
            if key not in ordered and all(owner in ordered for owner in inside):
                ordered[key] = record
    return list(ordered.values())


def _owners(record: Record) -> list[tuple[str, int]]:
    return [
        (kind, getattr(record, column.name))
        for column in table_of(type(record)).columns
        for kind in _owner_kinds(column)
    ]


def _values(record: Record, copies: Copies) -> dict[str, object]:
    left_out = {"id", "number"} if isinstance(record, Coded) else {"id"}
    values = {}
    for column in table_of(type(record)).columns:
        if column.name in left_out:
            continue
        value = getattr(record, column.name)
        for key in column.foreign_keys:
            if (key.column.table.name, value) in copies:
                value = copies[key.column.table.name, value].id
        values[column.name] = value
    return values


def _copy_links(change: Change, copies: Copies) -> None:
    for (kind, id), copy in copies.items():
        rests_on = select(Link).where(Link.target_kind == kind, Link.target_id == id)
        for link in list(change.session.scalars(rests_on)):
            change.session.add(
                Link(
                    source_kind=link.source_kind,
                    source_id=link.source_id,
                    target_kind=kind,
                    target_id=copy.id,
                    target_field=link.target_field,
                    note=link.note,
                )
            )
