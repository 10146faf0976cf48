"""Quick wins: little work, much benefit, soon done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

MOST_EFFORT = 3.0  # person-months
LEAST_BENEFIT = 4  # the team's score, 1 to 5
WITHIN_DAYS = 183  # half a year from the plan's first day


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative: effort in person-months, benefit as scored 1 to 5, its last day."""

    id: int
    effort: float | None
    benefit: float | None
    ends_on: dt.date | None


def quick_wins(candidates: Iterable[Candidate], first_day: dt.date | None) -> set[int]:
    """The ids of those with an effort of at most 3 person-months, a benefit of at least 4 of 5,
    and an end within half a year of the plan's `first_day`. What is not known does not count."""
    if first_day is None:
        return set()
    by = first_day + dt.timedelta(days=WITHIN_DAYS)
    return {one.id for one in candidates if _is_quick(one, by)}


def _is_quick(one: Candidate, by: dt.date) -> bool:
    if one.effort is None or one.benefit is None or one.ends_on is None:
        return False
    return one.effort <= MOST_EFFORT and one.benefit >= LEAST_BENEFIT and one.ends_on <= by
