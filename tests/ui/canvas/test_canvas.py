"""The canvas under mouse, keys and drops; each act is one undo step."""

import pytest
from hands import at_card, at_cell, at_value, begin_drag, compose, drag, drop
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card, Emotion, Gap, Link
from cxstudio.model.chain import End
from cxstudio.ui.canvas.announcing import spoken

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def cells(canvas, made):
    """Ids of the cards of each pain-point cell, as the file has them."""
    return [canvas.document.cards_in(cell) for cell in made.pain]


def texts(canvas, cell):
    return [canvas.document.text_of(id) for id in canvas.document.cards_in(cell)]


def steps_of_undo(canvas):
    return len(canvas.workspace.file.undo_steps)


def press(canvas, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or canvas.editor, key, held)


def test_a_card_is_dragged_to_another_cell_and_back_by_undo(canvas, made):
    before, count = cells(canvas, made), steps_of_undo(canvas)
    drag(canvas, at_card(canvas, made.cards[0]), at_cell(canvas, made.pain[2], 0.5))
    assert cells(canvas, made) == [[made.cards[1]], made.cards[2:], [made.cards[0]]]
    assert steps_of_undo(canvas) == count + 1
    canvas.workspace.undo()
    assert cells(canvas, made) == before


def test_a_card_is_dragged_within_its_cell(canvas, made):
    drag(canvas, at_card(canvas, made.cards[0]), at_cell(canvas, made.pain[0], 0.97))
    assert cells(canvas, made)[0] == [made.cards[1], made.cards[0]]


def test_several_cards_go_together_and_keep_their_order(canvas, made):
    canvas.select_cards(made.cards[:3])
    drag(canvas, at_card(canvas, made.cards[1]), at_cell(canvas, made.pain[2], 0.5))
    assert cells(canvas, made) == [[], [made.cards[3]], made.cards[:3]]
    canvas.workspace.undo()
    assert cells(canvas, made) == [made.cards[:2], made.cards[2:], []]


def test_with_ctrl_a_copy_goes(canvas, made):
    start, end = at_card(canvas, made.cards[0]), at_cell(canvas, made.pain[2], 0.5)
    drag(canvas, start, end, CTRL)
    assert cells(canvas, made)[0] == made.cards[:2]
    assert texts(canvas, made.pain[2]) == ["Card 0 0"]


def test_escape_cancels_a_drag(canvas, made):
    before, count = cells(canvas, made), steps_of_undo(canvas)
    end = at_cell(canvas, made.pain[2], 0.5)
    begin_drag(canvas, at_card(canvas, made.cards[0]), end)
    assert canvas.gesture is not None
    assert canvas.map.drop.isVisible()
    press(canvas, Key.Key_Escape)
    assert canvas.gesture is None
    assert not canvas.map.drop.isVisible()
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert (cells(canvas, made), steps_of_undo(canvas)) == (before, count)
    assert canvas.map.cards[made.cards[0]].opacity() == 1


def test_a_card_cannot_be_dropped_on_the_curve(canvas, made):
    before = cells(canvas, made)
    drag(canvas, at_card(canvas, made.cards[0]), at_cell(canvas, made.emotion[2], 0.9))
    assert cells(canvas, made) == before


def test_evidence_becomes_a_linked_card_where_it_is_dropped(canvas, made):
    count = steps_of_undo(canvas)
    drop(canvas, "evidence", made.evidence, at_cell(canvas, made.pain[2], 0.5))
    (card,) = canvas.document.cards_in(made.pain[2])
    assert canvas.document.text_of(card) == "The bus was full."
    assert canvas.workspace.chain.evidence_of(End("card", card)) == [made.evidence]
    assert canvas.map.selection.cards == (card,)
    assert steps_of_undo(canvas) == count + 1
    canvas.workspace.undo()
    assert canvas.document.cards_in(made.pain[2]) == []
    assert canvas.workspace.file.count(Link) == 0


def test_with_ctrl_evidence_is_linked_to_the_card_it_is_dropped_on(canvas, made):
    drop(canvas, "evidence", made.evidence, at_card(canvas, made.cards[1]), CTRL)
    assert cells(canvas, made)[0] == made.cards[:2]
    assert canvas.workspace.chain.evidence_of(End("card", made.cards[1])) == [made.evidence]


