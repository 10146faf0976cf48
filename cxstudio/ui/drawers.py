"""Drawing in other processes, beside whoever makes a document (docs/decisions/47-reports-apart.md).

Painting holds Python's lock, so that threads do not draw any faster than one.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from cxstudio.drawing.picture import Draw, Drawing, Tell, here, nobody
from cxstudio.ui.other_process import WAIT, GentleProcess
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.store import EngagementFile

MOST = 4
"""Of so many processes the last ones wait for the report, which is built by one."""

MANY = 40
"""From so many steps on maps take much longer to draw than the processes take to begin."""


def drawers(file: EngagementFile) -> AbstractContextManager[Draw]:
    """What draws the maps of a report: several processes for many maps, where there are several
    processors; else whoever makes the report."""
    from cxstudio.model import Step

    count = min(_processors(), MOST)
    return Drawers(count) if count > 1 and file.count(Step) >= MANY else nullcontext(here)


def _processors() -> int:
    """As many as the system gives this process."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Drawers:
    """So many other processes, of which each begins with its first drawing and ends with the
    context; what they are drawing then is given up."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, "drawing")  # which wait for the processes
        self._processes = [GentleProcess() for _ in range(count)]
        self._idle: SimpleQueue[GentleProcess] = SimpleQueue()
        self._progress = Progress(nobody)
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> Draw:
        return self._begin

    def __exit__(self, *_: object) -> None:
        self._progress.cancel()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.close()

    def _begin(self, drawing: Drawing[Any]) -> Drawing[Any]:
        return partial(_waited_for, self._threads.submit(self._drawn, drawing))

    def _drawn(self, drawing: Drawing[Any]) -> Any:
        process = self._idle.get()
        try:
            return process.run(drawing, self._progress)
        finally:
            self._idle.put(process)


def _waited_for(future: Future[Any], tell: Tell) -> Any:
    while not wait((future,), WAIT).done:
        tell(0.0, "")
    return future.result()
