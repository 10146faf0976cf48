"""The client's organisation: departments and stakeholders (B1, B2)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Coded, Ordered, Record


class Department(Coded, Ordered, Record):
    """An organisational unit of the client, customer-facing or not."""

    __tablename__ = "department"
    letter = "D"
    searched = ("name", "role", "measured_on")

    name: Mapped[str] = mapped_column(default="")
    customer_facing: Mapped[bool] = mapped_column(default=True)
    function: Mapped[str] = mapped_column(default="service")  # a DepartmentFunction
    role: Mapped[str] = mapped_column(default="")  # how it shapes the experience
    measured_on: Mapped[str] = mapped_column(default="")  # what it is rewarded on


class Stakeholder(Coded, Ordered, Record):
    """A person at the client. Influence and interest run from 1 (low) to 5 (high)."""

    __tablename__ = "stakeholder"
    letter = "S"
    searched = ("role", "name", "pseudonym", "notes")

    name: Mapped[str] = mapped_column(default="")  # the real name; the client never reads it
    role: Mapped[str] = mapped_column(default="")
    pseudonym: Mapped[str] = mapped_column(default="")  # shown instead; the code when empty
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    influence: Mapped[int] = mapped_column(default=3)
    interest: Mapped[int] = mapped_column(default=3)
    attitude: Mapped[str] = mapped_column(default="unknown")  # an Attitude
    notes: Mapped[str] = mapped_column(default="")

    @property
    def public_name(self) -> str:
        """What reports and workshops may show."""
        return self.pseudonym or self.code