def test_the_words_at_the_pointer_say_what_a_drop_will_do(canvas, made):
    text = canvas.document.placing("evidence", made.pain[1])
    assert text == "New pain point on step 2, with its evidence"


def test_a_touchpoint_becomes_a_card_that_names_it(canvas, made):
    cell = made.pain[2]._replace(lane_id=made.lanes[0])
    drop(canvas, "touchpoint", made.touchpoint, at_cell(canvas, cell, 0.5))
    (card,) = canvas.document.cards_in(cell)
    assert canvas.workspace.file.one(Card, card).touchpoint_id == made.touchpoint
    assert canvas.map.cards[card].box.card.icon == "bus"


def test_a_point_of_the_curve_is_dragged_in_steps_of_a_tenth(canvas, made):
    count = steps_of_undo(canvas)
    start = at_value(canvas, made.emotion[1], -1.0)
    drag(canvas, start, at_value(canvas, made.emotion[1], 1.3))
    value = canvas.workspace.file.all(Emotion, Emotion.step_id == made.steps[1])[0].value
    assert value == pytest.approx(1.3, abs=0.06)
    assert round(value, 1) == value
    assert steps_of_undo(canvas) == count + 1
    canvas.workspace.undo()
    assert canvas.emotion(made.steps[1], made.persona) == -1.0


def test_escape_leaves_the_curve_as_it_was(canvas, made):
    start, end = at_value(canvas, made.emotion[1], -1.0), at_value(canvas, made.emotion[1], 1.0)
    begin_drag(canvas, start, end)
    press(canvas, Key.Key_Escape)
    assert canvas.emotion(made.steps[1], made.persona) == -1.0


def test_keys_change_the_curve_and_leave_it_blank(canvas, made):
    canvas.map.selection.set((), made.emotion[0])
    QTest.keyClicks(canvas.editor, "+")
    assert canvas.emotion(made.steps[0], made.persona) == 0.6
    QTest.keyClicks(canvas.editor, "--")
    assert canvas.emotion(made.steps[0], made.persona) == 0.4
    press(canvas, Key.Key_Delete)
    assert canvas.emotion(made.steps[0], made.persona) is None


def test_typing_in_an_empty_cell_writes_a_card_and_enter_begins_the_next(canvas, made):
    canvas.map.selection.set((), made.pain[2])
    QTest.keyClicks(canvas.editor, "Late bus")
    assert canvas.writing.active
    press(canvas, Key.Key_Return)
    assert canvas.writing.active
    QTest.keyClicks(canvas.editor, "No roof")
    press(canvas, Key.Key_Escape)
    assert texts(canvas, made.pain[2]) == ["Late bus"]
    canvas.workspace.undo()
    assert texts(canvas, made.pain[2]) == []


def test_typing_on_a_card_writes_one_below_it(canvas, made):
    canvas.select_cards(made.cards[:1])
    QTest.keyClicks(canvas.editor, "Between")
    press(canvas, Key.Key_Return)
    press(canvas, Key.Key_Escape)
    assert texts(canvas, made.pain[0]) == ["Card 0 0", "Between", "Card 0 1"]


def test_tab_goes_on_in_the_next_cell(canvas, made):
    canvas.map.selection.set((), made.pain[2])
    QTest.keyClicks(canvas.editor, "One")
    press(canvas, Key.Key_Tab)
    QTest.keyClicks(canvas.editor, "Two")
    press(canvas, Key.Key_Return)
    press(canvas, Key.Key_Escape)
    assert texts(canvas, made.pain[2]) == ["One"]
    after = made.pain[0]._replace(lane_id=made.lanes[3])
    assert texts(canvas, after) == ["Two"]


