"""Quick capture: the line says where a note lands, and each note is in the file at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from room_hands import CTRL, SHIFT, compose, press, write

from cxstudio import i18n
from cxstudio.model import Card, ParkedNote

Key = Qt.Key


def texts_in(workspace, step: int, lane: int) -> list[str]:
    return [
        card.text for card in workspace.file.all(Card, Card.step_id == step, Card.lane_id == lane)
    ]


def test_enter_adds_again_and_again_and_tab_changes_the_lane(projector, workspace, made):
    press(projector, Key.Key_PageDown)
    assert "2 Step 2 · pain_points" in projector.texts()
    write(projector, "Two stops")
    write(projector, "No shelter")
    press(projector, Key.Key_Tab)
    assert "2 Step 2 · opportunities" in projector.texts()
    write(projector, "One stop")
    press(projector, Key.Key_Tab, Key.Key_Backtab)
    assert projector.session.place.lane == made.lanes[3]
    pains = texts_in(workspace, made.steps[1], made.lanes[2])
    assert pains == ["Pain 1.0", "Pain 1.1", "Two stops", "No shelter"]
    assert texts_in(workspace, made.steps[1], made.lanes[3]) == ["One stop"]
    assert "One stop" in projector.texts()
    assert projector.capture.text() == ""


def test_control_characters_are_left_out(projector, workspace, made):
    projector.session.capture("Two\x07 stops\x00")
    assert "Two stops" in [card.text for card in workspace.file.all(Card)]


def test_enter_on_an_empty_line_adds_nothing(projector, workspace):
    before = workspace.file.count(Card)
    write(projector, "   ")
    press(projector, Key.Key_Return)
    assert workspace.file.count(Card) == before


def test_japanese_is_not_cut_short_by_the_keys_of_the_map(projector, workspace, made):
    i18n.use("ja")
    compose(projector, ["の", "のり", "乗り場"], "乗り場が二か所")
    assert projector.capture.text() == "乗り場が二か所"
    press(projector, Key.Key_Return)
    assert "乗り場が二か所" in texts_in(workspace, made.steps[0], made.lanes[2])
    compose(projector, [], "")
    assert not projector.capture.composing()


def test_while_a_word_is_composed_enter_and_tab_belong_to_the_input_method(
    projector, workspace, made
):
    before = workspace.file.count(Card)
    QApplication.sendEvent(projector.capture, QInputMethodEvent("のりば", []))
    press(projector, Key.Key_Tab, Key.Key_Return, Key.Key_Down)
    assert projector.session.place.lane == made.lanes[2]
    assert workspace.file.count(Card) == before


def test_undo_takes_back_what_was_captured_but_not_the_workshop(projector, workspace, made):
    write(projector, "A slip")
    press(projector, Key.Key_Z, held=CTRL)
    assert "A slip" not in texts_in(workspace, made.steps[0], made.lanes[2])
    press(projector, Key.Key_Z, Key.Key_Z, Key.Key_Z, held=CTRL)
    assert projector.session.workshop.started_at is not None
    press(projector, Key.Key_Z, held=CTRL | SHIFT)
    assert "A slip" in texts_in(workspace, made.steps[0], made.lanes[2])


def test_a_line_is_parked(projector, workspace):
    before = workspace.file.count(Card)
    press(projector, Key.Key_P, held=CTRL)
    assert "Parking lot" in projector.texts()
    write(projector, "Who pays for the shelter?")
    write(projector, "No shelter")
    notes = workspace.file.all(ParkedNote)
    assert [note.text for note in notes] == ["Who pays for the shelter?"]
    assert notes[0].workshop_id == projector.session.id
    assert workspace.file.count(Card) == before + 1


def test_the_letter_p_is_a_letter_while_the_line_has_the_keyboard(projector, workspace):
    write(projector, "Parking is dear")
    assert workspace.file.count(ParkedNote) == 0
    assert "Parking is dear" in projector.texts()


def test_a_very_long_line_stays_on_the_screen(projector, workspace, made):
    with workspace.change("Long") as change:
        change.get(Card, made.cards[0]).text = "bus " * 2500
    for placed in projector.walk.scene.cards:
        assert placed.rect.bottom() <= 908


def test_escape_clears_the_line_before_it_asks_to_leave(projector):
    QTest.keyClicks(projector.capture, "never mind")
    press(projector, Key.Key_Escape)
    assert projector.capture.text() == "" and projector.question is None
    press(projector, Key.Key_Escape)
    assert "End the workshop?" in projector.texts()
    press(projector, Key.Key_Escape)
    assert projector.question is None and projector.isVisible()
