"""Keys, an input method and the mouse, as a room has them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier

SECRET = "The director sells the line"
WHISPERED = "Drivers are told to skip the stop"


def press(projector, *keys: Qt.Key, held=NONE) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        target = projector.focusWidget() or projector
        QTest.keyClick(target if target.hasFocus() else projector, key, held)
        QApplication.processEvents()


def write(projector, text: str) -> None:
    """Type a line and press Enter."""
    QTest.keyClicks(projector.capture, text)
    press(projector, Qt.Key.Key_Return)


def compose(projector, steps: list[str], commit: str) -> None:
    """Type with an input method: pre-edit texts one after another, then what it gives."""
    for text in steps:
        QApplication.sendEvent(projector.capture, QInputMethodEvent(text, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(projector.capture, event)


def at_card(projector, card: int) -> QPoint:
    """The middle of a card on the screen."""
    placed = next(p for p in projector.walk.scene.cards if p.note.id == card)
    return (placed.rect.center() * projector.scale).toPoint()


def click(projector, place: QPoint, button=Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(projector, button, NONE, place)
    QApplication.processEvents()
