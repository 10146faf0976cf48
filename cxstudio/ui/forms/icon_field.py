"""A field that holds the name of an icon, chosen from a small board."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QToolButton, QWidget

from cxstudio.i18n import N_, _
from cxstudio.ui import theme, widgets

COLUMNS = 8

PLACES: dict[str, str] = {
    "globe": N_("Website"),
    "smartphone": N_("App or mobile phone"),
    "laptop": N_("Computer"),
    "phone": N_("Telephone"),
    "headset": N_("Call centre"),
    "mail": N_("E-mail or letter"),
    "message-circle": N_("Chat"),
    "bot": N_("Automatic answers"),
    "camera": N_("Social media"),
    "megaphone": N_("Advertising"),
    "store": N_("Shop"),
    "info": N_("Counter"),
    "building-2": N_("Office"),
    "landmark": N_("Sight or museum"),
    "ticket": N_("Ticket"),
    "qr-code": N_("QR code"),
    "signpost": N_("Sign"),
    "map": N_("Map or guidebook"),
    "book-open": N_("Print"),
    "train-front": N_("Railway"),
    "bus": N_("Bus"),
    "car": N_("Car"),
    "car-taxi-front": N_("Taxi"),
    "plane": N_("Aeroplane"),
    "ship": N_("Ship"),
    "bike": N_("Bicycle"),
    "bed": N_("Place to stay"),
    "utensils": N_("Restaurant"),
    "coffee": N_("Café"),
    "shopping-bag": N_("Purchase"),
    "credit-card": N_("Payment"),
    "package": N_("Delivery"),
    "handshake": N_("Sales visit"),
    "users": N_("Event"),
    "hospital": N_("Care"),
    "school": N_("School"),
    "clipboard-list": N_("Form or survey"),
    "waypoints": N_("Other"),
}
"""Icons for channels and touchpoints, with the words that say what they stand for."""


class IconField(QWidget):
    """Shows the icon on a pale square with its words; a click, Enter or Space opens the board.

    With `inherit` the field may be empty and then says so in these words.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, icons: Mapping[str, str] = PLACES, inherit: str = "") -> None:
        super().__init__()
        self._icons, self._inherit, self._name = icons, inherit, ""
        self._shown_when_empty = "waypoints"
        self.board: IconBoard | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_when_empty(self, icon: str) -> None:
        """The icon that stands in while none is chosen."""
        self._shown_when_empty = icon or "waypoints"
        self.update()

    # -- the field's protocol ------------------------------------------------------------

    def value(self) -> str:
        return self._name

    def set_value(self, value: object) -> None:
        self._name = str(value or "")
        self.setAccessibleDescription(self.words())
        self.update()

    def composing(self) -> bool:
        return False

    def fault(self) -> str:
        return ""

    # -- painting --------------------------------------------------------------------------

    def words(self) -> str:
        """What the icon stands for."""
        if not self._name:
            return self._inherit
        return _(self._icons[self._name]) if self._name in self._icons else self._name

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height()
        paint_icon_square(painter, QRect(0, 0, high, high), self._name or self._shown_when_empty)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if self._name else "text_3"))
        room = self.rect().adjusted(high + theme.px(10), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words())

    # -- choosing --------------------------------------------------------------------------

    def open_board(self) -> None:
        """Show the board below the field."""
        self.board = IconBoard(self._icons, self._name, self._inherit, self)
        self.board.chosen.connect(self.choose)
        self.board.open_below(self)

    def choose(self, name: str) -> None:
        """Take an icon as if the user had pressed it."""
        self.set_value(name)
        self.edited.emit()
        self.left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.open_board()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_board()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class IconBoard(QFrame):
    """Icons in rows: arrow keys walk, Enter takes, Escape closes."""

    chosen = Signal(str)

    def __init__(self, icons: Mapping[str, str], now: str, inherit: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "plain")
        self.setAccessibleName(_("Choose an icon"))
        self.buttons: list[QToolButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(*(theme.px(10),) * 4)
        grid.setSpacing(theme.px(2))
        for place, (name, words) in enumerate(icons.items()):
            button = widgets.icon_button(name, _(words), checkable=True)
            button.setChecked(name == now)
            button.setProperty("icon_name", name)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            grid.addWidget(button, *divmod(place, COLUMNS))
        if inherit:
            clear = widgets.quiet(inherit, small=True)
            clear.setProperty("icon_name", "")
            clear.clicked.connect(self._on_clicked)
            row = (len(icons) - 1) // COLUMNS + 1
            grid.addWidget(clear, row, 0, 1, COLUMNS, Qt.AlignmentFlag.AlignLeft)

    def open_below(self, widget: QWidget) -> None:
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        start = next((b for b in self.buttons if b.isChecked()), self.buttons[0])
        start.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.chosen.emit(str(sender.property("icon_name")))
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_Down: COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        focused = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[focused].click()
        elif step is not None and 0 <= focused + step < len(self.buttons):
            self.buttons[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), theme.px(12), theme.px(12))
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))


def paint_icon_square(painter: QPainter, rect: QRect, icon: str) -> None:
    """An icon on a pale rounded square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.colour("hover"))
    painter.drawRoundedRect(QRectF(rect), theme.px(8), theme.px(8))
    side = theme.px(16)
    inset = (rect.width() - side) // 2
    theme.paint_icon(painter, QRect(rect.x() + inset, rect.y() + inset, side, side), icon, "text_2")
    painter.restore()
