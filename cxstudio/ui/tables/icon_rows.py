"""Rows of the list column that begin with an icon on a pale square."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.icon_field import paint_icon_square

Index = QModelIndex | QPersistentModelIndex
ICON = Qt.ItemDataRole.UserRole + 200


class IconRows(widgets.RecordDelegate):
    """Paints what `ICON` names at the left of the usual two lines."""

    def _paint_two_lines(self, painter: QPainter, area: QRect, index: Index) -> None:
        icon = index.data(ICON)
        if icon:
            side = theme.px(32)
            top = area.y() + (area.height() - side) // 2
            paint_icon_square(painter, QRect(area.x(), top, side, side), icon)
            area = area.adjusted(side + theme.px(12), 0, 0, 0)
        super()._paint_two_lines(painter, area, index)
