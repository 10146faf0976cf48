"""Where the gaps sit: summed severity in cells, by stage and department or two other sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.analysis.gaps.severity import BANDS, Cell, Matrix
from cxstudio.drawing import tokens
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme

HEAD, ROW, GAP, NAMES = 24, 28, 4, 132
NAMES_SHARE = 0.24  # of the width, which long names may take where there is room
NARROW, NARROWEST = 60, 44
EDGES = (*sorted(start for _name, start in BANDS if start), 25.0)
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def level(total: float) -> int:
    """The step of heat, 0 to 4, of a summed severity: the bands of one gap, and 25 and more."""
    return sum(round(total, 1) >= edge for edge in EDGES)


class HeatMap(QWidget):
    """`pressed` with (column, row) when a cell is clicked or Enter is pressed on it; `escaped` by
    Escape; `stepped` with the cell's rectangle when the keyboard comes to it."""

    pressed = Signal(str, str)
    escaped = Signal()
    stepped = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        self._matrix = Matrix((), (), {})
        self._stages: Sequence[str] = ()
        self._rows: Sequence[str] = ()
        self._stage_words: dict[str, str] = {}
        self._row_words: dict[str, str] = {}
        self._once: dict[str, float] = {}
        self._longest = 0  # pixels of the longest name of a row
        self._at = (0, 0)  # row and column of the keyboard
        self.chosen: tuple[str, str] | None = None
        self.setAccessibleName(_("Where the gaps sit"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    def show_matrix(
        self,
        matrix: Matrix,
        stages: Sequence[str],
        rows: Sequence[str],
        stage_words: dict[str, str],
        row_words: dict[str, str],
        once: dict[str, float],
    ) -> None:
        """Show sums for stages and rows in this order; the words are for keys that need some, and
        `once` is what each stage holds when a gap counts once."""
        self._once = once
        self._matrix, self._stages, self._rows = matrix, stages, rows
        self._stage_words, self._row_words = stage_words, row_words
        self._step(0, 0)
        self._on_theme()
        self.update()

    def _on_theme(self) -> None:
        metrics = QFontMetrics(theme.font("body"))
        names = (self._row_words.get(name, name) for name in self._rows)
        self._longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        self.updateGeometry()

    def choose(self, cell: tuple[str, str] | None) -> None:
        """Ring the cell (stage, row name) of the selected gap."""
        self.chosen = cell
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(len(self._rows), 1) + bool(self._once)
        return QSize(theme.px(480), theme.px(HEAD + ROW * rows))

    # -- geometry --------------------------------------------------------------------

    def _cell_rect(self, row: int, column: int) -> QRectF:
        left, gap = self._names_width(), theme.px(GAP)
        wide = (self.width() - left - 3) / max(len(self._stages), 1)
        top = theme.px(HEAD) + row * theme.px(ROW)
        return QRectF(left + column * wide, top, wide - gap, theme.px(ROW) - gap)

    def _names_width(self) -> int:
        """As wide as the longest name, between the least and a share of the whole."""
        wanted = min(self._longest + theme.px(16), round(self.width() * NAMES_SHARE))
        return max(theme.px(NAMES), wanted)

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        for row in range(len(self._rows)):
            for column in range(len(self._stages)):
                if self._cell_rect(row, column).contains(place):
                    return row, column
        return None

    def _key(self, row: int, column: int) -> tuple[str, str]:
        return self._stages[column], self._rows[row]

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, stage in enumerate(self._stages):
            rect = self._cell_rect(0, column)
            rect.setTop(0)
            rect.setBottom(theme.px(HEAD) - theme.px(4))
            self._write(painter, rect, self._stage_words.get(stage, stage), "small", "text_2")
        for row, name in enumerate(self._rows):
            rect = self._cell_rect(row, 0)
            rect.setRight(rect.left() - theme.px(12))
            rect.setLeft(0)
            self._write(painter, rect, self._row_words.get(name, name), "body", "text_2")
            for column in range(len(self._stages)):
                self._paint_cell(painter, row, column)
        if self._once:
            self._paint_once(painter)

    def _paint_once(self, painter: QPainter) -> None:
        """Below the cells what each stage holds when a gap counts once, and what that comes to."""
        row = len(self._rows)
        total = sum(self._once.values())
        words = _("{what}: {total}").format(what=_("Each gap once"), total=f"{total:.1f}")
        names = self._cell_rect(row, 0)
        names.setRight(names.left() - theme.px(4))
        names.setLeft(0)
        self._write(painter, names, words, "small", "text_2")
        for column, stage in enumerate(self._stages):
            rect = self._cell_rect(row, column)
            rect.setLeft(rect.left() + theme.px(8 if rect.width() >= theme.px(NARROW) else 4))
            self._write(painter, rect, f"{self._once.get(stage, 0.0):.1f}", "small", "text_2")

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        rect = self._cell_rect(row, column)
        key = self._key(row, column)
        cell = self._matrix.at(*key)
        radius = theme.px(4)
        if cell is None:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        else:
            self._paint_sum(painter, rect, cell)
        if key == self.chosen or (self.hasFocus() and (row, column) == self._at):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)

    def _paint_sum(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        scored = cell.severity is not None
        fill = tokens.severity(level(cell.severity or 0.0), theme.current())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill.fill) if scored else theme.colour("hover"))
        painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        painter.setPen(QColor(fill.text) if scored else theme.colour("text_2"))
        edge = theme.px(8 if rect.width() >= theme.px(NARROW) else 4)
        inner = rect.adjusted(edge, 0, -edge, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body_strong"))
        places = 1 if rect.width() >= theme.px(NARROWEST) else 0
        total = f"{cell.severity:.{places}f}" if cell.severity is not None else "–"
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, total)
        if rect.width() < theme.px(NARROW):
            return  # the tooltip tells how many they are
        painter.setFont(theme.font("small"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, str(cell.gaps))

    def _write(self, painter: QPainter, rect: QRectF, text: str, role: str, tone: str) -> None:
        font = theme.font(role)
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(text, elide, int(rect.width()))
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    # -- words -----------------------------------------------------------------------

    def words(self, row: int, column: int) -> str:
        """A cell in words: "Arrive, Station desk: 2 gaps, severity 26.6 in all"."""
        stage, name = self._key(row, column)
        cell = self._matrix.at(stage, name)
        place = f"{self._stage_words.get(stage, stage)}, {self._row_words.get(name, name)}"
        if cell is None:
            return _("{place}: no gap").format(place=place)
        gaps = ngettext("{count} gap", "{count} gaps", cell.gaps).format(count=cell.gaps)
        if cell.severity is None:
            return _("{place}: {gaps}, not scored").format(place=place, gaps=gaps)
        return _("{place}: {gaps}, severity {severity} in all").format(
            place=place, gaps=gaps, severity=f"{cell.severity:.1f}"
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip_at(self, place: QPointF) -> str:
        """A cell in words; of a head or a name, which may be cut, the whole."""
        if cell := self._cell_at(place):
            return self.words(*cell)
        for column, stage in enumerate(self._stages):
            rect = self._cell_rect(0, column)
            if place.y() < rect.top() and rect.left() <= place.x() <= rect.right():
                return self._stage_words.get(stage, stage)
        for row, name in enumerate(self._rows):
            rect = self._cell_rect(row, 0)
            if place.x() < rect.left() and rect.top() <= place.y() <= rect.bottom():
                return self._row_words.get(name, name)
        return ""

    # -- mouse and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        filled = cell is not None and self._matrix.at(*self._key(*cell)) is not None
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if filled else arrow)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None:
            self._at = cell
            self._press()

    def _press(self) -> None:
        key = self._key(*self._at)
        if self._matrix.at(*key) is not None:
            self.pressed.emit(*key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._rows or not self._stages:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._step(*STEPS[key])
            self.stepped.emit(self._cell_rect(*self._at).toRect())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        row = min(max(self._at[0] + down, 0), max(len(self._rows) - 1, 0))
        column = min(max(self._at[1] + right, 0), max(len(self._stages) - 1, 0))
        self._at = row, column
        if self._rows and self._stages:
            self.setAccessibleDescription(self.words(row, column))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
