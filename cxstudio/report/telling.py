"""How far a report is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

Tell = Callable[[float, str], None]
"""Called now and then with the share that is done, from 0 to 1, and words in the language of the
interface for what is being done, or none if that is the same still; may raise to give up."""


def nobody(_share: float, _doing: str) -> None:
    """For work that nobody waits for."""


def shares(tell: Tell, sizes: Sequence[float]) -> Iterator[Tell]:
    """For each part of the work what tells of it as of a whole; sizes are compared only."""
    ends = list(accumulate(sizes, initial=0.0))
    for start, end in pairwise(ends):
        yield _within(tell, start / ends[-1], end / ends[-1])


def _within(tell: Tell, start: float, end: float) -> Tell:
    return lambda share, doing: tell(start + (end - start) * share, doing)
