"""Python's cyclic garbage: collected between two events only, its widgets deleted by Qt."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid, ownedByPython

INTERVAL = 500  # ms


def collect(generation: int = 2) -> None:
    """Free what nothing reaches any more, as `gc.collect` does, but trees of widgets safely.

    Python frees the members of a ring in any order. When a page and its fields are in one, a
    field may be freed after the page took it along, and the program crashes. So what is found is
    kept for a moment, the roots of its trees are deleted by Qt, and then the rest goes.
    """
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect(generation)
    gc.set_debug(0)
    if gc.garbage:
        _delete_trees()
        gc.garbage.clear()
        gc.collect(min(generation + 1, 2))  # what was kept has become one generation older


def _delete_trees() -> None:
    for thing in gc.garbage:
        if not issubclass(type(thing), QObject) or not isValid(thing):
            continue
        if thing.parent() is None and ownedByPython(thing):
            thing.deleteLater()
            QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)


def leave_clipboard() -> None:
    """Before the program ends: what it copied stays with the screen's clipboard, if it has one.

    Off screen Qt keeps the clipboard until after Python has ended, and crashes on what Python made.
    """
    if QGuiApplication.platformName() == "offscreen":
        QGuiApplication.clipboard().clear()


class IdleCollection(QObject):
    """Collects garbage when the interface has nothing else to do, and never at another moment.

    Left to itself the collector runs wherever an allocation happens to fall: inside a paint
    event, or on the thread of background work, where a widget must not be deleted. It also makes
    a frame late while something is dragged.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.freeze()  # what is there from the start stays; looking through it again would take long
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python; while a window fills for the first time nothing was dropped yet,
        and Python's own collector keeps the start small."""
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, unless a gesture or a nested loop is on."""
        if QThread.currentThread().loopLevel() > 1:
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, limit) in enumerate(due) if count > limit]
        if generations:
            collect(generations[-1])
