"""KPIs against plan as small charts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from cxstudio import formats
from cxstudio.analysis.plan.progress import KpiNow
from cxstudio.drawing.charts.plan_trend import PlanTrend, paint_plan_trend, plan_trend_alt
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.progress.status import paint_status, words_of_kpi
from cxstudio.ui.tables.row_delegate import write

HEIGHT, WIDE, CHART = 196, 300, 104
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KpiCard(QWidget):
    """One KPI; `opened` when it is pressed."""

    opened = Signal(int)

    def __init__(self, kpi: KpiNow, day: dt.date) -> None:
        super().__init__()
        self.kpi, self._trend = kpi, PlanTrend(kpi.line, kpi.readings, day, kpi.unit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 12)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name = f"{kpi.code} {kpi.name}"
        self.setAccessibleName(f"{name}: {words_of_kpi(kpi)}")
        self.setAccessibleDescription(plan_trend_alt(self._trend, name, theme.language()))
        self.setToolTip(self.accessibleDescription())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, theme.px(12), theme.px(12))
        inner = self.rect().adjusted(theme.px(14), theme.px(10), -theme.px(12), -theme.px(8))
        line = theme.line_height("label")
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        used = write(painter, first, self.kpi.code, "code", "text_3")
        first.setLeft(first.left() + used + theme.px(8))
        write(painter, first, self.kpi.name, "label", "text")
        second = QRect(inner.left(), inner.top() + line + theme.px(2), inner.width(), line)
        paint_status(painter, second, self.kpi.status, words_of_kpi(self.kpi))
        third = second.translated(0, line)
        write(painter, third, self._against(), "small", "text_2")
        chart = QRectF(inner.left(), third.bottom() + 2, inner.width(), theme.px(CHART))
        paint_plan_trend(
            painter, chart, self._trend, theme.current(), theme.language(), theme.zoom()
        )

    def _against(self) -> str:
        """The last reading with its day, and what was planned for that day."""
        if self.kpi.reading is None:
            return ""
        day, value = self.kpi.reading
        language, line = theme.language(), self.kpi.line
        planned = line.at(day) if line.whole else None
        since = planned is not None and line.baseline_on is not None and day > line.baseline_on
        if planned is None or not since:
            words = _("{actual} on {day}")
            actual = number(value, self.kpi.unit, language)
            return words.format(actual=actual, day=formats.cell_day(day, language))
        return _("{actual} on {day}, planned {planned}").format(
            actual=number(value, self.kpi.unit, language),
            day=formats.cell_day(day, language),
            planned=number(round(planned, 1), self.kpi.unit, language),
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.kpi.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSES:
            self.opened.emit(self.kpi.id)
        else:
            super().keyPressEvent(event)


class KpiCards(QWidget):
    """The cards in as many columns as there is room for."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[KpiCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))

    def show_kpis(self, kpis: Sequence[KpiNow], day: dt.date) -> None:
        """Make the cards anew."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [KpiCard(kpi, day) for kpi in kpis]
        for card in self.cards:
            card.opened.connect(self.opened)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(4, (self.width() + theme.px(12)) // theme.px(WIDE - 20)))
        if columns == self._columns:
            return
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