def test_f2_edits_and_escape_keeps_the_old_words(canvas, made):
    canvas.select_cards(made.cards[:1])
    press(canvas, Key.Key_F2)
    QTest.keyClicks(canvas.editor, " more")
    press(canvas, Key.Key_Escape)
    assert canvas.document.text_of(made.cards[0]) == "Card 0 0"
    press(canvas, Key.Key_F2)
    QTest.keyClicks(canvas.editor, " more")
    canvas.writing.finish()
    assert canvas.document.text_of(made.cards[0]) == "Card 0 0 more"


def test_a_double_click_writes_a_new_card(canvas, made):
    QTest.mouseDClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, pos=at_cell(canvas, made.pain[2], 0.5)
    )
    QTest.keyClicks(canvas.editor, "By double click")
    canvas.writing.finish()
    assert texts(canvas, made.pain[2]) == ["By double click"]


def test_japanese_is_composed_from_the_first_key_on(canvas, made):
    canvas.map.selection.set((), made.pain[2])
    compose(canvas, ["ｂ", "ば", "ばｓ", "ばす", "バス"], "バス")
    assert canvas.writing.active
    compose(canvas, ["が", "がこ", "が来"], "が来ない")
    assert canvas.editor.toPlainText() == "バスが来ない"
    press(canvas, Key.Key_Return)
    press(canvas, Key.Key_Escape)
    assert texts(canvas, made.pain[2]) == ["バスが来ない"]


def test_a_composition_survives_changes_of_the_file(canvas, made, workspace):
    canvas.select_cards(made.cards[:1])
    canvas.acts.edit_current()
    compose(canvas, ["えき"], "")
    with workspace.file.change("Elsewhere") as change:
        change.get(Card, made.cards[3]).text = "Changed elsewhere"
    assert canvas.writing.active
    compose(canvas, ["駅"], "駅")
    canvas.writing.finish()
    assert canvas.document.text_of(made.cards[0]) == "Card 0 0駅"


def test_the_editor_goes_when_its_card_goes(canvas, made, workspace):
    canvas.select_cards(made.cards[:1])
    canvas.acts.edit_current()
    with workspace.file.change("Elsewhere") as change:
        change.delete(change.get(Card, made.cards[0]))
    assert not canvas.writing.active


def test_arrows_walk_cards_and_empty_cells(canvas, made):
    canvas.select_cards(made.cards[:1])
    press(canvas, Key.Key_Down)
    assert canvas.map.selection.cards == (made.cards[1],)
    press(canvas, Key.Key_Right)
    assert canvas.map.selection.cards == (made.cards[3],)
    press(canvas, Key.Key_Right)
    assert canvas.map.selection.cards == ()
    assert canvas.map.selection.cell == made.pain[2]
    press(canvas, Key.Key_Up)
    assert canvas.map.selection.cell == made.emotion[2]
    press(canvas, Key.Key_Home)
    assert canvas.map.selection.cell == made.emotion[0]


def test_alt_arrows_carry_cards(canvas, made):
    canvas.select_cards(made.cards[:1])
    press(canvas, Key.Key_Down, ALT)
    assert cells(canvas, made)[0] == [made.cards[1], made.cards[0]]
    press(canvas, Key.Key_Right, ALT)
    assert cells(canvas, made)[1] == [*made.cards[2:], made.cards[0]]
    press(canvas, Key.Key_Down, ALT)
    below = made.pain[1]._replace(lane_id=made.lanes[3])
    assert canvas.document.cell_of(made.cards[0]) == below
    assert canvas.map.selection.cards == (made.cards[0],)


def test_shift_and_the_rubber_band_select_several(canvas, made):
    port, left = canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(port, left, pos=at_card(canvas, made.cards[0]))
    QTest.mouseClick(port, left, SHIFT, at_card(canvas, made.cards[2]))
    assert canvas.map.selection.cards == (made.cards[0], made.cards[2])
    start = at_cell(canvas, made.pain[2], 0.95)
    drag(canvas, start, at_card(canvas, made.cards[2]))
    assert set(canvas.map.selection.cards) == {made.cards[2], made.cards[3]}


