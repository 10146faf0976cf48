"""The panel of a measure over time: a point a wave, or a point a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent

from cxstudio.analysis.survey.asked import PERIODS, Asked
from cxstudio.drawing.charts.scale import Reading, span, ticks
from cxstudio.drawing.charts.trend import paint_trend
from cxstudio.formats import number
from cxstudio.i18n import N_, _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel, Picture

NAMES = {
    "day": N_("By day"),
    "week": N_("By week"),
    "month": N_("By month"),
    "quarter": N_("By quarter"),
}
ROOM_FOR_NOTE = 560


class TrendPanel(FigurePanel):
    """`asked` with the question when another measure or period is chosen."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Trend"))
        self._question = Asked()
        self._readings: Sequence[Reading] = ()
        self._picture = Picture(_("Trend"), 280, 212)
        self.measure, self.period = widgets.Choice(), widgets.Choice()
        self.measure.setAccessibleName(_("Measure of the trend"))
        self.period.setAccessibleName(_("Points of the trend"))
        self.period.addItem(_("By wave"), "")
        for period in PERIODS:
            self.period.addItem(_(NAMES[period]), period)
        for choice, most in ((self.measure, 150), (self.period, 124)):
            choice.setToolTip(choice.accessibleName())
            choice.setProperty("small", True)
            choice.setMinimumWidth(theme.px(80))
            choice.setMaximumWidth(theme.px(most))
            choice.activated.connect(self._on_choice)
            self.head.addWidget(choice)
        self.body.addWidget(self._picture, 1)
        self._empty = Empty()
        self._empty.say(
            _("No wave here has a day to stand on. Give one a day under … beside its name.")
        )
        self._empty.hide()
        self.body.addWidget(self._empty, 1)

    def offer(self, measures: Mapping[str, str]) -> None:
        """The measures of the wave, by key with what people read; one alone is no choice."""
        self.measure.clear()
        for key, title in measures.items():
            self.measure.addItem(title, key)
        self.measure.setVisible(len(measures) > 1)

    def show_readings(self, asked: Asked, readings: Sequence[Reading]) -> None:
        """Show the points that have a day and a figure."""
        self._question, self._readings = asked, readings
        self.measure.setCurrentIndex(max(self.measure.findData(asked.trend), 0))
        self.period.setCurrentIndex(max(self.period.findData(asked.period), 0))
        points = ngettext("{n} point", "{n} points", len(readings)).format(n=len(readings))
        self.set_note(_("95 % band, {points}").format(points=points))
        digits = 2 if self._unit == "mean" else 1
        words = "; ".join(f"{r.day}: {number(r.value, digits)}, n = {r.n}" for r in readings)
        self._picture.setVisible(bool(readings))
        self._empty.setVisible(not readings)
        self._picture.setAccessibleName(f"{_('Trend')}: {self.measure.currentText()}")
        self._picture.show_painting(self._paint_trend, words)

    @property
    def _unit(self) -> str:
        """score, mean, share or easy."""
        return self._question.trend.partition(":")[0]

    def _paint_trend(self, painter: QPainter, rect: QRectF) -> None:
        look, language = theme.current(), theme.language()
        decimals = self._decimals() if self._unit == "mean" else None
        unit = "%" if self._unit in ("share", "easy") else ""
        paint_trend(
            painter, rect, self._readings, theme=look, language=language, unit=unit,
            decimals=decimals,
        )  # fmt: skip

    def _decimals(self) -> int:
        """Two for a mean, unless it runs so far that one tells the ticks apart."""
        steps = ticks(*span(self._readings, None, None))
        return 1 if steps[1] - steps[0] >= 0.5 else 2

    def _on_choice(self) -> None:
        chosen = {"trend": self.measure.currentData(), "period": self.period.currentData()}
        self.asked.emit(replace(self._question, **chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note gives way to what can be chosen."""
        super().resizeEvent(event)
        wide = event.size().width()
        self.show_note(wide >= theme.px(ROOM_FOR_NOTE))
        self.measure.setMaximumWidth(min(max(wide - theme.px(252), theme.px(96)), theme.px(220)))
