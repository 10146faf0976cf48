"""Full-text search: folded text of every record, scanned for all words of a query.

A scan finds Japanese words of any length, which word and trigram indexes miss,
and answers within milliseconds at the size an engagement has (see make bench).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cxstudio.model import Coded, Record, record_classes
from cxstudio.model.base import code_of
from cxstudio.store import rows
from cxstudio.store.patch import Operation
from cxstudio.store.rows import Row


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


@cache
def _classes() -> dict[str, type[Record]]:
    return record_classes()


def index(connection: Any, operations: Iterable[Operation]) -> None:
    """Bring the index up to date with what a change did."""
    classes = _classes()
    kinds = {kind for kind, one in classes.items() if one.searched}
    wanted = (op for op in operations if op[0] in kinds and _is_searched(op, classes))
    latest = {(op.kind, op.id): op.after for op in wanted}
    for (kind, id), row in latest.items():
        if row is None:
            connection.execute("DELETE FROM search WHERE kind = ? AND id = ?", (kind, id))
        else:
            _insert(connection, [(kind, id, text_of(classes[kind], row))])


def _is_searched(operation: Operation, classes: dict[str, type[Record]]) -> bool:
    searched = classes[operation.kind].searched
    return bool(searched) and (
        not operation.is_update or not operation.columns.isdisjoint((*searched, "number"))
    )


def entries(connection: Any) -> Iterator[tuple[str, int, str]]:
    """The whole index made anew from the records: kind, id, folded text."""
    for kind, cls in _classes().items():
        if cls.searched:
            for row in rows.every(connection, kind):
                yield kind, row["id"], text_of(cls, row)


def rebuild(connection: Any) -> None:
    """Write the whole index anew from the records."""
    connection.execute("DELETE FROM search")
    _insert(connection, list(entries(connection)))


def _insert(connection: Any, found: list[tuple[str, int, str]]) -> None:
    statement = (
        "INSERT INTO search (kind, id, text) VALUES (?, ?, ?) "
        "ON CONFLICT (kind, id) DO UPDATE SET text = excluded.text"
    )
    connection.executemany(statement, found)


def find(connection: Any, query: str, limit: int = 50) -> list[Hit]:
    """Records that hold every word of `query`, in table order; none for an empty query."""
    words = folded(query).split()
    if not words:
        return []
    holds = " AND ".join(["instr(text, ?) > 0"] * len(words))
    statement = f"SELECT kind, id, text FROM search WHERE {holds} LIMIT ?"
    found = connection.execute(statement, (*words, limit)).fetchall()
    return [Hit(kind, id, _around(text, words[0])) for kind, id, text in found]


def _around(text: str, word: str, reach: int = 60) -> str:
    at = text.find(word)
    begin, end = max(0, at - reach), at + len(word) + reach
    return (
        ("…" if begin else "")
        + text[begin:end].replace("\n", " ")
        + ("…" if end < len(text) else "")
    )
