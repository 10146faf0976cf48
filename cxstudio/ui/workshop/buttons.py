"""Buttons and counters for the projector: large, in its own colours, scaled with the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cxstudio.i18n import _
from cxstudio.ui.workshop.ink import SMALL, Ink, wide

HIGH = 72.0
ICON = 36.0
NARROW = 56.0
CLOSE = 4.0
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ProjectorButton(QAbstractButton):
    """An icon, a text, or both; `lead` fills it with the accent. Sizes are for 1080 lines."""

    def __init__(
        self,
        name: str,
        icon: str = "",
        *,
        text: bool = False,
        lead: bool = False,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name, self.lead, self.worded, self.narrow = icon, lead, text, narrow
        self.scale = 1.0
        self.setText(name)
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, name: str, icon: str = "") -> None:
        """Another text, and icon when one is given."""
        self.icon_name = icon or self.icon_name
        if name != self.text():
            self.setText(name)
            self.setAccessibleName(name)
            self.updateGeometry()
        self.update()

    def wanted(self) -> float:
        """How wide it is on a screen of 1080 lines."""
        if not self.worded:
            return NARROW if self.narrow else HIGH
        return wide(self.text(), SMALL) + 48 + (ICON + 12 if self.icon_name else 0)

    def sizeHint(self) -> QSize:
        return QSize(round(self.wanted() * self.scale), round(HIGH * self.scale))

    def set_scale(self, scale: float) -> None:
        """Follow the height of the screen."""
        self.scale = scale
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self.scale, self.scale)
        ink = Ink(painter)
        box = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        fill, edge, tone = self._roles()
        ink.box(box, fill, edge, 4 if self.hasFocus() else 2)
        x = box.left() + (24 + ICON / 2 if self.worded else box.width() / 2)
        if self.icon_name:
            ink.icon(QPointF(x, box.center().y()), ICON, self.icon_name, tone)
        if self.worded:
            left = 24 + (ICON + 12 if self.icon_name else 0)
            ink.write(left, box.center().y(), self.text(), SMALL, tone)

    def _roles(self) -> tuple[str, str, str]:
        if not self.isEnabled():  # done; its words are still read
            return "window", "line", "text_2"
        if self.lead:
            fill = "accent_pressed" if self.isDown() else "accent"
            return fill, "text" if self.hasFocus() else fill, "on_accent"
        fill = "selected" if self.isDown() or self.isChecked() else "surface"
        edge = "accent" if self.hasFocus() or self.isChecked() else "line_strong"
        return fill, edge, "accent" if self.isChecked() else "text"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in ARROWS:
            event.ignore()  # the question, or the map, knows where they lead
            return
        super().keyPressEvent(event)


class Words(QWidget):
    """One short text on the projector's bar."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.scale = text, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str) -> None:
        """Another text."""
        if text != self.words:
            self.words = text
            self.set_scale(self.scale)
            self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the height of the screen."""
        self.scale = scale
        self.setFixedSize(round(self.wanted() * scale), round(HIGH * scale))

    def wanted(self) -> float:
        """How wide it is on a screen of 1080 lines."""
        return wide(self.words, SMALL) + 10

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self.scale, self.scale)
        Ink(painter).write(4, HIGH / 2, self.words, SMALL, "text_2")


class Counter(QWidget):
    """A figure with a button for less and one for more."""

    changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = 0
        self._less = ProjectorButton(_("{name}: fewer").format(name=name), "minus", narrow=True)
        self._more = ProjectorButton(_("{name}: more").format(name=name), "plus", narrow=True)
        self._words = Words()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._less, self._words, self._more):
            self._row.addWidget(part)
        self._less.clicked.connect(self._fewer)
        self._more.clicked.connect(self._greater)

    @property
    def words(self) -> str:
        return self._words.words

    def show_value(self, value: int, text: str) -> None:
        """The figure with its words, such as "8 people"."""
        self.value = value
        self._words.set_words(text)

    def wanted(self) -> float:
        """How wide it is on a screen of 1080 lines."""
        return self._less.wanted() + self._words.wanted() + self._more.wanted() + 2 * CLOSE

    def set_scale(self, scale: float) -> None:
        """Follow the height of the screen."""
        self._row.setSpacing(round(CLOSE * scale))
        for part in (self._less, self._words, self._more):
            part.set_scale(scale)

    def _fewer(self) -> None:
        self.changed.emit(self.value - 1)

    def _greater(self) -> None:
        self.changed.emit(self.value + 1)
