"""What goes on beside the user's work: the lock's heartbeat, backups, a check of the file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cxstudio.i18n import _
from cxstudio.store.errors import Unreachable
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

MINUTE = 60_000


class Background(QObject):
    """Runs while a file is open; `stop` before it is closed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._reached = True
        self._timer = QTimer(self, interval=MINUTE)
        self._timer.timeout.connect(self._each_minute)
        self._timer.start()
        self._first = QTimer(self, singleShot=True, interval=1500)
        self._first.timeout.connect(self._after_opening)
        self._first.start()

    def stop(self) -> None:
        self._timer.stop()
        self._first.stop()

    def _after_opening(self) -> None:
        self._backup_when_due()
        self.check(told=False)

    def _each_minute(self) -> None:
        if self._reaches_file():
            self._backup_when_due()

    def _reaches_file(self) -> bool:
        """Whether the file's folder answers; said once when it stops to, and when it is back."""
        try:
            if not self._workspace.read_only:
                self._workspace.file.heartbeat()
        except Unreachable as problem:
            if self._reached:
                self._workspace.say(str(problem))
            self._reached = False
        else:
            if not self._reached:
                self._workspace.say(_("The file can be reached again. Go on working."))
            self._reached = True
        return self._reached

    def _backup_when_due(self) -> None:
        from cxstudio.store import backup

        file = self._workspace.file
        if not file.read_only and backup.due(file):

            def work(_progress: Progress) -> None:
                backup.make(file)

            self._workspace.tasks.run(_("Backup"), work, self._backed_up)

    def _backed_up(self, _result: object) -> None:
        """A backup is quiet."""

    def check(self, *, told: bool) -> None:
        """Look through the whole file; say what is wrong, and with `told` also that all is well."""
        from cxstudio.store.check import examine

        file = self._workspace.file
        path, key = file.path, file.key

        def work(_progress: Progress) -> list[str]:
            return [str(finding) for finding in examine(path, key)]

        done = self._tell_all if told else self._tell_faults
        self._workspace.tasks.run(_("Checking the file"), work, done)

    def _tell_faults(self, findings: list[str]) -> None:
        if findings:
            self._workspace.say(
                _("The file is damaged: {what}").format(what=findings[0]), undo=False
            )

    def _tell_all(self, findings: list[str]) -> None:
        self._tell_faults(findings)
        if not findings:
            self._workspace.say(_("The file is sound."))
