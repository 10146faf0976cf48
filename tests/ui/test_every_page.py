"""Every page and dialog opens in both languages and all themes: quiet, whole, named, reachable."""

from collections.abc import Callable
from functools import lru_cache

import looking
import pytest
from dialogs import DIALOGS, POPUPS, with_dialog, with_popup
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio import i18n
from cxstudio.model import Base, record_classes
from cxstudio.store import EngagementFile
from cxstudio.ui import pages, theme
from cxstudio.ui.shell.window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.usefixtures("errors_raised"),
    pytest.mark.parametrize("language", ["en", "ja"], scope="module"),  # a window for each
    pytest.mark.xdist_group("every page"),
]

WindowIn = Callable[[str], MainWindow]
KEYS = [page.key for page in pages.PAGES]
OTHER_LOOK = {"en": "dark", "ja": "projector"}
"""The theme that is looked at beside the light one; the two languages share the others."""
# Names and keys that are the same in every language.
ANYWHERE = set(
    """cx studio nps kpi net promoter score bain company inc fred reichheld satmetrix systems
    ctrl shift alt enter esc tab del delete en english word docx dotx pdf png svg csv qr sns jpy
    eur usd lucide isc inter noto sans cjk jp sil ofl cc by python xlsx markdown webvtt srt vtt txt
    ui pc ok id url cxs cxo cco it html mp backspace space home end pgup pgdn page up down left
    right max ulwick cm dpi utf""".split()
)


def show(window: MainWindow, key: str) -> None:
    window.view.show_page(key)
    QApplication.processEvents()
    QApplication.processEvents()


def content(file: EngagementFile) -> frozenset[str]:
    """Every text that stands in the file."""
    return _content(file, file.history(1)[0].id)


@lru_cache(maxsize=4)
def _content(file: EngagementFile, _state: int) -> frozenset[str]:
    """Kept while nothing is written, as this is asked of every page and dialog."""
    return frozenset(
        getattr(record, name) or ""
        for cls in record_classes().values()
        for record in file.all(cls)
        for name in _texts_of(cls)
    )


def content_words(file: EngagementFile) -> set[str]:
    """Every Latin word that stands in the file itself, or in its path."""
    path = str(file.path).replace("/", " ")
    return set().union(*map(looking.words_in, (path, *content(file))))


def _texts_of(cls: type[Base]) -> list[str]:
    columns = cls.__table__.columns
    return [c.name for c in columns if c.type.python_type is str and hasattr(cls, c.name)]


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_painted_in_another_look(window_in: WindowIn, language: str, key: str) -> None:
    window = window_in(language)
    theme.use(OTHER_LOOK[language])
    show(window, key)
    assert not window.grab().isNull()


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_whole_and_named(window_in: WindowIn, language: str, key: str) -> None:
    window = window_in(language)
    theme.use("light")
    show(window, key)
    assert not window.grab().isNull()
    check(window)
    check_size(window)


def check_size(window: MainWindow) -> None:
    """A small laptop has room for the window."""
    needed = window.minimumSizeHint()
    assert (needed.width() <= 1280, needed.height() <= 720) == (True, True), needed.toTuple()


def check(root: QWidget, window: MainWindow | None = None) -> None:
    window = window or (root if isinstance(root, MainWindow) else root.parent().window())
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


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_whole_and_named(window_in: WindowIn, language: str, name: str) -> None:
    with_dialog(window_in(language), DIALOGS[name], check)


@pytest.mark.parametrize("name", POPUPS)
def test_a_popup_is_whole_and_named(window_in: WindowIn, language: str, name: str) -> None:
    with_popup(window_in(language), POPUPS[name], check)
