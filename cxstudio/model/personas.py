"""Personas: typical customers drawn from evidence (C7)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cxstudio.model.base import Coded, Ordered, Record


class Persona(Coded, Ordered, Record):
    """A typical customer. `share` is the segment's share of customers, 0 to 1.

    Whether a field rests on evidence follows from the links that point at it:
    at the persona with `target_field` set, or at one of its traits and sliders.
    """

    __tablename__ = "persona"
    letter = "P"
    searched = ("name", "archetype", "segment", "summary", "quote")

    name: Mapped[str] = mapped_column(default="")
    archetype: Mapped[str] = mapped_column(default="")
    segment: Mapped[str] = mapped_column(default="")
    share: Mapped[float | None]
    summary: Mapped[str] = mapped_column(default="")
    quote: Mapped[str] = mapped_column(default="")
    quote_source: Mapped[str] = mapped_column(default="")
    primary: Mapped[bool] = mapped_column(default=False)
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))
    score: Mapped[float | None]  # the NPS of the segment
    score_n: Mapped[int | None]
    score_low: Mapped[float | None]
    score_high: Mapped[float | None]
    traits: Mapped[list[Trait]] = relationship(
        order_by="Trait.position, Trait.id", cascade="all, delete-orphan"
    )
    sliders: Mapped[list[Slider]] = relationship(
        order_by="Slider.position, Slider.id", cascade="all, delete-orphan"
    )


class Trait(Ordered, Record):
    """A goal, need, pain, behaviour, channel or fact (`trait_kind`); a fact has a `name`."""

    __tablename__ = "trait"
    searched = ("text", "name")

    persona_id: Mapped[int] = mapped_column(
        ForeignKey("persona.id", ondelete="CASCADE"), index=True
    )
    trait_kind: Mapped[str] = mapped_column(default="goal")
    name: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    channel_id: Mapped[int | None] = mapped_column(
        ForeignKey("channel.id", ondelete="SET NULL"), index=True
    )


class Slider(Ordered, Record):
    """A place between two words, 0 (left) to 100 (right), with the spread of answers."""

    __tablename__ = "slider"
    searched = ("left", "right")

    persona_id: Mapped[int] = mapped_column(
        ForeignKey("persona.id", ondelete="CASCADE"), index=True
    )
    left: Mapped[str] = mapped_column(default="")
    right: Mapped[str] = mapped_column(default="")
    value: Mapped[int] = mapped_column(default=50)
    low: Mapped[int | None]
    high: Mapped[int | None]
