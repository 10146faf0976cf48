"""The composition root of the window: settings, look, language, window, file."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from cxstudio import i18n, resources
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.error_dialog import catch_all
from cxstudio.ui.shell.undo_keys import UndoKeys
from cxstudio.ui.shell.window import MainWindow


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
    undo_keys = UndoKeys()
    app.installEventFilter(undo_keys)
    catch_all()
    window = MainWindow(settings)
    if path is None or not window.open_path(path):
        window.show_library()
    if quit_after_paint:
        report = _FirstPaint(window)
        window.installEventFilter(report)
    window.show()
    return app.exec()


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


class _FirstPaint(QObject):
    """For `make bench`: prints when the window was painted and what memory it takes, and quits."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
        pss = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
        sys.stdout.write(f"painted {pss}\n")
        sys.stdout.flush()
        QApplication.quit()
