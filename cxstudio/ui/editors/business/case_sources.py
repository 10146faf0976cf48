"""What an assumption rests on: codes of evidence that lead there, a source in words, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.tables.row_delegate import write

HIGH, PAD, GAP = 20, 6, 4


def code_boxes(inner: QRect, codes: Sequence[str]) -> list[QRectF]:
    """Where the codes stand in a cell, from its left."""
    metrics, left, boxes = QFontMetrics(theme.font("code")), float(inner.x()), []
    for code in codes:
        wide = metrics.horizontalAdvance(code) + 2 * theme.px(PAD)
        boxes.append(_box(inner, left, wide))
        left += wide + theme.px(GAP)
    return boxes


def code_at(inner: QRect, codes: Sequence[str], place: QPoint) -> str:
    """The code under a place, or nothing."""
    found = zip(codes, code_boxes(inner, codes), strict=True)
    return next((code for code, box in found if box.contains(place.toPointF())), "")


def _box(inner: QRect, left: float, wide: float) -> QRectF:
    high = theme.px(HIGH)
    return QRectF(left, inner.center().y() - high / 2 + 1, wide, high)


def paint_source(painter: QPainter, inner: QRect, source: str, codes: Sequence[str]) -> None:
    """The codes as links and the words behind them, or a dashed box that says it is assumed."""
    if not source:
        words = _("assumption")
        wide = QFontMetrics(theme.font("code")).horizontalAdvance(words) + 2 * theme.px(PAD)
        _paint_box(painter, _box(inner, inner.x(), wide), words, linked=False)
        return
    boxes = code_boxes(inner, codes)
    for code, box in zip(codes, boxes, strict=True):
        _paint_box(painter, box, code, linked=True)
    taken = round(boxes[-1].right() - inner.x()) + theme.px(PAD) if boxes else 0
    words = source
    for code in codes:
        words = words.replace(f"[{code}]", "").replace(code, "")
    write(painter, inner.adjusted(taken, 0, 0, 0), words.strip(" ,;:：、；"), "small", "text_2")


def _paint_box(painter: QPainter, box: QRectF, words: str, *, linked: bool) -> None:
    painter.setFont(theme.font("code"))
    if linked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected"))
    else:
        painter.setPen(QPen(theme.colour("control_line"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("accent" if linked else "text_2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
