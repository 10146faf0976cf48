"""Parts of a persona side by side: all of one width, six to a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QGridLayout

from cxstudio.ui import theme
from cxstudio.ui.editors.personas.parts import PartList

MOST = 6  # in one row


class PartGrid(PartList):
    """As wide as there are parts, up to six columns."""

    def __init__(self, *given: Any, **fixed: Any) -> None:
        super().__init__(*given, **fixed)
        self._most = MOST
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(theme.px(12))

    def lay_out(self) -> None:
        while self._grid.takeAt(0):
            pass
        columns = min(max(len(self.parts), 1), self._most)
        for place, part in enumerate(self.parts.values()):
            self._grid.addWidget(part, *divmod(place, columns))
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def set_most(self, most: int) -> None:
        """So many stand in one row at most."""
        self._most = most
        self.lay_out()

    def place_at(self, spot: QPoint) -> int:
        """The part before which something dropped there goes; they stand in rows."""
        for place, part in enumerate(self.parts.values()):
            area = part.geometry()
            above = spot.y() < area.top()
            if above or (spot.y() <= area.bottom() and spot.x() < area.center().x()):
                return place
        return len(self.parts)

    def drop_line(self, place: int) -> QRect:
        """Where the line is drawn that shows the place: beside a part."""
        shown = [part.geometry() for part in self.parts.values()]
        if place < len(shown):
            area = shown[place]
            return QRect(max(area.left() - 2, 0), area.top(), 3, area.height())
        area = shown[-1]
        return QRect(min(area.right() + 1, self.width() - 3), area.top(), 3, area.height())
