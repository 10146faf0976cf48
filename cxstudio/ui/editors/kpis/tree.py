"""The order of a KPI tree as plain data: who is under whom, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    """A measure in the tree, read from top to bottom; roots have depth 0."""

    id: int
    parent: int | None
    depth: int


def in_order(parents: Mapping[int, int | None]) -> list[Placed]:
    """All measures depth first. `parents` maps each id to its parent, in the order of siblings.

    A parent that is not there, or that is under its own child, counts as none.
    """
    children: dict[int | None, list[int]] = {}
    for id in parents:
        children.setdefault(_sound_parent(id, parents), []).append(id)
    placed: list[Placed] = []

    def place(id: int, parent: int | None, depth: int) -> None:
        placed.append(Placed(id, parent, depth))
        for child in children.get(id, []):
            place(child, id, depth + 1)

    for root in children.get(None, []):
        place(root, None, 0)
    return placed


def _sound_parent(id: int, parents: Mapping[int, int | None]) -> int | None:
    seen = {id}
    above = parents[id]
    while above is not None:
        if above in seen or above not in parents:
            return None
        seen.add(above)
        above = parents[above]
    return parents[id]


def subtree(tree: list[Placed], id: int) -> list[int]:
    """The measure and all below it, in order."""
    start = next(n for n, placed in enumerate(tree) if placed.id == id)
    depth = tree[start].depth
    end = next((n for n in range(start + 1, len(tree)) if tree[n].depth <= depth), len(tree))
    return [placed.id for placed in tree[start:end]]


def siblings(tree: list[Placed], id: int) -> list[int]:
    """All measures with the same parent, itself among them."""
    parent = parent_of(tree, id)
    return [placed.id for placed in tree if placed.parent == parent]


def parent_of(tree: list[Placed], id: int) -> int | None:
    return next(placed.parent for placed in tree if placed.id == id)


def rearranged(
    tree: list[Placed], id: int, parent: int | None, before: int | None
) -> list[int] | None:
    """The order after `id`, with all below it, was put under `parent`, before a sibling or last.

    None when that would put it under itself.
    """
    taken = subtree(tree, id)
    if parent in taken or before in taken:
        return None
    rest = [placed.id for placed in tree if placed.id not in taken]
    if before is not None:
        at = rest.index(before)
    elif parent is not None:
        family = [other for other in subtree(tree, parent) if other not in taken]
        at = rest.index(family[-1]) + 1
    else:
        at = len(rest)
    return [*rest[:at], *taken, *rest[at:]]
