"""Python's cyclic garbage, collected only between two events of the interface."""

import gc

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication

INTERVAL = 500  # ms


class IdleCollection(QObject):
    """Collects garbage when the interface has nothing else to do, and never at another moment.

    Left to itself the collector runs wherever an allocation happens to fall: inside a paint
    event, or on the thread of background work. Garbage with a widget in it is then destroyed
    under the hands of Qt, which crashes the program (pyqtgraph issue 1628 and many like it).
    It also makes a frame late while something is dragged.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.collect()
        gc.freeze()  # what is there from the start stays; looking through it again would take long
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)
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
            gc.collect(generations[-1])
