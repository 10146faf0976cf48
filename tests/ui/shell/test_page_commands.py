"""The palette (Ctrl+K) offers what the page shown can do, and nothing of other pages."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card
from cxstudio.ui.shell.palette import Palette


def palette(window, text):
    window.show_palette()
    found = next(p for p in window.findChildren(Palette) if p.isVisible())
    QTest.keyClicks(found.field, text)
    QApplication.processEvents()
    return found


def titles(found):
    rows = found.list.model().rowCount()
    return [found.list.model().index(row, 0).data() for row in range(rows)]


def test_cards_are_aligned_from_the_palette(window_in):
    window = window_in("en")
    window.view.show_page("journeys")
    canvas = window.view.page.canvas
    (first, second) = next(
        [box.card.id for box in cell.cards]
        for row in canvas.map.laid.rows
        for cell in row.cells
        if len(cell.cards) == 2
    )
    canvas.select_cards([second])
    found = palette(window, "align top")
    assert titles(found)[0] == "Align cards: To the top of their cells"
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    file = window.workspace.file
    assert file.one(Card, second).position < file.one(Card, first).position
    window.undo()
    assert file.one(Card, second).position > file.one(Card, first).position


def test_another_page_offers_nothing_of_maps(window_in):
    window = window_in("en")
    window.view.show_page("gaps")
    found = palette(window, "align")
    assert not any("Align" in (title or "") for title in titles(found))
    found.close()


def test_the_rail_folds_while_a_form_needs_its_room(window_in, qtbot):
    window = window_in("en")
    before = window.size()
    window.resize(1280, 720)
    window.view.show_page("gaps")
    page, rail = window.view.page, window.view.rail
    if window.width() == 1280:  # else the screen is too small for it
        wide = rail.width()
        page.open_pane()
        qtbot.waitUntil(lambda: rail.width() < wide)
        page.close_pane()
        qtbot.waitUntil(lambda: rail.width() == wide)
    window.resize(before)
