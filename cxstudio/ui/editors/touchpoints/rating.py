"""Importance and satisfaction of a touchpoint as bars, with the opportunity between them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.gaps.severity import opportunity
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _
from cxstudio.ui import theme

HIGHEST = 10.0


class RatingBars(QWidget):
    """Two bars from 0 to 10 under each other, and the opportunity as a figure at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._importance: float | None = None
        self._satisfaction: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            _("Opportunity = importance + max(importance − satisfaction, 0), 0 to 20 (Ulwick).")
        )

    def show_ratings(self, importance: float | None, satisfaction: float | None) -> None:
        self._importance, self._satisfaction = importance, satisfaction
        self.setAccessibleName(f"{_('Opportunity')} {self.figure()}")
        self.update()

    @property
    def opportunity(self) -> float | None:
        """0 to 20, None while a rating is missing or outside its range."""
        try:
            return opportunity(self._importance, self._satisfaction)
        except ValueError:
            return None

    def figure(self) -> str:
        """The opportunity as it is shown."""
        value = self.opportunity
        return "–" if value is None else number(value, "", theme.language())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), 2 * theme.line_height("small") + theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = theme.px(128)
        rows = (
            (_("Importance"), self._importance, "text_3"),
            (_("Satisfaction"), self._satisfaction, "accent"),
        )
        line = self.height() / 2
        for row, (words, value, role) in enumerate(rows):
            area = QRectF(0, row * line, self.width() - right - theme.px(24), line)
            self._paint_bar(painter, area, words, value, role)
        self._paint_figure(painter, QRectF(self.width() - right, 0, right, self.height()))

    def _paint_bar(
        self, painter: QPainter, area: QRectF, words: str, value: float | None, role: str
    ) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        word, digits, thick = theme.px(88), theme.px(32), theme.px(6)
        painter.drawText(QRectF(0, area.y(), word, area.height()), middle, words)
        shown = "–" if value is None else number(value, "", theme.language())
        figure = QRectF(area.right() - digits, area.y(), digits, area.height())
        painter.setPen(theme.colour("text"))
        painter.drawText(figure, middle | Qt.AlignmentFlag.AlignRight, shown)
        wide = area.width() - word - digits - theme.px(8)
        top = area.center().y() - thick / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(word, top, wide, thick), thick / 2, thick / 2)
        if value:
            painter.setBrush(theme.colour(role))
            part = wide * min(max(value, 0), HIGHEST) / HIGHEST
            painter.drawRoundedRect(QRectF(word, top, part, thick), thick / 2, thick / 2)

    def _paint_figure(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(theme.colour("text_2"))
        painter.setFont(theme.font("small"))
        high = theme.line_height("small")
        painter.drawText(QRectF(area.x(), area.y(), area.width(), high), 0, _("Opportunity"))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("title"))
        below = area.adjusted(0, high, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self.figure())
