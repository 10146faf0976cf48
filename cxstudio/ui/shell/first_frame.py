"""What the window shows first: whose engagement is open, and the rail, before pages are built.

Loads nothing of SQLAlchemy, which takes longer to import than a window to appear.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.ui import pages, theme, widgets

MARGIN = 48


class FirstFrame(QWidget):
    """Stands where the engagement's view will stand a moment later.

    `painted` is emitted once, when the frame is on the screen.
    """

    painted = Signal()

    def __init__(self, client: str, title: str) -> None:
        super().__init__()
        self._shown = False
        self._rail = widgets.Rail()
        self._rail.set_groups(empty_groups())
        self._rail.choose("overview")
        self._rail.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar(client, title))
        column.addWidget(widgets.Hairline())
        column.addLayout(self._middle(title or client), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self.painted.emit)

    def _bar(self, client: str, title: str) -> QWidget:
        bar = widgets.Ground("window")
        bar.setFixedHeight(theme.px(48))
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(MARGIN), 0, theme.px(12), 0)
        place = "  /  ".join(dict.fromkeys(text for text in (client, title) if text))
        row.addWidget(widgets.Label(place, "body_strong"), 1)
        return bar

    def _middle(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(widgets.Hairline(vertical=True))
        page = QVBoxLayout()
        page.setContentsMargins(*(theme.px(24), theme.px(40)) * 2)
        page.addWidget(widgets.Label(title, "title"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(page, 1)
        return row


def empty_groups() -> list[widgets.RailGroup]:
    """The rail without counts and shares."""
    return [
        widgets.RailGroup(
            _(title) if title else "",
            None,
            [
                widgets.RailItem(page.key, page.icon, _(page.title))
                for page in pages.PAGES
                if page.group == group
            ],
        )
        for group, title in pages.GROUPS.items()
    ]
