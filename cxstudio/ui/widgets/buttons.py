"""Buttons by their weight in the view: one filled button a view, the rest outline or quiet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from cxstudio.ui import theme
from cxstudio.ui.widgets.surfaces import restyle

_TONES = {
    "filled": "on_accent",
    "outline": "text_2",
    "quiet": "text_2",
    "danger": "error",
    "link": "accent",
}
_GAP = 4


def _button(kind: str, text: str, icon: str, small: bool, parent: QWidget | None) -> QPushButton:
    made = QPushButton(text, parent)
    made.setAccessibleName(text)
    _dress(made, kind, icon, small)
    return made


def _dress(made: QPushButton, kind: str, icon: str, small: bool) -> None:
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon:
        side = 14 if small or kind == "link" else 16
        made.setIcon(theme.icon(icon, _TONES[kind]))
        made.setIconSize(QSize(side + _GAP, side))


class FoldingButton(QPushButton):
    """A small button that shows its icon alone where there is no room for its words."""

    def __init__(self, kind: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._folded = "", False
        _dress(self, kind, icon, small=True)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """What it says: on it, or as its tooltip; always to a screen reader."""
        self._words = text
        self.setAccessibleName(text)
        self._show_words()

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the words too."""
        if folded == self._folded:
            return
        self._folded = folded
        self.setProperty("iconOnly", folded)
        side = self.iconSize().height()
        self.setIconSize(QSize(side + (0 if folded else _GAP), side))
        restyle(self)
        self._show_words()

    def _show_words(self) -> None:
        self.setText("" if self._folded else self._words)
        self.setToolTip(self._words if self._folded else "")
        self.updateGeometry()


def filled(
    text: str, icon: str = "", small: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """The one thing to press first."""
    return _button("filled", text, icon, small, parent)


def outline(
    text: str, icon: str = "", small: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """An ordinary action."""
    return _button("outline", text, icon, small, parent)


def quiet(
    text: str, icon: str = "", small: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """An action without a frame, for "Not now"."""
    return _button("quiet", text, icon, small, parent)


def danger(
    text: str, icon: str = "", small: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """An action that takes something away and says so."""
    return _button("danger", text, icon, small, parent)


def link(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """An action that reads as a link."""
    return _button("link", text, icon, False, parent)


def icon_button(
    icon: str,
    tooltip: str,
    checkable: bool = False,
    small: bool = False,
    parent: QWidget | None = None,
) -> QToolButton:
    """A quiet button with an icon alone; the tooltip is its accessible name."""
    made = QToolButton(parent)
    made.setProperty("kind", "quiet")
    made.setProperty("iconOnly", True)
    made.setProperty("small", small)
    made.setIcon(theme.icon(icon, "text_2", checked="accent"))
    made.setIconSize(QSize(16, 16))
    made.setToolTip(tooltip)
    made.setAccessibleName(tooltip)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
