"""A line of text with the usual words on offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.fields import LineField


class SuggestField(LineField):
    """Free text; the button at its end (Alt+Down) offers what `words()` gives."""

    def __init__(self, words: Callable[[], Sequence[str]], placeholder: str = "") -> None:
        super().__init__(placeholder)
        self.setMaximumWidth(theme.px(360))
        self._words = words
        offer = QAction(theme.icon("chevron-down", "text_3"), _("Usual words"), self)
        offer.setShortcut("Alt+Down")
        offer.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        offer.triggered.connect(self._offer)
        self.addAction(offer, QLineEdit.ActionPosition.TrailingPosition)

    def _offer(self) -> None:
        menu = widgets.menu(self)
        for word in self._words():
            menu.addAction(word)
        chosen = menu.exec(self.mapToGlobal(QPoint(0, self.height() + 4)))
        if chosen is not None:
            self.take(chosen.text())

    def take(self, word: str) -> None:
        """Write one of the words, as if it had been typed."""
        self.setText(word)
        self.edited.emit()
        self.left.emit()
