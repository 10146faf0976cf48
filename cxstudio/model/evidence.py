"""Evidence, themes and insights: what claims rest on (B3, B6)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cxstudio.model.base import Coded, Ordered, Record


class Evidence(Coded, Record):
    """Anything a claim rests on; `evidence_kind` is an EvidenceKind.

    An excerpt marks characters `begins` to `ends` of a paragraph and keeps the
    words in `text`. A comment names its `respondent` and `source`, and the `column` and `row`
    of the wave's file in which it stands, as its words may be a part or masked; a figure its
    number of answers `n` and in `definition`, as JSON, what was asked of which state of the
    wave, so that it can be worked out again. `sentiment` is -1, 0 or 1.
    """

    __tablename__ = "evidence"
    letter = "E"
    digits = 3
    searched = ("text", "source", "respondent", "speaker", "note")

    evidence_kind: Mapped[str] = mapped_column(default="excerpt", index=True)
    text: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    sentiment: Mapped[int] = mapped_column(default=0)
    speaker: Mapped[str] = mapped_column(default="")
    interview_id: Mapped[int | None] = mapped_column(
        ForeignKey("interview.id", ondelete="CASCADE"), index=True
    )
    paragraph_id: Mapped[int | None] = mapped_column(
        ForeignKey("paragraph.id", ondelete="SET NULL"), index=True
    )
    begins: Mapped[int | None]
    ends: Mapped[int | None]
    source: Mapped[str] = mapped_column(default="")
    respondent: Mapped[str] = mapped_column(default="")
    wave_id: Mapped[int | None] = mapped_column(
        ForeignKey("wave.id", ondelete="SET NULL"), index=True
    )
    column: Mapped[str] = mapped_column(default="")
    row: Mapped[int | None]
    attachment_id: Mapped[int | None] = mapped_column(
        ForeignKey("attachment.id", ondelete="SET NULL"), index=True
    )
    n: Mapped[int | None]
    definition: Mapped[str] = mapped_column(default="")
    dated: Mapped[dt.date | None]
    confidential: Mapped[bool] = mapped_column(default=False)
    illustrative: Mapped[bool] = mapped_column(default=False)
    themes: Mapped[list[EvidenceTheme]] = relationship(cascade="all, delete-orphan")


class Theme(Ordered, Record):
    """A subject that excerpts and comments share."""

    __tablename__ = "theme"
    searched = ("name",)

    name: Mapped[str] = mapped_column(default="")


class EvidenceTheme(Record):
    """That a piece of evidence speaks of a theme."""

    __tablename__ = "evidence_theme"

    evidence_id: Mapped[int] = mapped_column(
        ForeignKey("evidence.id", ondelete="CASCADE"), index=True
    )
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"), index=True)


class Insight(Coded, Ordered, Record):
    """A statement drawn from evidence."""

    __tablename__ = "insight"
    letter = "N"
    searched = ("statement", "note")

    statement: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Attachment(Ordered, Record):
    """An image or document kept in the file; its bytes are found by `sha256`."""

    __tablename__ = "attachment"
    searched = ("name", "note")

    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)  # bytes
    note: Mapped[str] = mapped_column(default="")
