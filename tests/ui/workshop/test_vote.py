"""Dot voting: counted by keys and clicks, hidden until revealed, then ranked."""

from PySide6.QtCore import Qt
from room_hands import at_card, click, press

from cxstudio.model import Card
from cxstudio.ui.workshop.ink import dot_step
from cxstudio.ui.workshop.paint_ending import ranks
from cxstudio.ui.workshop.summary import added

Key = Qt.Key


def votes(workspace, *cards: int) -> list[int]:
    return [workspace.file.one(Card, card).votes for card in cards]


def test_votes_are_given_by_enter_numbers_and_clicks(projector, workspace, made):
    press(projector, Key.Key_PageDown, Key.Key_F7)
    press(projector, Key.Key_Return)
    press(projector, Key.Key_Down, Key.Key_2)
    click(projector, at_card(projector, made.cards[4]))
    assert votes(workspace, *made.cards[2:5]) == [1, 2, 1]
    click(projector, at_card(projector, made.cards[4]), Qt.MouseButton.RightButton)
    press(projector, Key.Key_Left, Key.Key_Up, Key.Key_Backspace)
    assert votes(workspace, made.cards[4]) == [0]
    assert sum(votes(workspace, *made.cards)) == 2


def test_no_more_votes_than_there_are(projector, workspace, made):
    press(projector, Key.Key_F7, Key.Key_9)
    assert votes(workspace, made.cards[0]) == [4]  # two people with two votes each
    press(projector, Key.Key_Return)
    assert votes(workspace, made.cards[0]) == [4]
    assert "All votes are given." in projector.texts()


def test_votes_are_hidden_until_revealed_and_then_ranked(projector, workspace, made):
    press(projector, Key.Key_F7, Key.Key_Return, Key.Key_Down, Key.Key_3)
    hidden = projector.texts()
    assert hidden.count("3") == 0 and "0" in hidden  # only how many are left
    press(projector, Key.Key_F7)
    shown = projector.texts()
    assert "What the votes say" in shown
    assert shown.index("Pain 0.1") < shown.index("Pain 0.0")
    press(projector, Key.Key_Return)
    assert "3" in projector.texts() and "What the votes say" not in projector.texts()
    press(projector, Key.Key_F7)
    assert votes(workspace, *made.cards[:2]) == [1, 3]
    assert projector.session.voting == ""


def test_a_new_round_begins_without_votes_and_can_be_undone(projector, workspace, made):
    press(projector, Key.Key_F7, Key.Key_2, Key.Key_F7, Key.Key_F7, Key.Key_F7)
    assert votes(workspace, made.cards[0]) == [0]
    press(projector, Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert votes(workspace, made.cards[0]) == [2]


def test_p_parks_while_dots_are_given(projector, workspace):
    press(projector, Key.Key_F7, Key.Key_P)
    assert projector.session.parking
    assert projector.capture.hasFocus()


def test_people_and_votes_are_set_on_the_bar(projector):
    press(projector, Key.Key_F9)
    assert "2 people" in projector.texts()
    projector.bar.people.changed.emit(6)
    projector.bar.votes_each.changed.emit(3)
    assert "6 people" in projector.texts() and "3 votes each" in projector.texts()
    assert projector.session.votes_left == 18
    press(projector, Key.Key_Escape)
    assert not projector.bar.isVisible()


def test_the_places_are_shared_by_as_many_votes(projector, workspace, made):
    press(projector, Key.Key_F7, Key.Key_2, Key.Key_Down, Key.Key_2)
    session = projector.session
    ranked = added(workspace, session.board, session.id, session.before).ranked
    assert ranks(ranked) == [1, 1]


def test_a_notice_goes_with_the_next_thing_that_happens(projector, workspace, made):
    """Also when that was done on the laptop, and not by a key."""
    press(projector, Key.Key_F7, Key.Key_9, Key.Key_Return)
    assert "All votes are given." in projector.texts()
    projector.session.reveal()
    assert "All votes are given." not in projector.texts()


def test_dots_stand_nearer_where_many_were_given():
    assert dot_step(5, 270) == 30
    assert dot_step(24, 270) == 270 / 24
    assert dot_step(0, 270) == 30
