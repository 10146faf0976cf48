"""Vision, mission, values and objectives as cards."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from cxstudio.model import Evidence, Link, Objective, Principle
from cxstudio.ui.editors.strategy.page import StrategyPage


@pytest.fixture
def page(qtbot, workspace):
    page = StrategyPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 900)
    page.show()
    return page


def cards(column):
    return list(column.panels.values())


def test_new_cards_begin_with_vision_then_mission_then_value(qtbot, page, workspace):
    assert page._stack.currentIndex() == 1
    for _turn in range(4):
        page.new_record()
    kinds = [p.principle_kind for p in workspace.file.all(Principle)]
    assert kinds == ["vision", "mission", "value", "value"]
    assert page._stack.currentIndex() == 0


def test_words_source_and_kind_are_written(qtbot, page, workspace):
    page.new_record()
    (card,) = cards(page.principles)
    qtbot.keyClicks(card.text, "A place to come back to")
    qtbot.keyClicks(card.source, "Vision 2040")
    workspace.flush_requested.emit()
    qtbot.mouseClick(card.kind._group.button(2), Qt.MouseButton.LeftButton)
    (principle,) = workspace.file.all(Principle)
    assert (principle.text, principle.source, principle.principle_kind) == (
        "A place to come back to",
        "Vision 2040",
        "value",
    )


def test_a_japanese_word_under_way_is_not_written_over(page, workspace):
    page.new_record()
    (card,) = cards(page.principles)
    QApplication.sendEvent(card.text, QInputMethodEvent("らいほう", []))
    with workspace.change("x") as change:
        change.get(Principle, card.end.id).note = "from elsewhere"
    assert card.text.composing()
    finished = QInputMethodEvent("", [])
    finished.setCommitString("来訪者")
    QApplication.sendEvent(card.text, finished)
    workspace.flush_requested.emit()
    assert workspace.file.all(Principle)[0].text == "来訪者"


def test_objectives_reorder_duplicate_delete_undo(qtbot, page, workspace):
    page.new_objective()
    page.new_objective()
    first, second = cards(page.objectives)
    qtbot.keyClicks(first.text, "One")
    qtbot.keyClicks(second.text, "Two")
    workspace.flush_requested.emit()
    second.move_up()
    assert [o.text for o in workspace.file.all(Objective)] == ["Two", "One"]
    first.duplicate()
    assert [o.text for o in workspace.file.all(Objective)] == ["Two", "One", "One"]
    with qtbot.waitSignal(workspace.said) as said:
        second.delete()
    assert said.args == ["Deleted “Two”.", True]
    workspace.undo()
    assert [o.text for o in workspace.file.all(Objective)] == ["Two", "One", "One"]
    assert len(cards(page.objectives)) == 3


def test_evidence_dropped_on_a_card_is_linked(page, workspace):
    page.new_objective()
    with workspace.change("x") as change:
        evidence = change.add(Evidence(text="x", evidence_kind="document")).id
    (card,) = cards(page.objectives)
    assert card.mark.isHidden()
    assert drop(card.text.viewport(), "evidence", evidence)
    assert workspace.file.all(Link)[0].target_kind == "objective"
    assert not card.mark.isHidden()


def test_a_click_selects_the_card(qtbot, page, workspace):
    page.new_record()
    workspace.select(None)
    (card,) = cards(page.principles)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() // 2, 4))
    assert workspace.selection == card.end


def test_opens_in_every_look(workspace, looks):
    look_at(StrategyPage(workspace))
    with workspace.change("x") as change:
        change.add(Principle(text="Vision"))
        change.add(Objective(text="More"))
    for language, theme in looks:
        wear(language, theme)
        look_at(StrategyPage(workspace))
