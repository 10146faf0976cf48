"""What the window itself does: undo keys, toast, palette, links, language, theme, memory, drops."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from cxstudio import i18n
from cxstudio.model import Department, Engagement, Evidence, Gap, Insight, Link
from cxstudio.model.chain import End
from cxstudio.store import EngagementFile
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.error_dialog import ErrorDialog, catch_all
from cxstudio.ui.shell.evidence_panel import LinkedCard
from cxstudio.ui.shell.palette import Palette
from cxstudio.ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def window(open_window, home: Path, qtbot) -> Iterator[MainWindow]:
    """A window on an engagement with a department, an insight and two pieces of evidence."""
    path = home / "engagement.cxs"
    with EngagementFile.create(path, client="Harbour Ferries") as file, file.change("Sketch") as c:
        c.add(Department(name="Ticket office"))
        c.add(Evidence(text="The boat was late", evidence_kind="observation"))
        c.add(Evidence(text="最終便の案内がない", evidence_kind="comment"))
        c.add(Insight(statement="Nobody tells about delays"))
    window = open_window(path, home=home)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def press(widget: QWidget, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


def name_field(window: MainWindow) -> QLineEdit:
    window.view.show_page("organisation")
    QApplication.processEvents()
    field = next(f for f in window.view.page.findChildren(QLineEdit) if f.text() == "Ticket office")
    field.setFocus()
    return field


def names(window: MainWindow) -> list[str]:
    return [department.name for department in window.workspace.file.all(Department)]


def test_undo_keys_work_while_a_field_has_the_focus(window: MainWindow, qtbot) -> None:
    field = name_field(window)
    field.selectAll()
    QTest.keyClicks(field, "Desk")
    press(field, Qt.Key.Key_Z, CTRL)
    assert names(window) == ["Ticket office"]
    assert field.text() == "Ticket office"
    press(field, Qt.Key.Key_Z, CTRL, SHIFT)
    assert names(window) == ["Desk"]
    assert field.text() == "Desk"


def test_undo_stays_where_the_change_was_made_else_goes_where_it_is_seen(
    window: MainWindow,
) -> None:
    workspace = window.workspace
    window.view.show_page("business")
    with workspace.change("Years") as change:
        change.get(Engagement, 1).horizon = 9
        change.get(Department, 1).name = "Desk"
    for act in (workspace.undo, workspace.redo, workspace.undo):
        act()
        assert window.view.page_key == "business"
    window.view.show_page("gaps")
    workspace.redo()
    assert window.view.page_key == "engagement"


def test_the_toast_undoes_a_deletion(window: MainWindow) -> None:
    window.view.show_page("organisation")
    window.view.page.delete_record()
    assert names(window) == []
    toast = window.findChild(widgets.Toast)
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert names(window) == ["Ticket office"]


def test_a_toast_of_a_deletion_goes_when_something_else_is_done(window: MainWindow) -> None:
    """Its Undo would take back what was done since."""
    assert window.workspace is not None
    window.workspace.say("Deleted.", undo=True)
    assert window.findChild(widgets.Toast) is not None
    with window.workspace.change("x") as change:
        change.get(Engagement, 1).scope = "Visitors"
    assert window.findChild(widgets.Toast) is None


def palette(window: MainWindow, text: str) -> Palette:
    press(window, Qt.Key.Key_K, CTRL)
    found = next(p for p in window.findChildren(Palette) if p.isVisible())
    QTest.keyClicks(found.field, text)
    return found


def test_the_palette_goes_to_a_page(window: MainWindow) -> None:
    press(palette(window, "stakeh").field, Qt.Key.Key_Return)
    assert window.view.page_key == "stakeholders"


def test_the_palette_runs_an_action(window: MainWindow) -> None:
    press(palette(window, "dark th").field, Qt.Key.Key_Return)
    assert theme.current() == "dark"
    theme.use("light")


@pytest.mark.parametrize("words", ["boat late", "E-001", "案内"])
def test_the_palette_finds_records_and_goes_there(window: MainWindow, words: str) -> None:
    offered = palette(window, "")
    offered.field.setText(words)
    press(offered.field, Qt.Key.Key_Return)
    assert window.view.page_key == "evidence"
    assert window.workspace.selection.id == (2 if words == "案内" else 1)


def test_control_l_links_the_selected_record(window: MainWindow) -> None:
    window.workspace.go_to("insight", 1)
    QApplication.processEvents()
    press(window, Qt.Key.Key_L, CTRL)
    offered = next(p for p in window.findChildren(Palette) if p.isVisible())
    QTest.keyClicks(offered.field, "boat")
    press(offered.field, Qt.Key.Key_Return)
    link = window.workspace.file.one(Link, 1)
    assert (link.source_kind, link.source_id) == ("evidence", 1)
    assert (link.target_kind, link.target_id) == ("insight", 1)


def cards(window: MainWindow) -> list[str]:
    QApplication.sendPostedEvents(None, 0)
    found = window.view.panel.findChildren(LinkedCard)
    return [f"{card._end.kind}:{card._end.id}" for card in found if not card.isHidden()]


def test_the_panel_shows_both_directions(window: MainWindow) -> None:
    with window.workspace.change("Link") as change:
        change.add(Gap(title="No word when it is late"))
    window.workspace.link(End("evidence", 1), End("insight", 1))
    window.workspace.link(End("insight", 1), End("gap", 1))
    window.workspace.go_to("insight", 1)
    assert cards(window) == ["insight:1", "evidence:1", "gap:1"]


def test_a_record_dropped_on_the_panel_is_linked(window: MainWindow) -> None:
    window.workspace.go_to("insight", 1)
    data = QMimeData()
    data.setData("application/x-cxstudio-record", b"evidence:2")
    drop(window.view.panel, data)
    assert window.workspace.file.count(Link) == 1
    assert "evidence:2" in cards(window)


def drop(target: QWidget, data: QMimeData) -> None:
    """Drag and drop with real events."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(20, 20)
    QApplication.sendEvent(target, QDragEnterEvent(place.toPoint(), actions, data, *held))
    QApplication.sendEvent(target, QDropEvent(place, actions, data, *held))


