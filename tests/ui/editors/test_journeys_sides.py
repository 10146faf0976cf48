"""The list of journeys and the palette beside the map, on a small laptop and on a wide screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cxstudio.ui.editors.journeys.making import new_journey
from cxstudio.ui.editors.journeys.page import JourneysPage

WIDE = 2200


@pytest.fixture
def page(qtbot, workspace) -> Iterator[JourneysPage]:
    new_journey(workspace)
    page = JourneysPage(workspace)
    page.show()
    qtbot.waitExposed(page)
    page.hide()  # the screen tells of the size it had before, and of this one when it is shown
    page.resize(page.stack.minimumSizeHint().width() + 400, 700)  # for one side and a half
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_palette_gives_way_to_the_list_and_comes_back(page):
    assert not page.palette_pane.isHidden()
    width = page.width()
    page.toggle_pane()
    QApplication.processEvents()
    assert page.palette_pane.isHidden() and not page.head.palette_button.isChecked()
    assert page.splitter.sizes()[0] == 272 and page.width() == width
    page.toggle_pane()
    assert not page.palette_pane.isHidden() and page.head.palette_button.isChecked()


def test_the_list_gives_way_to_the_palette(page):
    page.toggle_pane()
    page.head.palette_button.click()
    assert page.pane.isHidden() and not page.palette_pane.isHidden()


def test_a_wide_screen_shows_both(page):
    page.resize(WIDE, 900)
    page.toggle_pane()
    QApplication.processEvents()
    assert not page.pane.isHidden() and not page.palette_pane.isHidden()
    assert page.splitter.sizes()[0] == page.splitter.sizes()[2] == 272


def test_only_what_the_user_chose_is_remembered(page, workspace):
    page.toggle_pane()
    assert workspace.settings.text("journeys/palette", "shown") == "shown"
    page.toggle_pane()
    page.head.palette_button.click()
    assert workspace.settings.text("journeys/palette", "shown") == "hidden"
