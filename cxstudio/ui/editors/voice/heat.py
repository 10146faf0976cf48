"""Which of six steps of heat a figure has: bad is orange, good is blue, whatever is measured."""

from __future__ import annotations

from bisect import bisect_right

from cxstudio.analysis.survey.figure import Measure
from cxstudio.drawing import tokens
from cxstudio.drawing.tokens import Fill, Theme
from cxstudio.formats import number

EDGES = {
    "nps": (0.0, 10.0, 20.0, 30.0, 45.0),
    "share": (50.0, 60.0, 70.0, 80.0, 90.0),
    "mean": (0.5, 0.6, 0.7, 0.8, 0.9),  # shares of the way from the lowest to the highest answer
}
SCORES = (-1.0, 0.0, 10.0, 20.0, 30.0, 45.0)  # one in each step of the tokens


def step(measure: Measure, value: float, low: float = 1, high: float = 5) -> int:
    """The step, 0 to 5; `low` and `high` are the ends of a rating's scale."""
    placed = (value - low) / (high - low) if measure.kind == "mean" else value
    return bisect_right(EDGES[measure.kind], placed)


def fill(level: int, theme: Theme) -> Fill:
    """Ground and text colour of a step."""
    return tokens.score(SCORES[level], theme)


def edges(measure: Measure, low: float = 1, high: float = 5) -> tuple[float, ...]:
    """Where a new step begins, in the units of the figure."""
    found = EDGES[measure.kind]
    return tuple(low + e * (high - low) for e in found) if measure.kind == "mean" else found


def edge_text(measure: Measure, value: float) -> str:
    """Where a step begins, as short as it can be said."""
    return number(value, 1) if measure.kind == "mean" else number(value)
