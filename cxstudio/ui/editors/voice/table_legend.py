"""What the colours and marks of the table mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.survey.figure import NPS, Measure
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.voice import heat
from cxstudio.ui.editors.voice.table_cells import paint_corner

SWATCH, HIGH = 44, 18


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
