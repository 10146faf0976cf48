"""The waves of a survey, and the themes its comments were given (C1, C5)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class Wave(Ordered, Record):
    """One round of a survey.

    Its answers are kept in columns, see analysis/survey/responses.py, and their bytes are found by
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


class CommentTheme(Record):
    """That a comment of a wave speaks of a theme, without being evidence for anything.

    The comment is the answer to the question `column` in the `row` of the file that was read,
    counted from 1 with its header rows.
    """

    __tablename__ = "comment_theme"

    wave_id: Mapped[int] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), index=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"), index=True)
    column: Mapped[str] = mapped_column(default="")
    row: Mapped[int] = mapped_column(default=0)
