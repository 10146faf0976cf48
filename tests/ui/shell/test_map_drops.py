"""Files of maps that fall on the window: taken to the journeys, whichever page is open."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.model import Card, Journey
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.journeys import importing

YAML = "kind: cjm\nphases: [{id: p, name: Plan}]\nactions: [{id: a, phase: p, name: Book}]\n"
TABLE = "Step,Book\nActions,Looks\n"
FILES = {
    "map.yaml": YAML,
    "map.csv": TABLE,
    "map.md": "|Step|Book|\n|-|-|\n|Actions|Looks|\n",
}


def drop(target: QWidget, path) -> bool:
    """Let a file fall on a widget; tells whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPoint(target.width() // 2, target.height() // 2)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDragMoveEvent(place, copy, data, left, none))
    fallen = QDropEvent(QPointF(place), copy, data, left, none)
    QApplication.sendEvent(target, fallen)
    return enter.isAccepted() and fallen.isAccepted()


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "x.cxs"
    EngagementFile.create(path, client="Fukui").close()
    return open_window(path)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("overview", "map.yaml"),
        ("interviews", "map.yaml"),
        ("personas", "map.csv"),
        ("gaps", "map.md"),
        ("report", "map.csv"),
        ("journeys", "map.yaml"),
    ],
)
def test_a_map_is_taken_to_the_journeys_and_undone_in_one_step(window, qtbot, tmp_path, page, name):
    path = tmp_path / name
    path.write_text(FILES[name])
    window.view.show_page(page)
    assert drop(window.view.page, path)
    file = window.workspace.file
    qtbot.waitUntil(lambda: file.count(Journey) == 1, timeout=10_000)
    assert window.view.page_key == "journeys"
    assert window.view.page.journey_id == file.all(Journey)[0].id
    window.undo()
    assert file.count(Journey) == file.count(Card) == 0


def test_what_no_map_can_be_is_said_and_changes_nothing(window, qtbot, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(importing, "tell", lambda _page, title, text: said.append(text))
    path = tmp_path / "bomb.yaml"
    path.write_text("a: " + "[" * 5_000)
    count = len(window.workspace.file.undo_steps)
    assert drop(window.view.page, path)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "bomb.yaml is nested deeper" in said[0]
    assert len(window.workspace.file.undo_steps) == count


def test_other_files_are_left_to_others(window, tmp_path):
    for name in ("notes.txt", "picture.svg"):
        path = tmp_path / name
        path.write_text("x")
        assert not drop(window.view.page, path)
    assert window.view.page_key == "overview"
