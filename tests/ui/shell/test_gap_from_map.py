"""From a map to a gap: its form is open, whatever the page showed before."""

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Gap


@pytest.fixture
def window(window_in):
    return window_in("en")


@pytest.mark.parametrize("place", [0, 1, 5])
def test_going_to_a_gap_opens_its_form(window, place):
    gaps = [gap.id for gap in window.workspace.file.all(Gap)]
    window.view.show_page("gaps")
    window.view.page.close_pane()
    window.view.show_page("journeys")
    QApplication.processEvents()
    window.workspace.go_to("gap", gaps[place])
    QApplication.processEvents()
    page = window.view.page
    assert window.view.page_key == "gaps"
    assert page.id == gaps[place]
    assert page.pane.isVisible() and page.form.isVisible()
    page.close_pane()
    window.view.show_page("journeys")
    window.workspace.go_to("gap", gaps[place])
    QApplication.processEvents()
    assert page.pane.isVisible()
