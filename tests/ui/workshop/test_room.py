"""What the room may not see, and the timer that it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from room_hands import SECRET, WHISPERED, press

from cxstudio.model import Card
from cxstudio.ui import theme

Key = Qt.Key


def everything(projector) -> str:
    """Every text of every stage and lane, in each view there is."""
    said: list[str] = []
    for _stage in range(3):
        for _step in range(3):
            for _lane in range(4):
                said += projector.texts()
                press(projector, Key.Key_Tab)
            press(projector, Key.Key_Right)
    press(projector, Key.Key_F7, Key.Key_F7)
    said += projector.texts()
    projector.end()
    return "\n".join([*said, *projector.texts()])


def test_nothing_confidential_no_code_and_no_name_is_shown(projector, made, workspace):
    said = everything(projector)
    assert "Pain 0.0" in said
    assert SECRET not in said and WHISPERED not in said
    assert "Sato" not in said and "E-001" not in said and "J-01" not in said
    assert "S-01 said: too late" in said


def test_what_becomes_confidential_goes_from_the_wall_and_from_the_summary(
    projector, made, workspace
):
    assert "Pain 0.0" in projector.texts()
    with workspace.change("Mark") as change:
        change.get(Card, made.cards[0]).confidential = True
    assert "Pain 0.0" not in projector.texts()


def test_the_window_is_black_whatever_the_theme_is(projector):
    theme.use("light")
    image = projector.grab().toImage()
    assert image.pixelColor(4, image.height() // 2).lightness() < 40
    assert image.pixelColor(4, image.height() - 4).lightness() < 40


def test_the_timer_warns_in_the_last_minute_and_its_end_is_seen_and_heard(
    projector, qtbot, monkeypatch
):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    clock, timer = projector.clock, projector.countdown
    assert "10:00" in projector.texts()
    press(projector, Key.Key_F8)
    clock.now = 96.0
    timer.tick()
    assert "08:24" in projector.texts() and not timer.warning
    press(projector, Key.Key_F8)
    clock.now = 500.0
    assert "08:24" in projector.texts()  # paused
    press(projector, Key.Key_F8)
    clock.now += 504 - 59
    timer.tick()
    assert timer.warning and "00:59" in projector.texts()
    clock.now += 60
    with qtbot.waitSignal(timer.ended):
        timer.tick()
    assert heard == ["beep"] and "Time is up" in projector.texts()
    press(projector, Key.Key_F8)
    assert "10:00" in projector.texts()
