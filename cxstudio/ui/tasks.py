"""Background work: off the interface's thread, with progress and Cancel, returning plain data."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Cancelled(Exception):
    """Raised inside the work when the user pressed Cancel."""


class Progress:
    """Given to the work: call it with a share from 0 to 1 now and then, and with words for what
    is being done when that changes.

    Raises Cancelled once the user pressed Cancel.
    """

    def __init__(self, tell: Callable[[float, str], object]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def __call__(self, share: float, doing: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        self._tell(share, doing)


Work = Callable[[Progress], Any]


@dataclass
class Task:
    """One piece of work under way."""

    number: int
    title: str
    progress: Progress
    on_done: Callable[[Any], None]


class _Runner(QRunnable):
    def __init__(self, tasks: Tasks, task: Task, work: Work) -> None:
        super().__init__()
        self._tasks, self._task, self._work = tasks, task, work

    def run(self) -> None:
        number = self._task.number
        try:
            result = self._work(self._task.progress)
        except Cancelled:
            self._tasks.ended.emit(number, None, None)
        except Exception as error:  # told to the user by the window's error dialog
            self._tasks.ended.emit(number, None, error)
        else:
            self._tasks.ended.emit(number, (result,), None)


class Tasks(QObject):
    """The work under way. Results arrive on the interface's thread."""

    started = Signal(int, str)
    progressed = Signal(int, float)
    said = Signal(int, str)  # what a piece of work is doing
    finished = Signal(int)
    failed = Signal(object)  # the exception
    ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, Task] = {}
        self._count = 0
        self.ended.connect(self._settle)

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def run(self, title: str, work: Work, on_done: Callable[[Any], None]) -> int:
        """Start `work(progress)` in the background; `on_done(result)` is called when it is done.

        Work must not touch the open file or a widget: give it `file.in_memory()`. What was
        cancelled is never done, even when its work had ended already.
        An exception of the work is told by `failed`. Returns the number of the task.
        """
        self._count += 1
        number = self._count
        progress = Progress(partial(self._told, number))
        task = Task(number, title, progress, on_done)
        self._running[number] = task
        self.started.emit(number, title)
        QThreadPool.globalInstance().start(_Runner(self, task, work))
        return number

    def cancel(self, number: int) -> None:
        if task := self._running.get(number):
            task.progress.cancel()

    def cancel_all(self) -> None:
        for task in self._running.values():
            task.progress.cancel()
        QThreadPool.globalInstance().waitForDone(5000)

    def _told(self, number: int, share: float, doing: str) -> None:
        self.progressed.emit(number, share)
        if doing:
            self.said.emit(number, doing)

    @Slot(int, object, object)
    def _settle(self, number: int, result: tuple[Any] | None, error: Exception | None) -> None:
        task = self._running.pop(number)
        self.finished.emit(number)
        if error is not None:
            self.failed.emit(error)
        elif result is not None and not task.progress.cancelled:
            task.on_done(result[0])
