"""The keyboard reaches everything, in the order of the eye, and its place is always drawn."""

from collections.abc import Callable

import eyes
import looking
import pytest
from dialogs import DIALOGS, MENUS, POPUPS, with_dialog, with_popup
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cxstudio.ui import pages, theme
from cxstudio.ui.shell.window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.usefixtures("errors_raised"),
    pytest.mark.xdist_group("focus"),
]

WindowIn = Callable[[str], MainWindow]
KEYS = [page.key for page in pages.PAGES]
LANGUAGES = ("ja", "en")  # those before the dialogs are in Japanese, those after in English
WORK = "background work"  # its Cancel comes and goes in the status bar
Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def show(window: MainWindow, key: str) -> None:
    theme.use("light")
    window.view.show_page(key)
    eyes.active(window)
    QApplication.processEvents()


def begin(window: QWidget) -> None:
    """Put the keyboard on the first stop."""
    window.setFocus()
    QTest.keyClick(window, Key.Key_Tab)


def part_of(window: MainWindow, widget: QWidget) -> str:
    view = window.view
    parts = {"bar": view.top_bar, "rail": view.rail, "page": view.page, "panel": view.panel}
    return next((n for n, p in parts.items() if p is widget or p.isAncestorOf(widget)), WORK)


def parts_in(window: MainWindow, order: list[QWidget]) -> list[str]:
    """The parts that a way goes through, each once for as long as it stays there."""
    named = [part for widget in order if (part := part_of(window, widget)) != WORK]
    return [part for place, part in enumerate(named) if place == 0 or named[place - 1] != part]


class Flashes(QObject):
    """Every window that is shown on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_is_ever_a_window_of_its_own(
    window_in: WindowIn, running: QApplication
) -> None:
    """The first test of this file: the others find the pages built."""
    flashes = Flashes()
    running.installEventFilter(flashes)
    window = window_in("ja")
    for key in KEYS:
        show(window, key)
    running.removeEventFilter(flashes)
    assert flashes.seen == ["MainWindow"]


@pytest.mark.parametrize("key", KEYS)
def test_tab_goes_as_the_eye_goes(window_in: WindowIn, key: str) -> None:
    """In Japanese; the test of the place that is drawn walks the pages in English."""
    window = window_in("ja")
    show(window, key)
    begin(window)
    there = eyes.walked(window, Key.Key_Tab)
    panel = window.view.panel
    last = ["panel"] if panel.isVisible() and looking.taking_tab(panel) else []
    assert parts_in(window, there) == ["bar", "rail", "page", *last]
    assert eyes.jumps_back(there) == []
    assert looking.unreached(window.view.page, there) == []
    back = eyes.walked(window, Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dialog_is_gone_through_as_it_is_read(
    window_in: WindowIn, language: str, name: str
) -> None:
    with_dialog(window_in(language), DIALOGS[name], check_dialog)


def check_dialog(dialog: QDialog) -> None:
    eyes.active(dialog)
    begin(dialog)
    there = eyes.walked(dialog, Key.Key_Tab)
    assert eyes.jumps_back(there) == []
    assert looking.unreached(dialog, there) == []
    back = eyes.walked(dialog, Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]
    assert eyes.unseen(there) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_place_of_the_keyboard_is_drawn(window_in: WindowIn, key: str) -> None:
    window = window_in("en")
    show(window, key)
    begin(window)
    stops = eyes.walked(window, Key.Key_Tab)
    assert eyes.jumps_back(stops) == []
    assert eyes.unseen([stop for stop in stops if part_of(window, stop) != WORK]) == []


@pytest.mark.parametrize("name", [name for name in POPUPS if name not in MENUS])
def test_a_popover_is_gone_through_as_it_is_read(window_in: WindowIn, name: str) -> None:
    with_popup(window_in("en"), POPUPS[name], check_popover)


def check_popover(popover: QWidget, _window: MainWindow) -> None:
    begin(popover)
    there = eyes.walked(popover, Key.Key_Tab)
    assert eyes.jumps_back(there) == []
    assert looking.unreached(popover, there) == []
    back = eyes.walked(popover, Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_the_library_is_gone_through_as_it_is_read(open_window) -> None:
    window = open_window()
    theme.use("light")
    eyes.active(window)
    begin(window)
    there = eyes.walked(window, Key.Key_Tab)
    assert eyes.jumps_back(there) == []
    assert looking.unreached(window, there) == []
    assert eyes.unseen(there) == []


def test_f6_goes_from_part_to_part_where_it_was_last(qtbot, window_in: WindowIn) -> None:
    window = window_in("en")
    show(window, "organisation")
    qtbot.waitUntil(lambda: not window.workspace.tasks.busy, timeout=30_000)  # it has a part too
    begin(window)
    reachable = looking.taking_tab(window.view.page)
    name = next(field for field in reachable if looking.name_of(field) == "Name")
    went = []
    for _press in range(5):
        QTest.keyClick(window.focusWidget(), Key.Key_F6)
        went.append(part_of(window, window.focusWidget()))
    assert went == ["rail", "page", "panel", "bar", "rail"]
    name.setFocus()
    for key in (Key.Key_F6, Key.Key_F6):
        QTest.keyClick(window.focusWidget(), key)
    for _press in range(2):
        QTest.keyClick(window.focusWidget(), Key.Key_F6, SHIFT)
    assert window.focusWidget() is name


def test_control_tab_leaves_a_map_and_a_card_that_is_written(window_in: WindowIn) -> None:
    window = window_in("en")
    show(window, "journeys")
    canvas = window.view.page.canvas
    canvas.setFocus()
    for key in (Key.Key_Right, Key.Key_F2):
        QTest.keyClick(canvas.editor, key)
    inside = window.focusWidget()
    QTest.keyClick(inside, Key.Key_Tab, CONTROL)
    assert window.focusWidget() is not inside
    QTest.keyClick(window.focusWidget(), Key.Key_Backtab, CONTROL | SHIFT)
    assert window.focusWidget() is inside
