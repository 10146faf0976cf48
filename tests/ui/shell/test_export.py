"""A report on its way into a Word file: what is said meanwhile, Cancel, and a disk that is full."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.model import Gap, Journey, Lane, Stage, Step
from cxstudio.report.telling import nobody
from cxstudio.store import EngagementFile
from cxstudio.ui import documents, saving
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell import export
from cxstudio.ui.shell.status_bar import StatusBar
from cxstudio.ui.workspace import Workspace
from tests.disk import full_disk


@pytest.fixture(scope="module")
def workspace(
    themed: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Two small maps, and a text with what no document may hold."""
    folder = tmp_path_factory.mktemp("export")
    file = EngagementFile.create(folder / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(folder / "settings.ini"))
    with workspace.change("records") as change:
        change.add(Gap(number=1, title="Nobody\x0b owns\x00 the way\ufffe"))
        for number in (1, 2):
            stage = Stage(name="Arriving", steps=[Step(name="Find the bus")])
            lane = Lane(name="Feeling", lane_kind="emotion")
            change.add(Journey(number=number, title=f"Day {number}", stages=[stage], lanes=[lane]))
    yield workspace
    workspace.close()
    file.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A report that is there already."""
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Title and sentence of each dialog, which would wait for a hand to close it."""
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(saving, "tell", lambda _of, *words: found.append(words))
    return found


def is_untouched(target: Path) -> bool:
    return target.read_bytes() == b"old" and list(target.parent.iterdir()) == [target]


def test_it_says_what_it_does_and_cancel_leaves_the_old_file(qtbot, workspace, window, target):
    """Cancel comes from the work's own thread, at the moment when the first map is drawn."""
    tasks, bar, said = workspace.tasks, StatusBar(workspace), []
    qtbot.addWidget(bar)

    def cancel(number: int, doing: str) -> None:
        said.append(doing)
        if doing == "Map 1 of 2":
            tasks.cancel(number)

    tasks.said.connect(cancel, Qt.ConnectionType.DirectConnection)
    try:
        export.save(window, workspace, export.the_report(workspace), target)
        qtbot.waitUntil(lambda: bar._doing.text() == "Map 1 of 2", timeout=30_000)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    finally:
        tasks.said.disconnect(cancel)
    assert said[0] == "Executive summary" and said[-1] == "Map 1 of 2"
    assert is_untouched(target)


def test_cancel_while_the_file_is_written_leaves_the_old_one(qtbot, workspace, window, target):
    tasks = workspace.tasks
    document = export.the_report(workspace)

    def cancel(number: int, doing: str) -> None:
        if doing == "Writing the Word file":
            tasks.cancel(number)

    tasks.said.connect(cancel, Qt.ConnectionType.DirectConnection)
    try:
        export.save(window, workspace, document, target)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    finally:
        tasks.said.disconnect(cancel)
    assert is_untouched(target)


def test_a_long_report_is_made_in_another_process_with_the_same_bytes(
    qtbot, workspace, window, target, monkeypatch
):
    report = export.the_report(workspace)
    with workspace.file.in_memory() as copy:
        here = documents.written(report.build, None, copy, nobody)
    monkeypatch.setattr(documents, "LARGE", 0)
    told, tell = [], workspace.tasks.said.connect(lambda _number, doing: told.append(doing))
    export.save(window, workspace, report, target)
    qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=60_000)
    workspace.tasks.said.disconnect(tell)
    assert target.read_bytes() == here
    assert {"Map 2 of 2", "Writing the Word file"} <= set(told)


def test_a_full_disk_is_said_and_leaves_the_old_report(qtbot, workspace, window, target, told):
    with full_disk(20_000):
        export.save(window, workspace, export.the_report(workspace), target)
        qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=30_000)
    ((title, sentence),) = told
    assert title == "The report was not saved"
    assert sentence.startswith("“plan.docx” cannot be written (the drive takes no file")
    assert is_untouched(target)


def test_a_full_disk_is_said_and_leaves_the_old_picture(qtbot, workspace, window, target, told):
    words = saving.Words("Saving the picture", "The picture was not saved")
    with full_disk(20_000):
        saving.save(workspace, target, lambda _progress: bytes(50_000), window, words)
        qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=30_000)
    ((title, sentence),) = told
    assert title == "The picture was not saved"
    assert sentence.startswith("“plan.docx” cannot be written (the drive takes no file")
    assert is_untouched(target)
