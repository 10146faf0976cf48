"""Vision, mission, values, objectives and KPIs (B4, B5)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cxstudio.model.base import Coded, Ordered, Record


class Principle(Ordered, Record):
    """A vision, a mission or a value (`principle_kind`), with where it was found."""

    __tablename__ = "principle"
    searched = ("text", "source", "note")

    principle_kind: Mapped[str] = mapped_column(default="vision")
    text: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Objective(Ordered, Record):
    """What the business wants."""

    __tablename__ = "objective"
    searched = ("text", "note")

    text: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Kpi(Coded, Ordered, Record):
    """A measure; `direction` is "up" or "down", `parent_id` its place in the KPI tree."""

    __tablename__ = "kpi"
    letter = "K"
    searched = ("name", "description")

    name: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default="up")
    baseline: Mapped[float | None]
    baseline_on: Mapped[dt.date | None]
    target: Mapped[float | None]
    target_on: Mapped[dt.date | None]
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    objective_id: Mapped[int | None] = mapped_column(
        ForeignKey("objective.id", ondelete="SET NULL"), index=True
    )
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("kpi.id", ondelete="SET NULL"), index=True
    )
    readings: Mapped[list[Reading]] = relationship(
        order_by="Reading.read_on, Reading.id", cascade="all, delete-orphan"
    )


class Reading(Record):
    """A dated value of a KPI; for a survey score with its n and 95 % interval."""

    __tablename__ = "reading"
    searched = ("source",)

    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id", ondelete="CASCADE"), index=True)
    read_on: Mapped[dt.date]
    value: Mapped[float]
    n: Mapped[int | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    source: Mapped[str] = mapped_column(default="")
