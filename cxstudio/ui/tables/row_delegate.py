"""Painting rows of a table: one tint and edge for the whole row, hairlines, texts in our type."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.tokens import Strength
from cxstudio.ui import theme
from cxstudio.ui.tables.record_list import Index

SIDE = 14  # pixels between a cell's edge and its text


class RowDelegate(QStyledItemDelegate):
    """Paints plain cells; subclasses override `paint_cell` for columns with a sign or a bar."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(64), theme.px(36))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        self.paint_cell(painter, padded(option.rect), index, selected(option))
        painter.restore()

    def _ground(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = option.rect
        view = option.widget
        hovered = view is not None and getattr(view, "hovered_row", -1) == index.row()
        if selected(option) or hovered:
            painter.fillRect(rect, theme.colour("selected" if selected(option) else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if selected(option) and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.colour("accent"))

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        """Write the cell's text; `inner` is the room between the paddings."""
        right = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
        write(painter, inner, index.data(), "body", "text_2", right=right)


def padded(cell: QRect) -> QRect:
    """The room of a cell between its paddings."""
    return cell.adjusted(theme.px(SIDE), 0, -theme.px(SIDE // 2), 0)


def selected(option: Any) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def write(
    painter: QPainter,
    room: QRect,
    text: object,
    role: str,
    tone: str,
    *,
    right: bool = False,
) -> int:
    """One line, cut with … where it must be; gives the width it took."""
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(str(text or ""), Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def write_coded(painter: QPainter, room: QRect, code: str, text: object) -> None:
    """A code and what it names, in one cell."""
    used = write(painter, room, code, "code", "text_3")
    write(painter, room.adjusted(used + theme.px(8), 0, 0, 0), text, "label", "text")


def mark(painter: QPainter, room: QRect, strength: Strength) -> int:
    """The mark of backing at the left of the room; gives the width to leave."""
    side = theme.px(12)
    place = QRectF(room.x(), room.center().y() - side / 2 + 1, side, side)
    paint_mark(painter, place, strength, theme.current())
    return side + theme.px(8)
