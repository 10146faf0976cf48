"""What initiatives are weighed by: criteria, and their effects on KPIs in money (G2, G3)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class Criterion(Ordered, Record):
    """One of the engagement's own criteria for the weighted scoring of initiatives."""

    __tablename__ = "criterion"
    searched = ("name", "note")

    name: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    weight: Mapped[float] = mapped_column(default=1.0)


class CriterionScore(Record):
    """How well an initiative does on a criterion, 1 to 5, and between what it may lie."""

    __tablename__ = "criterion_score"

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    criterion_id: Mapped[int] = mapped_column(
        ForeignKey("criterion.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]


class Effect(Ordered, Record):
    """What an initiative is expected to change on a KPI, and what that is worth.

    `low`, `likely` and `high` are the change in the KPI's unit once it has full effect, `months`
    after the initiative's end; `worth_…` is the money that one unit brings in a year, in the
    engagement's currency. `source` says where the figures come from, empty for an assumption.
    """

    __tablename__ = "effect"
    searched = ("source",)

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    kpi_id: Mapped[int] = mapped_column(ForeignKey("kpi.id", ondelete="CASCADE"), index=True)
    low: Mapped[float | None]
    likely: Mapped[float | None]
    high: Mapped[float | None]
    worth_low: Mapped[float | None]
    worth_likely: Mapped[float | None]
    worth_high: Mapped[float | None]
    months: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(default="")
