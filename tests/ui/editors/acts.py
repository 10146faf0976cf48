"""What the tests of the pages do with them."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio import i18n
from cxstudio.ui import theme
from cxstudio.ui.workspace import MIME


def wear(language: str, name: str) -> None:
    """Switch the interface to a language and a theme."""
    i18n.use(language)
    theme.use_language(language)  # type: ignore[arg-type]
    theme.use(name)  # type: ignore[arg-type]


def drop(target: QWidget, kind: str, id: int, at: QPointF | None = None) -> bool:
    """Drop a record on a widget with real events; tells whether it was taken."""
    data = QMimeData()
    data.setData(MIME, QByteArray(f"{kind}:{id}".encode()))
    place = at or QPointF(target.rect().center())
    actions = Qt.DropAction.LinkAction | Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), actions, data, button, keys)
    QApplication.sendEvent(target, enter)
    event = QDropEvent(place, actions, data, button, keys)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def look_at(page: QWidget) -> None:
    """Show a page, paint it, and put it away."""
    page.resize(1072, 800)
    page.show()
    assert not page.grab().isNull()
    page.close()
    page.setParent(None)
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
