"""The Roadmap page: dragging, connecting, milestones, the tray, and what cannot be."""

import datetime as dt

import pytest
from acts import drop
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QToolButton

from cxstudio.model import Dependency, Initiative, Kpi, Milestone
from cxstudio.model.chain import End
from cxstudio.ui.editors.plan.form import InitiativeForm
from cxstudio.ui.editors.roadmap import RoadmapPage
from cxstudio.ui.forms.fields import DateField
from cxstudio.ui.roadmap import acts
from cxstudio.ui.widgets import Label

D = dt.date
KEY, SHIFT, CONTROL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def plan(workspace):
    """Three that wait for each other in a row, and one without dates."""
    with workspace.change("x") as change:
        made = [
            change.add(
                Initiative(title=title, tier=tier, starts_on=start, ends_on=end, position=n)
            ).id
            for n, (title, tier, start, end) in enumerate(
                (
                    ("Owner", "frontline", D(2026, 7, 1), D(2026, 7, 31)),
                    ("Timetable", "department", D(2026, 8, 1), D(2026, 10, 31)),
                    ("Connect", "executive", D(2026, 12, 1), D(2027, 2, 28)),
                    ("Undated", "executive", None, None),
                )
            )
        ]
        change.add(Dependency(before_id=made[0], after_id=made[1]))
        change.add(Dependency(before_id=made[1], after_id=made[2]))
        kpi = change.add(Kpi(name="Wait")).id
        change.add(Milestone(name="Check", initiative_id=made[1], due_on=D(2026, 9, 15),
                             checks_kpi_id=kpi))  # fmt: skip
    return made


@pytest.fixture
def page(qtbot, workspace, plan):
    page = RoadmapPage(workspace)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def days(workspace, id):
    one = workspace.file.one(Initiative, id)
    return one.starts_on, one.ends_on


