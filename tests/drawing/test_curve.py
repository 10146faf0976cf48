"""The emotion curve goes through its points and never beyond them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.drawing.journey.curve import Point, smooth, unbroken

VALUES = st.lists(st.floats(-2, 2), min_size=2, max_size=12)


@given(VALUES, st.lists(st.floats(10, 300), min_size=12, max_size=12))
def test_the_curve_stays_between_neighbours(values, widths) -> None:
    x = 0.0
    points = []
    for value, width in zip(values, widths, strict=False):
        points.append(Point(x, value))
        x += width
    pieces = smooth(points)
    assert [piece.start for piece in pieces] + [pieces[-1].end] == points
    for piece in pieces:
        low, high = sorted((piece.start.y, piece.end.y))
        heights = [piece.at(t / 20).y for t in range(21)]
        assert all(low - 1e-9 <= y <= high + 1e-9 for y in heights)
        rising = [b - a for a, b in pairwise(heights)]
        assert min(rising) >= -1e-9 or max(rising) <= 1e-9


def test_a_blank_breaks_the_curve() -> None:
    a, b, c = Point(0, 1), Point(1, 2), Point(3, 0)
    assert unbroken([None, a, b, None, None, c, None]) == [[a, b], [c]]
    assert smooth([c]) == []
    assert unbroken([None, None]) == []
