"""The waves of a survey (C1)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class Wave(Ordered, Record):
    """One round of a survey.

    Its answers are kept in columns, see analysis/responses.py, and their bytes are found by
    `sha256`. `mapping` is the JSON text of what the columns mean, see columns.py. `rows`
    counts the answers kept, `source` says where they come from, and `original_sha256` is
    the fingerprint of the file that was read, so that the same one is noticed.
    """

    __tablename__ = "wave"
    searched = ("name", "source")

    name: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    dated: Mapped[dt.date | None]
    sha256: Mapped[str] = mapped_column(default="")
    original_sha256: Mapped[str] = mapped_column(default="")
    mapping: Mapped[str] = mapped_column(default="{}")
    rows: Mapped[int] = mapped_column(default=0)
