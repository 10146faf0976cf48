"""The heads of the columns: what stands there, how much of it, and where the chain breaks off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.analysis.loose_ends import FAULTS, Fault
from cxstudio.drawing import tokens
from cxstudio.drawing.trace.folding import Shown
from cxstudio.drawing.trace.graph import COLUMNS, Graph
from cxstudio.drawing.trace.layout import Laid
from cxstudio.drawing.trace.look import FAULT_WORDS, TITLES, tone
from cxstudio.drawing.trace.sheet import tally
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets

TITLE, FAULT, ABOVE, BELOW = 24, 22, 6, 6
Picked = tuple[int, Fault]


class FaultButton(QAbstractButton):
    """How many records of a column lack something; pressed, only these are shown."""

    def __init__(self, fault: Fault, column: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fault, self._column = fault, column
        self.count = 0
        self.setCheckable(True)
        self.setProperty("focusRadius", 4)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Show only these and what they are linked with"))

    def show_count(self, count: int) -> None:
        """Another number."""
        self.count = count
        self.setText(_("{count} {words}").format(count=f"{count:,}", words=self._words()))
        self.setAccessibleName(f"{self._column}: {self.text()}")
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return _(FAULT_WORDS[self.fault])

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        self.setFont(theme.font("small"))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme.px(28), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        colour = theme.colour(tone(self.fault))
        ground = self._ground()
        if ground is not None:
            painter.setPen(QPen(colour, 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            radius = tokens.radius("mark")
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius
            )
        self._paint_sign(painter, colour)
        painter.setPen(colour)
        room = self.rect().adjusted(theme.px(22), 0, -theme.px(4), 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _ground(self) -> QColor | None:
        if self.isChecked():
            return theme.colour(f"{tone(self.fault)}_bg")
        return theme.colour("hover") if self.underMouse() else None

    def _paint_sign(self, painter: QPainter, colour: QColor) -> None:
        """The line that ends at a bar, as it stands beside the records."""
        middle, left, bar = self.height() / 2, theme.px(5), theme.px(5)
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(QLineF(left, middle, left + theme.px(9), middle))
        end = left + theme.px(9)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QLineF(end, middle - bar, end, middle + bar))


class ColumnHead(QWidget):
    """The head of one column."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        title, faults = _(TITLES[COLUMNS[column]]), FAULTS.get(COLUMNS[column], ())
        self._title = widgets.Label(title, "label")
        self._count = widgets.Label("", "small", "text_3")
        self.whole = widgets.Label(_("no dead ends"), "small", "text_3")
        self.faults = [FaultButton(fault, title, self) for fault in faults]
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        for label in (self._title, self._count):
            line.addWidget(label)
        line.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(theme.px(2))
        self._rows.setContentsMargins(0, theme.px(ABOVE), 0, theme.px(BELOW))
        self._rows.addLayout(line)
        for part in (*self.faults, self.whole):
            self._rows.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)

    def show_counts(self, records: int, all_records: int, faults: dict[str, int]) -> int:
        """How much there is of each; gives how many rows that takes."""
        some = records != all_records
        self._count.setText(f"{records:,} / {all_records:,}" if some else f"{records:,}")
        for button in self.faults:
            button.show_count(faults.get(button.fault, 0))
            button.setVisible(bool(button.count) or button.isChecked())
        rows = sum(not button.isHidden() for button in self.faults)
        self.whole.setVisible(bool(self.faults) and not rows and bool(all_records))
        return rows


class Heads(widgets.Ground):
    """All heads, above the columns; `picked` names a column and what its records lack, or None
    when nothing is picked any more. `shown` names the column whose head took the keyboard."""

    picked = Signal(object)
    shown = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("surface", parent)
        self._height = 0
        self.columns = [ColumnHead(number, self) for number in range(len(COLUMNS))]
        self._line = widgets.Hairline(parent=self)
        for head in self.columns:
            for button in head.faults:
                button.clicked.connect(self._on_clicked)
                button.installEventFilter(self)

    def show_columns(self, shown: Shown) -> None:
        """Count what is shown; what is left out by folding is counted too."""
        most = 1
        for number, head in enumerate(self.columns):
            records, _few = tally(shown, number)
            everything, faults = counted(shown.graph, number)
            most = max(most, head.show_counts(records, everything, faults))
        self._height = theme.px(ABOVE + TITLE + BELOW) + most * theme.px(FAULT)

    def sizeHint(self) -> QSize:
        return QSize(0, self._height)

    def follow(self, laid: Laid, offset: float, scale: float) -> None:
        """Stand above the columns of a graph that was moved or scaled."""
        for number, head in enumerate(self.columns):
            width = round(laid.measures.across * scale) - theme.px(8)
            head.setGeometry(
                round(offset + laid.left(number) * scale), 0, max(width, 1), self.height() - 1
            )
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)

    def pick(self, picked: Picked | None) -> None:
        """Show what is picked."""
        for number, head in enumerate(self.columns):
            for button in head.faults:
                button.setChecked(picked == (number, button.fault))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for number, head in enumerate(self.columns):
            if pressed in head.faults:
                assert isinstance(pressed, FaultButton)
                self.picked.emit((number, pressed.fault) if pressed.isChecked() else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, FaultButton):
            self.shown.emit(self.columns.index(watched.parentWidget()))  # type: ignore[arg-type]
        return super().eventFilter(watched, event)


def counted(graph: Graph, column: int) -> tuple[int, dict[str, int]]:
    """How many records a column has in all, and how often each dead end."""
    there = [node for node in graph.nodes if node.column == column]
    found: dict[str, int] = {}
    for node in there:
        for fault in node.faults:
            found[fault] = found.get(fault, 0) + 1
    return len(there), found
