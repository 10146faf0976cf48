"""The program's window, and pictures of it with whatever dialog is open over it."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cxstudio import i18n
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.window import MainWindow

SIZE = (1600, 1000)
LONGEST = 15.0  # seconds that a dialog may take to open
PATIENCE = 60.0  # seconds that previews and checks may take


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
        self.afterwards: list[Callable[[], object]] = []
        self._watching = False

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

    def wants_any(self, beginning: str, theme_name: str) -> bool:
        """Whether scenes whose names begin so may be wanted, in the theme that is worn."""
        start = self.name(beginning)
        near = (word in start or start in word or beginning in word for word in self.words)
        return theme.current() == theme_name and (not self.words or any(near))

    def settle(self, seconds: float = 0.15) -> None:
        """Let what was asked for happen and be painted."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def finish_work(self) -> None:
        """Wait until previews and checks are made in the background, and no more begin."""
        until, at_rest = time.monotonic() + PATIENCE, 0
        while at_rest < 6 and time.monotonic() < until:
            self.settle(0.1)
            work = self.window.workspace
            at_rest = 0 if work and work.tasks.busy else at_rest + 1

    def take(self, scene: str, of: QWidget | None = None) -> None:
        """A picture of the window and of what is open over it, or of another window."""
        if not self.wants(scene):
            return
        self.finish_work()
        picture = (of or self.window).grab()
        for over in self._open_over() if of is None else ():
            self._put(picture, over)
        picture.save(str(self.out / f"{self.name(scene)}.png"))

    def _open_over(self) -> list[QWidget]:
        """Dialogs first, then menus and popovers."""
        popups = (w for w in self.app.topLevelWidgets() if w.windowType() == Qt.WindowType.Popup)
        return [*self._dialogs(), *(popup for popup in popups if popup.isVisible())]

    def _put(self, picture: QPixmap, over: QWidget) -> None:
        place = self.window.mapFromGlobal(over.mapToGlobal(QPoint(0, 0)))
        painter = QPainter(picture)
        painter.drawPixmap(place, over.grab())
        if isinstance(over, QDialog):  # the frame that a window manager gives
            painter.setPen(theme.colour("line_strong"))
            painter.drawRect(over.rect().translated(place))
        painter.end()

    def close_popups(self) -> None:
        """Close menus and popovers, and take back what was made for the picture."""
        while popup := self.app.activePopupWidget():
            popup.close()
            self.settle(0.05)
        for act in reversed(self.afterwards):
            act()
        self.afterwards.clear()
        self.settle()

    def dialog(self, name: str, scene: Callable[["Camera"], None]) -> None:
        """Run what opens a dialog; it is drawn once it is there, and rejected."""
        if not self.wants(f"dialog-{name}"):
            return
        until = time.monotonic() + LONGEST
        self._watch(f"dialog-{name}", until)
        scene(self)
        while self._watching and time.monotonic() < until:
            self.settle(0.1)

    def _watch(self, name: str, until: float) -> None:
        """Look for the dialog until it is there: some open after work in the background."""
        self._watching = not self._dialogs() and time.monotonic() < until
        if self._watching:
            QTimer.singleShot(100, lambda: self._watch(name, until))
        else:
            self.take(name)
            for dialog in reversed(self._dialogs()):
                dialog.reject()

    def _dialogs(self) -> list[QDialog]:
        shown = self.app.topLevelWidgets()
        return [w for w in shown if isinstance(w, QDialog) and w.isVisible()]

    def library(self) -> None:
        if self.wants("library"):
            self.window.show_library()
            self.settle(0.8)
            self.take("library")
            self.dialog("backups", lambda camera: camera.window.centralWidget()._restore())

    def close(self) -> None:
        self.window.close()
