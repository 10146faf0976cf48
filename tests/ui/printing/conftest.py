"""The journey page on a copy of the sample, ready to be exported."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card, Journey
from cxstudio.store import open_file
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace


@pytest.fixture
def workspace(
    themed: QApplication, sample_file: Callable[[str], Path], tmp_path: Path
) -> Iterator[Workspace]:
    file = open_file(sample_file("en"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()


@pytest.fixture
def page(qtbot, workspace: Workspace) -> Iterator[JourneysPage]:
    page = JourneysPage(workspace)
    page.resize(1376, 872)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def secret(workspace: Workspace) -> Card:
    """A confidential card on the first map."""
    journey = workspace.file.all(Journey)[0]
    lane = next(lane for lane in journey.lanes if lane.lane_kind == "pain_points")
    step = journey.stages[0].steps[0]
    with workspace.change("Secret") as change:
        return change.add(
            Card(step_id=step.id, lane_id=lane.id, text="Quietly told", confidential=True)
        )