def test_another_language_keeps_page_record_and_undo(window: MainWindow) -> None:
    window.workspace.go_to("insight", 1)
    with window.workspace.change("Say it better") as change:
        change.get(Insight, 1).statement = "Nobody tells passengers about delays"
    selection = window.workspace.selection
    window.use_language("ja")
    assert window.view.page_key == "evidence"
    assert window.workspace.selection == selection
    assert [step.label for step in window.workspace.file.undo_steps] == ["Say it better"]
    assert window.settings.text("language", "") == "ja"
    assert i18n.language() == "ja"
    field = QLineEdit(window)
    assert any("貼り付け" in a.text() for a in field.createStandardContextMenu().actions())
    window.use_language("en")


def test_zoom_is_bounded_and_remembered(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Plus, CTRL)
    assert theme.zoom() == pytest.approx(1.1)
    assert window.settings.number("zoom", 1) == pytest.approx(1.1)
    press(window, Qt.Key.Key_0, CTRL)
    assert theme.zoom() == 1.0


@pytest.mark.x_screen  # a window larger than the screen without it
def test_window_place_and_splitters_are_remembered(
    window: MainWindow, open_window, home: Path
) -> None:
    window.view.show_page("organisation")
    window.setGeometry(40, 50, 1300, 800)
    QApplication.processEvents()
    window.view.splitter.setSizes([700, 400])
    window.view.page.splitter.setSizes([320, 400])
    panes = window.view.splitter.sizes(), window.view.page.splitter.sizes()
    window.close()
    again = open_window(None, home=home)
    again._remembered.restore_window()
    again.open_path(home / "engagement.cxs")
    again.view.show_page("organisation")
    QApplication.processEvents()
    assert again.size() == window.size()
    assert (again.view.splitter.sizes(), again.view.page.splitter.sizes()) == panes
    again.close()


def test_a_dropped_file_opens(open_window, home: Path) -> None:
    path = home / "渡し船.cxs"
    EngagementFile.create(path, client="Harbour Ferries").close()
    window = open_window(home=home)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data)
    assert window.workspace.file.path == path
    window.close()


def test_an_error_in_a_slot_leaves_the_program_alive(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", sys.excepthook)  # put back in the end
    catch_all()
    button = QPushButton("Fail", window)
    button.clicked.connect(fail)
    seen: list[str] = []

    def copy_and_go_on() -> None:
        dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, ErrorDialog))
        copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy the details")
        copy.click()
        seen.append(QGuiApplication.clipboard().text())
        dialog.accept()

    QTimer.singleShot(100, copy_and_go_on)
    button.click()
    assert "ZeroDivisionError: of a test" in seen[0]
    assert names(window) == ["Ticket office"]


def fail() -> None:
    raise ZeroDivisionError("of a test")


def test_work_shows_its_progress_and_can_be_cancelled(window: MainWindow, qtbot) -> None:
    tasks, bar = window.workspace.tasks, window.view.status_bar
    qtbot.waitUntil(lambda: not tasks.busy)
    done: list[object] = []

    def work(progress: Callable[[float], None]) -> str:
        while True:
            progress(0.4)
            QTest.qSleep(5)

    tasks.run("Counting", work, done.append)
    qtbot.waitUntil(lambda: bar._bar.value() == 40)
    assert bar._work.isVisible()
    assert bar._title.text() == "Counting"
    QTest.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not bar._work.isVisible()
    assert done == []


def test_a_wide_page_does_not_widen_the_window_for_the_others(window: MainWindow) -> None:
    window.resize(1280, 800)
    for page in ("journeys", "gaps"):
        window.view.show_page(page)
        QApplication.processEvents()
    assert window.view.minimumSizeHint().width() <= 1280


def test_the_panel_speaks_of_the_page_that_is_shown(window: MainWindow) -> None:
    with window.workspace.change("Gap") as change:
        change.add(Gap(title="No word when it is late"))
    for page in ("gaps", "organisation"):
        window.view.show_page(page)
    assert window.workspace.selection == End("department", 1)
    window.view.show_page("gaps")
    assert window.workspace.selection == End("gap", 1)
