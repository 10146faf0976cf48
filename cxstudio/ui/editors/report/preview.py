"""The preview of a section: its pages on their ground, turned and sized."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.report.preview_paper import GAP, WIDTH, Paper

LEAST_ZOOM, MOST_ZOOM = 0.4, 1.15
"""Between which pages are as wide as the room."""
LEAST, MOST, STEP = 0.25, 3.0, 1.1
"""Between which a size can be chosen, and how much a turn of the wheel changes."""
Size = Literal["width", "page"] | float


class Preview(QScrollArea):
    """The paper on its ground, as wide as the room allows or in a size that was chosen: Ctrl and
    the wheel. Page Up and Page Down turn pages; `beyond` asks for the section before or behind."""

    AROUND = 24

    moved = Signal()  # another page or size
    beyond = Signal(int)

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self.page = 0
        """The page that is looked at, from 0 for the section's first."""
        self.zoom: Size = "width"
        self._turning = False
        self._ground = ground = QWidget()
        ground.setProperty("ground", "page_ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(*(self.AROUND,) * 4)
        row.addWidget(paper, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(380))
        self.setAccessibleName(_("Preview of the section"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        paper.turned.connect(self._on_turned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- pages ------------------------------------------------------------------------

    def to_top(self) -> None:
        """Show the beginning."""
        self._turn(0)

    def to_end(self) -> None:
        """Show the last page."""
        self._turn(self._paper.count - 1)

    def go(self, step: int) -> None:
        """So many pages on, or back when negative; beyond the last to the next section."""
        if 0 <= self.page + step < self._paper.count:
            self._turn(self.page + step)
        else:
            self.beyond.emit(step)

    def _turn(self, page: int) -> None:
        tops = self._paper.tops()
        self.page = max(min(page, len(tops) - 1), 0)
        self._turning = True
        if tops:
            self.verticalScrollBar().setValue(round(tops[self.page]) + self.AROUND - GAP // 2)
        self._turning = False
        self.moved.emit()

    def _on_scrolled(self, value: int) -> None:
        if not self._turning:
            middle = value + self.viewport().height() / 2 - self.AROUND
            self.page = max(sum(top <= middle for top in self._paper.tops()) - 1, 0)
            self.moved.emit()

    def _on_turned(self) -> None:
        self.page = min(self.page, max(self._paper.count - 1, 0))
        self._fit()

    # -- size -------------------------------------------------------------------------

    @property
    def share(self) -> float:
        """How large pages are beside paper."""
        return self._paper.wide / WIDTH

    def set_zoom(self, size: Size) -> None:
        """As wide as the room, a whole page, or a share of full size; what is looked at stays."""
        bar, half = self.verticalScrollBar(), self.viewport().height() / 2
        place = (bar.value() + half) / max(self._ground.height(), 1)
        fixed = isinstance(size, float)
        self.zoom = min(max(size, LEAST), MOST) if isinstance(size, float) else size
        self._turning = True
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if fixed else policy.ScrollBarAlwaysOff
        )
        self._fit()
        self._ground.adjustSize()
        bar.setValue(round(place * self._ground.height() - half))
        self._turning = False
        if size == "page":
            self._turn(self.page)

    def _fit(self) -> None:
        if isinstance(self.zoom, float):
            width = self.zoom * WIDTH
        else:
            room = self.viewport().size() - QSize(2 * self.AROUND, 2 * self.AROUND)
            width = min(max(room.width(), WIDTH * LEAST_ZOOM), WIDTH * MOST_ZOOM)
            if self.zoom == "page":
                width = min(width, room.height() * self._paper.slimness)
        self._paper.set_width(round(width))
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y() / 120
            self.set_zoom(self.share * STEP**turned)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in turns:
            self.go(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
