"""A painted chart with a way to the clipboard, in light and with the figures behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

Paint = Callable[[QPainter, QRectF, tokens.Theme], None]
SCALE = 2


class Chart(QWidget):
    """Paints what it is given; `pressed` with the height of a click."""

    pressed = Signal(float)

    def __init__(self, name: str, high: int) -> None:
        super().__init__()
        self._paint: Paint | None = None
        self._high = high
        self.tips: Sequence[str] = ()
        self.tip_at: Callable[[float], int] = lambda _y: -1
        self.cells: Sequence[Sequence[str]] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_painting(
        self, paint: Paint, words: str, cells: Sequence[Sequence[str]], high: int = 0
    ) -> None:
        """Paint this; the words say the same, the cells hold its figures."""
        self._paint, self.cells = paint, cells
        self._high = high or self._high
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._paint is not None:
            self._paint(QPainter(self), QRectF(self.rect()), theme.current())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(event.position().y())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self.tip_at(QPointF(event.pos()).y())
            tip = self.tips[line] if 0 <= line < len(self.tips) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def picture(self) -> QImage:
        """The chart in light, at twice its size."""
        image = QImage(self.size() * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(SCALE)
        image.fill(tokens.colour("surface", "light"))
        if self._paint is not None:
            painter = QPainter(image)
            self._paint(painter, QRectF(self.rect()), "light")
            painter.end()
        return image


class ChartPanel(widgets.Panel):
    """A title, a line of what is shown, the chart, and a button that copies it."""

    def __init__(self, workspace: Workspace, title: str, high: int) -> None:
        super().__init__(padding=16)
        self.workspace = workspace
        self.body.setSpacing(theme.px(4))
        head = widgets.SectionTitle(title)
        self.copy_button = widgets.icon_button("copy", _("Copy the chart"), small=True)
        self.copy_button.clicked.connect(self.copy)
        head.add_action(self.copy_button)
        self.chart = Chart(title, high)
        self._note = widgets.Label("", "small", "text_2", wrap=True)
        for part in (head, self._note, self.chart):
            self.body.addWidget(part)
        self.body.setAlignment(self.chart, Qt.AlignmentFlag.AlignTop)

    def set_note(self, text: str) -> None:
        """What the chart shows, under its title."""
        self._note.setText(text)

    def copy(self) -> None:
        """Put picture and figures on the clipboard."""
        data = QMimeData()
        data.setImageData(self.chart.picture())
        data.setText("\n".join("\t".join(row) for row in self.chart.cells))
        QGuiApplication.clipboard().setMimeData(data)
        self.workspace.say(_("The chart is on the clipboard, as a picture and as figures."))
