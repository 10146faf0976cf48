"""The composition root of the window: settings, look, language, window, file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from cxstudio import i18n, resources
from cxstudio.ui import theme
from cxstudio.ui.garbage import IdleCollection, leave_clipboard
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.error_dialog import catch_all
from cxstudio.ui.shell.undo_keys import UndoKeys
from cxstudio.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from cxstudio.store.claiming import Claim


def run(path: Path | None, *, quit_after_paint: bool = False) -> int:
    """Open the window, on the file when one is given; returns the exit status."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("CX Studio")
    app.setDesktopFileName("cxstudio")
    app.setWindowIcon(QIcon(str(resources.path("icons", "cxstudio.svg"))))
    settings = Settings()
    language = settings.text("language", _system_language())
    i18n.use(language)
    theme.use_language(language)  # type: ignore[arg-type]
    theme.use(settings.text("theme", "light"))  # type: ignore[arg-type]
    theme.use_zoom(settings.number("zoom", 1.0))
    theme.start(app)
    UndoKeys(app)
    catch_all()
    collection = IdleCollection(app)
    app.aboutToQuit.connect(leave_clipboard)
    window = MainWindow(settings)
    timings = Timings(window) if quit_after_paint else None
    claimed = window.claim_path(path) if path else None
    if claimed is None:
        window.show_library()
        collection.start()
    else:
        filling = _Filling(window, claimed, timings, collection)
        window.first_frame.painted.connect(filling.run)
    window.show()
    return app.exec()


class _Filling:
    """Builds the pages once the first frame is on the screen."""

    def __init__(
        self,
        window: MainWindow,
        claimed: Claim,
        timings: Timings | None,
        collection: IdleCollection,
    ) -> None:
        self._window, self._claimed, self._timings = window, claimed, timings
        self._collection = collection

    def run(self) -> None:
        self._window.use_claim(self._claimed)
        self._collection.start()
        if self._timings:
            QApplication.processEvents()
            self._timings.filled()


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


class Timings(QObject):
    """For `make bench`: says when the window is first painted, then when its page is filled and
    what memory (PSS, in kB) the program takes then, and quits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        sys.excepthook = sys.__excepthook__
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()

    def filled(self) -> None:
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
        pss = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
        sys.stdout.write(f"filled {pss}\n")
        sys.stdout.flush()
        QApplication.quit()
