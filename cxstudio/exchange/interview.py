"""A transcript as an interview with its paragraphs, for the window and the command line."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from cxstudio.exchange.turns import Transcript, Turn
from cxstudio.model import Interview, Paragraph, Record

R = TypeVar("R", bound=Record)
STEP = 16  # the distance of positions, so that paragraphs can be put between


class Destination(Protocol):
    """What is needed of an open change."""

    def add(self, record: R) -> R: ...


def add_transcript(
    change: Destination,
    transcript: Transcript,
    title: str = "",
    *,
    names: Mapping[str, str] | None = None,
    stakeholder_id: int | None = None,
    respondent: str = "",
    position: int = 0,
) -> int:
    """Write a transcript as a new interview; returns its id.

    `names` says under which name a speaker of the transcript appears (a pseudonym); others
    keep theirs. The person talked to is a stakeholder, or a customer called `respondent`.
    """
    day = transcript.date
    interview = change.add(
        Interview(
            title=title or transcript.title,
            stakeholder_id=stakeholder_id,
            respondent=respondent,
            held_at=dt.datetime.combine(day, dt.time()) if day else None,
            position=position,
        )
    )
    add_paragraphs(change, interview.id, transcript, names=names)
    return interview.id


def add_paragraphs(
    change: Destination,
    interview_id: int,
    transcript: Transcript,
    *,
    names: Mapping[str, str] | None = None,
    position: int = 0,
) -> int:
    """Write the turns as paragraphs of an interview, from `position` on; returns how many."""
    names = names or {}
    count = 0
    for turn in _turns(transcript):
        speaker = turn.speaker or ""
        for place, part in enumerate(part for part in turn.text.split("\n\n") if part.strip()):
            timed = turn.seconds is not None and place == 0
            change.add(
                Paragraph(
                    interview_id=interview_id,
                    speaker=names.get(speaker, speaker),
                    seconds=int(turn.seconds or 0) if timed else None,
                    text=part.strip(),
                    position=position + count * STEP,
                )
            )
            count += 1
    return count


def _turns(transcript: Transcript) -> Iterator[Turn]:
    """The turns, with the headings between them as paragraphs that nobody speaks."""
    headings = [h for h in transcript.headings if h.text != transcript.title]
    for index, turn in enumerate(transcript.turns):
        yield from (Turn(None, None, h.text) for h in headings if h.before == index)
        yield turn
    end = len(transcript.turns)
    yield from (Turn(None, None, h.text) for h in headings if h.before >= end)


def likely_interviewer(transcript: Transcript) -> str | None:
    """The speaker who asks: most questions for the words said; None without two speakers."""
    if len(transcript.speakers) < 2:
        return None
    words: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for turn in transcript.turns:
        if turn.speaker is not None:
            words[turn.speaker] += len(turn.text)
            asked[turn.speaker] += turn.text.count("?") + turn.text.count("？")
    return max(transcript.speakers, key=lambda name: asked[name] / (words[name] + 1))
