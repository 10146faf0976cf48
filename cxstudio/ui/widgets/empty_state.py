"""What stands where nothing is yet: what belongs here, why it matters, and how to begin."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.ui import theme
from cxstudio.ui.widgets import buttons
from cxstudio.ui.widgets.label import Label

_DISC, _ICON, _WIDTH = 48, 20, 360


class TintedIcon(QWidget):
    """An icon in a tinted disc of 48 px."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_DISC), theme.px(_DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected"))
        painter.drawEllipse(QRectF(self.rect()))
        inset = (self.width() - theme.px(_ICON)) // 2
        inner = self.rect().adjusted(inset, inset, -inset, -inset)
        theme.paint_icon(painter, inner, self._icon, "accent")


class EmptyState(QWidget):
    """Icon, one sentence on what belongs here, one on why, a filled button and a text link."""

    pressed = Signal()
    link_pressed = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        why: str,
        button: str = "",
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        self._centred(column, TintedIcon(icon))
        column.addSpacing(4)
        self._words(column, sentence, "section", "text")
        self._words(column, why, "body", "text_2")
        self.button = buttons.filled(button)
        self.link = buttons.link(link)
        self._press(column, self.button, self.pressed, 12)
        self._press(column, self.link, self.link_pressed, 4)
        column.addStretch(3)

    def _centred(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _words(self, column: QVBoxLayout, text: str, role: str, tone: str) -> None:
        label = Label(text, role, tone, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setFixedWidth(theme.px(_WIDTH))
        label.setMinimumHeight(label.heightForWidth(theme.px(_WIDTH)))
        self._centred(column, label)

    def _press(
        self, column: QVBoxLayout, button: QPushButton, signal: SignalInstance, gap: int
    ) -> None:
        button.clicked.connect(signal)
        column.addSpacing(gap if button.text() else 0)
        self._centred(column, button)
        if not button.text():
            button.hide()
