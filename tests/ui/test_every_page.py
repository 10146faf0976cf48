"""Every page and dialog opens in both languages and all themes: quiet, whole, named, reachable."""

import itertools
import shutil
import time
from collections.abc import Callable, Iterator

import looking
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cxstudio import i18n
from cxstudio.model import Base, record_classes
from cxstudio.store import EngagementFile
from cxstudio.ui import pages, theme
from cxstudio.ui.shell.error_dialog import ErrorDialog
from cxstudio.ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

KEYS = [page.key for page in pages.PAGES]
LOOKS = list(itertools.product(("en", "ja"), ("dark", "projector", "light")))
DIALOGS = {
    "new": MainWindow.new_file,
    "palette": MainWindow.show_palette,
    "snapshot": MainWindow.take_snapshot,
    "history": MainWindow.show_history,
    "passphrase": MainWindow.change_passphrase,
    "shortcuts": MainWindow.show_shortcuts,
    "about": MainWindow.show_about,
    "in use": lambda window: open_one_in_use(window),
    "error": lambda window: ErrorDialog(window, ValueError("見本")).exec(),
}
# Names and keys that are the same in every language.
ANYWHERE = set(
    """cx studio nps kpi net promoter score bain company inc fred reichheld satmetrix systems
    ctrl shift alt enter esc tab del delete en english word docx dotx pdf png svg csv qr sns jpy
    eur usd lucide isc inter noto sans cjk jp sil ofl cc by python xlsx markdown webvtt srt vtt txt
    ui pc ok id url cxs cxo cco it html mp backspace space home end pgup pgdn page up down left
    right max ulwick""".split()
)

WindowIn = Callable[[str], MainWindow]


def open_one_in_use(window: MainWindow) -> None:
    path = window.settings.folder / "使用中.cxs"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with EngagementFile.create(path, client="見本"):
        window.open_path(path)


@pytest.fixture(scope="module")
def window_in(open_window, sample, tmp_path_factory) -> WindowIn:
    """The window in a language on its own copy of the sample; one at a time, as a switch of the
    theme dresses every page there is."""
    kept: dict[str, MainWindow] = {}

    def opened(language: str) -> MainWindow:
        if language not in kept:
            for other in kept.values():
                other.close()
            kept.clear()
            copy = tmp_path_factory.mktemp("copy") / "見本.cxs"
            shutil.copy(sample(language), copy)
            kept[language] = open_window(copy, language)
        return kept[language]

    return opened


@pytest.fixture(autouse=True)
def errors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An error in the background is told by a dialog, which would wait for a user."""

    def raised(error: BaseException) -> None:
        raise error

    monkeypatch.setattr("cxstudio.ui.shell.window.show_error", raised)
    yield


def show(window: MainWindow, key: str) -> None:
    window.view.show_page(key)
    QApplication.processEvents()
    QApplication.processEvents()


def content(file: EngagementFile) -> Iterator[str]:
    """Every text that stands in the file."""
    for cls in record_classes().values():
        for record in file.all(cls):
            yield from (getattr(record, name) or "" for name in _texts_of(cls))


def content_words(file: EngagementFile) -> set[str]:
    """Every Latin word that stands in the file itself, or in its path."""
    path = str(file.path).replace("/", " ")
    return set().union(*map(looking.words_in, (path, *content(file))))


def _texts_of(cls: type[Base]) -> list[str]:
    columns = cls.__table__.columns
    return [c.name for c in columns if c.type.python_type is str and hasattr(cls, c.name)]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("language", "name"), LOOKS)
@pytest.mark.xdist_group("every page")
def test_a_page_is_whole_and_named_in_each_look(
    window_in: WindowIn, language: str, name: str, key: str
) -> None:
    window = window_in(language)
    theme.use(name)
    show(window, key)
    assert not window.grab().isNull()
    if name == "light":
        check(window)


def check(root: QWidget) -> None:
    window = root if isinstance(root, MainWindow) else root.parent()
    own = own_texts(window.workspace.file)
    assert looking.nameless(root) == []
    assert settled(lambda: looking.cut(root)) == []
    assert settled(lambda: looking.elided(root, own)) == []
    if i18n.language() == "ja":
        assert english_in(root, ANYWHERE | content_words(window.workspace.file)) == []


def settled(faults: Callable[[], list[str]]) -> list[str]:
    """What is still at fault once the layouts have come to rest."""
    for _round in range(20):
        if not faults():
            return []
        QApplication.processEvents()
    return faults()


def own_texts(file: EngagementFile) -> set[str]:
    """Every text of the program itself in the language of the moment, and none of the file."""
    catalogue: dict[object, str] = i18n.catalogue("ja")._catalog  # type: ignore[attr-defined]
    english = {key for key in catalogue if isinstance(key, str)}
    own = english if i18n.language() == "en" else {*catalogue.values()}
    return own - {text.strip() for text in content(file)}


def english_in(root: QWidget, known_words: set[str]) -> list[tuple[str, str]]:
    return sorted(
        {
            (where, text)
            for where, text in looking.texts(root)
            if looking.words_in(text) - known_words
        }
    )


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.xdist_group("every page")
def test_tab_reaches_everything_of_a_page(window_in: WindowIn, key: str, qtbot) -> None:
    window = window_in("en")
    show(window, key)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.page.setFocus()
    assert looking.unreached(window.view.page) == []


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.xdist_group("every page")
def test_a_dialog_is_whole_and_named(window_in: WindowIn, language: str, name: str) -> None:
    with_dialog(window_in(language), DIALOGS[name])


def with_dialog(window: MainWindow, opens: Callable[[MainWindow], object]) -> None:
    """Open a dialog, look at it, and close it; what was wrong is raised here."""
    faults: list[BaseException] = []
    seen: list[QDialog] = []

    def look_at_it() -> None:
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        seen.append(dialog)
        try:
            assert not dialog.grab().isNull()
            check(dialog)
        except AssertionError as fault:
            faults.append(fault)
        dialog.reject()

    QTimer.singleShot(50, look_at_it)
    opens(window)
    end = time.monotonic() + 2
    while not seen and time.monotonic() < end:
        QApplication.processEvents()
    assert seen, "the dialog did not open"
    if faults:
        raise faults[0]
