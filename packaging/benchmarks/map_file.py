"""Engagements with one large journey map: every kind of lane, marks, chips, curves, connectors."""

import random
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cxstudio.model import (
    Card,
    Channel,
    Connector,
    Emotion,
    Evidence,
    Gap,
    Journey,
    JourneyPersona,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.store.changes import Change
from cxstudio.store.engagement_file import EngagementFile

ROOT = Path(__file__).resolve().parents[2]
LANES = (
    *("actions", "touchpoints", "thoughts", "emotion", "pain_points", "opportunities"),
    *("front_stage", "visibility", "back_stage", "support", "departments", "text"),
)
BARE_LANES = ("emotion", "visibility")
STEPS_OF_A_STAGE = 5
WHO = (
    "The couple",
    "A family with a pram",
    "The walker",
    "祖母",
    "Someone",
    "Grandmother",
    "二人連れ",
)
DOES = (
    *("looks for the stop of", "asks at the counter about", "waits in the rain for", "books"),
    *(
        "finds three different times for",
        "is glad of the driver of",
        "has no signal at",
        "pays for",
    ),
    *("を探す：", "が分からない：", "がおいしい：", "tells friends about"),
)
WHAT = (
    *(
        "the last bus",
        "the ferry",
        "the museum",
        "駅前の案内所",
        "the inn on the cape",
        "the luggage",
    ),
    *(
        "one ticket for everything",
        "the timetable in a language they read",
        "料理と温泉",
        "the festival",
    ),
    *("the way back from the lighthouse before it gets dark", "QR コード"),
)
SHORT = ("Bus stop", "Counter", "予約サイト", "Telephone", "Inn", "Museum desk", "Ticket machine")


class Size(NamedTuple):
    """How many steps a map has, in how many of the lanes, with how many cards in a cell."""

    steps: int
    lanes: int = len(LANES)
    cards: int = 5

    @property
    def count(self) -> int:
        """How many cards that makes."""
        return self.steps * sum(kind not in BARE_LANES for kind in LANES[: self.lanes]) * self.cards


SMALL, LARGE, HUGE = Size(2, 2), Size(40), Size(200)
"""20 cards, 2,000 cards, and 10,000 with as many in view as of 2,000; five in each cell of all."""


def map_file(size: Size) -> Path:
    """A file whose only journey is a map of this size, made when needed."""
    path = ROOT / "build" / f"map-{size.count}.cxs"
    if not _is_of_today(path):
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with (
            EngagementFile.create(unfinished, client="A large client") as file,
            file.change("The map") as change,
        ):
            _add_map(change, random.Random(1), size)
        unfinished.replace(path)
    return path


def _is_of_today(path: Path) -> bool:
    tables = [*ROOT.glob("cxstudio/model/*.py"), Path(__file__)]
    return path.exists() and path.stat().st_mtime > max(file.stat().st_mtime for file in tables)


def _add_map(change: Change, chance: random.Random, size: Size) -> None:
    lanes = [
        Lane(lane_kind=kind, name=kind.replace("_", " ").capitalize(), position=place)
        for place, kind in enumerate(LANES[: size.lanes])
    ]
    stages = [
        Stage(
            name=f"Stage {first // STEPS_OF_A_STAGE + 1}",
            position=first,
            steps=[
                Step(name=f"{chance.choice(SHORT)} {first + n + 1}", position=n)
                for n in range(min(STEPS_OF_A_STAGE, size.steps - first))
            ],
        )
        for first in range(0, size.steps, STEPS_OF_A_STAGE)
    ]
    journey = change.add(Journey(title="A visit", number=1, lanes=lanes, stages=stages))
    steps = [step for stage in stages for step in stage.steps]
    touchpoints = _add_touchpoints(change)
    change.flush()
    cards = [
        card
        for step in steps
        for lane in lanes
        if lane.lane_kind not in BARE_LANES
        for card in _cell(change, chance, step, lane, size.cards, touchpoints)
    ]
    change.flush()
    _add_emotion(change, chance, journey, steps)
    _add_links(change, chance, cards)
    _add_connectors(change, journey, cards, size)


def _add_touchpoints(change: Change) -> list[Touchpoint]:
    icons = ("bus", "phone", "globe", "ticket", "bed")
    channels = [
        change.add(Channel(name=icon, icon=icon, position=n)) for n, icon in enumerate(icons)
    ]
    change.flush()
    return [
        change.add(Touchpoint(name=name, number=n + 1, channel_id=channels[n % 5].id, position=n))
        for n, name in enumerate(SHORT)
    ]


def _cell(
    change: Change,
    chance: random.Random,
    step: Step,
    lane: Lane,
    count: int,
    touchpoints: list[Touchpoint],
) -> list[Card]:
    short = lane.lane_kind in ("touchpoints", "departments")
    return [
        change.add(
            Card(
                step_id=step.id,
                lane_id=lane.id,
                position=place,
                text=chance.choice(SHORT) if short else _saying(chance),
                touchpoint_id=chance.choice(touchpoints).id
                if lane.lane_kind == "touchpoints"
                else None,
                votes=chance.choice((0, 0, 0, 0, 3)) if lane.lane_kind == "opportunities" else 0,
                tags=chance.choice(("", "", "", "bus, luggage")),
            )
        )
        for place in range(count)
    ]


def _saying(chance: random.Random) -> str:
    """What a card says; hardly any two say the same."""
    number = chance.randint(2, 99)
    return f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)}, {number} min"


def _add_emotion(
    change: Change, chance: random.Random, journey: Journey, steps: list[Step]
) -> None:
    for place, name in enumerate(("Couple from Osaka", "Family with a pram", "Walker")):
        persona = change.add(Persona(name=name, number=place + 1, position=place))
        change.flush()
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id, position=place))
        for step in steps:
            value = round(chance.uniform(-2, 2), 1)
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=value))


def _add_links(change: Change, chance: random.Random, cards: list[Card]) -> None:
    """Two of five cards rest on one to three voices, one of twenty on a gap's side of the chain."""
    voices = [
        change.add(
            Evidence(evidence_kind="comment", text=f"Voice {n}", number=n, respondent=str(n))
        )
        for n in range(1, 121)
    ]
    gaps = [change.add(Gap(title=f"Gap {n}", number=n, position=n)) for n in range(1, 21)]
    change.flush()
    for place, card in enumerate(cards):
        behind = chance.sample(voices, place % 3 + 1) if place % 5 < 2 else []
        ends = [("evidence", voice.id, "card", card.id) for voice in behind]
        if place % 20 == 0:
            ends.append(("card", card.id, "gap", chance.choice(gaps).id))
        for source_kind, source, target_kind, target in ends:
            change.add(
                Link(
                    source_kind=source_kind,
                    source_id=source,
                    target_kind=target_kind,
                    target_id=target,
                )
            )


def _add_connectors(change: Change, journey: Journey, cards: list[Card], size: Size) -> None:
    """From the first card of each step to that of the next, as the channel changes."""
    first = cards[:: size.count // size.steps]
    for n, (start, end) in enumerate(pairwise(first)):
        change.add(
            Connector(
                journey_id=journey.id,
                from_card_id=start.id,
                to_card_id=end.id,
                connector_kind=("flow", "hop", "branch")[n % 3],
                label_text="" if n % 4 else "by bus",
            )
        )
