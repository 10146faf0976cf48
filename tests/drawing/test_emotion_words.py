"""Words in the emotion lane never stand on each other, on a mark, or outside their step."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.emotion_words import emotion_words
from cxstudio.drawing.journey.layout import layout
from cxstudio.drawing.journey.look import Look
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.measure import QtMeasure, text_width
from cxstudio.drawing.journey.metrics import print_metrics, screen_metrics
from cxstudio.drawing.qt import ensure_gui
from tests.drawing import demo

STYLES = {
    "screen-en": screen_metrics("en"),
    "screen-ja": screen_metrics("ja"),
    "print-en": print_metrics("en", 600),
    "print-ja": print_metrics("ja"),
    "narrow": screen_metrics("en").with_step(84),
}


@pytest.fixture(params=STYLES)
def metrics(request):
    ensure_gui()
    return STYLES[request.param]


def three_personas(chance, language):
    """Curves with blanks and computed values; most steps are moments of truth."""
    data = demo.demo_map(language)
    steps = [step.id for step in data.steps]
    curves = tuple(
        CurveData(
            n,
            f"P-0{n}",
            "",
            n - 1,
            {step: round(chance.uniform(-2, 2), 1) for step in chance.sample(steps, 6)},
            dict.fromkeys(steps, 12),
            computed=frozenset(chance.sample(steps, 4)),
        )
        for n in (1, 2, 3)
    )
    return replace(data, curves=curves, moments=frozenset(chance.sample(steps, 6)))


def said(data, metrics, within=None):
    laid = layout(data, metrics, QtMeasure())
    row = next(row for row in laid.rows if row.lane.kind == "emotion")
    return laid, row, list(emotion_words(data, laid, row, Look(metrics), within))


@pytest.mark.parametrize("seed", range(4))
def test_words_of_three_personas_share_no_room(metrics, seed):
    data = three_personas(Random(seed), metrics.language)
    laid, row, words = said(data, metrics)
    columns = {column.step.id: column for column in laid.columns}
    assert {one.what for one in words} == {"value", "moment", "blank"}
    for one, other in combinations(words, 2):
        assert not one.box.shared(other.box), (one, other)
    radius = 5.0 if metrics.style == "screen" else 26.0
    marks = [
        Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)
        for box in row.curves
        for point in box.points
        if point is not None
    ]
    for one in words:
        assert not any(one.box.shared(mark) for mark in marks), one
        column = columns[one.step]
        assert column.x <= one.box.x and one.box.right <= column.right
        assert one.box.y >= 0 and one.box.bottom <= row.height
        for bit in one.bits:
            assert bit.x + text_width(bit.text, bit.kind) <= one.box.width + 0.01
            assert bit.y + bit.kind.line <= one.box.height + 6


@pytest.mark.parametrize(("value", "at_top"), [(1.9, False), (0.5, True), (-1.6, True)])
def test_a_moment_of_truth_leaves_the_place_of_a_high_value(value, at_top):
    ensure_gui()
    data = demo.demo_map("en")
    lead = replace(data.curves[0], values={5: value})
    _laid, row, words = said(replace(data, curves=(lead,)), STYLES["print-en"])
    box = next(one.box for one in words if one.what == "moment")
    assert (box.y < row.height / 2) is at_top


def test_a_stretch_of_the_lane_says_the_same_as_the_whole(metrics):
    data = three_personas(Random(7), metrics.language)
    laid, _row, words = said(data, metrics)
    third = laid.columns[2]
    _laid, _row, some = said(data, metrics, (third.x + 1, third.right - 1))
    assert some == [one for one in words if one.step == third.step.id]
