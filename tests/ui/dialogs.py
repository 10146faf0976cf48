"""Every dialog of the window, and how it is opened."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cxstudio.store import EngagementFile
from cxstudio.ui.library.backups_dialog import BackupsDialog
from cxstudio.ui.shell.error_dialog import ErrorDialog
from cxstudio.ui.shell.window import MainWindow


def wait(condition: Callable[[], bool], fault: str) -> None:
    """Wait until something is so, and leave the processor to what makes it so."""
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, fault
        QTest.qWait(5)


def open_one_in_use(window: MainWindow) -> None:
    path = window.settings.folder / "使用中.cxs"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with EngagementFile.create(path, client="見本"):
        window.open_path(path)


def on_page(key: str, opens: Callable[..., object]) -> Callable[[MainWindow], object]:
    """Shows a page and opens one of its dialogs."""

    def opened(window: MainWindow) -> object:
        window.view.show_page(key)
        QApplication.processEvents()
        return opens(window.view.page)

    return opened


def export_map(page) -> None:
    from cxstudio.ui.editors.journeys import exporting

    exporting.export_map(page)


def print_map(page) -> None:
    from cxstudio.ui.editors.journeys import exporting

    exporting.print_map(page)


def voice_page(page):
    """The survey's page, once its figures are there."""
    wait(lambda: not page.room.busy, "the figures are not there")
    return page


def import_survey(page) -> None:
    from cxstudio.ui.editors.voice.importing import SurveyImport

    path = page.file.path.with_name("店.csv")
    rows = [f"{n % 11},{n % 5 + 1},{'東西'[n % 2]}" for n in range(60)]
    path.write_text("\n".join(("推奨度（0〜10）,満足度,地域", *rows)), encoding="utf-8")
    SurveyImport(page.workspace, page).start(path)


def rename_wave(page) -> None:
    from cxstudio.ui.editors.voice.wave_menu import WaveMenu

    WaveMenu(page.workspace, page.wave.id, page).rename()


def mean_columns(page) -> None:
    from cxstudio.ui.editors.voice.wave_menu import WaveMenu

    WaveMenu(page.workspace, page.wave.id, page).change_meaning()


DIALOGS = {
    "new": MainWindow.new_file,
    "palette": MainWindow.show_palette,
    "snapshot": MainWindow.take_snapshot,
    "history": MainWindow.show_history,
    "passphrase": MainWindow.change_passphrase,
    "shortcuts": MainWindow.show_shortcuts,
    "about": MainWindow.show_about,
    "in use": lambda window: open_one_in_use(window),
    "guides": on_page("interviews", lambda page: page.edit_guides()),
    "export map": on_page("journeys", export_map),
    "print map": on_page("journeys", print_map),
    "import survey": on_page("voice", import_survey),
    "compare waves": on_page("voice", lambda page: voice_page(page).compare()),
    "name of a wave": on_page("voice", rename_wave),
    "meaning of columns": on_page("voice", mean_columns),
    "workshop": MainWindow.start_workshop,
    "backups": lambda window: BackupsDialog(window).exec(),
    "error": lambda window: ErrorDialog(window, ValueError("見本")).exec(),
}


POPUPS = {
    "people": on_page("voice", lambda page: voice_page(page).head.open_people()),
    "wave": on_page("voice", lambda page: voice_page(page).head.more.click()),
    "uses of the score": on_page("voice", lambda page: voice_page(page).keeping.open_uses()),
    "terms": on_page("voice", lambda page: voice_page(page).comments.speak.click()),
    "groups": on_page("voice", lambda page: voice_page(page).table.open_groups()),
    "rating": on_page("voice", lambda page: voice_page(page).drivers.ratings.press(0)),
}
"""What opens over a page without being a dialog."""
MENUS = ("wave", "uses of the score", "rating")
"""Those that are menus, which arrow keys walk through."""


def with_popup(
    window: MainWindow,
    opens: Callable[[MainWindow], object],
    check: Callable[[QWidget, MainWindow], None],
) -> None:
    """Open a menu or popover, look at it, and close it."""
    opens(window)
    wait(lambda: QApplication.activePopupWidget() is not None, "nothing opened")
    popup = QApplication.activePopupWidget()
    try:
        assert not popup.grab().isNull()
        check(popup, window)
    finally:
        popup.close()


def with_dialog(
    window: MainWindow,
    opens: Callable[[MainWindow], object],
    check: Callable[[QDialog], None],
) -> None:
    """Open a dialog, look at it, and close it; what was wrong is raised here."""
    faults: list[BaseException] = []
    seen: list[QDialog] = []

    def look_at_it() -> None:
        dialog = next((d for d in window.findChildren(QDialog) if d.isVisible()), None)
        if dialog is None:
            QTimer.singleShot(50, look_at_it)
            return
        seen.append(dialog)
        try:
            assert not dialog.grab().isNull()
            check(dialog)
        except BaseException as fault:  # raised below, when the dialog is closed
            faults.append(fault)
        finally:
            dialog.reject()

    QTimer.singleShot(50, look_at_it)
    opens(window)
    wait(lambda: bool(seen), "the dialog did not open")
    if faults:
        raise faults[0]
