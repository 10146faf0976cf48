"""Customer journeys: stages, steps, lanes, cards and emotion (E1, E2)."""

from __future__ import annotations

import datetime as dt

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
    """A column of the map. `moment_of_truth` marks where the customer decides.

    `sub_journey_id` names the map that shows this step in detail; on a to-be, `as_is_id` is the
    step of the as-is that it has come from.
    """

    __tablename__ = "step"
    searched = ("name",)

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(default="")
    moment_of_truth: Mapped[bool] = mapped_column(default=False)
    sub_journey_id: Mapped[int | None] = mapped_column(
        ForeignKey("journey.id", ondelete="SET NULL"), index=True
    )
    as_is_id: Mapped[int | None] = mapped_column(
        ForeignKey("step.id", ondelete="SET NULL"), index=True
    )
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
    """A note in the cell of a step and a lane, in the order of `position`.

    `tags` are words with commas between them; `votes` the dots of the last voting. A
    measure is a KPI, a question of a survey wave (`wave_column`) or a `value`. On a to-be,
    `as_is_id` is the card of the as-is that it has come from, however it was moved or reworded.
    """

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
    wave_id: Mapped[int | None] = mapped_column(
        ForeignKey("wave.id", ondelete="SET NULL"), index=True
    )
    wave_column: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(
        ForeignKey("attachment.id", ondelete="SET NULL"), index=True
    )
    tags: Mapped[str] = mapped_column(default="")
    votes: Mapped[int] = mapped_column(default=0)
    confidential: Mapped[bool] = mapped_column(default=False)
    as_is_id: Mapped[int | None] = mapped_column(
        ForeignKey("card.id", ondelete="SET NULL"), index=True
    )


class Connector(Record):
    """A line between two cards: a channel hop, a branch, a loop (`connector_kind`)."""

    __tablename__ = "connector"
    searched = ("label_text",)

    journey_id: Mapped[int] = mapped_column(
        ForeignKey("journey.id", ondelete="CASCADE"), index=True
    )
    from_card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    to_card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    connector_kind: Mapped[str] = mapped_column(default="flow")
    label_text: Mapped[str] = mapped_column(default="")


class SavedView(Ordered, Record):
    """A filter and place of a map under a name; `settings` is JSON text."""

    __tablename__ = "saved_view"
    searched = ("name",)

    journey_id: Mapped[int] = mapped_column(
        ForeignKey("journey.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    settings: Mapped[str] = mapped_column(default="{}")


class Workshop(Ordered, Record):
    """A session with a roomful of people; snapshots are named by their ids.

    `voting` is empty, "open" (dots are given and hidden) or "revealed"; `minutes` is what the
    timer was last set to; `notes` are the consultant's own, never shown to the room.
    """

    __tablename__ = "workshop"
    searched = ("name", "summary")

    name: Mapped[str] = mapped_column(default="")
    journey_id: Mapped[int | None] = mapped_column(
        ForeignKey("journey.id", ondelete="SET NULL"), index=True
    )
    started_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    people: Mapped[int] = mapped_column(default=8)
    votes_each: Mapped[int] = mapped_column(default=3)
    voting: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=10)
    notes: Mapped[str] = mapped_column(default="")
    snapshot_before: Mapped[int | None]
    snapshot_after: Mapped[int | None]
    summary: Mapped[str] = mapped_column(default="")


class ParkedNote(Ordered, Record):
    """Something said in a workshop that belongs elsewhere: the parking lot."""

    __tablename__ = "parked_note"
    searched = ("text",)

    workshop_id: Mapped[int | None] = mapped_column(
        ForeignKey("workshop.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str] = mapped_column(default="")


class Emotion(Record):
    """How a persona feels at a step, -2.0 to +2.0; no row means no evidence."""

    __tablename__ = "emotion"

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id", ondelete="CASCADE"), index=True)
    persona_id: Mapped[int] = mapped_column(
        ForeignKey("persona.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[float]
