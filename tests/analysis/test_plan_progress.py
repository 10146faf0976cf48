"""The plan on a day, and the review that is filled from it."""

import datetime as dt

import pytest

from cxstudio.analysis.plan.progress import new_items, newest_items, read_progress
from cxstudio.model import (
    Initiative,
    Kpi,
    Milestone,
    ProgressNote,
    Reading,
    Review,
    ReviewItem,
)
from cxstudio.store import EngagementFile

DAY = dt.date(2026, 8, 10)


def on(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    path = tmp_path_factory.mktemp("progress") / "plan.cxs"
    with EngagementFile.create(path, client="X") as file:
        with file.change("x") as change:
            for record in _records():
                change.add(record)
        yield file.session


def _records():
    return [
                Initiative(id=1, title="Runs", state="running", progress=50,
                           starts_on=on(-49), ends_on=on(50)),
                Initiative(id=2, title="Later", state="decided", starts_on=on(30)),
                Initiative(id=3, title="Dropped", state="dropped"),
                Initiative(id=4, title="Done", state="done"),
                Kpi(id=1, name="Wait", unit="min", direction="down", baseline=50.0,
                    baseline_on=on(-50), target=30.0, target_on=on(50)),
                Kpi(id=2, name="No target"),
                Reading(kpi_id=1, read_on=on(-10), value=45.0),
                Milestone(id=1, name="Late", due_on=on(-1), initiative_id=1),
                Milestone(id=2, name="Reached", due_on=on(-1), reached_on=on(-2)),
                Milestone(id=3, name="Far", due_on=on(90)),
                ProgressNote(initiative_id=1, noted_on=on(-3), text="Half of it"),
                ProgressNote(initiative_id=1, noted_on=on(3), text="Not yet known"),
                Review(id=1, title="July", held_on=on(-30)),
                Review(id=2, title="June", held_on=on(-60)),
                ReviewItem(review_id=1, initiative_id=1, next_step="Print", due_on=on(-2)),
                ReviewItem(review_id=2, initiative_id=1, next_step="Old", due_on=on(-2)),
                ReviewItem(review_id=1, initiative_id=2, next_step="Ask", position=1),
                ReviewItem(review_id=1, kpi_id=1, next_step="Done with", status="done", position=2),
    ]  # fmt: skip


def test_the_plan_on_a_day(session):
    progress = read_progress(session, DAY)
    runs = progress.initiatives[0]
    assert (runs.planned, runs.actual, runs.status) == (50.0, 50.0, "on_track")
    assert runs.note == "Half of it"
    assert progress.states == {"running": 1, "decided": 1, "done": 1, "dropped": 1}
    wait = progress.kpis[0]
    assert wait.planned == 40.0 and wait.status == "at_risk"  # 5 of 8 minutes by its own day
    assert [(one.name, one.overdue) for one in progress.milestones] == [("Late", True)]


def test_the_newest_item_about_a_subject_has_the_open_step(session):
    progress = read_progress(session, DAY)
    assert [(step.text, step.overdue) for step in progress.steps] == [
        ("Print", True),
        ("Ask", False),
    ]
    assert newest_items(session, before=1)[("initiative", 1)].next_step == "Old"


def test_a_new_review_is_filled_and_carries_open_steps_over(session):
    items = new_items(read_progress(session, DAY))
    assert [(item.subject, item.planned, item.actual, item.next_step) for item in items] == [
        (("initiative", 1), 50.0, 50.0, "Print"),
        (("initiative", 2), 0.0, None, "Ask"),
        (("kpi", 1), 40.0, 45.0, ""),
    ]
