"""Charts: true scales, labels that avoid each other, both languages without missing glyphs."""

import logging
import subprocess
import sys
import warnings
from datetime import date
from itertools import combinations, pairwise, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxstudio.drawing.charts.chain_picture import Box, Column, chain_figure
from cxstudio.drawing.charts.emotion_picture import emotion_small
from cxstudio.drawing.charts.grid_picture import GridPoint, stakeholder_grid, stance
from cxstudio.drawing.charts.mini import paint_mini_curve
from cxstudio.drawing.charts.scale import (
    Reading,
    fit_labels,
    number,
    place_labels,
    side_by_side,
    ticks,
    time_ticks,
)
from cxstudio.drawing.charts.trend import paint_trend
from cxstudio.report.charts.trend import trend_alt

WAVES = [
    Reading(date(2022, 5, 15), 1.8, -1.4, 4.9, 2247),
    Reading(date(2026, 2, 15), 21.1, 16.6, 25.6, 1036),
    Reading(date(2026, 4, 15), 20.3, 16.5, 24.2, 1543),
]
PEOPLE = [
    GridPoint("知事室", 5, 3),
    GridPoint("Bus operator", 5, 5, stance("opponent")),
    GridPoint("Railway", 5, 5),
    GridPoint("案内所", 2, 5, stance("champion")),
]
CHAIN = [
    Column("声", (Box("", "発言", "E-001"), Box("", "Opening hours"))),
    Column("Gaps", (Box("G-01", "課題が一つの部門にも属していない", "20.0"),), ((0, 1),)),
    Column("Initiatives", (Box("I-01", "Name one person " * 9, "1.0–2.0"),), ((0,),)),
    Column("Measures", (Box("", "NPS", "20.3 → 25.0"),), ((0,),)),
]


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
@example(25001.0, -1e-05)
def test_ticks_are_even_and_hold_the_values(a, b) -> None:
    low, high = min(a, b), max(a, b)
    if high - low < 1e-3:
        return
    made = ticks(low, high)
    steps = [y - x for x, y in pairwise(made)]
    assert made[0] <= low + 1e-6 and made[-1] >= high - 1e-6
    assert 2 <= len(made) <= 8
    assert max(steps) - min(steps) < 1e-6 * max(1, abs(high))


def test_time_is_named_by_years_or_by_months() -> None:
    years = time_ticks(date(2022, 3, 1), date(2026, 6, 1), "en")
    assert [name for _, name in years] == ["2023", "2024", "2025", "2026"]
    months = time_ticks(date(2026, 1, 1), date(2026, 4, 2), "ja")
    assert [name for _, name in months] == ["2026年1月", "2026年2月", "2026年3月", "2026年4月"]


def test_figures_have_a_real_minus_and_their_unit() -> None:
    assert number(-0.9) == "−0.9"
    assert number(-0.01) == "0.0"
    assert number(12000, "min") == "12,000 min"
    assert number(6, "分", "ja") == "6分"
    assert number(80, "%") == "80%"


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=8))
def test_labels_stay_inside_and_points_come_apart(places) -> None:
    apart = side_by_side([(x * 100.0, y * 60.0) for x, y in places], 16)
    assert len(set(apart)) == len(apart)
    labels = place_labels(apart, [(70, 16)] * len(apart), (0, 0, 600, 360), 7)
    assert all(0 <= label.x <= 530 and 0 <= label.y <= 344 for label in labels)


