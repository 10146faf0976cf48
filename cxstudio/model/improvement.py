"""Gaps and the initiatives that close them (F1, G1)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Coded, Ordered, Record


class Gap(Coded, Ordered, Record):
    """As-is against to-be. Importance 1-5, current and target 0-10, reach a share 0-1."""

    __tablename__ = "gap"
    letter = "G"
    searched = ("title", "as_is", "to_be", "cause", "cluster")

    title: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="journey")  # a GapOrigin
    as_is: Mapped[str] = mapped_column(default="")
    to_be: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(default="")
    cluster: Mapped[str] = mapped_column(default="")
    step_id: Mapped[int | None] = mapped_column(
        ForeignKey("step.id", ondelete="SET NULL"), index=True
    )
    touchpoint_id: Mapped[int | None] = mapped_column(
        ForeignKey("touchpoint.id", ondelete="SET NULL"), index=True
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    importance: Mapped[int | None]
    current: Mapped[float | None]
    target: Mapped[float | None]
    reach: Mapped[float | None]
    state: Mapped[str] = mapped_column(default="open")  # a GapState


class Initiative(Coded, Ordered, Record):
    """What will be done about gaps. Costs in the engagement's currency, effort in person-months.

    `benefit_score` is the team's judgement from 1 (small) to 5 (large).
    """

    __tablename__ = "initiative"
    letter = "I"
    searched = ("title", "change", "description", "benefit", "risk", "project")

    title: Mapped[str] = mapped_column(default="")
    change: Mapped[str] = mapped_column(default="")  # what changes for the customer
    description: Mapped[str] = mapped_column(default="")
    tier: Mapped[str] = mapped_column(default="department")  # a Tier
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    project: Mapped[str] = mapped_column(default="")  # a cross-department project's name
    touchpoint_id: Mapped[int | None] = mapped_column(
        ForeignKey("touchpoint.id", ondelete="SET NULL"), index=True
    )
    cost_low: Mapped[float | None]
    cost_high: Mapped[float | None]
    effort: Mapped[float | None]
    benefit: Mapped[str] = mapped_column(default="")
    benefit_score: Mapped[int | None]
    risk: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    state: Mapped[str] = mapped_column(default="proposed")  # an InitiativeState