def drag(chart, start: QPointF, end: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mouseMove(chart, start.toPoint())
    QTest.mousePress(chart, left, pos=start.toPoint())
    for share in (0.4, 0.8, 1.0):
        QTest.mouseMove(chart, (start + (end - start) * share).toPoint())
    QTest.mouseRelease(chart, left, pos=end.toPoint())


def test_a_moved_bar_pushes_those_that_wait_in_one_step_and_escape_lets_go(page, plan, workspace):
    chart = page.gantt.chart
    steps = len(workspace.file.undo_steps)
    middle = chart.plan.bar_box(plan[0]).center()
    drag(chart, middle, middle + QPointF(round(62 * chart.plan.scale.wide), 0))
    start, end = days(workspace, plan[0])
    assert abs((start - D(2026, 9, 1)).days) <= 1 and (end - start).days == 30
    assert days(workspace, plan[1])[0] == end + dt.timedelta(days=1)
    assert days(workspace, plan[2])[0] > days(workspace, plan[1])[1]
    assert len(workspace.file.undo_steps) == steps + 1
    workspace.undo()
    assert days(workspace, plan[2]) == (D(2026, 12, 1), D(2027, 2, 28))
    assert page.shows_here("initiative", plan[2])
    chart.setFocus()
    middle = chart.plan.bar_box(plan[0]).center().toPoint()
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(chart, middle + QPoint(60, 0))
    assert chart.pointer.spans and not chart.grab().isNull()
    QTest.keyClick(chart, KEY.Key_Escape)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    assert days(workspace, plan[0])[0] == D(2026, 7, 1)


def test_a_bar_stops_at_what_it_waits_for_and_says_why(page, plan, workspace):
    chart = page.gantt.chart
    page.select(plan[1])
    chart.setFocus()
    QTest.keyClick(chart, KEY.Key_Left)
    assert days(workspace, plan[1])[0] == D(2026, 8, 1)
    assert page.fault.isVisible() and "I-01" in page.fault.accessibleName()
    QTest.keyClick(chart, KEY.Key_Right, CONTROL)
    assert days(workspace, plan[1]) == (D(2026, 8, 2), D(2026, 11, 1))
    assert not page.fault.isVisible()
    QTest.keyClick(chart, KEY.Key_Right, SHIFT)
    assert days(workspace, plan[1]) == (D(2026, 8, 2), D(2026, 11, 8))


def test_a_dependency_is_drawn_and_a_circle_refused_by_name(page, plan, workspace):
    chart = page.gantt.chart
    with workspace.change("x") as change:
        for one in workspace.file.all(Dependency):
            change.delete(change.get(Dependency, one.id))
    chart.pointer.move(chart.plan.bar_box(plan[0]).center())
    handle = chart.pointer.handle_of(plan[0])
    drag(chart, handle, chart.plan.bar_box(plan[2]).center())
    made = workspace.file.all(Dependency)
    assert [(one.before_id, one.after_id) for one in made] == [(plan[0], plan[2])]
    chart.pointer.move(chart.plan.bar_box(plan[2]).center())
    drag(chart, chart.pointer.handle_of(plan[2]), chart.plan.bar_box(plan[0]).center())
    assert workspace.file.count(Dependency) == 1
    assert "I-01 → I-03 → I-01" in page.fault.accessibleName()
    line = acts.read(workspace).arrows[0]
    chart.pick("dependency", line.id)
    assert "I-03" in chart.accessibleDescription()
    assert page.body.currentIndex() == 2
    chart.setFocus()
    QTest.keyClick(chart, KEY.Key_Delete)
    assert not workspace.file.count(Dependency)


@pytest.mark.parametrize("place", ["plan", "roadmap"])
def test_a_typed_day_pushes_like_a_dragged_one_or_says_why_not(qtbot, page, plan, workspace, place):
    form = page.body.times if place == "roadmap" else InitiativeForm(workspace)
    if place == "plan":
        qtbot.addWidget(form)
        form.show()
    first, last = form.findChildren(DateField)
    said, steps = [], len(workspace.file.undo_steps)
    workspace.said.connect(lambda text, _undo: said.append(text))

    def typed(id, field, text):
        form.show_record(id)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, KEY.Key_Return)
        wrong = [
            one.text() for one in form.findChildren(Label) if one.text() and not one.isHidden()
        ]
        return wrong if field.property("fault") else []

    assert not typed(plan[0], last, "2026-08-10")
    assert days(workspace, plan[1]) == (D(2026, 8, 11), D(2026, 11, 10))
    assert said == ["Moved along: I-02."] and len(workspace.file.undo_steps) == steps + 1
    workspace.select(End("initiative", plan[0]))
    with qtbot.waitSignal(workspace.place_requested) as shown:
        workspace.undo()
    assert shown.args == ["initiative", plan[0]]  # that is looked at, not one that was pushed
    assert days(workspace, plan[1]) == (D(2026, 8, 1), D(2026, 10, 31))
    refused = [
        (plan[1], first, "2026-07-15", "I-02 cannot begin before 1 Aug 2026: it waits for I-01."),
        (plan[1], last, "2026-07-15", "It would end before it begins, on 1 Aug 2026."),
        (plan[1], first, "2027-07-15", "It would begin after its last day, 31 Oct 2026."),
        (plan[3], first, "0206-07-15", "A plan lies between the years 1990 and 2199."),
        (plan[0], last, "2199-12-01", "I-02 would be pushed past the year 2199."),
    ]
    for id, field, text, fault in refused:
        assert any(words.startswith(fault) for words in typed(id, field, text))
    assert len(workspace.file.undo_steps) == steps
    assert not typed(plan[3], last, "2026-07-15")
    assert days(workspace, plan[3]) == (None, D(2026, 7, 15))


def test_milestones_are_added_moved_reached_and_deleted(page, plan, workspace):
    chart = page.gantt.chart
    page.select(plan[0])
    chart.setFocus()
    QTest.keyClick(chart, KEY.Key_M)
    made = workspace.file.one(Milestone, chart.milestone)
    assert (made.initiative_id, made.due_on) == (plan[0], D(2026, 7, 31))
    assert page.pane.isVisible() and page.body.currentIndex() == 1
    chart.setFocus()
    QTest.keyClick(chart, KEY.Key_Left)
    assert workspace.file.one(Milestone, made.id).due_on == D(2026, 7, 24)
    acts.reach(workspace, made.id, D(2026, 7, 20))
    assert "reached" in chart.words_of(None)
    QTest.keyClick(chart, KEY.Key_Delete)
    assert workspace.file.count(Milestone) == 1
    point = next(iter(chart.plan.points.values()))
    drag(chart, point, point + QPointF(round(10 * chart.plan.scale.wide), 0))
    assert abs((workspace.file.all(Milestone)[0].due_on - D(2026, 9, 25)).days) <= 1


