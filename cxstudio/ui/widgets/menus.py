"""Menus and drop-down lists with rounded corners."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QMenu, QWidget

_POPUP = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint


def menu(parent: QWidget | None = None) -> QMenu:
    """An empty menu in the program's look."""
    made = QMenu(parent)
    made.setWindowFlags(made.windowFlags() | _POPUP)
    made.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return made


class Choice(QComboBox):
    """A drop-down list; the wheel changes it only when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        view = QListView(self)
        self.setView(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        popup = view.window() if view.window() is not self.window() else view.parentWidget()
        popup.setWindowFlags(Qt.WindowType.Popup | _POPUP)
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
