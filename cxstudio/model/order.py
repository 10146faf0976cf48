"""Keeping records in the order the user arranged."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.model.base import Ordered


def arrange(records: Sequence[Ordered]) -> None:
    """Give the records the positions 0, 1, 2 …; those already right are not touched."""
    for position, record in enumerate(records):
        if record.position != position:
            record.position = position


def moved(ids: Sequence[int], id: int, index: int) -> list[int]:
    """`ids` with `id` taken out and put before the one now at `index`."""
    before = [other for other in ids[:index] if other != id]
    after = [other for other in ids[index:] if other != id]
    return [*before, id, *after]
