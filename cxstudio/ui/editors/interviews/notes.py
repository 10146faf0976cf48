"""The notes of one interview as lines and marked spans, kept right while the text is edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

SEP = "\u2029"  # between two paragraphs, as in a QTextDocument


@dataclass(frozen=True)
class Line:
    """One paragraph; `id` is 0 until it is written. `seconds` counts from the talk's start."""

    id: int = 0
    text: str = ""
    question_id: int | None = None
    speaker: str = ""
    seconds: int | None = None

    def follower(self, text: str, seconds: int | None) -> Line:
        """A new line after this one: the same speaker and question."""
        return replace(self, id=0, text=text, seconds=seconds)


@dataclass(frozen=True)
class Place:
    """Where a span lies: the line's index and the characters from `begins` to `ends` of it."""

    line: int
    begins: int
    ends: int


@dataclass(frozen=True)
class Edit:
    """`removed` characters from `begin` on gave way to `added`; it touched whole lines or one."""

    begin: int
    removed: int
    added: str
    structural: bool
    line: int


class Notes:
    """Lines joined to one text, and spans (evidence id: begin and end in that text).

    Offsets count characters. A span whose words are all deleted leaves `spans` for `lost`.
    """

    def __init__(
        self, lines: Sequence[Line] = (), spans: dict[int, tuple[int, int]] | None = None
    ) -> None:
        self.lines = list(lines) or [Line()]
        self.spans = dict(spans or {})
        self.lost: set[int] = set()

    @property
    def text(self) -> str:
        return SEP.join(line.text for line in self.lines)

    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        ends = accumulate(len(line.text) + 1 for line in self.lines[:-1])
        return [0, *ends]

    def start(self, index: int) -> int:
        """The offset at which a line begins."""
        return sum(len(line.text) + 1 for line in self.lines[:index])

    def line_at(self, offset: int) -> int:
        """The index of the line that holds an offset."""
        return bisect_right(self.starts(), offset) - 1

    # -- edits -----------------------------------------------------------------

    def difference(self, new: str, caret: int) -> Edit | None:
        """What turned the text into `new`; the caret stands behind what was added."""
        old = self.text
        if new == old:
            return None
        prefix, suffix = _kept(old, new, caret)
        end = len(old) - suffix
        added = new[prefix : len(new) - suffix]
        structural = SEP in added or SEP in old[prefix:end]
        return Edit(prefix, end - prefix, added, structural, self.line_at(prefix))

    def apply(self, edit: Edit, seconds: int | None = None) -> None:
        """Take over an edit; new lines get `seconds` as their time."""
        old = self.text
        end = edit.begin + edit.removed
        first, last = self.line_at(edit.begin), self.line_at(end)
        head = self.lines[first].text[: edit.begin - self.start(first)]
        tail = self.lines[last].text[end - self.start(last) :]
        pieces = (head + edit.added + tail).split(SEP)
        lines = self._pieces(pieces, first, last, bool(head), bool(tail), seconds)
        self.lines[first : last + 1] = lines
        self._move_spans(old, edit)

    def _pieces(
        self, texts: list[str], first: int, last: int, head: bool, tail: bool, seconds: int | None
    ) -> list[Line]:
        """The lines that replace first to last: records stay with their words."""
        a, b = self.lines[first], self.lines[last]
        if len(texts) == 1:
            keeper = b if last > first and not head and tail else a
            return [replace(keeper, text=texts[0])]
        made = [a.follower(text, seconds) for text in texts]
        if first < last:
            made[0] = replace(a, text=texts[0])
            made[-1] = replace(b, text=texts[-1])
        elif tail and not head:
            made[-1] = replace(a, text=texts[-1])
        else:
            made[0] = replace(a, text=texts[0])
        return made

    def _move_spans(self, old: str, edit: Edit) -> None:
        end, delta = edit.begin + edit.removed, len(edit.added) - edit.removed
        behind = edit.begin + len(edit.added)
        for id, (b, e) in list(self.spans.items()):
            begin = b if b < edit.begin else b + delta if b >= end else behind
            finish = e if e <= edit.begin else e + delta if e >= end else edit.begin
            if begin >= finish:
                found = edit.added.find(old[b:e])
                if found < 0:
                    del self.spans[id]
                    self.lost.add(id)
                    continue
                begin = edit.begin + found
                finish = begin + e - b
            self.spans[id] = (begin, finish)

    # -- places ----------------------------------------------------------------

    def places(self) -> dict[int, Place]:
        """Where each span lies; of one that crosses lines, its longest part."""
        starts = self.starts()
        found = {}
        for id, (begin, end) in self.spans.items():
            parts = self.parts(begin, end, starts)
            if parts:
                found[id] = max(parts, key=lambda part: part.ends - part.begins)
        return found

    def parts(self, begin: int, end: int, starts: Sequence[int] = ()) -> list[Place]:
        """A stretch of the text, line by line, without what is only blank."""
        starts = starts or self.starts()
        parts = []
        for index in range(max(bisect_right(starts, begin) - 1, 0), len(self.lines)):
            if starts[index] >= end:
                break
            text = self.lines[index].text
            b, e = max(begin - starts[index], 0), min(end - starts[index], len(text))
            if b < e and text[b:e].strip():
                parts.append(Place(index, b, e))
        return parts

    def words(self, place: Place) -> str:
        return self.lines[place.line].text[place.begins : place.ends]


def _kept(old: str, new: str, caret: int) -> tuple[int, int]:
    """How many characters at the begin and at the end stayed the same."""
    shorter = min(len(old), len(new))
    begin, end = _common(old, new, shorter), _common_end(old, new, shorter)
    prefix = min(begin, shorter - min(end, shorter))
    hinted = min(end, max(len(new) - caret, 0))
    before_caret = min(begin, shorter - hinted)
    if before_caret + hinted >= prefix + end:
        return before_caret, hinted
    return min(begin, shorter - end), end


def _common(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
