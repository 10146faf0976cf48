"""The engagement itself, its team and the strategy questions (A1, A4)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class Engagement(Record):
    """One consulting job for one client; the file holds exactly one row, id 1.

    The weights are the powers to which importance, distance to the target and reach are raised in
    the severity of a gap. The business case discounts at `discount_rate` (0.05 is 5 %) over
    `horizon` years; `budget` is money spent once, `capacity` person-months.
    """

    __tablename__ = "engagement"
    searched = ("title", "client", "industry", "scope", "objectives", "team")

    title: Mapped[str] = mapped_column(default="")
    client: Mapped[str] = mapped_column(default="")
    firm: Mapped[str] = mapped_column(default="")
    industry: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    objectives: Mapped[str] = mapped_column(default="")
    limits: Mapped[str] = mapped_column(default="")
    team: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    interviews_planned: Mapped[int | None]
    confidentiality: Mapped[str] = mapped_column(default="")
    report_language: Mapped[str] = mapped_column(default="en")
    audience: Mapped[str] = mapped_column(default="client")
    report_version: Mapped[str] = mapped_column(default="1.0")
    currency: Mapped[str] = mapped_column(default="EUR")
    importance_weight: Mapped[float] = mapped_column(default=1.0)
    distance_weight: Mapped[float] = mapped_column(default=1.0)
    reach_weight: Mapped[float] = mapped_column(default=1.0)
    discount_rate: Mapped[float] = mapped_column(default=0.05)
    horizon: Mapped[int] = mapped_column(default=3)
    budget: Mapped[float | None]
    capacity: Mapped[float | None]
    attribution: Mapped[str] = mapped_column(default="")
    illustrative: Mapped[bool] = mapped_column(default=False)


class WorksheetAnswer(Ordered, Record):
    """The answer to one strategy question; `question` is a key of `QUESTIONS` or own text."""

    __tablename__ = "worksheet_answer"
    searched = ("answer", "question")

    question: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
