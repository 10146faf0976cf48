"""How far a report is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from cxstudio.drawing.picture import Tell as Tell
from cxstudio.drawing.picture import nobody as nobody


def shares(tell: Tell, sizes: Sequence[float]) -> Iterator[Tell]:
    """For each part of the work what tells of it as of a whole; sizes are compared only."""
    ends = list(accumulate(sizes, initial=0.0))
    for start, end in pairwise(ends):
        yield _within(tell, start / ends[-1], end / ends[-1])


def _within(tell: Tell, start: float, end: float) -> Tell:
    return lambda share, doing: tell(start + (end - start) * share, doing)
