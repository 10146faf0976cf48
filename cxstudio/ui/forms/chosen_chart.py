"""A painted chart of records in which one is chosen, by pointer or by key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from cxstudio.ui import theme
from cxstudio.ui.workspace import Workspace


class ChosenChart(QWidget):
    """What the charts share: the choice, its words, and a plan of places made once for a size.

    A chart makes `_plan` when it is asked for, and says in words what a record is and what
    stands at a place.
    """

    chosen = Signal(object)  # the id
    delete_pressed = Signal()

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan: Any = None
        self.selected: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self._forget_plan)

    def words_of(self, id: int | None) -> str:
        """What the record of that id is, for those who cannot see it."""
        raise NotImplementedError

    def tip_at(self, place: QPointF) -> str:
        """What is said of the record under the pointer; empty where there is none."""
        raise NotImplementedError

    def choose(self, id: int | None) -> None:
        """Mark a record; what was typed or moved on another is one step of its own."""
        if id != self.selected:
            self._workspace.file.end_merge()
        self.selected = id
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words_of(self.selected))

    def _forget_plan(self) -> None:
        self._plan = None
        self._describe()
        self.update()

    def _choose_next(self, ids: list[int], step: int) -> None:
        """Choose the one `step` further, and the first again after the last."""
        if ids:
            at = ids.index(self.selected) if self.selected in ids else -step
            self.chosen.emit(ids[(at + step) % len(ids)])

    def resizeEvent(self, _event: object) -> None:
        self._forget_plan()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._workspace.file.end_merge()
