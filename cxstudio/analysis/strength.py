"""How much a claim rests on: the strength of its evidence by independent sources."""

from __future__ import annotations

from typing import Literal

Strength = Literal["strong", "fair", "thin", "none"]


def strength(sources: int) -> Strength:
    """The strength of a claim by its independent sources: 3 or more, 2, 1, none.

    Raises ValueError for fewer than none.
    """
    if sources < 0:
        raise ValueError(f"{sources} sources cannot be.")
    scale: tuple[Strength, ...] = ("none", "thin", "fair", "strong")
    return scale[min(sources, 3)]
