"""Planned against actual, by the rules that the page states."""

import datetime as dt

import pytest

from cxstudio.analysis.plan.check import (
    Line,
    actual,
    initiative_status,
    kpi_status,
    planned_progress,
    unrated,
)
from cxstudio.analysis.plan.schedule import Span

FIRST, LAST = dt.date(2026, 7, 1), dt.date(2026, 10, 8)  # 100 days
SPAN = Span(FIRST, LAST)
LINE = Line(50.0, FIRST, 20.0, LAST)


def on(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number - 1)


@pytest.mark.parametrize(("number", "planned"), [(0, 0), (1, 1), (50, 50), (100, 100), (140, 100)])
def test_planned_progress_is_the_share_of_days(number, planned):
    assert planned_progress(SPAN, on(number)) == pytest.approx(planned)


@pytest.mark.parametrize(
    ("state", "progress", "number", "status"),
    [
        ("running", 41, 50, "on_track"),
        ("running", 40, 50, "at_risk"),
        ("running", 25, 50, "off_track"),
        ("running", 95, 101, "off_track"),
        ("running", 100, 101, "on_track"),
        ("decided", None, 0, ""),
        ("decided", None, 60, "off_track"),
        ("done", None, 60, "done"),
        ("dropped", None, 60, ""),
    ],
)
def test_an_initiative_is_graded_by_what_it_is_behind(state, progress, number, status):
    assert initiative_status(state, SPAN, progress, on(number)) == status


def test_without_dates_nothing_is_said():
    assert planned_progress(None, FIRST) is None
    assert initiative_status("running", None, 10, FIRST) == ""


def test_the_line_stands_still_before_and_after():
    assert LINE.at(on(-20)) == 50
    assert LINE.at(on(400)) == 20
    assert LINE.at(FIRST + (LAST - FIRST) / 2) == pytest.approx(35, abs=0.5)
    assert Line(None, None, 20.0, LAST).at(FIRST) == 20


@pytest.mark.parametrize(
    ("value", "status"),
    [(20.0, "done"), (35.0, "on_track"), (40.0, "at_risk"), (44.0, "off_track")],
)
def test_a_kpi_is_graded_by_its_share_of_the_planned_way(value, status):
    middle = FIRST + dt.timedelta(days=50)
    assert kpi_status(LINE, "down", (middle, value)) == status


def test_a_kpi_without_line_target_or_reading_has_no_status():
    assert kpi_status(LINE, "down", None) == ""
    assert kpi_status(Line(50.0, FIRST, None, None), "down", (FIRST, 40.0)) == ""
    assert kpi_status(Line(None, None, 20.0, None), "down", (FIRST, 40.0)) == ""
    assert kpi_status(LINE, "down", (FIRST, 50.0)) == ""
    assert kpi_status(LINE, "down", (on(2), 51.0)) == "off_track"
    assert kpi_status(LINE, "down", (FIRST, 19.0)) == "done"


def test_a_kpi_without_a_status_has_a_reason():
    assert unrated(LINE, None) == "not_measured"
    assert unrated(Line(50.0, FIRST, None, None), (on(2), 50.0)) == "no_target"
    assert unrated(Line(None, None, 20.0, LAST), (on(2), 50.0)) == "no_baseline"
    assert unrated(LINE, (FIRST, 50.0)) == "not_since"


def test_the_newest_reading_of_a_day():
    readings = [(on(5), 1.0), (on(9), 2.0), (on(30), 3.0)]
    assert actual(readings, on(9)) == (on(9), 2.0)
    assert actual(readings, on(1)) is None
