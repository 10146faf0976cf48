"""The whole window on a copy of the sample, for the tests that look at all of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxstudio import i18n
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.undo_keys import UndoKeys
from cxstudio.ui.shell.window import MainWindow

OpenWindow = Callable[..., MainWindow]
WindowIn = Callable[[str], MainWindow]


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    """The application with its look, which is put on once: that restyles every widget there is."""
    theme.start(qapp)
    return qapp


@pytest.fixture(scope="session")
def running(themed: QApplication) -> QApplication:
    """The application as `cxstudio.app` starts it."""
    UndoKeys(themed)
    return themed


@pytest.fixture(scope="module")
def open_window(
    running: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenWindow]:
    """Opens windows as a user with empty settings would; all are closed in the end."""
    windows: list[MainWindow] = []

    def opened(path: Path | None = None, language: str = "en", home: Path | None = None):
        i18n.use(language)
        theme.use_language(language)  # type: ignore[arg-type]
        home = home or tmp_path_factory.mktemp("home")
        settings = Settings(home / "settings.ini")
        settings.set_folder(home / "engagements")
        window = MainWindow(settings)
        windows.append(window)
        window.resize(1600, 1000)
        if path is None or not window.open_path(path):
            window.show_library()
        window.show()
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    running.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use("en")
    theme.use_language("en")
    theme.use("light")
    theme.use_zoom(1.0)


@pytest.fixture(scope="module")
def window_in(open_window, sample_file) -> WindowIn:
    """The window in a language on its own copy of the sample; one at a time, as a switch of the
    theme dresses every page there is."""
    kept: dict[str, MainWindow] = {}

    def opened(language: str) -> MainWindow:
        if language not in kept:
            for other in kept.values():
                other.close()
            kept.clear()
            copy = sample_file(language)
            kept[language] = open_window(copy.rename(copy.with_name("見本.cxs")), language)
        return kept[language]

    return opened


@pytest.fixture
def errors_raised(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An error in the background is told by a dialog, which would wait for a user."""

    def raised(error: BaseException) -> None:
        raise error

    monkeypatch.setattr("cxstudio.ui.shell.window.show_error", raised)
    yield
