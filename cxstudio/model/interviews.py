"""Interview guides, interviews and their notes (B3)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cxstudio.model.base import Coded, Ordered, Record


class Guide(Ordered, Record):
    """A set of questions that many interviews can follow."""

    __tablename__ = "guide"
    searched = ("name", "audience")

    name: Mapped[str] = mapped_column(default="")
    audience: Mapped[str] = mapped_column(default="")
    questions: Mapped[list[Question]] = relationship(
        order_by="Question.position, Question.id", cascade="all, delete-orphan"
    )


class Question(Ordered, Record):
    __tablename__ = "question"
    searched = ("text",)

    guide_id: Mapped[int] = mapped_column(ForeignKey("guide.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(default="")


class Interview(Coded, Ordered, Record):
    """A talk with a stakeholder (`stakeholder_id`) or a customer (`respondent`)."""

    __tablename__ = "interview"
    letter = "V"
    searched = ("title", "respondent", "place", "summary")

    title: Mapped[str] = mapped_column(default="")
    stakeholder_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="SET NULL"), index=True
    )
    respondent: Mapped[str] = mapped_column(default="")  # a customer, by pseudonym: "C-04, 60s"
    guide_id: Mapped[int | None] = mapped_column(
        ForeignKey("guide.id", ondelete="SET NULL"), index=True
    )
    held_at: Mapped[dt.datetime | None]
    place: Mapped[str] = mapped_column(default="")
    interviewer: Mapped[str] = mapped_column(default="")
    consent: Mapped[bool] = mapped_column(default=False)
    confidential: Mapped[bool] = mapped_column(default=False)
    illustrative: Mapped[bool] = mapped_column(default=False)
    summary: Mapped[str] = mapped_column(default="")
    paragraphs: Mapped[list[Paragraph]] = relationship(
        order_by="Paragraph.position, Paragraph.id", cascade="all, delete-orphan"
    )


class Paragraph(Ordered, Record):
    """One paragraph of notes, or one turn of a transcript.

    `question_id` is the guide's question it answers, or None for free notes;
    `seconds` counts from the start of the talk.
    """

    __tablename__ = "paragraph"
    searched = ("text",)

    interview_id: Mapped[int] = mapped_column(
        ForeignKey("interview.id", ondelete="CASCADE"), index=True
    )
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("question.id", ondelete="SET NULL"), index=True
    )
    speaker: Mapped[str] = mapped_column(default="")
    seconds: Mapped[int | None]
    text: Mapped[str] = mapped_column(default="")
