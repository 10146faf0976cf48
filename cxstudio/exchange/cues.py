"""Timed cues, as WebVTT and SRT have them, merged into turns."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cxstudio.exchange.labels import label_of, seconds_of, speakers
from cxstudio.exchange.script import SENTENCE_END, join
from cxstudio.exchange.turns import Turn

ENOUGH = 500
"""A paragraph this wide ends with its sentence (a Japanese character counts two)."""
TOO_LONG = 1000
"""A paragraph this wide ends with its cue."""
PAUSE = 4.0
"""Seconds of silence that begin a new paragraph."""

_CLOCK = r"((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|</?\d[\d:.]*>|\{\\[^}]*\}")


@dataclass(frozen=True)
class Cue:
    """What is shown from `start` to `end` seconds, and who says it when it is told."""

    start: float
    end: float
    speaker: str | None
    text: str


def cues_of(text: str) -> Iterator[Cue]:
    """The cues of a text in blocks, a cue for each voice; blocks without a timing are skipped."""
    shown: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = block.strip("\n").split("\n")
        at = next((i for i, line in enumerate(lines[:3]) if _TIMING.match(line)), None)
        if at is None or (timing := _TIMING.match(lines[at])) is None:
            continue
        start, end = seconds_of(timing[1]), seconds_of(timing[2])
        payload = [line.strip() for line in lines[at + 1 :] if line.strip()]
        fresh = _without_rolled(payload, shown)
        shown = payload or shown
        for speaker, words in _voices("\n".join(fresh)):
            yield Cue(start, end, speaker, words)


def _without_rolled(payload: list[str], shown: list[str]) -> list[str]:
    """Live captions roll: the last line shown stands again above the new one."""
    plain = [_TAG.sub("", line).strip() for line in payload]
    last = _TAG.sub("", shown[-1]).strip() if shown else None
    return payload[1:] if len(payload) > 1 and plain[0] == last else payload


def _voices(payload: str) -> Iterator[tuple[str | None, str]]:
    """The payload cut at its voice tags, as (speaker, words)."""
    pieces = _VOICE.split(payload)
    speaker: str | None = None
    for index, piece in enumerate(pieces):
        if index % 2:
            speaker = " ".join(html.unescape(piece).split()) or None
        elif words := html.unescape(_TAG.sub("", piece)).strip():
            yield speaker, words


def turns_of(cues: Iterable[Cue]) -> tuple[Turn, ...]:
    """Cues as turns: speakers recognised, one speaker's cues merged to paragraphs.

    Each paragraph is a turn with the time of its first cue, so that any passage of a long
    answer can be found in the recording.
    """
    turns: list[Turn] = []
    end = 0.0
    for cue in _labelled(list(cues)):
        last = turns[-1] if turns else None
        if last is None or last.speaker != cue.speaker or _is_full(last.text, cue.start - end):
            turns.append(Turn(cue.speaker, cue.start, cue.text))
        else:
            breath = cue.start >= end
            turns[-1] = replace(last, text=_spoken_on(last.text, cue.text, breath=breath))
        end = cue.end
    return tuple(turns)


def _labelled(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues with `Name:` at the start of a line taken as their speaker.

    A cue without a name goes on with the speaker before, unless voices are tagged anyway.
    """
    lines = [(cue, line.strip()) for cue in cues for line in cue.text.split("\n")]
    found = [None if cue.speaker else label_of(line) for cue, line in lines]
    known = speakers(label for label in found if label is not None)
    speaker: str | None = None
    for (cue, line), label in zip(lines, found, strict=True):
        if label is not None and label.name in known:
            speaker = label.name
            yield replace(cue, speaker=speaker, text=label.rest.strip())
        else:
            yield replace(cue, speaker=cue.speaker or speaker, text=line)


def _spoken_on(before: str, after: str, *, breath: bool) -> str:
    """The words of two cues; Japanese captions mark the end of a phrase by the cue alone."""
    wide = before[-1:] > "\u2e7f" and after[:1] > "\u2e7f"
    if breath and wide and before[-1].isalnum():
        return f"{before}\u3000{after}"
    return join(before, after)


def _is_full(text: str, pause: float) -> bool:
    width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    ended = text.endswith(SENTENCE_END)
    return width >= TOO_LONG or (ended and (width >= ENOUGH or pause >= PAUSE))
