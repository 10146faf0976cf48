"""A transcript: who said what, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Turn:
    """What one person said at a stretch.

    `speaker` is None where the transcript does not say who spoke, `seconds` counts from the
    start of the recording and is None without a time stamp. Paragraphs of `text` are
    separated by an empty line.
    """

    speaker: str | None
    seconds: float | None
    text: str


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 9 that stands before the turn with index `before`."""

    text: str
    level: int
    before: int


@dataclass(frozen=True)
class Transcript:
    """A transcript as read; `speakers` in the order in which they first speak."""

    title: str
    date: date | None
    turns: tuple[Turn, ...]
    speakers: tuple[str, ...]
    headings: tuple[Heading, ...] = ()


class UnreadableTranscript(ValueError):
    """A transcript that cannot be read; the message is one clear text for the user."""
