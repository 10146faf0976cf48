"""The plan in time, and how it goes: what waits for what, dates, notes and reviews (G4, G5)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class Dependency(Record):
    """That one initiative begins only when another has ended, `days` later at the earliest."""

    __tablename__ = "dependency"

    before_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    after_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    days: Mapped[int] = mapped_column(default=0)


class Milestone(Record):
    """A date of the plan: of one initiative, or of the whole; `checks_kpi_id` is what it checks."""

    __tablename__ = "milestone"
    searched = ("name",)

    initiative_id: Mapped[int | None] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    checks_kpi_id: Mapped[int | None] = mapped_column(
        ForeignKey("kpi.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    due_on: Mapped[dt.date | None]
    reached_on: Mapped[dt.date | None]


class ProgressNote(Record):
    """What was noted about an initiative on a day."""

    __tablename__ = "progress_note"
    searched = ("text",)

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    noted_on: Mapped[dt.date]
    text: Mapped[str] = mapped_column(default="")


class Review(Record):
    """A meeting that checks the plan and acts on it."""

    __tablename__ = "review"
    searched = ("title", "summary", "present")

    title: Mapped[str] = mapped_column(default="")
    held_on: Mapped[dt.date | None]
    present: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")


class ReviewItem(Ordered, Record):
    """What a review found and decided about one initiative or one KPI.

    `planned` and `actual` keep the figures that the meeting saw: progress in per cent, or the
    KPI's value in its unit.
    """

    __tablename__ = "review_item"
    searched = ("finding", "decision", "next_step")

    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    initiative_id: Mapped[int | None] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    kpi_id: Mapped[int | None] = mapped_column(ForeignKey("kpi.id", ondelete="CASCADE"), index=True)
    planned: Mapped[float | None]
    actual: Mapped[float | None]
    status: Mapped[str] = mapped_column(default="")  # a ReviewStatus
    finding: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[dt.date | None]
