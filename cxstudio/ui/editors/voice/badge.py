"""The score that somebody gave, as a small square: orange, grey or blue, and the figure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxstudio.drawing import tokens
from cxstudio.ui import theme

DETRACTOR, PASSIVE, PROMOTER = 5.0, 15.0, 25.0  # a score in the step whose colour is worn


def paint_badge(painter: QPainter, rect: QRectF, score: int | None) -> None:
    """Paint the score; a dash where there is none."""
    kind = DETRACTOR if (score or 0) <= 6 else PROMOTER if (score or 0) >= 9 else PASSIVE
    look = tokens.score(PASSIVE if score is None else kind, theme.current())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
    painter.setPen(QColor(look.text))
    painter.setFont(theme.font("label"))
    text = "–" if score is None else str(score)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
