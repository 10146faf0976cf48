"""One thing to settle in a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What, why, and the record where it is settled. A `grave` one must be settled before the
    report leaves; `old` is a figure that can be worked out again."""

    text: str
    why: str
    kind: str
    id: int
    grave: bool = True
    old: bool = False
