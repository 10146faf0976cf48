"""Garbage is collected between events, on the interface's thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from cxstudio.store import EngagementFile
from cxstudio.ui import focus_order, garbage
from cxstudio.ui.editors.interviews import InterviewsPage
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.garbage import IdleCollection
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace


class Knot:
    """Holds itself, so that only the collector frees it; notes on which thread that was."""

    freed_on: int | None = None

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.freed_on = threading.get_ident()


@pytest.fixture
def collection(qapp) -> Iterator[IdleCollection]:
    Knot.freed_on = None
    collection = IdleCollection()
    collection.start()
    yield collection
    kept.clear()
    gc.unfreeze()


kept: list[list[object]] = []


def tie_and_fill() -> weakref.ref[Knot]:
    """A knot, dropped, then more allocations than the collector waits for."""
    knot = weakref.ref(Knot())
    fill()
    return knot


def fill() -> None:
    """More allocations than the collector waits for; what is freed counts against them."""
    kept.extend([] for _number in range(3 * gc.get_threshold()[0]))


def gone(knot: weakref.ref[Knot]) -> bool:
    """Whether it was freed, asked while work goes on."""
    fill()
    return knot() is None


def test_a_dropped_page_is_deleted_from_its_root(qtbot, sample_file, running):
    """Freed by Python in the order of chance, such pages crashed within a few rounds."""
    file = EngagementFile.create(sample_file("en").with_name("pages.cxs"), client="Client")
    workspace = Workspace(file, Settings(file.path.with_name("settings.ini")))
    fields = []
    for generation in range(3):
        page = InterviewsPage(workspace)
        page.show()
        fields += [weakref.ref(field) for field in page.findChildren(LineField)]
        del page
        garbage.collect(generation)
    garbage.collect()
    assert fields
    assert not any(field() for field in fields)
    workspace.close()
    file.close()


def test_garbage_is_freed_soon_once_the_interface_is_idle(qtbot, collection):
    knot = tie_and_fill()
    assert knot() is not None
    qtbot.waitUntil(lambda: gone(knot))
    assert Knot.freed_on == threading.get_ident()


def test_background_work_frees_no_garbage(qtbot, collection):
    knots = []
    work = threading.Thread(target=lambda: knots.append(tie_and_fill()))
    work.start()
    work.join()
    assert knots[0]() is not None
    qtbot.waitUntil(lambda: gone(knots[0]))
    assert Knot.freed_on == threading.get_ident()


def test_a_gesture_is_not_interrupted(qtbot, collection):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton)
    knot = tie_and_fill()
    collection.collect()
    assert knot() is not None
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton)
    fill()
    collection.collect()
    assert knot() is None


def test_a_nested_event_loop_is_left_alone(qtbot, collection):
    knot = tie_and_fill()
    inner = QEventLoop()
    seen = []

    def look() -> None:
        collection.collect()
        seen.append(knot() is None)
        inner.quit()

    outer = QEventLoop()
    QTimer.singleShot(0, lambda: (QTimer.singleShot(0, look), inner.exec(), outer.quit()))
    outer.exec()
    assert seen == [False]
    fill()
    collection.collect()
    assert knot() is None


def items_of_layouts() -> int:
    return sum(isinstance(one, QLayoutItem) for one in Shiboken.getAllValidWrappers())


def test_the_way_of_tab_asks_for_no_items_of_layouts(qtbot):
    """Qt deletes them and tells Python nothing: the next widget at that address was an item."""
    page = QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addLayout(row)
    fields = [LineField(), LineField(), LineField()]
    column.addWidget(fields[2])
    row.addWidget(fields[0])
    row.addWidget(fields[1])
    page.show()
    before = items_of_layouts()
    assert focus_order.stops(page) == fields
    assert items_of_layouts() == before
