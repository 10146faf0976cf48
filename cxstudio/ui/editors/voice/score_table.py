"""The table of figures: people down, people across, the total first, small samples marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.analysis.figure import NPS, Figure, Measure
from cxstudio.analysis.in_words import figure_text, figure_words
from cxstudio.analysis.nps import WITHHELD
from cxstudio.drawing.tokens import Fill
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.voice import heat

NAMES, WIDEST, HEAD, ROW, GAP, NARROWEST, CORNER = 150, 240, 30, 42, 4, 58, 7
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class Shown:
    """What the table shows: names of rows and columns with how many answered, and the figures.

    `figures` has a row for each of `rows` and a figure for each of `columns`; the first column
    and the last row that is in no other are the totals. `outer` names the row in which a row is,
    "" for one in none. Rows are `sorted_rows` by a column, rising or not, and columns by a row.
    """

    measure: Measure = NPS
    rows: Sequence[tuple[str, int]] = ()
    columns: Sequence[str] = ()
    figures: Sequence[Sequence[Figure]] = field(default_factory=tuple)
    scale: tuple[float, float] = (1, 5)
    outer: Sequence[str] = ()
    sorted_rows: tuple[int, bool] | None = None
    sorted_columns: tuple[int, bool] | None = None

    def row_name(self, row: int) -> str:
        """A row with the one in which it is: "Couples, Internet"."""
        name = self.rows[row][0]
        return _(", ").join([self.outer[row], name]) if self.is_inner(row) else name

    def is_inner(self, row: int) -> bool:
        """Whether a row is within another."""
        return bool(self.outer and self.outer[row])


class ScoreTable(QWidget):
    """`pressed` with row and column when a cell is clicked or Enter is pressed on it."""

    pressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_table(self, shown: Shown) -> None:
        """Show these figures."""
        self.shown = shown
        self._step(0, 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        columns = max(len(self.shown.columns), 1)
        return QSize(theme.px(NAMES + 72 * columns), self._height())

    def minimumSizeHint(self) -> QSize:
        columns = max(len(self.shown.columns), 1)
        return QSize(theme.px(NAMES + NARROWEST * columns), self._height())

    def _height(self) -> int:
        return theme.px(HEAD + ROW * max(len(self.shown.rows), 1))

    # -- geometry --------------------------------------------------------------------

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is painted."""
        left, gap = self._names_width(), theme.px(GAP)
        wide = (self.width() - left) / max(len(self.shown.columns), 1)
        top = theme.px(HEAD) + row * theme.px(ROW)
        return QRectF(left + column * wide, top, wide - gap, theme.px(ROW) - gap)

    def _names_width(self) -> int:
        """Room for the longest name, as far as the figures leave it."""
        body, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("small"))
        needed = [
            body.horizontalAdvance(name) + small.horizontalAdvance(number(n, 0)) + theme.px(20)
            for name, n in self.shown.rows
        ]
        spare = self.width() - theme.px(NARROWEST) * max(len(self.shown.columns), 1)
        room = min(theme.px(WIDEST), spare)
        return max(theme.px(NAMES), min(max(needed, default=0), room))

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        for row in range(len(self.shown.rows)):
            for column in range(len(self.shown.columns)):
                if self.cell_rect(row, column).contains(place):
                    return row, column
        return None

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, name in enumerate(self.shown.columns):
            rect = self.cell_rect(0, column)
            rect = QRectF(rect.left(), 0, rect.width(), theme.px(HEAD) - theme.px(6))
            _write(painter, rect, name, "small", "text_2", Qt.AlignmentFlag.AlignHCenter)
        for row, (name, n) in enumerate(self.shown.rows):
            self._paint_name(painter, row, name, n)
            for column in range(len(self.shown.columns)):
                self._paint_cell(painter, row, column)

    def _paint_name(self, painter: QPainter, row: int, name: str, n: int) -> None:
        rect = self.cell_rect(row, 0)
        rect = QRectF(0, rect.top(), rect.left() - theme.px(12), rect.height())
        count = number(n, 0)
        apart = theme.px(6)
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(count) + apart
        metrics = QFontMetrics(theme.font("body"))
        room = int(rect.width()) - wide
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        _write(painter, rect, text, "body", "text")
        rect.setLeft(metrics.horizontalAdvance(text) + apart)
        _write(painter, rect, count, "small", "text_3")

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        rect, figure = self.cell_rect(row, column), self.shown.figures[row][column]
        radius = theme.px(4)
        if figure.value is None or figure.n < WITHHELD:
            self._paint_withheld(painter, rect, figure)
        else:
            total = column == 0 or row == len(self.shown.rows) - 1
            self._paint_figure(painter, rect, figure, total)
        if self.hasFocus() and (row, column) == self._at:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)

    def _paint_withheld(self, painter: QPainter, rect: QRectF, figure: Figure) -> None:
        pen = QPen(theme.colour("line_strong"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        _write(painter, rect, f"n = {figure.n}", "small", "text_3", Qt.AlignmentFlag.AlignHCenter)

    def _paint_figure(self, painter: QPainter, rect: QRectF, figure: Figure, total: bool) -> None:
        assert figure.value is not None
        level = heat.step(self.shown.measure, figure.value, *self.shown.scale)
        look: Fill = heat.fill(level, theme.current())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.fill))
        painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        if figure.small:
            paint_corner(painter, rect, QColor(look.text))
        painter.setPen(QColor(look.text))
        painter.setFont(theme.font("body_strong" if total else "body"))
        text = figure_text(self.shown.measure, figure.value)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    # -- words -----------------------------------------------------------------------

    def words(self, row: int, column: int) -> str:
        """A cell in words."""
        return cell_words(self.shown, row, column)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(*cell) if cell else "", self)
            return True
        return super().event(event)

    # -- mouse and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._cell_at(event.position()) else arrow)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if cell := self._cell_at(event.position()):
            self._at = cell
            self._step(0, 0)
            self.pressed.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.shown.rows:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._step(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        row = min(max(self._at[0] + down, 0), max(len(self.shown.rows) - 1, 0))
        column = min(max(self._at[1] + right, 0), max(len(self.shown.columns) - 1, 0))
        self._at = row, column
        if self.shown.rows:
            self.setAccessibleDescription(self.words(row, column))
        self.update()


def cell_words(shown: Shown, row: int, column: int) -> str:
    """A cell in words: "Couples, Internet: 18.5, 95 % interval 8.1 to 28.9, n = 162"."""
    names = [shown.row_name(row), *([shown.columns[column]] if column else [])]
    return figure_words(_(", ").join(names), shown.measure, shown.figures[row][column])


def paint_corner(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The mark of a small sample: a triangle in the upper right corner."""
    side, inset = theme.px(CORNER), theme.px(3)
    corner = rect.topRight() + QPointF(-inset, inset)
    path = QPainterPath(corner)
    path.lineTo(corner - QPointF(side, 0))
    path.lineTo(corner + QPointF(0, side))
    path.closeSubpath()
    painter.fillPath(path, colour)


def _write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    tone: str,
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    font = theme.font(role)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    painter.drawText(rect, across | Qt.AlignmentFlag.AlignVCenter, shown)
