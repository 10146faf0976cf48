"""Copying a record with all that belongs to it and the links it rests on."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select

from cxstudio.model import Coded, Link, Ordered, Record, record_classes
from cxstudio.model.base import table_of
from cxstudio.store.changes import Change

R = TypeVar("R", bound=Record)
Copies = dict[tuple[str, int], Record]


def duplicate(change: Change, record: R) -> R:
    """A copy of the record after it in order: its parts, and links to what it rests on.

    The copy gets a code of its own; what rests on the original is not copied.
    """
    copies: Copies = {}
    copy = _copy(change, record, copies)
    if isinstance(copy, Ordered) and isinstance(record, Ordered):
        copy.position = record.position + 1
    _copy_links(change, copies)
    change.flush()
    return copy


def _copy(change: Change, record: R, copies: Copies) -> R:
    copy = type(record)(**_values(record, copies))
    copies[record.kind, record.id] = change.add(copy)
    for cls in record_classes().values():
        owners = [c for c in table_of(cls).columns if _owned_by(c, record.kind)]
        for column in owners:
            for part in list(change.session.scalars(select(cls).where(column == record.id))):
                if (part.kind, part.id) not in copies and _owners_copied(part, copies):
                    _copy(change, part, copies)
    return copy


def _owned_by(column: object, kind: str) -> bool:
    keys = getattr(column, "foreign_keys", ())
    return any(key.column.table.name == kind and key.ondelete == "CASCADE" for key in keys)


def _owners_copied(part: Record, copies: Copies) -> bool:
    """A card belongs to a step and a lane: it waits until both of its owners are copied.

    An owner outside the copied tree (an emotion's persona) does not hold it back.
    """
    for column in table_of(type(part)).columns:
        for key in column.foreign_keys:
            owner = (key.column.table.name, getattr(part, column.name))
            inside = owner[0] in {"step", "lane"} and part.kind == "card"
            if key.ondelete == "CASCADE" and inside and owner not in copies:
                return False
    return True


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
