"""Gaps with their causes, and the initiatives that close them (F1, F3, G1)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Coded, Ordered, Record

SET_ASIDE = ("rejected", "dropped")
"""The states of a gap and of an initiative that no figure counts: nothing follows from it."""


class Gap(Coded, Ordered, Record):
    """As-is against to-be. Importance 1-5, current and target 0-10, reach a share 0-1.

    `cause` sums up what its tree of causes shows; `found_in` names what it was proposed from, as
    in "touchpoint:5", so that it is not proposed again.
    """

    __tablename__ = "gap"
    letter = "G"
    searched = ("title", "as_is", "to_be", "cause", "cluster")

    title: Mapped[str] = mapped_column(default="")
    gap_kind: Mapped[str] = mapped_column(default="journey")  # a GapKind
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
    found_in: Mapped[str] = mapped_column(default="")


class GapDepartment(Record):
    """A department that shares a gap with the one it is charged to (`Gap.department_id`)."""

    __tablename__ = "gap_department"

    gap_id: Mapped[int] = mapped_column(ForeignKey("gap.id", ondelete="CASCADE"), index=True)
    department_id: Mapped[int] = mapped_column(
        ForeignKey("department.id", ondelete="CASCADE"), index=True
    )


class Cause(Ordered, Record):
    """One "why" of a gap; those below it answer why again, and one without any is a root.

    `bone` is the branch of the fishbone on which a cause of the first level stands.
    """

    __tablename__ = "cause"
    __mapper_args__: Any = {"confirm_deleted_rows": False}  # those below go with it
    searched = ("text",)

    gap_id: Mapped[int] = mapped_column(ForeignKey("gap.id", ondelete="CASCADE"), index=True)
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("cause.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(default="")
    bone: Mapped[str] = mapped_column(default="")  # a Bone


class LeftProposal(Record):
    """A proposed gap that the user left: it is not proposed again. `found_in` as in Gap."""

    __tablename__ = "left_proposal"
    searched = ("title",)

    found_in: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")


class Initiative(Coded, Ordered, Record):
    """What will be done about gaps. Costs in the engagement's currency, effort in person-months.

    The department is the one accountable; the owner, who leads the work, is a stakeholder.
    `benefit_score` is the team's judgement from 1 (small) to 5 (large), `confidence` how sure it
    is of that from 0 to 1, `reach` the customers concerned in a year, `progress` 0 to 100.
    """

    __tablename__ = "initiative"
    letter = "I"
    searched = ("title", "change", "staff_change", "description", "benefit", "risk", "project")

    title: Mapped[str] = mapped_column(default="")
    change: Mapped[str] = mapped_column(default="")  # what changes for the customer
    staff_change: Mapped[str] = mapped_column(default="")  # and for those who serve
    description: Mapped[str] = mapped_column(default="")
    tier: Mapped[str] = mapped_column(default="department")  # a Tier
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("stakeholder.id", ondelete="SET NULL"), index=True
    )
    project: Mapped[str] = mapped_column(default="")  # a cross-department project's name
    touchpoint_id: Mapped[int | None] = mapped_column(
        ForeignKey("touchpoint.id", ondelete="SET NULL"), index=True
    )
    cost_low: Mapped[float | None]  # once
    cost_high: Mapped[float | None]
    yearly_low: Mapped[float | None]
    yearly_high: Mapped[float | None]
    cost_source: Mapped[str] = mapped_column(default="")
    effort: Mapped[float | None]
    benefit: Mapped[str] = mapped_column(default="")
    benefit_score: Mapped[int | None]
    confidence: Mapped[float | None]
    reach: Mapped[float | None]
    risk: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    state: Mapped[str] = mapped_column(default="proposed")  # an InitiativeState
    progress: Mapped[int | None]


class Involvement(Record):
    """A department's part in an initiative beside the accountable one: a RaciPart."""

    __tablename__ = "involvement"

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    department_id: Mapped[int] = mapped_column(
        ForeignKey("department.id", ondelete="CASCADE"), index=True
    )
    part: Mapped[str] = mapped_column(default="responsible")


class ChangedTouchpoint(Record):
    """A touchpoint that an initiative changes beside its main one."""

    __tablename__ = "changed_touchpoint"

    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    touchpoint_id: Mapped[int] = mapped_column(
        ForeignKey("touchpoint.id", ondelete="CASCADE"), index=True
    )
