"""What each key does on the projector, as data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _

Key = Qt.Key

ALWAYS: dict[Qt.Key, str] = {
    Key.Key_PageDown: "next_stage",
    Key.Key_PageUp: "previous_stage",
    Key.Key_Tab: "next_lane",
    Key.Key_Backtab: "previous_lane",
    Key.Key_Escape: "step_back",
    Key.Key_F5: "stay",
    Key.Key_F6: "change_light",
    Key.Key_F7: "next_voting",
    Key.Key_F8: "toggle_timer",
    Key.Key_F9: "toggle_bar",
    Key.Key_Up: "up",
    Key.Key_Down: "down",
}
"""Keys that walk and command, also while the line has the keyboard."""

EMPTY: dict[Qt.Key, str] = {
    Key.Key_Left: "left",
    Key.Key_Right: "right",
    Key.Key_Return: "enter",
    Key.Key_Enter: "enter",
}
"""Keys that the line needs for itself as soon as there is text in it, save Enter."""

VOTING: dict[Qt.Key, str] = {
    Key.Key_Space: "enter",
    Key.Key_Backspace: "take_vote",
    Key.Key_Delete: "take_vote",
    Key.Key_Minus: "take_vote",
    Key.Key_P: "park",
}
"""Keys while the map has the keyboard, so while dots are given."""


def command(event: QKeyEvent, *, typing: bool, text: str) -> str:
    """The name of what a key asks for, empty when it is the line's own.

    `typing` says that the line has the keyboard, `text` what is in it.
    """
    key = Key(event.key())
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if held:
        return "park" if key == Key.Key_P else ""
    if key in ALWAYS:
        return ALWAYS[key]
    if key in (Key.Key_Return, Key.Key_Enter) or (key in EMPTY and not (typing and text)):
        return EMPTY[key]
    return "" if typing else VOTING.get(key, "")


def digit(event: QKeyEvent) -> int:
    """The number on a key, 0 for every other key."""
    text = event.text()
    return int(text) if text in tuple("123456789") else 0


def add_undo(window: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
    """The keys of undo and redo, for a window that has no menus."""
    standard = QKeySequence.StandardKey
    for keys, act in ((standard.Undo, undo), (standard.Redo, redo)):
        action = QAction(window)
        action.setShortcuts(keys)
        action.triggered.connect(act)
        window.addAction(action)


def keys_help() -> str:
    """The keys of a workshop in a few lines."""
    return _(
        "Page Up and Page Down walk the stages, arrows the steps and lanes, Tab the lane. "
        "Ctrl+P parks the next line. F6 light, F7 vote, F8 timer, F9 controls, Escape leaves."
    )
