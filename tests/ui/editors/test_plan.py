"""The plan: board, ranking, timeline and form with one selection."""

import datetime as dt

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cxstudio.model import Department, Engagement, Gap, Initiative, Kpi, Link
from cxstudio.model.chain import End
from cxstudio.model.money import amount, scale, span
from cxstudio.ui.editors.plan.page import PlanPage
from cxstudio.ui.editors.plan.rows import read_rows
from cxstudio.ui.editors.plan.weighing import weigh, with_ranks
from cxstudio.ui.forms.cost_order import cost_writer
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

DAY = dt.date


@pytest.fixture
def filled(workspace):
    """Two initiatives with a gap each, and one that has nothing yet."""
    with workspace.change("x") as change:
        change.get(Engagement, 1).currency = "JPY"
        desk = change.add(Department(name="Station desk")).id
        bus = change.add(Department(name="Bus operator", position=1)).id
        gaps = [
            change.add(Gap(title=t, importance=5, current=1.0, target=g, reach=1.0)).id
            for t, g in (("Seats", 4.0), ("Lunch", 2.0))
        ]
        made = [
            change.add(
                Initiative(
                    title="Seat display",
                    tier="department",
                    department_id=desk,
                    effort=6.0,
                    benefit_score=5,
                    cost_low=4_000_000,
                    cost_high=7_000_000,
                    starts_on=DAY(2026, 10, 1),
                    ends_on=DAY(2026, 11, 30),
                )
            ).id,
            change.add(
                Initiative(
                    title="Lunch until three",
                    tier="frontline",
                    department_id=bus,
                    effort=1.0,
                    position=1,
                    cost_low=100_000,
                    starts_on=DAY(2026, 8, 1),
                    ends_on=DAY(2026, 8, 31),
                )
            ).id,
            change.add(Initiative(title="Empty", tier="executive", position=2)).id,
        ]
        for gap, initiative in zip(gaps, made, strict=False):
            change.add(
                Link(
                    source_kind="gap",
                    source_id=gap,
                    target_kind="initiative",
                    target_id=initiative,
                )
            )
    return made


@pytest.fixture
def page(qtbot, workspace, filled):
    page = PlanPage(workspace)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


def test_it_looks_right_in_every_language_and_theme(workspace, filled, looks):
    for language, name in looks:
        wear(language, name)
        page = PlanPage(workspace)
        page.show_record("initiative", filled[0])
        look_at(page)


def test_amounts_are_written_as_people_read_them():
    assert amount(52_000_000, "JPY", "en") == "¥52.0 million"
    assert amount(52_000_000, "JPY", "ja") == "5,200万円"
    assert span(47_000_000, 75_100_000, "JPY", "en") == "¥47.0–75.1 million"
    assert span(4_000_000, 7_000_000, "JPY", "ja") == "400〜700万円"
    assert span(35_000, 35_000, "EUR", "en") == "€35,000"
    assert span(None, 12_000, "SEK", "en") == "SEK 12,000"
    assert span(None, None, "EUR", "en") == ""
    assert span(0, 8_000, "JPY", "ja") == "0〜8,000円"
    assert span(9.5, 12, "JPY", "en") == "¥10–12"  # yen have no decimals, most others two
    assert span(9.5, 12, "EUR", "en") == "€9.50–12.00"
    assert amount(9.5, "EUR", "ja") == "9.50ユーロ"
    assert amount(-8_400_000, "JPY", "en") == "−¥8.4 million"
    assert scale("JPY", 52_000_000, "ja").name == "万円"
    assert scale("EUR", 2_000_000, "en").name == "€ million"


def test_ranked_by_severity_taken_away_for_the_effort(workspace, filled):
    rows = read_rows(workspace)
    rows = with_ranks(rows, weigh(workspace, rows))
    assert [(row.severity, row.rank) for row in rows] == [(15.0, 2), (5.0, 1), (None, None)]


def test_the_whole_cost_is_in_the_status(page, workspace):
    assert page.status() == "Total ¥4.1–7.1 million (2 of 3 costed)"


def test_one_selection_everywhere(qtbot, page, filled, workspace):
    overview = page.overview
    board = overview.board.board
    spot = board.plan.spots[[d.id for d in board.dots].index(filled[1])]
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, spot)))
    assert page.id == filled[1] == overview.timeline.selected == overview.ranking._id
    assert workspace.selection == End("initiative", filled[1])
    overview.ranking.selectRow(1)
    assert page.id == filled[0] == board.selected


