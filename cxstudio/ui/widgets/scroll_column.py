"""A scrolling column of form parts, at most 640 px wide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxstudio.ui import theme


class ScrollColumn(QScrollArea):
    """Scrolls down, and sideways only when a part cannot be made narrower.

    ``body`` is the layout; None as max_width takes the whole width.
    """

    def __init__(self, max_width: int | None = 640, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._max_width = max_width
        inside = QWidget()
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(24, 24, 24, 32)
        self.body.setSpacing(16)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._column, 1, Qt.AlignmentFlag.AlignTop)
        if max_width is not None:
            row.addStretch(0)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the ground under the column shows
        self.viewport().setAutoFillBackground(False)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        if self._max_width is not None:
            self._column.setMaximumWidth(theme.px(self._max_width) + 48)

    def add(self, widget: QWidget) -> None:
        """A part at the end of the column."""
        self.body.addWidget(widget)

    def show_part(self, widget: QWidget) -> None:
        """Scrolls so that a part can be seen."""
        self.ensureWidgetVisible(widget, 0, 24)
