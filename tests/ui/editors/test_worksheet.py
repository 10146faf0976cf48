"""The worksheet: six questions in order, own ones, and the records that answer them."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QPointF, Qt

from cxstudio.model import Kpi, Link, Persona, Touchpoint, WorksheetAnswer
from cxstudio.model.chain import End
from cxstudio.model.words import QUESTIONS
from cxstudio.ui.editors.worksheet.page import WorksheetPage


@pytest.fixture
def page(qtbot, workspace):
    page = WorksheetPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 1200)
    page.show()
    return page


def panels(page):
    return list(page.column.panels.values())


def test_looking_at_it_writes_nothing(page, workspace):
    assert workspace.file.count(WorksheetAnswer) == 0
    assert not workspace.file.undo_steps


def test_the_six_questions_are_made_in_order_as_one_step(qtbot, page, workspace):
    page.begin()
    assert [a.question for a in workspace.file.all(WorksheetAnswer)] == list(QUESTIONS)
    assert len(workspace.file.undo_steps) == 1
    assert page.status() == "0 of 6 questions answered"
    workspace.undo()
    assert workspace.file.count(WorksheetAnswer) == 0


def test_an_answer_is_typed_and_counted(qtbot, page, workspace):
    page.begin()
    first = panels(page)[0]
    qtbot.keyClicks(first.answer, "Couples without a car")
    workspace.flush_requested.emit()
    assert workspace.file.one(WorksheetAnswer, first.end.id).answer == "Couples without a car"
    assert first.answered.is_answered
    assert page.status() == "1 of 6 questions answered"


def test_records_dropped_on_a_question_become_chips_that_go_there(qtbot, page, workspace):
    page.begin()
    first = panels(page)[0]
    with workspace.change("x") as change:
        persona = change.add(Persona(name="The Satos")).id
        touchpoint = change.add(Touchpoint(name="Desk")).id
        kpi = change.add(Kpi(name="NPS")).id
    assert drop(first, "persona", persona)
    assert drop(first.answer.viewport(), "touchpoint", touchpoint)
    assert drop(first, "kpi", kpi)
    assert set(first.chips.ends) == {
        End("persona", persona),
        End("touchpoint", touchpoint),
        End("kpi", kpi),
    }
    assert first.answer.toPlainText() == ""
    chip = first.chips._flow.itemAt(0).widget()
    with qtbot.waitSignal(workspace.place_requested) as asked:
        qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert asked.args == ["persona", persona]
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert len(first.chips.ends) == workspace.file.count(Link) == 2


def test_own_question_moves_by_keys_and_by_dragging(qtbot, page, workspace):
    page.begin()
    page.new_record()
    own = panels(page)[-1]
    qtbot.keyClicks(own.question, "Who pays for it?")
    workspace.flush_requested.emit()
    own.move_up()
    assert panels(page)[-2] is own
    qtbot.wait(1)  # the panels find their places
    top = QPointF(100, panels(page)[0].geometry().top() + 2)
    assert drop(page.column, "worksheet_answer", own.end.id, top)
    assert panels(page)[0] is own
    assert workspace.file.all(WorksheetAnswer)[0].question == "Who pays for it?"


def test_deleted_questions_can_be_undone_or_brought_back(qtbot, page, workspace):
    page.begin()
    panels(page)[1].delete()
    assert page.missing() == ["experience"]
    workspace.undo()
    assert page.missing() == []
    panels(page)[1].delete()
    page.bring_back("experience")
    assert panels(page)[-1].question.text() == QUESTIONS["experience"]


def test_duplicate_stands_behind_the_original(page, workspace):
    page.begin()
    panels(page)[0].duplicate()
    asked = [a.question for a in workspace.file.all(WorksheetAnswer)]
    assert asked[:3] == ["customers", "customers", "experience"]


def test_opens_in_every_look(workspace, looks):
    look_at(WorksheetPage(workspace))
    WorksheetPage(workspace).begin()
    for language, theme in looks:
        wear(language, theme)
        look_at(WorksheetPage(workspace))
