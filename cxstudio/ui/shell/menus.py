"""QActions built from the table of actions, and the texts the palette finds them by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.actions import ACTIONS, MENUS, ActionEntry


def build(owner: QWidget) -> dict[str, QAction]:
    """One QAction for each entry, connected to the owner's method of that name."""
    return {entry.key: _action(owner, entry) for entry in ACTIONS}


def _action(owner: QWidget, entry: ActionEntry) -> QAction:
    action = QAction(_(entry.title), owner)
    if entry.shortcut:
        action.setShortcut(QKeySequence(entry.shortcut))
    action.triggered.connect(getattr(owner, entry.method))
    owner.addAction(action)
    return action


def enable(actions: dict[str, QAction], *, open_file: bool, writable: bool) -> None:
    """Switch off what needs a file when there is none, and what writes when it is read-only."""
    for entry in ACTIONS:
        needs = not entry.needs_file or open_file
        actions[entry.key].setEnabled(needs and (writable or not entry.writes))


def main_menu(parent: QWidget, actions: dict[str, QAction]) -> widgets.Menu:
    """The menu of the whole program, a submenu for each part of the table."""
    menu = widgets.menu(parent)
    menu.setMinimumWidth(theme.px(200))
    for key, title in MENUS.items():
        part = menu.add_submenu(_(title))
        for entry in ACTIONS:
            if entry.menu == key:
                part.addAction(actions[entry.key])
    return menu


def palette_entries(
    actions: dict[str, QAction],
) -> list[tuple[str, str, str, str, Callable[[], None]]]:
    """(icon, title, shortcut, other words, run) of every action that can be run now."""
    return [
        (
            entry.icon,
            _(entry.title),
            _shown(entry.shortcut),
            entry.words,
            actions[entry.key].trigger,
        )
        for entry in ACTIONS
        if actions[entry.key].isEnabled() and entry.key != "palette"
    ]


def _shown(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
