"""Bringing cards into line: by keys, each one undo step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import Card

ALT = Qt.KeyboardModifier.AltModifier


def texts(canvas, step, lane):
    return [canvas.document.text_of(id) for id in canvas.document.cards_in(Cell(step, lane))]


def press(canvas, key, *cards):
    canvas.select_cards(cards)
    canvas.setFocus()
    QTest.keyClick(canvas.editor, key, ALT)


def test_to_the_top_and_bottom_of_their_cells(canvas, made):
    pains, (first, second, _third) = made.lanes[2], made.steps
    press(canvas, Qt.Key.Key_Home, made.cards[1], made.cards[3])
    assert texts(canvas, first, pains) == ["Card 0 1", "Card 0 0"]
    assert texts(canvas, second, pains) == ["Card 1 1", "Card 1 0"]
    tops = {canvas.map.card_rect(made.cards[n]).top() for n in (1, 3)}
    assert len(tops) == 1
    assert set(canvas.map.selection.cards) == {made.cards[1], made.cards[3]}
    press(canvas, Qt.Key.Key_End, made.cards[1])
    assert texts(canvas, first, pains) == ["Card 0 0", "Card 0 1"]
    canvas.workspace.undo()
    canvas.workspace.undo()
    assert texts(canvas, second, pains) == ["Card 1 0", "Card 1 1"]


def test_into_the_step_of_the_card_that_was_selected_last(canvas, made):
    press(canvas, Qt.Key.Key_S, made.cards[0], made.cards[1], made.cards[3])
    pains, (first, second, _third) = made.lanes[2], made.steps
    assert texts(canvas, first, pains) == []
    assert texts(canvas, second, pains) == ["Card 1 0", "Card 1 1", "Card 0 0", "Card 0 1"]
    canvas.workspace.undo()
    assert texts(canvas, first, pains) == ["Card 0 0", "Card 0 1"]


def test_into_the_lane_of_the_card_that_was_selected_last(canvas, made):
    actions, pains, (first, second, _third) = made.lanes[0], made.lanes[2], made.steps
    other = canvas.document.add_card(Cell(second, actions), "Waits")
    press(canvas, Qt.Key.Key_L, made.cards[0], made.cards[3], other)
    assert texts(canvas, first, actions) == ["Card 0 0"]
    assert texts(canvas, second, actions) == ["Waits", "Card 1 1"]
    assert texts(canvas, second, pains) == ["Card 1 0"]


def test_what_is_in_line_already_makes_no_undo_step(canvas, made):
    before = canvas.workspace.file.history(1)
    press(canvas, Qt.Key.Key_Home, made.cards[0], made.cards[2])
    assert canvas.workspace.file.history(1) == before


def test_one_card_has_nothing_to_follow(canvas, made):
    said = []
    canvas.workspace.said.connect(lambda text, *_: said.append(text))
    press(canvas, Qt.Key.Key_S, made.cards[0])
    assert said == ["Select the cards to bring into line, last the one to follow."]
    assert canvas.workspace.file.one(Card, made.cards[0]).step_id == made.steps[0]
