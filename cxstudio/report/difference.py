"""What changed between two versions of a report: lines added, removed and changed by section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from cxstudio.report.said import Said

ALIKE = 0.5
"""From this likeness on (0 to 1) a line took another's place rather than being a new one."""
MOST_PAIRS = 400
"""Above so many lines of a stretch on both sides they are taken as removed and added."""
FIGURE = re.compile(r"[−－-]?\d[\d,.]*\s?[%％]?")

How = Literal["added", "removed", "changed", "section added", "section removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is not as it was. `figures` tells that nothing but numbers changed."""

    section: str
    how: How
    before: str = ""
    after: str = ""
    figures: bool = False


def changes(before: Sequence[Said], after: Sequence[Said]) -> list[Change]:
    """In the order of the newer report; sections that are gone come last."""
    old = {section.label: section for section in before}
    found: list[Change] = []
    for section in after:
        known = old.pop(section.label, None)
        if known is None:
            found.append(Change(section.label, "section added", after=_first(section)))
        else:
            found += _in_section(section.label, known.lines, section.lines)
    found += [Change(label, "section removed", before=_first(one)) for label, one in old.items()]
    return found


def _first(section: Said) -> str:
    return section.lines[0] if section.lines else ""


def _in_section(label: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield from _stretch(label, before[a:b], after[c:d])


def _stretch(label: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Lines that are alike belong together, in their order; the rest is gone or new."""
    left = list(before)
    together = len(before) * len(after) <= MOST_PAIRS
    for line in after:
        match = _most_alike(line, left) if together else None
        if match is None:
            yield Change(label, "added", after=line)
            continue
        for gone in left[: left.index(match)]:
            yield Change(label, "removed", before=gone)
        del left[: left.index(match) + 1]
        yield Change(label, "changed", match, line, _without(match) == _without(line))
    for gone in left:
        yield Change(label, "removed", before=gone)


def _most_alike(line: str, among: Sequence[str]) -> str | None:
    best, found = ALIKE, None
    for other in among:
        likeness = SequenceMatcher(None, other, line, autojunk=False).ratio()
        if likeness > best:
            best, found = likeness, other
    return found


def _without(line: str) -> str:
    """The line with every figure alike."""
    return FIGURE.sub("0", line)
