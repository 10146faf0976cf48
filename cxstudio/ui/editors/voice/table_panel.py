"""The table's panel: which figure, of whom down and across, and what the colours mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio.analysis.asked import SCORE, Asked
from cxstudio.analysis.figure import NPS, Measure
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice import heat
from cxstudio.ui.editors.voice.copying import table_data
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel
from cxstudio.ui.editors.voice.score_table import ScoreTable, paint_corner
from cxstudio.ui.editors.voice.table_grid import Grid

SWATCH, HIGH = 44, 18


class TablePanel(FigurePanel):
    """`asked` with the question when another figure or group is chosen; `pressed` with the
    labels of a cell, None for the total."""

    asked = Signal(object)
    pressed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("By group"), _("Use this table as evidence"))
        self.measure, self.down, self.across = (_choice(name) for name in _names())
        for choice in (self.measure, self.down, self.across):
            choice.activated.connect(self._on_choice)
            self.head.insertWidget(self.head.count() - 1, choice)
        copy = widgets.icon_button("copy", _("Copy the table"), small=True)
        copy.clicked.connect(self.copy)
        self.head.insertWidget(self.head.count() - 1, copy)
        self.table = ScoreTable()
        self.table.pressed.connect(self._on_press)
        self._empty = Empty()
        self._legend = Legend()
        self._left_out = widgets.Label("", "small", "text_3")
        foot = QHBoxLayout()
        foot.addWidget(self._legend)
        foot.addWidget(self._left_out, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self.table)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self._question = Asked()
        self._grid: Grid | None = None

    def offer(self, groups: Mapping[str, str], ratings: Mapping[str, str]) -> None:
        """What can be chosen: groups and ratings of the wave, by name with what people read."""
        self.measure.clear()
        self.measure.addItem(_("NPS"), SCORE)
        for name, title in ratings.items():
            self.measure.addItem(_("{rating}: mean").format(rating=title), f"mean:{name}")
            self.measure.addItem(_("{rating}: top two").format(rating=title), f"share:{name}")
        for choice in (self.down, self.across):
            choice.clear()
            choice.addItem(_("No groups"), "")
            for name, title in groups.items():
                choice.addItem(title, name)

    def show_grid(self, asked: Asked, grid: Grid | None) -> None:
        """Show the figures for a question."""
        self._question, self._grid = asked, grid
        for choice, key in (
            (self.measure, asked.measure),
            (self.down, asked.down),
            (self.across, asked.across),
        ):
            choice.setCurrentIndex(max(choice.findData(key), 0))
        self.set_title(self._title_text(grid))
        self.set_note("")
        self.table.setVisible(grid is not None)
        self._legend.setVisible(grid is not None)
        self._empty.setVisible(grid is None)
        self._empty.say(_("Choose a group to compare people by it."))
        self._left_out.setText("")
        if grid is not None:
            self.table.setAccessibleName(self._title_text(grid))
            self.table.show_table(grid.shown)
            self._legend.show_measure(grid.shown.measure, grid.shown.scale)
        if grid is not None and grid.left_out:
            text = ngettext(
                "{n} smaller group is not shown", "{n} smaller groups are not shown", grid.left_out
            )
            self._left_out.setText(text.format(n=grid.left_out))

    def copy(self) -> None:
        """Put the table on the clipboard, for Word and for a spreadsheet."""
        if self._grid is not None:
            QGuiApplication.clipboard().setMimeData(table_data(self._grid.shown))

    def _title_text(self, grid: Grid | None) -> str:
        if grid is None:
            return _("By group")
        what, down = self.measure.currentText(), self.down.currentText()
        if len(grid.across) < 2:
            return _("{what} by {down}").format(what=what, down=down)
        across = self.across.currentText()
        return _("{what} by {down} and {across}").format(what=what, down=down, across=across)

    def _on_choice(self) -> None:
        chosen = replace(
            self._question,
            measure=str(self.measure.currentData()),
            down=str(self.down.currentData()),
            across=str(self.across.currentData()),
        )
        if chosen != self._question:
            self.asked.emit(chosen)

    def _on_press(self, row: int, column: int) -> None:
        if self._grid is not None:
            self.pressed.emit(self._grid.down[row], self._grid.across[column])


def _names() -> tuple[str, str, str]:
    return _("Figure of the table"), _("Groups down"), _("Groups across")


def _choice(name: str) -> widgets.Choice:
    made = widgets.Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setProperty("small", True)
    made.setMinimumWidth(theme.px(96))
    made.setMaximumWidth(theme.px(168))
    return made


def _mark_words() -> tuple[str, str]:
    return _("fewer than 30"), _("fewer than 10, no figure")


class Legend(QWidget):
    """The six steps of heat with where they begin, and the two marks of few answers."""

    def __init__(self) -> None:
        super().__init__()
        self._measure, self._scale = NPS, (0.0, 10.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_measure(self, measure: Measure, scale: tuple[float, float]) -> None:
        """The steps of this figure."""
        self._measure, self._scale = measure, scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        words = sum(metrics.horizontalAdvance(text) for text in _mark_words())
        marks = 2 * theme.px(HIGH + 6) + theme.px(26)
        return QSize(theme.px(6 * (SWATCH + 4)) + marks + words, theme.px(HIGH + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        high, wide = theme.px(HIGH), theme.px(SWATCH)
        top = (self.height() - high) / 2
        edges = heat.edges(self._measure, *self._scale)
        texts = [f"< {heat.edge_text(self._measure, edges[0])}"]
        texts += [heat.edge_text(self._measure, edge) for edge in edges[:-1]]
        texts += [f"≥ {heat.edge_text(self._measure, edges[-1])}"]
        x = 0.0
        for level, text in enumerate(texts):
            look = heat.fill(level, theme.current())
            rect = QRectF(x, top, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.fill))
            painter.drawRoundedRect(rect, theme.px(3), theme.px(3))
            painter.setPen(QColor(look.text))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
            x += wide + theme.px(4)
        self._paint_marks(painter, QRectF(x + theme.px(10), top, high, high))

    def _paint_marks(self, painter: QPainter, rect: QRectF) -> None:
        ink = theme.colour("text_2")
        paint_corner(painter, rect, ink)
        few, fewest = _mark_words()
        after = self._words(painter, rect, few)
        dashed = QPen(theme.colour("line_strong"), 1)
        dashed.setDashPattern([3, 3])
        painter.setPen(dashed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(after + theme.px(12), rect.top() + 3, rect.width(), rect.height() - 6)
        painter.drawRoundedRect(box, 2, 2)
        self._words(painter, box, fewest)

    def _words(self, painter: QPainter, mark: QRectF, text: str) -> float:
        painter.setPen(theme.colour("text_2"))
        wide = painter.fontMetrics().horizontalAdvance(text)
        rect = QRectF(mark.right() + theme.px(6), 0, wide + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
        return rect.right()
