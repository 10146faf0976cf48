"""Customer journeys: stages, steps, lanes, cards and emotion (E1, E2)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cxstudio.model.base import Coded, Ordered, Record


class Journey(Coded, Ordered, Record):
    """A map, as-is or to-be (`journey_kind`); a to-be names its `as_is_id`."""

    __tablename__ = "journey"
    letter = "J"
    searched = ("title", "description")

    title: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    journey_kind: Mapped[str] = mapped_column(default="as_is")
    as_is_id: Mapped[int | None] = mapped_column(
        ForeignKey("journey.id", ondelete="SET NULL"), index=True
    )
    personas: Mapped[list[JourneyPersona]] = relationship(
        order_by="JourneyPersona.position, JourneyPersona.id", cascade="all, delete-orphan"
    )
    stages: Mapped[list[Stage]] = relationship(
        order_by="Stage.position, Stage.id", cascade="all, delete-orphan"
    )
    lanes: Mapped[list[Lane]] = relationship(
        order_by="Lane.position, Lane.id", cascade="all, delete-orphan"
    )


class JourneyPersona(Ordered, Record):
    """Whose journey it is; one emotion curve each."""

    __tablename__ = "journey_persona"

    journey_id: Mapped[int] = mapped_column(
        ForeignKey("journey.id", ondelete="CASCADE"), index=True
    )
    persona_id: Mapped[int] = mapped_column(
        ForeignKey("persona.id", ondelete="CASCADE"), index=True
    )


class Stage(Ordered, Record):
    __tablename__ = "stage"
    searched = ("name",)

    journey_id: Mapped[int] = mapped_column(
        ForeignKey("journey.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    steps: Mapped[list[Step]] = relationship(
        order_by="Step.position, Step.id", cascade="all, delete-orphan"
    )


class Step(Ordered, Record):
    """A column of the map. `moment_of_truth` marks where the customer decides."""

    __tablename__ = "step"
    searched = ("name",)

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(default="")
    moment_of_truth: Mapped[bool] = mapped_column(default=False)
    cards: Mapped[list[Card]] = relationship(
        order_by="Card.position, Card.id", cascade="all, delete-orphan"
    )
    emotions: Mapped[list[Emotion]] = relationship(cascade="all, delete-orphan")


class Lane(Ordered, Record):
    """A row of the map; `lane_kind` is a LaneKind, `height` in pixels or None for its content."""

    __tablename__ = "lane"
    searched = ("name",)

    journey_id: Mapped[int] = mapped_column(
        ForeignKey("journey.id", ondelete="CASCADE"), index=True
    )
    lane_kind: Mapped[str] = mapped_column(default="text")
    name: Mapped[str] = mapped_column(default="")
    height: Mapped[int | None]
    collapsed: Mapped[bool] = mapped_column(default=False)
    hidden: Mapped[bool] = mapped_column(default=False)
    cards: Mapped[list[Card]] = relationship(
        order_by="Card.position, Card.id", cascade="all, delete-orphan"
    )


class Card(Ordered, Record):
    """A note in the cell of a step and a lane, in the order of `position`."""

    __tablename__ = "card"
    searched = ("text",)

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id", ondelete="CASCADE"), index=True)
    lane_id: Mapped[int] = mapped_column(ForeignKey("lane.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(default="")
    value: Mapped[str] = mapped_column(default="")  # a measure's figure: "6 min"
    colour: Mapped[str] = mapped_column(default="")  # a sticky colour; the lane's when empty
    icon: Mapped[str] = mapped_column(default="")
    touchpoint_id: Mapped[int | None] = mapped_column(
        ForeignKey("touchpoint.id", ondelete="SET NULL"), index=True
    )
    kpi_id: Mapped[int | None] = mapped_column(
        ForeignKey("kpi.id", ondelete="SET NULL"), index=True
    )
    confidential: Mapped[bool] = mapped_column(default=False)


class Emotion(Record):
    """How a persona feels at a step, -2.0 to +2.0; no row means no evidence."""

    __tablename__ = "emotion"

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id", ondelete="CASCADE"), index=True)
    persona_id: Mapped[int] = mapped_column(
        ForeignKey("persona.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[float]
