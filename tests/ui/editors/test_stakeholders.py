"""Stakeholders: the form keeps names apart, the grid sets influence and interest."""

import pytest
from acts import look_at, wear
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from cxstudio.model import Stakeholder
from cxstudio.ui.editors.stakeholders.page import StakeholdersPage
from cxstudio.ui.editors.stakeholders.paint import GridPlan, Person


@pytest.fixture
def page(qtbot, workspace):
    with workspace.change("x") as change:
        for n, role in enumerate(("Director", "Desk lead", "Planner")):
            change.add(Stakeholder(role=role, position=n, influence=3, interest=3))
    page = StakeholdersPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.show_view("grid")
    return page


def values(workspace):
    return [(s.influence, s.interest) for s in workspace.file.all(Stakeholder)]


def drag(qtbot, board, start, end):
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(board, left, pos=start)
    qtbot.mouseMove(board, start + QPoint(12, 12))
    qtbot.mouseMove(board, end)
    qtbot.mouseRelease(board, left, pos=end)


def test_dragging_a_person_is_one_change(qtbot, page, workspace):
    board = page.grid.board
    start = QPointF(*board.plan.spots[1]).toPoint()
    steps = len(workspace.file.undo_steps)
    drag(qtbot, board, start, board.plan.cell(5, 2).center().toPoint())
    assert values(workspace) == [(3, 3), (5, 2), (3, 3)]
    assert len(workspace.file.undo_steps) == steps + 1
    assert page.id == workspace.file.all(Stakeholder)[1].id
    workspace.undo()
    assert values(workspace) == [(3, 3)] * 3


def test_escape_leaves_the_person_where_it_was(qtbot, page, workspace):
    board = page.grid.board
    start = QPointF(*board.plan.spots[0]).toPoint()
    qtbot.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(board, start + QPoint(60, 60))
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    qtbot.mouseRelease(board, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 90))
    assert values(workspace) == [(3, 3)] * 3


def test_arrow_keys_move_within_the_scale_as_one_step(qtbot, page, workspace):
    board = page.grid.board
    steps = len(workspace.file.undo_steps)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(board, key)
    assert values(workspace)[0] == (5, 2)
    assert len(workspace.file.undo_steps) == steps + 1
    qtbot.keyClick(board, Qt.Key.Key_PageDown)
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert values(workspace)[:2] == [(5, 2), (3, 4)]
    assert "interest 4" in board.accessibleDescription()


def test_enter_opens_the_form_and_the_view_is_remembered(qtbot, page, workspace):
    qtbot.keyClick(page.grid.board, Qt.Key.Key_Return)
    assert page.body.currentWidget() is page.form
    assert workspace.settings.text("stakeholders/view", "") == "form"


def test_labels_do_not_cover_each_other(themed):
    people = [
        Person(n, f"A rather long role {n}", 1 + n % 5, 1 + n // 5, "neutral") for n in range(25)
    ]
    plan = GridPlan(QRectF(0, 0, 1000, 800), people)
    covered = [
        (one, other)
        for n, one in enumerate(plan.labels)
        for other in plan.labels[:n]
        if one.intersects(other)
    ]
    assert not covered


def test_new_shows_the_form(qtbot, page, workspace):
    page.new_record()
    assert page.body.currentWidget() is page.form
    assert workspace.file.one(Stakeholder, page.id).code == "S-04"


def test_opens_in_every_look(workspace, looks):
    with workspace.change("x") as change:
        for attitude in ("champion", "supporter", "neutral", "sceptic", "opponent", "unknown"):
            change.add(Stakeholder(role=attitude, attitude=attitude))
    for language, theme in looks:
        wear(language, theme)
        page = StakeholdersPage(workspace)
        page.show_view("grid")
        look_at(page)
