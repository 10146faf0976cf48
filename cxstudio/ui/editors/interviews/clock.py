"""The clock of the talk: started with a button, it stamps paragraphs."""

from __future__ import annotations

import datetime as dt
import time

from PySide6.QtCore import QObject, QTimer, Signal

NEAR = dt.timedelta(hours=4)  # a talk that began longer ago is no longer going on


def shown(seconds: int) -> str:
    """Time as the clock shows it, 00:26:40."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def short(seconds: int) -> str:
    """Time as the margin shows it, in hours and minutes: 00:26."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


class Clock(QObject):
    """One interview's clock at a time; it goes on from the last time in the notes."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = 0.0
        self._since: float | None = None
        self._opened = time.monotonic()
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        return self._since is not None

    def seconds(self) -> int:
        """Seconds of the talk so far."""
        since = time.monotonic() - self._since if self._since is not None else 0.0
        return int(self._before + since)

    def reset(self, seconds: int = 0) -> None:
        """Stand still at a time, for another interview."""
        self._before, self._since = float(seconds), None
        self._opened = time.monotonic()
        self._timer.stop()
        self.ticked.emit()

    def toggle(self) -> None:
        """Start, or pause."""
        if self._since is None:
            self._since = time.monotonic()
            self._timer.start()
        else:
            self._before, self._since = float(self.seconds()), None
            self._timer.stop()
        self.ticked.emit()

    def stamp(self, held_at: dt.datetime | None) -> int:
        """The time for a paragraph: the clock's; when it stands still, the time since the talk
        began by its date and time, or since these notes were opened."""
        if self.running:
            return self.seconds()
        since = dt.datetime.now() - held_at if held_at else None  # noqa: DTZ005 - the user's clock
        if since is not None and dt.timedelta(0) <= since <= NEAR:
            return int(since.total_seconds())
        return int(self._before + time.monotonic() - self._opened)
