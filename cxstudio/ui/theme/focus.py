"""The focus ring: 2 px accent with a gap of 2 px around the control that has keyboard focus."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from cxstudio.ui.theme import state

_WATCHED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}
_RADIUS = 8


class FocusRing(QWidget):
    """Lies over the window of the focused control; shown after Tab or a shortcut, not a click.

    A widget that paints its own focus sets the property ``ownFocus``; one with another corner
    than a control sets ``focusRadius`` in pixels; one that takes the keys for another widget
    names that one as ``focusOf``.
    """

    _active: ClassVar["FocusRing | None"] = None

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._chain: list[QWidget] = []
        self.hide()

    @classmethod
    def follow(cls, app: QApplication) -> None:
        """Starts to follow the keyboard focus of the application; a second call does nothing."""
        if not app.property("focusRing"):
            app.setProperty("focusRing", True)
            app.focusChanged.connect(_moved)

    def attach(self, target: QWidget | None) -> None:
        """Moves the ring to a control, or hides it."""
        for widget in filter(isValid, self._chain):
            widget.removeEventFilter(self)
        self._chain = []
        self._target = target
        if target is None:
            self.hide()
            return
        place: QWidget | None = target
        while place is not None and place is not target.window():
            self._chain.append(place)
            place = place.parentWidget()
        for widget in self._chain:
            widget.installEventFilter(self)
        self.setParent(target.window())
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        gap = self._gap() * 2
        area = QRect(target.mapTo(target.window(), QPoint(0, 0)), target.size())
        self.setGeometry(area.adjusted(-gap, -gap, gap, gap) & self._visible_area(target))
        self._whole = area.adjusted(-gap, -gap, gap, gap).translated(-self.pos())
        self.show()
        self.raise_()
        self.update()

    def _visible_area(self, target: QWidget) -> QRect:
        """The window, less what scrolling areas around the target cut off."""
        window = target.window()
        area = window.rect()
        for widget in filter(isValid, self._chain):
            if isinstance(widget, QScrollArea):
                port = widget.viewport()
                area &= QRect(port.mapTo(window, QPoint(0, 0)), port.size())
        return area

    def _gap(self) -> int:
        return 4 if state.current() == "projector" else 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._target is None or not isValid(self._target):
            return
        width = self._gap()
        half = width / 2
        given = self._target.property("focusRadius")
        radius = float(given if given is not None else state.px(_RADIUS)) + width + half
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(state.colour("accent"), width))
        inner = QRectF(self._whole).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, radius, radius)


def _moved(_old: QWidget | None, now: QWidget | None) -> None:
    ring = FocusRing._active if isValid(FocusRing._active) else None
    if now is not None:
        now = now.property("focusOf") or now
    wanted = now if now is not None and _deserves(now) else None
    if ring is None and wanted is None:
        return
    if ring is None:
        ring = FocusRing._active = FocusRing()
    ring.attach(wanted)


def _deserves(widget: QWidget) -> bool:
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    own = _has_rows_with_rings(widget) or bool(widget.property("ownFocus"))
    return by_keyboard and not own and not widget.isWindow()


def _has_rows_with_rings(widget: QWidget) -> bool:
    """Lists and trees with a look of their own draw the current row's, when there is a row; a
    table draws its own line when it has one."""
    if isinstance(widget, QTableView):
        return bool(widget.property("rounded"))
    if not isinstance(widget, QAbstractItemView) or widget.model() is None:
        return False
    plain = type(widget.itemDelegate()) is QStyledItemDelegate
    return not plain and widget.model().rowCount() > 0
