"""Channels and the touchpoint inventory (D1)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Coded, Ordered, Record


class Channel(Ordered, Record):
    """Web, call centre, shop, app, e-mail, social …; `icon` names a Lucide icon."""

    __tablename__ = "channel"
    searched = ("name",)

    name: Mapped[str] = mapped_column(default="")
    icon: Mapped[str] = mapped_column(default="waypoints")


class Touchpoint(Coded, Ordered, Record):
    """Where customer and company meet. Importance and satisfaction run from 0 to 10."""

    __tablename__ = "touchpoint"
    letter = "T"
    searched = ("name", "role", "served_by", "must_know", "systems", "notes")

    name: Mapped[str] = mapped_column(default="")
    channel_id: Mapped[int | None] = mapped_column(
        ForeignKey("channel.id", ondelete="SET NULL"), index=True
    )
    icon: Mapped[str] = mapped_column(default="")  # overrides the channel's
    state: Mapped[str] = mapped_column(default="as_is")  # a TouchpointState
    role: Mapped[str] = mapped_column(default="")
    frequency: Mapped[str] = mapped_column(default="")
    served_by: Mapped[str] = mapped_column(default="")
    must_know: Mapped[str] = mapped_column(default="")
    systems: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL"), index=True
    )
    importance: Mapped[float | None]
    satisfaction: Mapped[float | None]
    notes: Mapped[str] = mapped_column(default="")
