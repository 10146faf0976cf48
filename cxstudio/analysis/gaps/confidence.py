"""How far a gap can be believed, worked out from its evidence: a share from 0 to 1.

The words strong, fair, thin and none say how many independent sources there are; this figure is
finer. What is not evidenced is doubt, and doubt begins at 1:

- each independent source takes away two fifths of the doubt that is left;
- each kind of evidence beside the first takes away a further tenth, because interviews, comments
  and figures seldom err in the same way;
- a survey figure takes away a fifth when 30 answers or more stand behind it, and two fifths from
  100 on; of several figures the largest counts, so that evidence never lowers the confidence.

Nothing is believed beyond 95 in 100. From 80 in 100 on the report shows three dots, from 50 on two,
else one: three sources of two kinds reach three dots, one source alone never does. It is this
program's own rule: a convention to compare gaps with, not a probability.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

FOR_SOURCE, FOR_KIND = 0.6, 0.9
FOR_SAMPLE = ((100, 0.6), (30, 0.8))
"""The smallest number of answers with the doubt that it leaves."""

MOST = 0.95
HIGH, MEDIUM = 0.8, 0.5
"""The confidence from which on a claim has three dots, and two."""

Level = Literal[1, 2, 3]


@dataclass(frozen=True)
class Backing:
    """What stands behind a claim: independent sources, kinds of evidence, and the most answers
    behind one survey figure (None without a figure)."""

    sources: int
    kinds: int
    answers: int | None

    @property
    def confidence(self) -> float:
        """0 without evidence, 0.95 at most, with much of different kinds."""
        if not self.sources:
            return 0.0
        doubt = FOR_SOURCE**self.sources * FOR_KIND ** (self.kinds - 1)
        return min(1.0 - doubt * _for_sample(self.answers or 0), MOST)

    @property
    def level(self) -> Level:
        """The confidence in dots: 3 high, 2 medium, 1 low."""
        if self.confidence >= HIGH:
            return 3
        return 2 if self.confidence >= MEDIUM else 1


def _for_sample(answers: int) -> float:
    return next((left for least, left in FOR_SAMPLE if answers >= least), 1.0)


def backing(pieces: Iterable[tuple[str, Hashable, int | None]]) -> Backing:
    """What stands behind a claim with this evidence: its kind, whose word it is, and its answers.

    Pieces with the same word behind them are one source.
    """
    known = list(pieces)
    return Backing(
        sources=len({who for _kind, who, _n in known}),
        kinds=len({kind for kind, _who, _n in known}),
        answers=max((n for _kind, _who, n in known if n), default=None),
    )
