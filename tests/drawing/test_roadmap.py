"""The roadmap as it is drawn: places, arrows, words, pages."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from cxstudio.analysis.plan.schedule import Wait
from cxstudio.drawing import tokens
from cxstudio.drawing.charts.figure import STANDARD
from cxstudio.drawing.qt import ensure_gui
from cxstudio.drawing.roadmap.arrows import arrow_lines, corners
from cxstudio.drawing.roadmap.content import Arrow, Bar, Diamond, RoadmapData
from cxstudio.drawing.roadmap.labels import row_labels
from cxstudio.drawing.roadmap.picture import roadmap_alt, roadmap_pages, roadmap_pdf
from cxstudio.drawing.roadmap.plan import RoadmapPlan
from cxstudio.drawing.roadmap.scale import TimeScale

TODAY = dt.date(2026, 6, 30)


def day(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def bar(id: int, first: int | None, last: int | None, tier: str = "department", **more) -> Bar:
    start, end = (None if n is None else day(n) for n in (first, last))
    return Bar(id, f"I-{id:02d}", f"Title {id}", tier, "Desk", starts_on=start, ends_on=end, **more)


@pytest.fixture(scope="module")
def data() -> RoadmapData:
    ensure_gui()
    return RoadmapData(
        bars=(
            bar(1, 0, 60, "frontline", progress=0.4, effort=1.0, benefit=5),
            bar(2, 61, 200),
            bar(3, 30, 90),
            bar(4, None, None, "executive"),
            bar(5, 0, 36_500, "executive"),
        ),
        diamonds=(
            Diamond(1, "Checked", day(80), None, 1, "K-01"),
            Diamond(2, "Board", day(-10)),
            Diamond(3, "Reached", day(100), day(90), 2),
        ),
        arrows=(Arrow(7, Wait(1, 2)), Arrow(8, Wait(1, 3))),
        today=TODAY,
    )


def test_lanes_go_from_the_frontline_up_and_who_has_no_dates_waits_in_the_tray(data):
    plan = RoadmapPlan(data, 1000)
    assert [box.lane.key for box in plan.lanes] == ["frontline", "department"]
    assert [one.id for one in plan.tray] == [4, 5]
    assert list(RoadmapPlan(data, 1000, undated=True).tops) == [1, 2, 3, 4, 5]
    assert [box.lane.title for box in RoadmapPlan(data, 1000, by="department").lanes] == ["Desk"]
    assert data.far.keys() == {5}


def test_bars_stand_in_true_time(data):
    plan = RoadmapPlan(data, 1000)
    one, two = plan.bar_box(1), plan.bar_box(2)
    assert one.width() / 61 == pytest.approx(two.width() / 140)
    assert two.left() == pytest.approx(one.right())
    assert plan.scale.day_at(one.left() + 0.5) == day(0)
    assert plan.row_at(one.center().y()).id == 1
    assert plan.on_plan_row(plan.plan_top + 3)
    assert plan.points[2].x() < one.left()  # the board met before


def test_a_zoom_shows_a_part_and_never_past_the_end(data):
    plan = RoadmapPlan(data, 800, zoom="weeks", origin=day(5000))
    assert 0 < plan.most_ahead == (plan.scale.first - plan.whole[0]).days
    assert RoadmapPlan(data, 800, zoom="weeks", origin=day(-900)).scale.first == plan.whole[0]
    names = [tick.name for tick in plan.scale.ticks("en", 1.0)]
    assert "7 Dec" in names and "14" in names


def test_days_outside_all_plans_are_not_reached():
    scale = TimeScale(TODAY, 0, 100, 0.001)
    assert scale.day_at(1e9).year == 2199
    assert scale.day_at(-1e9).year == 1990


def test_an_early_one_is_known_and_its_arrow_goes_around(data):
    lines = {line.arrow.id: line for line in arrow_lines(RoadmapPlan(data, 1000))}
    assert (lines[7].early, lines[8].early) == (False, True)
    assert lines[7].distance(lines[7].points[1]) == 0
    assert data.path.slack[3] == 110 and data.path.ids == (1, 2)
    assert data.quick == {1}


def test_arrows_never_run_through_the_bar_they_come_from():
    start = QRectF(100, 0, 100, 20)
    for left in (-50, 60, 150, 199, 210, 400):
        points = corners(start, QRectF(left, 60, 80, 20))
        assert points[0] == QPointF(200, 10)
        assert all(point.x() > 200 or point.y() > 20 for point in points[1:])


def test_words_find_room_or_are_left_out(data):
    plan = RoadmapPlan(data, 1000)
    said = [label.text for label in row_labels(plan, data.by_id[1])]
    assert said[0] == "I-01" and "Checked (K-01)" in said and "Quick win" in said
    for one in plan.bars:
        labels = sorted(row_labels(plan, one), key=lambda label: label.left)
        assert all(a.right <= b.left for a, b in pairwise(labels))
    for line in arrow_lines(plan):  # no word stands where a line leaves the bar
        trunk = line.points[1].x()
        labels = row_labels(plan, data.by_id[line.arrow.wait.before])
        outside = [label for label in labels if label.role != "on_accent"]
        assert not any(label.left < trunk < label.right for label in outside)
    narrow = RoadmapPlan(data, 420)
    assert all(label.right <= narrow.scale.right for label in row_labels(narrow, data.by_id[1]))


def test_a_long_plan_is_split_over_pages_with_one_span_of_time(data):
    many = RoadmapData(tuple(bar(n, n, n + 30) for n in range(1, 41)), (), (), TODAY)
    pages = roadmap_pages(many, 253, 90)
    assert len(pages) == 4
    assert all(page.height_mm <= 90 and page.width_mm == 253 for page in pages)
    assert "Part 2 of 4." in pages[1].alt
    assert roadmap_pages(RoadmapData((), (), (), TODAY)) == []
    assert b"<text" in pages[0].svg
    assert roadmap_pdf(many, "ja", "tier", True, "計画").startswith(b"%PDF")
    assert "Critical path: I-01, I-02." in roadmap_alt(data, "en")


def test_a_document_s_colours_are_those_of_its_template(data):
    def painted(palette):
        (page,) = roadmap_pages(data, 253, 120, palette=palette)
        return page.svg

    standard, firm = (
        painted(STANDARD),
        painted(replace(STANDARD, petrol="#7A1F5C", ink_2="#5A3B1E")),
    )
    for tier in ("frontline", "department"):
        assert tokens.tier(tier, "light").lower().encode() not in standard.lower()
    assert b"#0b5f6b" in standard.lower() and b"#7a1f5c" not in standard.lower()
    assert b"#7a1f5c" in firm.lower() and b"#0b5f6b" not in firm.lower()
