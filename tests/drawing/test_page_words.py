"""Words on a printed map that must not run into each other, and curves that belong together."""

from dataclasses import replace

import pytest

from cxstudio.drawing.journey.emotion_words import _printed_edge
from cxstudio.drawing.journey.layout import layout
from cxstudio.drawing.journey.look import Look
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import print_metrics
from cxstudio.drawing.qt import ensure_gui
from tests.drawing import demo


@pytest.mark.parametrize(("value", "at_top"), [(1.9, False), (0.5, True), (-1.6, True)])
def test_a_moment_of_truth_leaves_the_place_of_a_high_value(value, at_top):
    ensure_gui()
    data = demo.demo_map("en")
    lead = replace(data.curves[0], values={5: value})
    laid = layout(replace(data, curves=(lead,)), print_metrics("en"), QtMeasure())
    row = next(row for row in laid.rows if row.lane.kind == "emotion")
    y = _printed_edge(row, 4, Look(laid.metrics))
    assert (y < row.height / 2) is at_top
