"""A row of the KPI tree: name and latest value; code, a small bar of the way, and target."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.kpis.figures import Standing
from cxstudio.ui.tables.record_list import Index

DEPTH = Qt.ItemDataRole.UserRole + 200
STANDING = Qt.ItemDataRole.UserRole + 201
INDENT, BAR_WIDTH, BAR_HEIGHT = 16, 48, 4


class KpiDelegate(QStyledItemDelegate):
    """Two lines of 56 px in all, set in by the depth, with an elbow from the parent."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = theme.line_height("label") + theme.line_height("small")
        return QSize(theme.px(160), lines + theme.px(20))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = option.rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        widgets.paint_tint(painter, tint, option)
        inner = tint.adjusted(theme.px(10), theme.px(9), -theme.px(10), -theme.px(9))
        depth = index.data(DEPTH) or 0
        if depth:
            inner.setLeft(inner.left() + theme.px(INDENT) * depth)
            _elbow(painter, inner)
        at: Standing = index.data(STANDING)
        line = theme.line_height("label")
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        used = _write(painter, first, at.latest, "body_strong", "text", right=True)
        first.setRight(first.right() - used - theme.px(8))
        _write(painter, first, index.data(widgets.Row.TITLE), "label", "text")
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), theme.line_height("small"))
        self._paint_second(painter, second, index.data(widgets.Row.CODE), at)
        painter.restore()

    def _paint_second(self, painter: QPainter, area: QRect, code: str, at: Standing) -> None:
        _write(painter, area, code, "code", "text_3")
        target = at.target and "→ " + at.target
        used = _write(painter, area, target or _("no target"), "small", "text_3", right=True)
        if at.share is None:
            return
        wide, thick = theme.px(BAR_WIDTH), theme.px(BAR_HEIGHT)
        left = area.right() - used - theme.px(8) - wide
        bar = QRectF(left, area.center().y() - thick / 2 + 1, wide, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line_strong"))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
        bar.setWidth(max(bar.width() * at.share, thick))
        painter.setBrush(theme.colour("accent" if at.share >= 1 else "text_2"))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)


def _elbow(painter: QPainter, inner: QRect) -> None:
    left = inner.left() - theme.px(10)
    middle = inner.top() + theme.line_height("label") / 2
    corner = [
        QPointF(left, inner.top() - theme.px(4)),
        QPointF(left, middle),
        QPointF(inner.left() - theme.px(4), middle),
    ]
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.drawPolyline(QPolygonF(corner))


def _write(
    painter: QPainter, area: QRect, text: str, role: str, tone: str, right: bool = False
) -> int:
    """One line, cut with … where it must be; gives the width it took."""
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
