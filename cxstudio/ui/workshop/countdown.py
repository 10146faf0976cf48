"""The timer of the room: minutes set, started, paused, and an end that is seen and heard."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LONGEST = 180  # minutes
WARNING = 60  # seconds left from which the timer wears the warning colour
TICK = 200  # milliseconds


class Countdown(QObject):
    """Counts seconds down; `ticked` at each new second and at each press, `ended` once at zero.

    `clock` gives seconds that only grow; tests give their own.
    """

    ticked = Signal()
    ended = Signal()

    def __init__(
        self,
        minutes: int,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.minutes = minutes
        self._left = float(minutes * 60)
        self._started: float | None = None
        self._shown = self.seconds
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        return self._started is not None

    @property
    def seconds(self) -> int:
        """Whole seconds that are left, never below 0."""
        gone = 0.0 if self._started is None else self._clock() - self._started
        return max(ceil(self._left - gone), 0)

    @property
    def over(self) -> bool:
        return self.seconds == 0

    @property
    def warning(self) -> bool:
        """Whether the last minute runs."""
        return self.seconds <= WARNING and (self.running or self.over)

    def text(self) -> str:
        """Minutes and seconds: 08:24."""
        return f"{self.seconds // 60:02}:{self.seconds % 60:02}"

    def set_minutes(self, minutes: int) -> None:
        """Put the timer to so many minutes and stop it."""
        self.minutes = min(max(minutes, 1), LONGEST)
        self.reset()

    def reset(self) -> None:
        self._stop(float(self.minutes * 60))

    def toggle(self) -> None:
        """Start, pause, or go on; start anew when the time was up."""
        if self.running:
            self._stop(self._left - (self._clock() - (self._started or 0.0)))
            return
        if self.over:
            self._left = float(self.minutes * 60)
        self._started = self._clock()
        self._timer.start()
        self._tell()

    def tick(self) -> None:
        """Look at the clock."""
        if not self.running:
            return
        if self.over:
            self._stop(0.0)
            QApplication.beep()
            self.ended.emit()
        elif self.seconds != self._shown:
            self._tell()

    def _stop(self, left: float) -> None:
        self._timer.stop()
        self._left, self._started = max(left, 0.0), None
        self._tell()

    def _tell(self) -> None:
        self._shown = self.seconds
        self.ticked.emit()
