"""Going through the window by keyboard: from part to part, and from stop to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from cxstudio.ui.shell.engagement_view import EngagementView


class ByKeyboard(QMainWindow):
    """Tab goes as the eye goes. Ctrl+Tab does so too where Tab has a meaning of its own (on a map,
    in a written card), and F6 goes to the next part of the window."""

    view: EngagementView | None

    def next_part(self) -> None:
        if self.view:
            self.view.step_part(forward=True)

    def previous_part(self) -> None:
        if self.view:
            self.view.step_part(forward=False)

    def next_field(self) -> None:
        self._step(True, tab=False)

    def previous_field(self) -> None:
        self._step(False, tab=False)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self._step(next, tab=True)

    def _step(self, forward: bool, *, tab: bool) -> bool:
        from cxstudio.ui import focus_order

        return focus_order.step(self, forward, tab=tab)
