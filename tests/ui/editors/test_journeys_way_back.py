"""Undoing the map of a step leads back to the map on which it was made."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxstudio.model import Journey
from cxstudio.ui.editors.journeys.making import new_journey
from cxstudio.ui.editors.journeys.page import JourneysPage


@pytest.fixture
def page(qtbot, workspace):
    for _journey in range(3):
        new_journey(workspace)
    page = JourneysPage(workspace)
    workspace.changed.connect(page.refresh)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_undo_goes_back_to_the_map_with_the_step(page, workspace):
    first = workspace.file.all(Journey)[0].id
    page.show_journey(first)
    page.step_maps.make(int(page.canvas.map.data.steps[1].id))
    assert page.journey_id != first
    workspace.undo()
    assert page.journey_id == first
    assert page.pane.current_id() == first
