"""The line in which a theme is named; it completes the themes there are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from cxstudio.i18n import _
from cxstudio.ui import theme


class ThemeLine(QLineEdit):
    """`named` with what was entered, which may be nothing, and `left` on Escape."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        self.setProperty("small", True)
        self.setPlaceholderText(_("Theme"))
        self.setAccessibleName(_("Add a theme"))
        self.setFixedWidth(theme.px(180))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.returnPressed.connect(self._on_return)

    def offer(self, names: Iterable[str]) -> None:
        """The names that are completed."""
        self._names.setStringList(list(names))

    def _on_return(self) -> None:
        name = self.text().strip()
        QTimer.singleShot(0, self.clear)  # after a completion has been put into the line
        self.named.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
