"""The panel of the score over time: a point a wave, or a point a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from cxstudio.analysis.asked import PERIODS, Asked
from cxstudio.drawing.charts.scale import Reading
from cxstudio.drawing.charts.trend import paint_trend
from cxstudio.formats import number
from cxstudio.i18n import N_, _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.panels import FigurePanel, Picture

NAMES = {
    "day": N_("By day"),
    "week": N_("By week"),
    "month": N_("By month"),
    "quarter": N_("By quarter"),
}


class TrendPanel(FigurePanel):
    """`asked` with the question when another period is chosen."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Trend"))
        self._question = Asked()
        self._readings: Sequence[Reading] = ()
        self._picture = Picture(_("Trend"), 280, 212)
        self.period = widgets.Choice()
        self.period.setAccessibleName(_("Points of the trend"))
        self.period.addItem(_("By wave"), "")
        for period in PERIODS:
            self.period.addItem(_(NAMES[period]), period)
        self.period.activated.connect(self._on_period)
        self.head.addWidget(self.period)
        self.body.addWidget(self._picture, 1)

    def show_readings(self, asked: Asked, readings: Sequence[Reading]) -> None:
        """Show the points that have a day and a score."""
        self._question, self._readings = asked, readings
        self.period.setCurrentIndex(max(self.period.findData(asked.period), 0))
        points = ngettext("{n} point", "{n} points", len(readings)).format(n=len(readings))
        self.set_note(_("95 % band, {points}").format(points=points))
        words = "; ".join(f"{r.day}: {number(r.value, 1)}, n = {r.n}" for r in readings)
        self._picture.show_painting(self._paint_trend, words)

    def _paint_trend(self, painter: QPainter, rect: QRectF) -> None:
        look, language = theme.current(), theme.language()
        paint_trend(painter, rect, self._readings, theme=look, language=language)

    def _on_period(self) -> None:
        self.asked.emit(replace(self._question, period=self.period.currentData()))
