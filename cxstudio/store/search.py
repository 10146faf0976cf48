"""Full-text search: folded text of every record, scanned for all words of a query.

A scan finds Japanese words of any length, which word and trigram indexes miss,
and answers within milliseconds at the size an engagement has (see make bench).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from cxstudio.model import Coded, Record, record_classes
from cxstudio.model.base import code_of, table_of
from cxstudio.store.patch import Operation, Row
from cxstudio.store.tables import search


@dataclass(frozen=True)
class Hit:
    """A record that holds every word, with the folded text around the first one."""

    kind: str
    id: int
    excerpt: str


def folded(text: str) -> str:
    """Text for comparing: compatibility forms unified (ＮＰＳ is NPS), case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def text_of(cls: type[Record], row: Row) -> str:
    parts = [code_of(cls, row["number"])] if issubclass(cls, Coded) else []
    return folded("\n".join([*parts, *(row[name] or "" for name in cls.searched)]))


def index(connection: Connection, operations: Iterable[Operation]) -> None:
    """Bring the index up to date with what a change did."""
    classes = record_classes()
    latest = {(op.kind, op.id): op.after for op in operations if classes[op.kind].searched}
    for (kind, id), row in latest.items():
        if row is None:
            connection.execute(delete(search).where(search.c.kind == kind, search.c.id == id))
            continue
        statement = upsert(search).values(kind=kind, id=id, text=text_of(classes[kind], row))
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["kind", "id"], set_={"text": statement.excluded.text}
            )
        )


def rebuild(connection: Connection) -> None:
    """Write the whole index anew from the records."""
    connection.execute(delete(search))
    for kind, cls in record_classes().items():
        if not cls.searched:
            continue
        rows = connection.execute(select(table_of(cls))).mappings()
        texts = [{"kind": kind, "id": row["id"], "text": text_of(cls, dict(row))} for row in rows]
        if texts:
            connection.execute(search.insert(), texts)


def find(connection: Connection, query: str, limit: int = 50) -> list[Hit]:
    """Records that hold every word of `query`, in table order; none for an empty query."""
    words = folded(query).split()
    if not words:
        return []
    holds = [search.c.text.contains(word, autoescape=True) for word in words]
    rows = connection.execute(select(search).where(*holds).limit(limit))
    return [Hit(row.kind, row.id, _around(row.text, words[0])) for row in rows]


def _around(text: str, word: str, reach: int = 60) -> str:
    at = text.find(word)
    begin, end = max(0, at - reach), at + len(word) + reach
    return (
        ("…" if begin else "")
        + text[begin:end].replace("\n", " ")
        + ("…" if end < len(text) else "")
    )
