"""The tables an engagement file keeps beside its records: history, snapshots, blobs, search."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),  # seconds since 1970, UTC
    Column("who", String, nullable=False),
    Column("step", String, nullable=False),  # change, undo, redo, restore, snapshot
    Column("label", String, nullable=False),
    Column("patch", LargeBinary, nullable=False),  # zlib of JSON, see patch.py
)

snapshot = Table(
    "snapshot",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("who", String, nullable=False),
    Column("name", String, nullable=False),
    Column("rows", LargeBinary, nullable=False),  # zlib of JSON: {kind: [row, …]}
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

code_counter = Table(
    "code_counter",
    metadata,
    Column("letter", String, primary_key=True),
    Column("last", Integer, nullable=False),
)

search = Table(
    "search",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", Integer, primary_key=True),
    Column("text", String, nullable=False),  # folded, see search.py
)
