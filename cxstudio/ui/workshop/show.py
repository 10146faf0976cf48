"""A workshop on its screens: the map on the projector, notes and controls on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.ui.workshop.console import Console
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session
from cxstudio.ui.workshop.summary import put_into_report
from cxstudio.ui.workspace import Workspace


class Show(QObject):
    """Owns the windows of one session until it is left; `over` then, and `finished` said once."""

    finished = Signal()

    def __init__(self, window: QWidget, workspace: Workspace, workshop_id: int) -> None:
        super().__init__(window)
        self.over = False
        self._window, self.workspace = window, workspace
        self.session = Session(workspace, workshop_id)
        self.countdown = Countdown(self.session.workshop.minutes, parent=self)
        laptop, wall = screens(window)
        self.projector = Projector(self.session, self.countdown, own_controls=laptop is wall)
        self.console: Console | None = None
        if laptop is not wall:
            self.console = Console(self.session, self.countdown, self.projector)
            self.console.swap_pressed.connect(self.swap)
        self.projector.finished.connect(self._end)
        self.session.lost.connect(self.close)
        self.projector.report_wanted.connect(self._put_into_report)
        self._laptop, self._wall = laptop, wall
        self._open()

    def swap(self) -> None:
        """Put the map on the other screen, when the room was guessed wrong."""
        self._laptop, self._wall = self._wall, self._laptop
        self.projector.showNormal()
        self._open()

    def _open(self) -> None:
        laptop, wall = self._laptop, self._wall
        if self.console is not None:
            self.console.setGeometry(laptop.availableGeometry())
            self.console.show()
        self.projector.setGeometry(wall.geometry())
        self.projector.showFullScreen()
        self.projector.activateWindow()
        self.projector.refresh()

    def close(self) -> None:
        """Leave the session as it is, when the file is about to close."""
        if not self.over:
            self.projector.close()

    def _put_into_report(self) -> None:
        put_into_report(self.workspace, self.session.id, _("Put the workshop into the report"))
        self.projector.report_done()

    def _end(self) -> None:
        if self.over:
            return
        self.over = True
        self.session.close()
        self.projector.deleteLater()
        if self.console is not None:
            self.console.close()
            self.console.deleteLater()
        self._window.activateWindow()
        self.finished.emit()
        self.deleteLater()


def screens(window: QWidget) -> tuple[QScreen, QScreen]:
    """The laptop's screen, where the window is, and the projector's; the same when there is one."""
    laptop = window.screen()
    others = [screen for screen in QGuiApplication.screens() if screen is not laptop]
    return laptop, others[0] if others else laptop


def start(window: QWidget, workspace: Workspace) -> Show | None:
    """Ask what must be asked and begin; None when nothing was begun."""
    from cxstudio.ui.workshop.starting import choose_workshop

    chosen = choose_workshop(window, workspace)
    return None if chosen is None else Show(window, workspace, chosen)
