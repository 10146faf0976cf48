"""A smooth curve through the emotion values that never overshoots them.

Monotone piecewise cubic interpolation: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic
Interpolation", SIAM Journal on Numerical Analysis 17 (1980) 238-246, with the slopes of F. N.
Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300-304. Between two neighbouring points
the curve stays between their values, so that it never shows a feeling lower or higher than the
evidence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Point(NamedTuple):
    """A place, x to the right and y down or up as the caller likes."""

    x: float
    y: float


class Bezier(NamedTuple):
    """One cubic piece of a curve."""

    start: Point
    control_1: Point
    control_2: Point
    end: Point

    def at(self, t: float) -> Point:
        """The place at `t` from 0 (start) to 1 (end)."""
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return Point(
            sum(w * p.x for w, p in zip(weights, self, strict=True)),
            sum(w * p.y for w, p in zip(weights, self, strict=True)),
        )


def unbroken(points: Iterable[Point | None]) -> list[list[Point]]:
    """The stretches of points without a blank between them."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            stretches[-1].append(point)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def slopes(points: Sequence[Point]) -> list[float]:
    """The slope at each point, by which the curve keeps between its neighbours.

    Points have rising x. At a turn and at both ends the curve is level.
    """
    steps = list(pairwise(points))
    secants = [(b.y - a.y) / (b.x - a.x) for a, b in steps]
    widths = [b.x - a.x for a, b in steps]
    inner = [
        _between(secants[i], secants[i + 1], widths[i], widths[i + 1])
        for i in range(len(secants) - 1)
    ]
    return [0.0, *inner, 0.0][: len(points)]


def smooth(points: Sequence[Point]) -> list[Bezier]:
    """The curve through points with rising x, one piece between each two."""
    tangents = slopes(points)
    return [_piece(a, b, tangents[i], tangents[i + 1]) for i, (a, b) in enumerate(pairwise(points))]


def _between(before: float, after: float, width_before: float, width_after: float) -> float:
    """The weighted harmonic mean of two secants; level where they turn (Fritsch and Butland)."""
    if before * after <= 0:
        return 0.0
    near, far = 2 * width_after + width_before, width_after + 2 * width_before
    return (near + far) / (near / before + far / after)


def _piece(a: Point, b: Point, slope_a: float, slope_b: float) -> Bezier:
    third = (b.x - a.x) / 3
    return Bezier(
        a, Point(a.x + third, a.y + third * slope_a), Point(b.x - third, b.y - third * slope_b), b
    )
