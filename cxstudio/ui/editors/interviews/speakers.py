"""Who speaks: names typed or pasted at the start of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from cxstudio.exchange.transcript import UnreadableTranscript, read_transcript
from cxstudio.ui.editors.interviews.notes import Line

_TYPED = re.compile(r"(?P<name>[^\s:：][^:：\n]{0,30}?)\s?(?::\s|：)")
_FEW = 3  # words of a name


class Name(NamedTuple):
    """A speaker's name, and the label as it was typed."""

    speaker: str
    label: str


def typed_name(before: str) -> Name | None:
    """The name that a paragraph's words up to the cursor are: `Name: ` or `Name：`."""
    found = _TYPED.fullmatch(before)
    if found is None or len(found["name"].split()) > _FEW:
        return None
    return Name(found["name"], found[0])


def pasted_lines(text: str) -> list[Line]:
    """The paragraphs of a pasted text, with speakers and times where it is a transcript."""
    try:
        turns = read_transcript(text).turns
    except UnreadableTranscript:
        return []
    if all(turn.speaker is None for turn in turns):
        return [Line(text=part.strip()) for part in text.splitlines() if part.strip()]
    return [
        Line(
            text=" ".join(part.split()),
            speaker=turn.speaker or "",
            seconds=None if turn.seconds is None else int(turn.seconds),
        )
        for turn in turns
        for part in turn.text.split("\n\n")
        if part.strip()
    ]