def test_an_initiative_without_effort_is_named_not_placed(page):
    assert [dot.code for dot in page.overview.board.board.dots] == ["I-01", "I-02"]
    (chip,) = page.overview.board.unplaced.chips
    assert "I-03" in chip.text() and "effort" in chip.toolTip()
    page.overview.board.by._group.button(1).click()
    assert [dot.code for dot in page.overview.board.board.dots] == ["I-01"]


def test_what_is_not_placed_is_dropped_onto_the_board(page, workspace, filled):
    board, unplaced = page.overview.board.board, page.overview.board.unplaced
    page.overview.board.by._group.button(1).click()  # the team's score
    board.resize(400, 300)
    place = QPointF(board.plan.x_of(3.0), board.plan.y_of(4.0))
    drop(board, "initiative", filled[2], place)
    made = workspace.file.one(Initiative, filled[2])
    assert (made.effort, made.benefit_score) == (3.0, 4)
    assert filled[2] not in {chip.id for chip in unplaced.chips}
    workspace.undo()
    made = workspace.file.one(Initiative, filled[2])
    assert (made.effort, made.benefit_score) == (None, None)
    unplaced.chips[-1].clicked.emit()  # Enter: the form, where effort and benefit can be typed
    assert page.id == unplaced.chips[-1].id


def test_the_ends_of_a_cost_are_not_turned_round(page, workspace, filled):
    write = cost_writer(workspace, "cost_high")
    assert "4.0 million" in write("Edit", filled[0], 500.0)
    assert "7.0 million" in cost_writer(workspace, "cost_low")("Edit", filled[0], 8e6)
    assert workspace.file.one(Initiative, filled[0]).cost_high == 7_000_000
    assert write("Edit", filled[0], 4_000_000.0) == ""  # both ends alike are a price
    assert cost_writer(workspace, "cost_low")("Edit", filled[0], None) == ""


def drag(widget, start, end):
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(widget, start + (end - start) * share)
    QTest.mouseRelease(widget, left, pos=end)


def test_dragging_a_dot_sideways_sets_its_effort_once(qtbot, page, filled, workspace):
    board = page.overview.board.board
    steps = len(workspace.file.undo_steps)
    start = QPoint(*map(round, board.plan.spots[0]))
    drag(board, start, QPoint(round(board.plan.x_of(3.0)), start.y()))
    assert workspace.file.one(Initiative, filled[0]).effort == 3.0
    assert len(workspace.file.undo_steps) == steps + 1
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Right)
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert workspace.file.one(Initiative, filled[0]).effort == 4.0
    assert len(workspace.file.undo_steps) == steps + 2


def test_dragging_a_dot_up_or_down_sets_the_teams_score(page, filled, workspace):
    page.overview.board.by._group.button(1).click()
    board = page.overview.board.board
    start = QPoint(*map(round, board.plan.spots[0]))
    drag(board, start, QPoint(start.x(), round(board.plan.y_of(2.0))))
    made = workspace.file.one(Initiative, filled[0])
    assert (made.benefit_score, made.effort) == (2, 6.0)
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_PageDown)
    QTest.keyClick(board, Qt.Key.Key_PageDown)
    assert workspace.file.one(Initiative, filled[0]).benefit_score == 1
    workspace.undo()
    assert workspace.file.one(Initiative, filled[0]).benefit_score == 2


def test_undoing_on_the_board_does_not_open_the_form(qtbot, page, filled, workspace):
    workspace.place_requested.connect(page.show_record)
    page.activateWindow()
    board = page.overview.board.board
    board.setFocus()
    qtbot.waitUntil(board.hasFocus)
    page._select(filled[0])
    board.set_place(filled[0], 2.0, 9.0)
    workspace.undo()
    assert workspace.file.one(Initiative, filled[0]).effort == 6.0
    assert not page.pane.isVisible()
    page.show_record("initiative", filled[1])
    assert page.pane.isVisible()


def bar(page, id):
    return page.overview.timeline.plan.bar_box(id)


def test_dragging_a_bar_or_its_end_sets_the_dates(page, filled, workspace):
    timeline = page.overview.timeline
    plan = timeline.plan
    here = bar(page, filled[0])
    wide = 14 * plan.scale.wide
    middle = here.center().toPoint()
    drag(timeline, middle, middle + QPoint(round(wide), 0))
    made = workspace.file.one(Initiative, filled[0])
    assert abs((made.starts_on - DAY(2026, 10, 15)).days) <= 1
    assert (made.ends_on - made.starts_on).days == 60
    end = QPoint(round(bar(page, filled[0]).right()) - 1, middle.y())
    start = made.starts_on
    drag(timeline, end, end - QPoint(40, 0))
    made = workspace.file.one(Initiative, filled[0])
    assert made.starts_on == start
    assert (made.ends_on - made.starts_on).days < 60
    workspace.undo()
    assert (workspace.file.one(Initiative, filled[0]).ends_on - start).days == 60