def test_delete_duplicate_copy_and_paste(canvas, made):
    canvas.select_cards(made.cards[:1])
    press(canvas, Key.Key_D, CTRL)
    assert texts(canvas, made.pain[0]) == ["Card 0 0", "Card 0 0", "Card 0 1"]
    press(canvas, Key.Key_Delete)
    assert texts(canvas, made.pain[0]) == ["Card 0 0", "Card 0 1"]
    canvas.select_cards(made.cards[:2])
    press(canvas, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Card 0 0\nCard 0 1"
    canvas.map.selection.set((), made.pain[2])
    press(canvas, Key.Key_V, CTRL)
    assert texts(canvas, made.pain[2]) == ["Card 0 0", "Card 0 1"]


def test_lines_and_cells_of_a_spreadsheet_become_cards(canvas, made):
    count = steps_of_undo(canvas)
    QGuiApplication.clipboard().setText("a\tb\nc\td\n")
    canvas.map.selection.set((), made.pain[1])
    canvas.acts.paste()
    below = [cell._replace(lane_id=made.lanes[3]) for cell in made.pain]
    assert texts(canvas, made.pain[1])[2:] == ["a"]
    assert texts(canvas, made.pain[2]) == ["b"]
    assert [texts(canvas, cell) for cell in below] == [[], ["c"], ["d"]]
    assert steps_of_undo(canvas) == count + 1


def test_plain_lines_become_a_card_each_in_the_same_cell(canvas, made):
    QGuiApplication.clipboard().setText("a\n\n b \nc")
    canvas.map.selection.set((), made.pain[2])
    canvas.acts.paste()
    assert texts(canvas, made.pain[2]) == ["a", "b", "c"]


def test_a_gap_rests_on_the_card_it_is_made_from(canvas, made, workspace):
    gap = canvas.document.make_gap(made.cards[0])
    record = workspace.file.one(Gap, gap)
    assert (record.title, record.step_id, record.gap_kind) == ("Card 0 0", made.steps[0], "journey")
    assert [end for end, _ in workspace.chain.rests_on(End("gap", gap))] == [
        End("card", made.cards[0])
    ]


def test_the_wheel_zooms_about_the_pointer(canvas, made):
    canvas.set_zoom(2.5)
    canvas.scroll_by(300, 300)
    place = canvas.viewport().rect().center()
    before = canvas.mapToScene(place)
    event = QWheelEvent(
        QPointF(place),
        QPointF(canvas.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    margin = canvas.viewport().geometry().topLeft()
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.zoom > 3
    moved = canvas.viewport().geometry().topLeft() - margin
    after = canvas.mapToScene(place - moved)
    assert (after - before).manhattanLength() < 4
    canvas.set_zoom(99)
    assert canvas.zoom == 4.0
    canvas.set_zoom(0)
    assert canvas.zoom == 0.25


def test_space_pans(canvas):
    canvas.set_zoom(2)
    before = canvas.horizontalScrollBar().value()
    QTest.keyPress(canvas.editor, Key.Key_Space)
    drag(canvas, QPoint(200, 200), QPoint(300, 250))
    QTest.keyRelease(canvas.editor, Key.Key_Space)
    assert canvas.horizontalScrollBar().value() == before - 100
    assert canvas.map.selection.cell is None
    drag(canvas, QPoint(300, 200), QPoint(200, 150))
    assert canvas.horizontalScrollBar().value() == before - 100


def test_text_and_place_of_what_is_selected_are_spoken(canvas, made):
    canvas.select_cards(made.cards[1:2])
    assert spoken(canvas.map, made.persona)[1] == "pain_points, step 1 Step 1, 2 of 2"
    assert canvas.editor.accessibleName().startswith("Card 0 1")
    canvas.map.selection.set((), made.pain[2])
    assert canvas.editor.accessibleName() == "Empty cell"
    canvas.map.selection.set((), made.emotion[1])
    assert canvas.editor.accessibleName() == "Couple: −1.0"


def test_head_and_names_stay_in_view(canvas):
    canvas.set_zoom(3)
    canvas.scroll_by(200, 300)
    assert canvas.head.offset > 0
    assert canvas.lanes.offset > 0
    first = canvas.map.laid.columns[-1]
    x = canvas.head.place_of(canvas.head.part_at(QPointF(10, canvas.head.height() - 20))).x()
    assert x <= 10
    assert first.x > 0
