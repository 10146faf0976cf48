"""The readings against the target, painted live in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing.charts.scale import Reading as Point
from cxstudio.drawing.charts.trend import paint_trend
from cxstudio.i18n import _
from cxstudio.model import Kpi, Reading
from cxstudio.ui import theme
from cxstudio.ui.editors.kpis.figures import sentence

HEIGHT, EDGE = 232, 8


class TrendChart(QWidget):
    """True time along the bottom; the target dashed; intervals where they are known."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[Point] = []
        self._target: float | None = None
        self._baseline: float | None = None
        self._unit = ""
        self.setAccessibleName(_("Readings against the target"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_kpi(self, kpi: Kpi | None) -> None:
        """Paint the readings of this KPI; without any the chart is hidden."""
        self.points = [] if kpi is None else [_point(r) for r in kpi.readings]
        if kpi is not None:
            self._target, self._baseline, self._unit = kpi.target, kpi.baseline, kpi.unit
            self.setAccessibleDescription(sentence(kpi))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        zoom = theme.zoom()
        painter.scale(zoom, zoom)
        area = QRectF(0, 0, self.width() / zoom - EDGE, self.height() / zoom)
        paint_trend(
            painter,
            area,
            self.points,
            self._target,
            self._baseline,
            theme.current(),
            theme.language(),
            self._unit,
        )


def _point(reading: Reading) -> Point:
    return Point(reading.read_on, reading.value, reading.low, reading.high, reading.n)
