"""Work in the background: its result arrives, unless it was cancelled meanwhile."""

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp: QApplication) -> Tasks:
    return Tasks()


def test_a_result_arrives(qtbot, tasks):
    found = []
    tasks.run("Count", lambda progress: 7, found.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert found == [7]


def test_what_was_cancelled_after_its_work_ended_is_not_done(qtbot, tasks):
    found = []
    tasks.run("Count", lambda progress: 7, found.append)
    tasks.cancel_all()  # waits for the work, whose result is on its way then
    qtbot.waitUntil(lambda: not tasks.busy)
    assert found == []
