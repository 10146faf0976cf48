"""The figure of a feeling on the wall stands off the marks of other personas, and in its band."""

from itertools import product

from cxstudio.ui.workshop.layout import CURVE_TOP, LANES
from cxstudio.ui.workshop.paint_board import FIGURE_CLEAR, height_of, value_height

VALUES = [n / 5 for n in range(-10, 11)]


def test_the_figure_keeps_away_from_marks_where_there_is_another_place():
    for lead, other in product(VALUES, VALUES):
        point, mark = height_of(lead), height_of(other)
        y = value_height(point, [mark])
        assert CURVE_TOP - 30 < y < LANES[0] and abs(y - point) > FIGURE_CLEAR
        spots = [point - 40, point + 42]
        if abs(y - mark) < FIGURE_CLEAR and CURVE_TOP + 10 < point < LANES[0] - 57:
            assert all(abs(spot - mark) < FIGURE_CLEAR for spot in spots)


def test_without_others_the_figure_is_over_its_point():
    assert value_height(height_of(-1.6), []) == height_of(-1.6) - 40
    assert value_height(height_of(2.0), []) == height_of(2.0) + 42
