"""A journey map as plain content: what tables and other tools' files hold of it.

Steps, lanes and personas are spoken of by their place; an `id` is there when the content was taken
from a map of the engagement, and None when it was read from a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from cxstudio import limits
from cxstudio.i18n import N_, _

WITHOUT_CARDS = frozenset(("emotion", "visibility"))
"""Kinds of lanes in which no cards stand."""

LOWEST, HIGHEST = -2.0, 2.0

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no file can keep: control characters and halves of characters."""


class UnreadableJourney(ValueError):
    """A file that holds no journey that can be read; the message is one text for the user."""


@dataclass(frozen=True)
class StepContent:
    """A column."""

    name: str
    id: int | None = None


@dataclass(frozen=True)
class StageContent:
    """A phase over its steps."""

    name: str
    steps: tuple[StepContent, ...] = ()
    id: int | None = None


@dataclass(frozen=True)
class LaneContent:
    """A row; `kind` is one of the model's lane kinds."""

    kind: str
    name: str
    id: int | None = None


@dataclass(frozen=True)
class CardDetails:
    """What a card carries beside its words; `links` are the codes of records."""

    colour: str = ""
    icon: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    votes: int = 0
    confidential: bool = False


@dataclass(frozen=True)
class CardContent:
    """A card at the places of its step and lane; `value` is the figure of a measure.

    `details` are None where a file says nothing of them.
    """

    step: int
    lane: int
    text: str
    value: str = ""
    id: int | None = None
    confidential: bool = False
    details: CardDetails | None = None


@dataclass(frozen=True)
class CurveContent:
    """How a persona feels, −2 to +2 by the place of the step; a place left out is blank."""

    code: str
    name: str
    values: Mapping[int, float] = field(default_factory=dict)
    id: int | None = None
    summary: str = ""


@dataclass(frozen=True)
class KpiContent:
    """A measure that came with the journey."""

    name: str
    description: str = ""
    unit: str = ""
    target: float | None = None


@dataclass(frozen=True)
class JourneyContent:
    """A whole map. Cards of one cell keep the order they have in `cards`.

    `notes` are sentences on what the file held besides, and was not taken.
    """

    title: str
    description: str = ""
    stages: tuple[StageContent, ...] = ()
    lanes: tuple[LaneContent, ...] = ()
    cards: tuple[CardContent, ...] = ()
    curves: tuple[CurveContent, ...] = ()
    kpis: tuple[KpiContent, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[StepContent, ...]:
        """All steps from left to right."""
        return tuple(step for stage in self.stages for step in stage.steps)


def check_size(file: str, steps: int = 0, lanes: int = 0, cards: int = 0) -> None:
    """Raise UnreadableJourney when this is more than a map can show."""
    for count, most, sentence in (
        (steps, limits.STEPS, N_("{file} has more than {most} steps, which is no map to work on. "
                                 "Choose the table of one journey.")),
        (lanes, limits.LANES, N_("{file} has more than {most} lanes, which is no map to work on. "
                                 "Choose the table of one journey.")),
        (cards, limits.CARDS, N_("{file} has more than {most} cards, which is no map to work on. "
                                 "Choose the table of one journey.")),
    ):  # fmt: skip
        if count > most:
            raise UnreadableJourney(_(sentence).format(file=file, most=most))


def check_maps(count: int, file: str) -> None:
    """Raise UnreadableJourney when a file holds more journeys than anybody wants at once."""
    if count > limits.MAPS:
        raise UnreadableJourney(
            _("{file} holds {count} journeys, and {most} can be imported at once.").format(
                file=file, count=count, most=limits.MAPS
            )
        )


def check_text(file: str, text: str, lane: str, step: str) -> None:
    """Raise UnreadableJourney when a card would be longer than any card can be."""
    if len(text) > limits.TEXT:
        raise UnreadableJourney(
            _(
                "{file}: the text in the lane “{lane}” at “{step}” has {count} characters, and a "
                "card holds {most}. Keep what belongs on the map, and attach the rest."
            ).format(file=file, lane=lane[:40], step=step[:40], count=len(text), most=limits.TEXT)
        )


def tidy(text: str) -> str:
    """A card's text as files can keep it: plain line ends, no control characters."""
    return UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text)).strip()


def tidy_name(text: str) -> str:
    """A name on one line."""
    return " ".join(tidy(text).split())


def key_of(text: str) -> str:
    """A word by which names are recognised, however they are spelt."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())
