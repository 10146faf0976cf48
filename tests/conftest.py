"""What every test stands on: a screen, folders of its own, and the outside programs it may need."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
# Before anything imports Qt or matplotlib: nothing of the user's settings is read or written.
_HOME = Path(tempfile.mkdtemp(prefix="cxstudio-tests-"))
_SCREEN: list[subprocess.Popen[bytes]] = []

ENOUGH = 100_000
"""New objects after which it is worth looking for garbage."""

OUTSIDE = {
    "x_screen": ("Xvfb or xdotool", ("Xvfb", "xdotool")),
    "libreoffice": ("LibreOffice or poppler", ("soffice", "pdftotext")),
}

# A busy machine is no reason to fail; ci tries the same examples each time, and does not explain
# a failure at length.
_SHORT = (Phase.explicit, Phase.generate, Phase.shrink)
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _CALM, max_examples=50, derandomize=True, phases=_SHORT)
settings.register_profile("dev", _CALM, max_examples=25)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def _isolate_user_folders() -> None:
    for name in ("config", "data", "cache", "state", "runtime"):
        folder = _HOME / name
        folder.mkdir(mode=0o700)
        variable = "XDG_RUNTIME_DIR" if name == "runtime" else f"XDG_{name.upper()}_HOME"
        os.environ[variable] = str(folder)
    os.environ["HOME"] = str(_HOME)
    os.environ["LC_ALL"] = "C.UTF-8"  # the program starts in English, wherever the tests run
    # The list of fonts takes seconds to make, and is the same for every run.
    os.environ.setdefault("MPLCONFIGDIR", str(ROOT / "build" / "matplotlib"))


def _start_screen() -> None:
    """Give this process an X screen of its own; without Xvfb, Qt paints off screen.

    The screen goes when its standard input is closed, so also when this process is killed.
    """
    if os.environ.get("QT_QPA_PLATFORM"):
        return
    number = ""
    if shutil.which("Xvfb"):
        read, write = os.pipe()
        options = ["-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
        screen = subprocess.Popen(
            ["sh", "-c", 'Xvfb "$@" & cat; kill $!; wait', "sh", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[write],
        )
        _SCREEN.append(screen)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
    if number:
        os.environ["DISPLAY"] = f":{number}"
        os.environ.pop("WAYLAND_DISPLAY", None)
    os.environ["QT_QPA_PLATFORM"] = "xcb" if number else "offscreen"


def _runs_tests(config: pytest.Config) -> bool:
    """True in a worker, and in the one process of a run without workers."""
    return hasattr(config, "workerinput") or not getattr(config.option, "numprocesses", None)


def _compile_translations() -> None:
    """Bring the compiled translations up to date; a faulty file is told, and fails its own test."""
    for language in (ROOT / "resources" / "translations").iterdir():
        texts = [po.stat().st_mtime for po in language.glob("*.po")]
        compiled = language / "LC_MESSAGES" / "cxstudio.mo"
        if texts and not (compiled.exists() and compiled.stat().st_mtime >= max(texts)):
            subprocess.run([sys.executable, ROOT / "packaging" / "translations.py"], check=False)


def pytest_configure(config: pytest.Config) -> None:
    _isolate_user_folders()
    if not hasattr(config, "workerinput"):
        _compile_translations()
    if _runs_tests(config):
        _start_screen()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Collect garbage between tests only, as the program does between events (ui/garbage.py)."""
    done = yield
    _let_go_of_the_mouse()
    _delete_what_was_left()
    if nextitem is None or nextitem.path != item.path:
        _collect(2)
        gc.freeze()  # what a file leaves stays to the end, and is not looked through each time
    elif gc.get_count()[0] > ENOUGH:
        _collect(1)
    return done


def _let_go_of_the_mouse() -> None:
    """A test of Escape or of a double click leaves a button down, for which the program waits."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    if QGuiApplication.instance() is not None:
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            if QGuiApplication.mouseButtons() & button:
                QTest.mouseRelease(QWidget(), button)


def _delete_what_was_left() -> None:
    """Only a loop of events deletes what is to be deleted later, and every page that is still there
    is restyled with each theme."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _collect(generation: int) -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        gc.collect(generation)
        return
    from cxstudio.ui import garbage

    garbage.collect(generation)


def pytest_collection_finish() -> None:
    gc.disable()
    gc.collect()
    gc.freeze()  # so that what the packages brought is not looked through each time


def _leave_clipboard() -> None:
    """As the program does when it ends, if a test has started Qt."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            from cxstudio.ui.garbage import leave_clipboard

            leave_clipboard()


def pytest_unconfigure(config: pytest.Config) -> None:
    _leave_clipboard()
    for screen in _SCREEN:
        screen.communicate()
    shutil.rmtree(_HOME, ignore_errors=True)


def _missing(marker: str) -> bool:
    if marker == "x_screen" and os.environ.get("QT_QPA_PLATFORM") != "xcb":
        return True
    return not all(shutil.which(program) for program in OUTSIDE[marker][1])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, (name, _programs) in OUTSIDE.items():
        if not _missing(marker):
            continue
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"{name} is missing"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count aloud the tests that were skipped because something is not on this machine."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and report.longrepr[2].endswith("is missing")
    )
    for reason, count in reasons.items():
        tests = "1 test was" if count == 1 else f"{count} tests were"
        terminalreporter.write_line(f"{tests} skipped because {reason} here.", yellow=True)


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: "QApplication") -> None:
    """One application for a whole worker: what draws would start one that knows no widgets."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data folder: CXSTUDIO_SHARED, or ../shared beside the checkout."""
    beside = ROOT.parent / "shared"
    folder = Path(os.environ.get("CXSTUDIO_SHARED", beside))
    if not folder.is_dir():
        pytest.skip("the shared data folder is missing")
    return folder


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives a copy of one's own of the sample in a language; it is made once for all workers."""
    from cxstudio import i18n
    from cxstudio.sample.copy import sample_copy
    from cxstudio.store import EngagementFile

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def copied(language: str) -> Path:
        before = i18n.language()
        i18n.use(language)  # the history speaks the language of who wrote it
        with FileLock(folder / "sample.lock"):
            made = sample_copy(folder / "sample", language, EngagementFile.create)
        i18n.use(before)
        return shutil.copy(made, tmp_path_factory.mktemp("sample") / f"{language}.cxs")

    return copied
