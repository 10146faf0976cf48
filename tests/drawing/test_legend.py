"""Under a printed map one line says whose curve is which, and all of it is on the page."""

from dataclasses import replace

import pytest

from cxstudio.drawing.journey.legend import AFTER_NAME, BEFORE_NAME, curve_name, names
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.metrics import print_metrics
from cxstudio.drawing.qt import ensure_gui


def test_the_curve_behind_a_to_be_says_that_it_is_the_as_is():
    curve = CurveData(1, "P-01", "Couple, no car")
    assert curve_name(curve, "en") == "P-01 Couple, no car"
    assert curve_name(replace(curve, dotted=True), "en") == "P-01 Couple, no car · As-is"
    assert curve_name(replace(curve, dotted=True), "ja").endswith("· 現状")


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_long_names_are_shortened_to_one_line(count):
    ensure_gui()
    metrics = print_metrics("en")
    width = metrics.label_width + 8 * 809
    long = [CurveData(n, f"P-0{n}", "Visitors who come " * 8) for n in range(count - 1)]
    shown = names([CurveData(9, "P-09", "Couple"), *long], metrics, width)
    assert shown[0] == "P-09 Couple"
    assert all(name.endswith("…") for name in shown[1:]) or count < 3
    used = sum(BEFORE_NAME + text_width(name, metrics.note) + AFTER_NAME for name in shown)
    assert metrics.label_width + metrics.plain_padding + used - AFTER_NAME <= width
