"""The table of figures: people down, people across, the total first, small samples marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.analysis.survey.figure import NPS, Figure, Measure
from cxstudio.analysis.survey.in_words import figure_words
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.voice import table_cells

NAMES, WIDEST, HEAD, GAP, NARROWEST, INNER, SIGN = 150, 240, 30, 4, 58, 16, 12
ROWS = ((8, 42), (12, 38), (10_000, 32))
"""Up to so many rows each is so high."""
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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

    @property
    def total(self) -> int:
        """The row of everyone."""
        return max((row for row in range(len(self.rows)) if not self.is_inner(row)), default=0)

    @property
    def span(self) -> table_cells.Span:
        """How far bars reach."""
        known = [f for row in self.figures for f in row if f.n >= WITHHELD]
        return table_cells.span_of(self.measure, known, self.figures[self.total][0])


class ScoreTable(QWidget):
    """`pressed` with row and column when a cell is clicked or Enter is pressed on it; a column's
    head, above the first row, and a row's name, before the first column, ask to be sorted by."""

    pressed = Signal(int, int)
    column_pressed = Signal(int)
    row_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.bars = False
        self._span = table_cells.Span(0, 1)
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_table(self, shown: Shown) -> None:
        """Show these figures."""
        self.shown = shown
        if shown.rows:
            self._span = shown.span
        self._step(0, 0)
        self.updateGeometry()
        self.update()

    def show_bars(self, on: bool) -> None:
        """Bars with intervals instead of shaded figures."""
        self.bars = on
        self.update()

    def sizeHint(self) -> QSize:
        columns = max(len(self.shown.columns), 1)
        return QSize(theme.px(NAMES + 72 * columns), self._height())

    def minimumSizeHint(self) -> QSize:
        columns = max(len(self.shown.columns), 1)
        return QSize(theme.px(NAMES + NARROWEST * columns), self._height())

    def _height(self) -> int:
        return theme.px(HEAD) + self._row() * max(len(self.shown.rows), 1)

    def _row(self) -> int:
        rows = len(self.shown.rows)
        return theme.px(next(high for most, high in ROWS if rows <= most))

    # -- geometry --------------------------------------------------------------------

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is painted; row −1 is the head, column −1 the names."""
        left, gap = self._names_width(), theme.px(GAP)
        wide = (self.width() - left) / max(len(self.shown.columns), 1)
        top = theme.px(HEAD) + row * self._row() if row >= 0 else 0
        high = self._row() - gap if row >= 0 else theme.px(HEAD - 6)
        if column < 0:
            return QRectF(0, top, left - theme.px(12), high)
        return QRectF(left + column * wide, top, wide - gap, high)

    def _names_width(self) -> int:
        """Room for the longest name, as far as the figures leave it."""
        body, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("small"))
        needed = [
            body.horizontalAdvance(name)
            + small.horizontalAdvance(number(n, 0))
            + theme.px(20 + (INNER if self.shown.is_inner(row) else 0))
            for row, (name, n) in enumerate(self.shown.rows)
        ]
        spare = self.width() - theme.px(NARROWEST) * max(len(self.shown.columns), 1)
        room = min(theme.px(WIDEST), spare)
        return max(theme.px(NAMES), min(max(needed, default=0), room))

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        for row in range(-1, len(self.shown.rows)):
            for column in range(-1, len(self.shown.columns)):
                if self._is_there(row, column) and self.cell_rect(row, column).contains(place):
                    return row, column
        return None

    def _is_there(self, row: int, column: int) -> bool:
        """Whether it can be pressed: not the corner, and no name of a row within another."""
        if row < 0 or column >= 0:
            return column >= 0
        return len(self.shown.columns) > 1 and not self.shown.is_inner(row)

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, name in enumerate(self.shown.columns):
            self._paint_head(painter, column, name)
        for row, (name, n) in enumerate(self.shown.rows):
            self._paint_name(painter, row, name, n)
            for column in range(len(self.shown.columns)):
                self._paint_cell(painter, row, column)
        if self.hasFocus() and self.shown.rows:
            rect = self.cell_rect(*self._at).adjusted(-1, -1, 1, 1)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))

    def _paint_head(self, painter: QPainter, column: int, name: str) -> None:
        rect, sign = self.cell_rect(-1, column), theme.px(SIGN + 4)
        sorting = self.shown.sorted_rows
        if sorting is None or sorting[0] != column:
            middle = Qt.AlignmentFlag.AlignHCenter
            table_cells.write(painter, rect, name, "small", "text_2", middle)
            return
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(name)
        left = max((rect.width() - wide - sign) / 2, 0)
        place = rect.adjusted(left, 0, -sign, 0)
        table_cells.write(painter, place, name, "small", "text")
        x = min(place.left() + wide + theme.px(2), rect.right() - sign)
        self._paint_sign(painter, x, rect, "arrow-up" if sorting[1] else "arrow-down")

    def _paint_sign(self, painter: QPainter, x: float, rect: QRectF, icon: str) -> None:
        side = theme.px(SIGN)
        place = QRect(int(x), int(rect.center().y() - side / 2), side, side)
        theme.paint_icon(painter, place, icon, "text")

    def _paint_name(self, painter: QPainter, row: int, name: str, n: int) -> None:
        rect, inner = self.cell_rect(row, -1), self.shown.is_inner(row)
        if inner:
            rect.setLeft(theme.px(INNER))
        sorting = self.shown.sorted_columns
        if not inner and sorting is not None and sorting[0] == row:
            rect.setRight(rect.right() - theme.px(SIGN + 2))
            icon = "arrow-left" if sorting[1] else "arrow-right"
            self._paint_sign(painter, rect.right() + theme.px(2), rect, icon)
        count, apart = number(n, 0), theme.px(6)
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(count) + apart
        nested = bool(self.shown.outer) and any(self.shown.outer)
        metrics = QFontMetrics(theme.font("body_strong" if nested and not inner else "body"))
        room = int(rect.width()) - wide
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        tone = "text_2" if inner else "text"
        role = "body_strong" if nested and not inner else "body"
        table_cells.write(painter, rect, text, role, tone)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(text) + apart)
        table_cells.write(painter, rect, count, "small", "text_3")

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        rect, figure = self.cell_rect(row, column), self.shown.figures[row][column]
        if figure.value is None or figure.n < WITHHELD:
            table_cells.paint_withheld(painter, rect, figure)
            return
        strong = column == 0 or row == self.shown.total
        given = (painter, rect, self.shown.measure, figure, self.shown.scale, strong)
        if self.bars:
            table_cells.paint_bar(*given, self._span)
        else:
            table_cells.paint_heat(*given)

    # -- words -----------------------------------------------------------------------

    def words(self, row: int, column: int) -> str:
        """A cell in words, or what pressing a head does."""
        if row < 0:
            text = _("{name}. Press to sort the rows by it.")
            return text.format(name=self.shown.columns[column])
        if column < 0:
            return _("{name}. Press to sort the columns by it.").format(
                name=self.shown.row_name(row)
            )
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
            self._press(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.shown.rows:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._step(*STEPS[key])
            table_cells.bring_into_sight(self, self.cell_rect(*self._at))
        elif key in PRESSES:
            self._press(*self._at)
        else:
            super().keyPressEvent(event)

    def _press(self, row: int, column: int) -> None:
        if row < 0:
            self.column_pressed.emit(column)
        elif column < 0:
            self.row_pressed.emit(row)
        else:
            self.pressed.emit(row, column)

    def _step(self, down: int, right: int) -> None:
        """Go to the next cell; the corner and the names of rows within others are none."""
        row = min(max(self._at[0] + down, -1), max(len(self.shown.rows) - 1, 0))
        column = min(max(self._at[1] + right, -1), max(len(self.shown.columns) - 1, 0))
        if not self.shown.rows:
            row, column = 0, 0
        elif not self._is_there(row, column):
            row, column = max(row, 0), 0
        self._at = row, column
        if self.shown.rows:
            self.setAccessibleDescription(self.words(row, column))
        self.update()


def cell_words(shown: Shown, row: int, column: int) -> str:
    """A cell in words: "Couples, Internet: 18.5, 95 % interval 8.1 to 28.9, n = 162"."""
    names = [shown.row_name(row), *([shown.columns[column]] if column else [])]
    return figure_words(_(", ").join(names), shown.measure, shown.figures[row][column])