def test_labels_avoid_each_other() -> None:
    points = [(300.0, 180.0), (316.0, 180.0), (300.0, 200.0), (450.0, 180.0)]
    labels = place_labels(points, [(90, 16)] * 4, (0, 0, 600, 360), 7)
    for a, b in combinations(labels, 2):
        assert abs(a.x - b.x) >= 90 or abs(a.y - b.y) >= 16


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(10, 290), st.floats(30, 220)), max_size=14))
def test_no_label_covers_another_or_a_point(points) -> None:
    sizes, bounds = [(132.0, 16.0), (96.0, 16.0), (18.0, 16.0)], (0.0, 24.0, 300.0, 226.0)
    found = fit_labels(points, [sizes] * len(points), bounds, 11)
    marks = [(x - 11, y - 11, x + 11, y + 11) for x, y in points]
    boxes = [
        (one.x, one.y, one.x + sizes[text][0], one.y + sizes[text][1])
        for text, one in filter(None, found)
    ]
    pairs = [*combinations(boxes, 2), *product(boxes, marks)]
    assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in pairs)
    assert all(box[0] >= 0 and box[2] <= 300 and box[1] >= 24 and box[3] <= 226 for box in boxes)


def test_a_label_is_cut_where_there_is_little_room() -> None:
    sizes = [(132.0, 16.0), (18.0, 16.0)]
    shown = fit_labels([(100.0, 50.0)], [sizes], (0, 0, 300, 100), 11)
    assert shown[0] is not None and shown[0][0] == 0
    shown = fit_labels([(100.0, 50.0)], [sizes], (70, 0, 150, 100), 11)
    assert shown[0] is not None and shown[0][0] == 1
    assert fit_labels([(100.0, 50.0)], [sizes], (90, 40, 110, 60), 11) == [None]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_pictures_have_every_glyph_and_words_for_those_who_cannot_see(language, caplog) -> None:
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        pictures = [
            stakeholder_grid(PEOPLE, language),
            stakeholder_grid([], language),
            chain_figure(CHAIN, "Voices, gaps, initiatives, measures"),
            emotion_small([0.8, None, -1.6], ["a", "b", "移動する"], language),
            emotion_small([None], ["a"], language),
        ]
    assert not caplog.records
    for picture in pictures:
        assert picture.png.startswith(b"\x89PNG") and b"<svg" in picture.svg
        assert 10 <= len(picture.alt) <= 400
        assert picture.width_mm > 50


def test_the_alternative_text_gives_the_figures() -> None:
    alt = trend_alt(WAVES, 30, "", "en", "NPS")
    assert all(part in alt for part in ("1.8 (May 2022)", "20.3 (Apr 2026)", "21.1", "Target 30"))


def test_pictures_leave_no_global_state_behind() -> None:
    code = (
        "import sys, matplotlib\n"
        "def settings():\n"
        "    # Asking for the backend is what imports pyplot.\n"
        "    return {k: matplotlib.rcParams[k] for k in matplotlib.rcParams if k != 'backend'}\n"
        "before = settings()\n"
        "from cxstudio.drawing.charts.emotion_picture import emotion_small\n"
        "emotion_small([0.8, -1.6], ['a', 'b'], 'en')\n"
        "assert settings() == before\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_drawing_works_without_a_display_and_without_matplotlib() -> None:
    code = (
        "import os, sys\n"
        "for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM'):\n"
        "    os.environ.pop(name, None)\n"
        "from cxstudio.drawing.journey.export import map_png\n"
        "from cxstudio.drawing.journey.map import MapData\n"
        "assert map_png(MapData('J-01', '旅')).startswith(b'\\x89PNG')\n"
        "assert 'matplotlib' not in sys.modules and 'PySide6.QtWidgets' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_screen_charts_paint_in_every_theme(qapp, theme, language) -> None:
    made = QImage(500, 300, QImage.Format.Format_RGB32)
    rect = QRectF(0, 0, 500, 300)
    for paint in (
        lambda p: paint_trend(p, rect, WAVES, 30, 1.8, theme, language),
        lambda p: paint_trend(p, rect, WAVES[:1], None, None, theme, language),
        lambda p: paint_trend(p, rect, [], None, None, theme, language),
        lambda p: paint_mini_curve(p, rect, [1, None, -2, 0.5], 1, theme),
    ):
        made.fill(QColor("#777777"))
        painter = QPainter(made)
        paint(painter)
        painter.end()
        assert len({made.pixel(x, y) for x in range(0, 500, 2) for y in range(0, 300, 2)}) > 3
