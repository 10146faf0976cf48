"""How much a claim rests on: the strength of its evidence, and the confidence in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Literal

Strength = Literal["strong", "fair", "thin", "none"]
Confidence = Literal["high", "medium", "low"]


def independent(sources: Iterable[Hashable]) -> int:
    """How many different sources there are: three excerpts of one person are one source.

    Each item says whom or what a piece of evidence comes from, for example the id of the
    speaker, the document or the survey wave.
    """
    return len(set(sources))


def strength(sources: int) -> Strength:
    """The strength of a claim by its independent sources: 3 or more, 2, 1, none.

    Raises ValueError for fewer than none.
    """
    if sources < 0:
        raise ValueError(f"{sources} sources cannot be.")
    scale: tuple[Strength, ...] = ("none", "thin", "fair", "strong")
    return scale[min(sources, 3)]


def confidence(sources: Iterable[tuple[str, Hashable]], answers: Iterable[int] = ()) -> Confidence:
    """Confidence by the rule printed in the report's appendix C.

    `sources` are pairs of a kind of evidence and whom or what it comes from; `answers` are
    the numbers of survey answers in each group compared, of which the smallest counts.
    High: three sources of two kinds, or 100 answers in each group. Medium: two sources, or
    30 to 99 answers. Low: anything less.
    """
    pairs = list(sources)
    count = independent(who for _, who in pairs)
    kinds = len({kind for kind, _ in pairs})
    smallest = min(answers, default=0)
    if (count >= 3 and kinds >= 2) or smallest >= 100:
        return "high"
    if count >= 2 or smallest >= 30:
        return "medium"
    return "low"
