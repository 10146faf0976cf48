"""From lines of a transcript to turns: the one engine under every format without cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cxstudio.exchange.labels import Label, label_of, speakers, stamp_of
from cxstudio.exchange.turns import Heading, Turn

SENTENCE_END = (".", "?", "!", "…", "。", "？", "！", "」", '"', "”")

UNBROKEN = 1000
"""Nobody's text that runs on for twice as long is cut after so many characters, at a sentence."""

_SENTENCE = re.compile(r".+?(?:[.?!…](?=\s)|[。？！]|$)", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A line of running text, "" between paragraphs, or a heading when it has a level."""

    text: str
    level: int = 0


def turns_of(lines: Iterable[Line]) -> tuple[tuple[Turn, ...], tuple[Heading, ...]]:
    """The turns and headings of a transcript, every word kept in its order.

    A label opens a turn, lines without one continue it, a heading ends it. Text before the
    first label or after a heading belongs to nobody, a turn for each paragraph.
    """
    stripped = [Line(line.text.strip(), line.level) for line in lines]
    labels = [None if line.level else label_of(line.text) for line in stripped]
    known = speakers(
        (label for label in labels if label is not None), script=_is_script(stripped, labels)
    )
    writing = _Writing()
    for line, label in zip(stripped, labels, strict=True):
        if line.level:
            writing.heading(line)
        elif label is not None and label.name in known:
            writing.open(label.name, label.seconds, label.rest)
        else:
            writing.line(line.text)
    writing.close()
    return tuple(writing.turns), tuple(writing.headings)


def _is_script(lines: Sequence[Line], labels: Sequence[Label | None]) -> bool:
    """Two names at least, and each paragraph begins with one."""
    before = [Line(""), *lines[:-1]]
    opening = [
        label
        for line, label, previous in zip(lines, labels, before, strict=True)
        if line.text and not line.level and (not previous.text or previous.level or label)
    ]
    names = {label.name for label in opening if label is not None}
    return len(names) > 1 and None not in opening


@dataclass
class _Writing:
    """The turn being written, and what is already written."""

    turns: list[Turn] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    speaker: str | None = None
    seconds: float | None = None
    text: str = ""
    opened: bool = False
    broken: bool = False

    def open(self, speaker: str | None, seconds: float | None, text: str) -> None:
        """Begin a turn; a time stamp alone on the line before belongs to it."""
        waiting = self.seconds if not self.text and not self.opened else None
        self.close()
        self.speaker, self.text, self.opened = speaker, text.strip(), True
        self.seconds = waiting if seconds is None else seconds

    def line(self, text: str) -> None:
        stamped = stamp_of(text)
        if not text:
            self.broken = True
        elif stamped is not None:
            speaker = self.speaker
            self.close()
            self.speaker, (self.seconds, self.text) = speaker, stamped
        elif self.text and self.speaker is None and self.broken:
            self.close()
            self.text = text
        else:
            self.text = join(self.text, text, paragraph=self.broken)
        self.broken = self.broken and not text

    def heading(self, line: Line) -> None:
        self.close()
        self.speaker = None
        self.headings.append(Heading(line.text, line.level, len(self.turns)))

    def close(self) -> None:
        if self.text or self.opened:
            pieces = [self.text] if self.speaker else _pieces(self.text)
            self.turns.extend(Turn(self.speaker, self.seconds, piece) for piece in pieces)
        self.seconds, self.text, self.opened, self.broken = None, "", False, False


def _pieces(text: str) -> Iterator[str]:
    """A very long text cut after sentences, as automatic transcripts come without paragraphs."""
    if len(text) <= 2 * UNBROKEN:
        yield text
        return
    piece = ""
    for sentence in _SENTENCE.findall(text):
        piece += sentence
        if len(piece) >= UNBROKEN:
            yield piece.strip()
            piece = ""
    if piece.strip():
        yield piece.strip()


def join(before: str, after: str, *, paragraph: bool = False) -> str:
    """Two lines as one: a space between words, nothing between Japanese characters."""
    if not before or not after:
        return before or after
    if paragraph:
        return f"{before}\n\n{after}"
    if after.startswith(("- ", "* ", "・", "• ")):
        return f"{before}\n{after}"
    wide = before[-1] > "\u2e7f" and after[0] > "\u2e7f"
    return before + ("" if wide else " ") + after
