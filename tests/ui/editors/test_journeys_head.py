"""The head of a map keeps room for its title: buttons give up their words first."""

import pytest
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.map import CurveData, MapData
from cxstudio.ui.editors.journeys.head import TITLE_ROOM, JourneyHead, PersonaKey

NARROW, WIDE = 950, 1400


def people(count):
    codes = [(f"P-0{n}", f"Somebody with name {n}") for n in range(1, count + 1)]
    return tuple(CurveData(n, code, name, n) for n, (code, name) in enumerate(codes))


@pytest.fixture
def head(qtbot, themed):
    page = QWidget()
    head = JourneyHead()
    head.setParent(page)
    qtbot.addWidget(page)
    page.resize(WIDE, 100)
    page.show()
    qtbot.waitExposed(page)
    yield head


def show(head, width, personas):
    title = "The first visit to the prefecture by train and bus"
    data = MapData("J-01", title, curves=people(personas))
    head.show_map(data, "as_is", True, None)
    head.resize(width, 56)
    head.layout().activate()


@pytest.mark.parametrize("personas", [2, 3])
def test_on_a_small_screen_the_buttons_keep_their_icons_and_say_their_words(head, personas):
    show(head, NARROW, personas)
    assert head.title.width() >= TITLE_ROOM
    assert head.export.text() == head.lanes.text() == ""
    assert head.export.toolTip() == head.export.accessibleName() == "Export"
    assert head.lanes.toolTip() == head.lanes.accessibleName() == "Lanes 0"
    assert head.states.width() >= head.states.sizeHint().width()
    assert head.minimumSizeHint().width() <= NARROW


def test_with_room_the_words_come_back(head):
    show(head, NARROW, 3)
    show(head, WIDE, 3)
    assert (head.export.text(), head.export.toolTip()) == ("Export", "")
    assert head.title.width() >= TITLE_ROOM


def test_many_personas_are_known_by_their_signs(head):
    show(head, NARROW, 6)
    keys = head.findChildren(PersonaKey)
    shown = [key for key in keys if key.isVisible()]
    assert [key.toolTip()[:4] for key in shown] == [f"P-0{n}" for n in range(1, 7)]
    assert all(key.width() >= key.minimumSizeHint().width() for key in shown)
    assert max(key.width() for key in shown) < 40


def test_a_title_without_room_ends_with_an_ellipsis_and_is_whole_while_it_is_written(head):
    show(head, NARROW, 2)
    title = head.title
    title.resize(180, title.height())
    title.hasFocus = lambda: False
    shown = title.shown()
    assert shown.endswith("…") and shown[:-1] in title.text() == title.toolTip()
    assert title.fontMetrics().horizontalAdvance(shown) <= title.width()
    title.hasFocus = lambda: True
    assert title.shown() == title.text()
