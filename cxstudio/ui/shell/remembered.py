"""Window places, splitters and sizes, kept between runs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

from cxstudio.ui.settings import Settings

RESTORED = "restored"


class Remembered:
    """Saves and restores the geometry of the window and of every named splitter."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings

    def restore_window(self) -> None:
        state = self._settings.state("window")
        if state.isEmpty() or not self._window.restoreGeometry(state):
            screen = self._window.screen().availableGeometry().size()
            self._window.resize(QSize(1600, 1000).boundedTo(screen))

    def save_window(self) -> None:
        self._settings.set_state("window", self._window.saveGeometry())
        self.save_panes()

    def save_panes(self) -> None:
        for splitter in self._splitters():
            self._settings.set_state(f"panes/{splitter.objectName()}", splitter.saveState())

    def restore_panes(self, _page: str = "") -> None:
        """Bring each splitter to where it was, once: afterwards it is the user's to move."""
        for splitter in self._splitters():
            state: QByteArray = self._settings.state(f"panes/{splitter.objectName()}")
            if not splitter.property(RESTORED) and not state.isEmpty():
                splitter.restoreState(state)
            splitter.setProperty(RESTORED, True)

    def _splitters(self) -> list[QSplitter]:
        found = self._window.findChildren(QSplitter)
        return [splitter for splitter in found if splitter.objectName()]
