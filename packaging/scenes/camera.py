"""The program's window, and pictures of it with whatever dialog is open over it."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from cxstudio import i18n
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.window import MainWindow

SIZE = (1600, 1000)


class Camera:
    """Holds the window on a copy of the sample; every picture is language-theme-scene."""

    def __init__(self, language: str, words: list[str], out: Path) -> None:
        self.language, self.words, self.out = language, words, out
        self.scale = os.environ.get("QT_SCALE_FACTOR", "1")
        self.home = Path(os.environ["HOME"])
        self.app = QApplication(sys.argv[:1])
        i18n.use(language)
        theme.use_language(language)  # type: ignore[arg-type]
        theme.start(self.app)
        self.settings = Settings(self.home / "settings.ini")
        self.settings.set_folder(self.home / "engagements")
        self.window = MainWindow(self.settings)
        self.window.resize(*SIZE)

    def open(self, sample: Path) -> None:
        """Show a copy of the sample, so that the user's own stays as it is."""
        copy = self.home / "engagements" / sample.name
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(sample, copy)
        self.window.open_path(copy)
        self.window.show()
        QCursor.setPos(0, 0)  # nothing looks hovered over

    def wear(self, name: str) -> None:
        theme.use(name)  # type: ignore[arg-type]
        self.settle()

    def name(self, scene: str) -> str:
        scale = "" if self.scale == "1" else f"-{self.scale}"
        return f"{self.language}-{theme.current()}-{scene}{scale}"

    def wants(self, scene: str) -> bool:
        name = self.name(scene)
        return not self.words or any(word in name for word in self.words)

    def settle(self, seconds: float = 0.15) -> None:
        """Let what was asked for happen and be painted."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def finish_work(self) -> None:
        """Wait for previews and checks that are made in the background."""
        until = time.monotonic() + 10
        while self.window.workspace and time.monotonic() < until:
            if not self.window.workspace.tasks.busy:
                break
            self.settle(0.1)

    def take(self, scene: str) -> None:
        """A picture of the window and of the dialogs over it."""
        if not self.wants(scene):
            return
        self.settle(0.6)
        self.finish_work()
        self.settle(0.1)
        picture = self.window.grab()
        for dialog in self.app.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                self._put(picture, dialog)
        picture.save(str(self.out / f"{self.name(scene)}.png"))

    def _put(self, picture: QPixmap, dialog: QDialog) -> None:
        place = self.window.mapFromGlobal(dialog.mapToGlobal(QPoint(0, 0)))
        painter = QPainter(picture)
        painter.drawPixmap(place, dialog.grab())
        painter.setPen(theme.colour("line_strong"))
        painter.drawRect(dialog.rect().translated(place))
        painter.end()

    def dialog(self, name: str, scene: Callable[["Camera"], None]) -> None:
        """Run what opens a dialog; it is drawn once it is there, and rejected."""
        if not self.wants(f"dialog-{name}"):
            return
        QTimer.singleShot(250, lambda: self._take_and_reject(name))
        scene(self)
        self.settle(0.35)

    def _take_and_reject(self, name: str) -> None:
        self.take(f"dialog-{name}")
        shown = [w for w in self.app.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        for dialog in reversed(shown):
            dialog.reject()

    def library(self) -> None:
        if self.wants("library"):
            self.window.show_library()
            self.settle(0.8)
            self.take("library")
            self.dialog("backups", lambda camera: camera.window.centralWidget()._restore())

    def close(self) -> None:
        self.window.close()
