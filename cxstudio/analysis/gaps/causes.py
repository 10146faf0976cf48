"""The tree of causes of a gap: why, asked again and again, down to the roots (F3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxstudio.model import Cause


@dataclass(frozen=True)
class Why:
    """A cause with the causes under it; one without any is a root. `bone` is the branch of the
    fishbone, that of the first why above it."""

    id: int
    text: str
    bone: str
    below: tuple[Why, ...] = ()

    @property
    def depth(self) -> int:
        """How many times why was asked from here on, 1 without causes below."""
        return 1 + max((why.depth for why in self.below), default=0)

    def walk(self) -> Iterator[Why]:
        """This one and all below it, from top to bottom."""
        yield self
        for why in self.below:
            yield from why.walk()


def whys(causes: Iterable[Cause], gap_id: int) -> tuple[Why, ...]:
    """The first whys of a gap in their order, each with what is below it."""
    below: dict[int | None, list[Cause]] = {}
    for cause in causes:
        if cause.gap_id == gap_id:
            below.setdefault(cause.parent_id, []).append(cause)
    return tuple(_why(cause, below, cause.bone) for cause in _in_order(below.get(None, [])))


def _why(cause: Cause, below: dict[int | None, list[Cause]], bone: str) -> Why:
    further = tuple(_why(one, below, bone) for one in _in_order(below.get(cause.id, [])))
    return Why(cause.id, cause.text, bone, further)


def _in_order(causes: list[Cause]) -> list[Cause]:
    return sorted(causes, key=lambda cause: (cause.position, cause.id))


def roots(tree: Iterable[Why]) -> list[Why]:
    """The causes below which no further why is answered."""
    return [why for first in tree for why in first.walk() if not why.below]


def siblings(tree: Sequence[Why], parent: int | None) -> list[int]:
    """The ids of the causes directly below one, or of the first whys for None."""
    if parent is None:
        return [why.id for why in tree]
    found = next((why for first in tree for why in first.walk() if why.id == parent), None)
    return [why.id for why in found.below] if found else []


def parent_of(tree: Sequence[Why], id: int) -> int | None:
    """The cause that this one answers; None for a first why."""
    for first in tree:
        for why in first.walk():
            if any(one.id == id for one in why.below):
                return why.id
    return None


def may_stand_below(tree: Sequence[Why], id: int, parent: int | None) -> bool:
    """Whether a cause can be moved below another: not below itself or what is below it."""
    if parent is None:
        return True
    moved = next((why for first in tree for why in first.walk() if why.id == id), None)
    return moved is not None and all(why.id != parent for why in moved.walk())
