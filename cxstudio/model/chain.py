"""The chain: every link between a claim and what it rests on is a record."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Record


class Link(Record):
    """`source` supports `target`: evidence → insight → card → gap → initiative → KPI → report.

    Both ends are a kind (table name) and an id; `target_field` names the field
    of the target that rests on it, or is empty for the record as a whole.
    Links of a deleted record are deleted with it, in the same change.
    """

    __tablename__ = "link"
    __table_args__ = (
        Index("ix_link_source", "source_kind", "source_id"),
        Index("ix_link_target", "target_kind", "target_id"),
        {"sqlite_autoincrement": True},
    )
    searched = ("note",)

    source_kind: Mapped[str]
    source_id: Mapped[int]
    target_kind: Mapped[str]
    target_id: Mapped[int]
    target_field: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
