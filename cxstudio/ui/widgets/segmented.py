"""A few choices side by side, one of them in force: EN | 日本語, Notes | Excerpts | Details."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from cxstudio.ui import theme

ICON, GAP = 16, 4


class _Segment(QPushButton):
    """A button that the arrow keys leave to the group."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class Segmented(QFrame):
    """One choice out of a few.

    Args:
        options: key and translated text of each choice.
        name: accessible name of the whole.

    ``chosen`` carries the key when the user chooses, not when the program does.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str = "",
        icons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "group")
        self.setAccessibleName(name)
        self._name = name
        self._words: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icons = list(icons)
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(0)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other choices; the one in force stays when its key is still there."""
        before = self.key()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._keys = [key for key, _ in options]
        self._words = [text for _, text in options]
        for number, (_, text) in enumerate(options):
            self._add(number, text)
        self.choose(before if before in self._keys else (self._keys[0] if self._keys else ""))

    def _add(self, number: int, text: str) -> None:
        button = _Segment(text, self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("focusRadius", 6)
        bare = self._name and not any(letter.isalpha() for letter in text)
        button.setAccessibleName(f"{self._name}: {text}" if bare else text)  # "4" alone says little
        if number < len(self._icons):
            button.setIcon(theme.icon(self._icons[number], "text_2", checked="accent"))
            self._size_icon(button, bare=False)
        self._group.addButton(button, number)
        self._row.addWidget(button, 1)

    def fold(self, folded: bool) -> None:
        """Leave the icons alone where there is little room; the words become tooltips."""
        for number, button in enumerate(self._group.buttons()):
            words = self._words[number]
            bare = folded and number < len(self._icons)
            button.setText("" if bare else words)
            button.setToolTip(words if bare else "")
            if number < len(self._icons):
                self._size_icon(button, bare)

    def _size_icon(self, button: QAbstractButton, bare: bool) -> None:
        """An icon beside words leaves the room before them that it has on other buttons."""
        button.setIconSize(QSize(ICON if bare else ICON + GAP, ICON))

    def width_of(self, folded: bool) -> int:
        """The pixels it takes with its words, or folded."""
        wide = self.sizeHint().width()
        for number, button in enumerate(self._group.buttons()):
            bare = folded and number < len(self._icons)
            wanted = "" if bare else self._words[number]
            wide += _advance(button, wanted) - _advance(button, button.text())
            if number < len(self._icons):
                wide += (ICON if bare else ICON + GAP) - button.iconSize().width()
        return wide

    def key(self) -> str:
        """The key of the choice in force, empty when there is none."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def choose(self, key: str) -> None:
        """Puts a choice in force without a signal; an unknown key changes nothing."""
        if key in self._keys:
            number = self._keys.index(key)
            self._group.button(number).setChecked(True)
            self._one_tab_stop(number)

    def _one_tab_stop(self, number: int) -> None:
        for button in self._group.buttons():
            here = self._group.id(button) == number
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, number: int) -> None:
        self._one_tab_stop(number)
        self.chosen.emit(self._keys[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._keys:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._keys)
        button = self._group.button(number)
        button.click()
        button.setFocus(Qt.FocusReason.TabFocusReason)


def _advance(button: QAbstractButton, text: str) -> int:
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width() if text else 0
