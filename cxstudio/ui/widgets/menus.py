"""Menus with rounded corners."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.drawing import tokens
from cxstudio.ui import theme

POPUP = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
_SIZED = (QEvent.Type.Resize, QEvent.Type.Show)


class _RoundCorners(QObject):
    """Cuts a popup's corners off also where the screen cannot show through a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIZED and isinstance(watched, QWidget):
            radius = theme.px(tokens.radius("menu"))
            path = QPainterPath()
            path.addRoundedRect(QRectF(watched.rect()), radius, radius)
            watched.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return False


def rounded(popup: QWidget) -> None:
    """Give a popup the corners of a menu."""
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    popup.installEventFilter(_RoundCorners(popup))


class Menu(QMenu):
    """A menu in the program's look; its submenus too."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setWindowFlags(self.windowFlags() | POPUP)
        rounded(self)

    def add_submenu(self, title: str) -> "Menu":
        """A menu that opens from a line of this one."""
        made = Menu(title, self)
        self.addMenu(made)
        return made


def menu(parent: QWidget | None = None) -> Menu:
    """An empty menu."""
    return Menu(parent=parent)
