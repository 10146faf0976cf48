"""Rows of the list column: title and date, code, second line, sentiment, portrait, mark."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cxstudio.drawing.marks import paint_mark
from cxstudio.ui import theme
from cxstudio.ui.widgets.avatar import paint_avatar, paint_picture
from cxstudio.ui.widgets.bars import paint_parts, sentiment_colours

Index = QModelIndex | QPersistentModelIndex


class Row(IntEnum):
    """Item roles that a row is painted from; all but the title may be missing."""

    TITLE = Qt.ItemDataRole.DisplayRole
    DATE = Qt.ItemDataRole.UserRole + 100  # text at the right of the title
    CODE = Qt.ItemDataRole.UserRole + 101  # "V-13"
    SECOND = Qt.ItemDataRole.UserRole + 102  # text behind the code
    SENTIMENT = Qt.ItemDataRole.UserRole + 103  # (negative, neutral, positive)
    COUNT = Qt.ItemDataRole.UserRole + 104  # figure at the far right of the second line
    AVATAR = Qt.ItemDataRole.UserRole + 105  # (index, people) or a QPixmap
    MARK = Qt.ItemDataRole.UserRole + 106  # evidence strength


class RecordDelegate(QStyledItemDelegate):
    """Paints a row of 56 px, or 74 px with a portrait; the selected one has a rounded tint."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = theme.line_height("label") + theme.line_height("small")
        if index.data(Row.AVATAR) is not None:
            lines += theme.line_height("small")
        return QSize(theme.px(160), lines + theme.px(20))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = option.rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        paint_tint(painter, tint, option)
        inner = tint.adjusted(theme.px(10), theme.px(9), -theme.px(10), -theme.px(9))
        portrait = index.data(Row.AVATAR)
        if portrait is not None:
            inner = self._paint_portrait(painter, inner, portrait)
            self._paint_three_lines(painter, inner, index)
        else:
            self._paint_two_lines(painter, inner, index)
        painter.restore()

    def _paint_portrait(self, painter: QPainter, area: QRect, portrait: object) -> QRect:
        side = theme.px(44)
        place = QRectF(area.x(), area.y() + (area.height() - side) / 2, side, side)
        if isinstance(portrait, QPixmap):
            paint_picture(painter, place, portrait)
        else:
            number, people = portrait if isinstance(portrait, tuple) else (portrait, 1)
            paint_avatar(painter, place, int(number), people)  # type: ignore[call-overload]
        return area.adjusted(side + theme.px(12), 0, 0, 0)

    def _paint_three_lines(self, painter: QPainter, area: QRect, index: Index) -> None:
        small, line = theme.line_height("small"), theme.line_height("label")
        top = QRect(area.x(), area.y(), area.width(), small)
        _write(painter, top, index.data(Row.CODE), "code", "text_3")
        middle = QRect(area.x(), top.bottom() + 1, area.width(), line)
        _write(painter, middle, index.data(Row.TITLE), "label", "text")
        low = QRect(area.x(), middle.bottom() + 1, area.width(), small)
        _write(painter, low, index.data(Row.SECOND), "small", "text_2")

    def _paint_two_lines(self, painter: QPainter, area: QRect, index: Index) -> None:
        line = theme.line_height("label")
        top = QRect(area.x(), area.y(), area.width(), line)
        used = _write(painter, top, index.data(Row.DATE), "small", "text_3", right=True)
        title = top.adjusted(0, 0, -(used + theme.px(8)) if used else 0, 0)
        _write(painter, title, index.data(Row.TITLE), "label", "text")
        low = QRect(area.x(), top.bottom() + 1, area.width(), theme.line_height("small"))
        low = self._paint_right(painter, low, index)
        used = _write(painter, low, index.data(Row.CODE), "code", "text_3")
        low.setLeft(low.left() + (max(used, theme.px(36)) + theme.px(8) if used else 0))
        _write(painter, low, index.data(Row.SECOND), "small", "text_3")

    def _paint_right(self, painter: QPainter, area: QRect, index: Index) -> QRect:
        """Count, sentiment and mark at the right; gives what is left of the line."""
        count = index.data(Row.COUNT)
        if count is not None:
            used = _write(painter, area, str(count), "small", "text_2", right=True)
            area = area.adjusted(0, 0, -max(used, theme.px(18)) - theme.px(6), 0)
        sentiment = index.data(Row.SENTIMENT)
        if sentiment:
            wide, thick = theme.px(64), theme.px(4)
            bar = QRectF(area.right() - wide, area.center().y() - thick / 2 + 1, wide, thick)
            parts = list(zip(map(float, sentiment), sentiment_colours(), strict=True))
            paint_parts(painter, bar, parts)
            area = area.adjusted(0, 0, -wide - theme.px(8), 0)
        mark = index.data(Row.MARK)
        if mark:
            side = theme.px(12)
            place = QRectF(area.right() - side, area.center().y() - side / 2 + 1, side, side)
            paint_mark(painter, place, mark, theme.current())
            area = area.adjusted(0, 0, -side - theme.px(8), 0)
        return area


def paint_tint(painter: QPainter, rect: QRect, option: Any) -> None:
    """The rounded ground of a selected or hovered row, and its ring under keyboard focus."""
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    radius = theme.px(8)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if selected else "hover"))
        painter.drawRoundedRect(QRectF(rect), radius, radius)
    paint_focus(painter, rect, option)


def paint_focus(painter: QPainter, rect: QRect, option: Any) -> None:
    """The ring of the row that the keyboard is on."""
    state, radius = option.state, theme.px(8)
    focused = state & QStyle.StateFlag.State_HasFocus
    if focused and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


def _write(
    painter: QPainter, area: QRect, text: object, role: str, tone: str, right: bool = False
) -> int:
    """Writes one line, cut with … where it must be; gives the width it took."""
    if not text:
        return 0
    font = theme.font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(str(text), Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


class RecordList(QListView):
    """A list view set up for RecordDelegate; give it any model that answers to Row."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RecordDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 8, 0, 8)
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.scheduleDelayedItemsLayout()
