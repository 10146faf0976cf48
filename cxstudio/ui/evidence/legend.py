"""What the three colours of a sentiment bar mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.ui import theme
from cxstudio.ui.evidence.feelings import FEELINGS, feeling_word
from cxstudio.ui.widgets.bars import sentiment_colours


class Legend(QWidget):
    """A dot and a word for each feeling, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(map(feeling_word, FEELINGS)))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        words = sum(metrics.horizontalAdvance(feeling_word(feeling)) for feeling in FEELINGS)
        dots = len(FEELINGS) * theme.px(8 + 6) + (len(FEELINGS) - 1) * theme.px(14)
        return QSize(2 * theme.px(18) + dots + words, theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetrics(theme.font("small"))
        left, dot = theme.px(18), theme.px(8)
        for sentiment, colour in zip(FEELINGS, sentiment_colours(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(left, (self.height() - dot) / 2, dot, dot))
            left += dot + theme.px(6)
            painter.setPen(theme.colour("text_2"))
            words = feeling_word(sentiment)
            area = QRectF(left, 0, theme.px(120), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
            left += metrics.horizontalAdvance(words) + theme.px(14)
