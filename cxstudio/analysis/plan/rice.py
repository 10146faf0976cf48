"""RICE: reach × impact × confidence / effort.

Source: Sean McBride, "RICE: Simple prioritization for product managers", Intercom, 2018.
Impact is that article's scale, taken from the team's judgement of the benefit, 1 to 5:
1 minimal 0.25, 2 low 0.5, 3 medium 1, 4 high 2, 5 massive 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

IMPACTS = (0.25, 0.5, 1.0, 2.0, 3.0)
"""The impact of a benefit of 1, 2, 3, 4 and 5."""

Lack = Literal["reach", "benefit", "confidence", "effort", "no_effort"]
"""What a score wants; `no_effort` is an effort of 0, by which nothing can be divided."""


@dataclass(frozen=True)
class Rice:
    """The score, or None with what it lacks."""

    value: float | None
    lacks: tuple[Lack, ...] = ()


def rice(
    reach: float | None, benefit: float | None, confidence: float | None, effort: float | None
) -> Rice:
    """The score of one initiative.

    `reach` is customers a year, `benefit` the team's judgement 1 to 5, `confidence` a share from
    0 to 1, `effort` person-months. What lies outside its range counts as missing.
    """
    lacks: list[Lack] = []
    if reach is None or reach < 0:
        lacks.append("reach")
    if benefit is None or not 1 <= benefit <= len(IMPACTS):
        lacks.append("benefit")
    if confidence is None or not 0 <= confidence <= 1:
        lacks.append("confidence")
    if effort is None or effort < 0:
        lacks.append("effort")
    elif effort == 0:
        lacks.append("no_effort")
    if lacks or reach is None or benefit is None or confidence is None or not effort:
        return Rice(None, tuple(lacks))
    return Rice(reach * impact(benefit) * confidence / effort)


def impact(benefit: float) -> float:
    """The impact of a benefit from 1 to 5; between two steps on the straight line."""
    step = min(int(benefit), len(IMPACTS) - 1)
    before, after = IMPACTS[step - 1], IMPACTS[min(step, len(IMPACTS) - 1)]
    return before + (benefit - step) * (after - before)