def test_one_without_dates_is_dropped_from_the_tray(page, plan, workspace):
    chart = page.gantt.chart
    assert [chip.id for chip in page.gantt.tray.chips] == [plan[3]]
    place = QPointF(chart.plan.scale.x_of(D(2026, 10, 5)) + 1, 100)
    assert drop(chart, "initiative", plan[3], place)
    start, end = days(workspace, plan[3])
    assert (end - start).days == 27 and abs((start - D(2026, 10, 5)).days) <= 1
    assert not page.gantt.tray.isVisible()


def test_what_cannot_be_is_said_and_mended(page, plan, workspace):
    with workspace.change("x") as change:
        change.get(Initiative, plan[1]).starts_on = D(2026, 7, 20)
        change.get(Initiative, plan[3]).starts_on = D(2126, 1, 1)
    words = page.conflicts.accessibleName()
    assert "I-02 begins 12 days too early: it waits for I-01." in words
    assert "I-04 has a date far from all others: 1 Jan 2126." in words
    page.mend()
    assert days(workspace, plan[1])[0] == D(2026, 8, 1)
    assert not page.mend_button.isVisible()
    page.open_conflict()
    assert page.id == plan[3] and page.pane.isVisible()
    with workspace.change("x") as change:
        change.get(Initiative, plan[3]).starts_on = None
        change.add(Milestone(name="Moon", due_on=D(2126, 1, 1)))
    assert "“Moon” is far from the plan: 1 Jan 2126." in page.conflicts.accessibleName()
    page.open_conflict()
    assert page.body.currentIndex() == 1
    assert page.gantt.chart.plan.whole[1].year < 2030


def test_the_table_says_the_same_and_lanes_and_zoom_change(page, plan):
    page.view._group.button(1).click()
    table = page.dates.table
    row = table.row_of_id(plan[1])
    assert [table.index(row, column).data() for column in (5, 7, 8)] == ["92", "I-01", "30"]
    page.view._group.button(0).click()
    page.gantt.lanes._group.button(1).click()
    assert page.gantt.chart.by == "department"
    page.gantt.zoom._group.button(1).click()
    assert page.gantt.bar.maximum() == page.gantt.chart.plan.most_ahead > 0
    page.gantt.bar.setValue(21)
    assert page.gantt.chart.ahead == 21


def test_without_initiatives_it_says_what_to_do(qtbot, workspace):
    page = RoadmapPage(workspace)
    qtbot.addWidget(page)
    assert page._stack.currentIndex() == 1
    page.new_record()
    assert not workspace.file.count(Milestone)


def test_it_is_saved_as_a_picture(page, plan, tmp_path, monkeypatch, qtbot):
    chosen = (str(tmp_path / "roadmap"), "")
    monkeypatch.setattr("cxstudio.ui.saving.QFileDialog.getSaveFileName", lambda *_: chosen)
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for kind in starts:
        page.export.ask(kind)
    qtbot.waitUntil(lambda: not page.workspace.tasks.busy, timeout=10_000)
    for kind, start in starts.items():
        assert (tmp_path / f"roadmap.{kind}").read_bytes().startswith(start)


def last(lines, cls, words=""):
    """The newest button of a list; those of lines before wait to be deleted."""
    return [one for one in lines.findChildren(cls) if words in one.toolTip()][-1]


def test_the_pane_leads_on_and_takes_away(page, plan, workspace):
    page.select(plan[1])
    page.open_pane()
    lines = page.body.times
    lag = lines.waits.findChild(QSpinBox)
    lag.setValue(7)
    lag.editingFinished.emit()
    assert days(workspace, plan[1])[0] == D(2026, 8, 8)
    last(lines.waits, QToolButton, "Delete the dependency").click()
    assert workspace.file.count(Dependency) == 1
    last(lines.milestones, QPushButton).click()
    assert page.body.currentIndex() == 1