def test_dates_are_drawn_for_one_that_has_none(page, filled, workspace):
    timeline = page.overview.timeline
    plan = timeline.plan
    y = round(plan.tops[filled[2]] + 14)
    first, last = (round(plan.scale.x_of(DAY(2026, month, 1))) for month in (9, 11))
    drag(timeline, QPoint(first, y), QPoint(last, y))
    made = workspace.file.one(Initiative, filled[2])
    assert abs((made.starts_on - DAY(2026, 9, 1)).days) <= 1
    assert abs((made.ends_on - DAY(2026, 11, 1)).days) <= 1


def test_the_timeline_by_keyboard(page, filled, workspace):
    timeline = page.overview.timeline
    timeline.setFocus()
    page._select(filled[1])
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    made = workspace.file.one(Initiative, filled[1])
    assert (made.starts_on, made.ends_on) == (DAY(2026, 8, 8), DAY(2026, 9, 7))
    QTest.keyClick(timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    made = workspace.file.one(Initiative, filled[1])
    assert (made.starts_on, made.ends_on) == (DAY(2026, 8, 8), DAY(2026, 9, 14))
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert page.id == filled[0]
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert page.pane.isVisible()


def test_a_gap_dropped_on_the_form_is_one_it_closes(page, filled, workspace):
    with workspace.change("x") as change:
        gap = change.add(Gap(title="Signs")).id
        kpi = change.add(Kpi(name="Left behind", baseline=40, target=5)).id
    page.show_record("initiative", filled[2])
    gaps, kpis = page.form.links
    assert not gaps.cards
    assert drop(gaps, "gap", gap)
    kpis.link(kpi)
    assert [card._end for card in gaps.cards] == [End("gap", gap)]
    assert [card._end for card in kpis.cards] == [End("kpi", kpi)]
    gaps.cards[0]._unlink()
    assert not gaps.cards
    workspace.undo()
    assert len(gaps.cards) == 1


def test_new_typed_duplicated_deleted_and_brought_back(qtbot, page, workspace):
    said = []
    workspace.said.connect(lambda text, undo: said.append(undo))
    page.new_record()
    qtbot.keyClicks(page.window().focusWidget(), "Share a taxi")
    workspace.flush_requested.emit()
    made = workspace.file.one(Initiative, page.id)
    assert made.title == "Share a taxi"
    page.duplicate_record()
    assert [r.title for r in workspace.file.all(Initiative)][-2:] == ["Share a taxi"] * 2
    page.delete_record()
    assert said == [True]
    assert workspace.file.count(Initiative) == 4
    workspace.undo()
    assert workspace.file.count(Initiative) == 5


def test_the_list_is_reordered(page, filled, workspace):
    page.view._group.button(2).click()
    assert page.pane.isVisible()
    page.list.choose(filled[2])
    assert page.id == filled[2]
    page.list._on_step(-1)
    assert [r.id for r in workspace.file.all(Initiative)] == [filled[0], filled[2], filled[1]]


def test_one_department_is_shown(page, filled):
    page.department.setCurrentIndex(1)
    page.department.edited.emit()
    assert [row.id for row in page.overview.rows] == [filled[0]]
    page.show_record("initiative", filled[1])
    assert len(page.overview.rows) == 3


def test_an_empty_plan_says_what_to_do(qtbot, workspace):
    page = PlanPage(workspace)
    qtbot.addWidget(page)
    assert page._views.currentIndex() == 2
    assert page.status() == "0 initiatives"


def test_a_file_opened_to_read_is_not_changed(qtbot, workspace, filled, tmp_path):
    reading = Workspace(workspace.file.in_memory(), Settings(tmp_path / "reading.ini"))
    page = PlanPage(reading)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.new_record()
    page.show_record("initiative", filled[0])
    page.duplicate_record()
    page.delete_record()
    page.overview.board.board.set_place(filled[0], 9.0, 5.0)
    QTest.keyClick(page.overview.timeline, Qt.Key.Key_Right)
    assert not page.form.links[0].add.isEnabled()
    assert not reading.file.undo_steps
    reading.close()
    reading.file.close()
