"""A to-be knows the as-is it came from, whatever is done to it by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import Card, Emotion, Gap, JourneyPersona, Persona
from cxstudio.ui import widgets
from cxstudio.ui.editors.journeys.page import JourneysPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, workspace):
    """A page on the to-be of a map with one card on the first step, and one on the second."""
    with workspace.file.change("People") as change:
        change.add(Persona(name="Couple", number=1, primary=True))
    page = JourneysPage(workspace)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    qtbot.waitExposed(page)
    page.new_record()
    page.canvas.document.add_card(cell(page, 0, "actions"), "Waits for the bus")
    page.canvas.document.add_card(cell(page, 1, "actions"), "Pays the driver")
    page.as_is = page.journey_id
    page.make_to_be()
    return page


def cell(page, step, kind):
    lane = next(lane for lane in page.canvas.map.data.lanes if lane.kind == kind)
    return Cell(page.canvas.map.data.steps[step].id, lane.id)


def card(page, step=0, kind="actions"):
    return page.canvas.document.cards_in(cell(page, step, kind))[0]


def found(page):
    page.show_state("difference")
    said = [(d.how, d.step.name, d.before, d.after) for d in page.difference.found]
    page.show_state("to_be")
    return said


def key(page, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.canvas.editor, key, held)
    QApplication.processEvents()


def select(page, *cards):
    page.canvas.select_cards(cards)
    page.canvas.setFocus()


def test_a_card_carried_and_reworded_by_keys_is_one_difference_and_one_gap(page):
    steps = [step.name for step in page.canvas.map.data.steps]
    assert found(page) == []
    mine = card(page)
    select(page, mine)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    key(page, Qt.Key.Key_F2)
    QTest.keyClick(page.canvas.editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(page.canvas.editor, "Steps onto a shuttle")
    page.canvas.writing.finish()
    assert found(page) == [("changed", steps[2], "Waits for the bus", "Steps onto a shuttle")]
    page.show_state("difference")
    (one,) = page.difference.found
    assert one.was_at == steps[0]
    page.difference._make_gap(one)
    (gap,) = page.workspace.file.all(Gap)
    assert (gap.as_is, gap.to_be) == ("Waits for the bus", "Steps onto a shuttle")
    for _ in range(4):
        page.workspace.undo()
    page.show_state("to_be")
    assert found(page) == []


def test_a_duplicate_is_new_and_the_original_stays_the_same(page):
    steps = [step.name for step in page.canvas.map.data.steps]
    select(page, card(page))
    key(page, Qt.Key.Key_D, CTRL)
    assert found(page) == [("added", steps[0], "", "Waits for the bus")]
    page.workspace.undo()
    assert found(page) == []


def test_cut_and_pasted_a_card_is_moved(page):
    steps = [step.name for step in page.canvas.map.data.steps]
    select(page, card(page))
    key(page, Qt.Key.Key_X, CTRL)
    assert [how for how, *_ in found(page)] == ["removed"]
    page.canvas.map.selection.set((), cell(page, 2, "actions"))
    key(page, Qt.Key.Key_V, CTRL)
    assert found(page) == [("moved", steps[2], steps[0], steps[2])]
    page.canvas.map.selection.set((), cell(page, 1, "actions"))
    key(page, Qt.Key.Key_V, CTRL)
    assert sorted(how for how, *_ in found(page)) == ["added", "moved"]


def test_a_card_fetched_from_the_as_is_again_is_the_same_card(page):
    page.canvas.document.delete_cards([card(page)])
    page.show_state("as_is")
    select(page, card(page))
    key(page, Qt.Key.Key_C, CTRL)
    page.show_state("to_be")
    page.canvas.map.selection.set((), cell(page, 0, "actions"))
    key(page, Qt.Key.Key_V, CTRL)
    assert found(page) == []


def test_deleting_the_as_is_card_leaves_the_other_as_new_and_undo_brings_both_together(page):
    mine = card(page)
    steps = [step.name for step in page.canvas.map.data.steps]
    page.show_state("as_is")
    theirs = card(page)
    page.canvas.document.delete_cards([theirs])
    assert page.workspace.file.one(Card, mine).as_is_id is None
    page.show_state("to_be")
    assert found(page) == [("added", steps[0], "", "Waits for the bus")]
    page.workspace.undo()
    assert page.workspace.file.one(Card, mine).as_is_id == theirs
    assert found(page) == []


def test_a_step_that_is_put_between_does_not_shift_the_others(page):
    stage = page.canvas.map.data.stages[0]
    page.structure.add_step(int(stage.id), int(stage.steps[0].id))
    page.structure.rename("step", int(stage.steps[0].id), "Reads the timetable")
    assert found(page) == []


def test_the_as_is_can_be_deleted_as_a_whole(page):
    mine = card(page)
    page.show_journey(page.as_is)
    page.delete_record()
    assert page.workspace.file.one(Card, mine).as_is_id is None
    page.workspace.undo()
    assert page.workspace.file.one(Card, mine).as_is_id is not None


def test_the_row_says_where_a_reworded_card_came_from(page):
    steps = [step.name for step in page.canvas.map.data.steps]
    mine = card(page)
    page.canvas.document.move_cards([mine], cell(page, 2, "actions"), 0)
    page.canvas.document.set_text(mine, "Rides a shuttle")
    page.show_state("difference")
    texts = [label.text() for label in page.difference.findChildren(widgets.Label)]
    assert any(steps[0] in text and "moved from" in text for text in texts), texts


def test_behind_a_to_be_stand_only_the_curves_of_its_own_people(page):
    with page.workspace.change("Another") as change:
        other = change.add(Persona(name="Family", number=2)).id
        change.add(JourneyPersona(journey_id=page.as_is, persona_id=other, position=1))
        step = page.canvas.map.data.steps[0].as_is
        change.add(Emotion(step_id=step, persona_id=other, value=1.0))
    assert [(curve.name, curve.dotted) for curve in page.canvas.map.data.curves] == [
        ("Couple", False),
        ("Couple", True),
    ]
