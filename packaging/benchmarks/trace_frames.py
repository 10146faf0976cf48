"""A program that opens the traceability page of a file, or pans over it, and prints how many
milliseconds each time took, a line each.

    trace_frames.py FILE WIDTH HEIGHT WHAT ROUNDS

Opening begins with the open file, before its links are read, and ends when everything in sight is
painted. A frame is what is painted and sent to the screen after one movement of the hand.
"""

import gc
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.measure import milliseconds
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.ui import theme
from cxstudio.ui.editors.trace import TracePage
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

WAY = 24


def painted(page: TracePage) -> None:
    """Paint what is to be painted, now."""
    page.view.viewport().update()
    QApplication.sendPostedEvents()
    QApplication.sendEvent(page, QEvent(QEvent.Type.UpdateRequest))


def opened(
    file: EngagementFile, settings: Settings, size: tuple[int, int]
) -> tuple[float, TracePage]:
    """Milliseconds until the page is painted, nothing known from before."""
    begin = perf_counter()
    page = TracePage(Workspace(file, settings))
    page.resize(*size)
    page.show()
    QApplication.processEvents()
    while not page.view.whole:
        painted(page)
    return (perf_counter() - begin) * 1000, page


def moves(page: TracePage) -> Iterator[tuple[int, int]]:
    """Down and back, a little to the side."""
    for way in cycle([WAY] * 80 + [-WAY] * 80):
        yield way // 6, way


def run(
    file: EngagementFile, settings: Settings, size: tuple[int, int], what: str, rounds: int
) -> Iterator[float]:
    """Milliseconds of one round after another."""
    if what == "open":
        for _ in range(rounds):
            took, page = opened(file, settings, size)
            page.close()
            page.workspace.close()
            yield took
        return
    _took, page = opened(file, settings, size)
    page.filters.grouped.setChecked(what == "folded")
    page.view.centre(page.view.seen().center())
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum() // 3)
    QApplication.processEvents()
    for (dx, dy), _round in zip(moves(page), range(rounds), strict=False):
        page.view.scroll_by(dx, dy)
        yield milliseconds(lambda: painted(page))
        QApplication.processEvents()  # in the pause before the next frame the next tile is made
    page.workspace.close()


def main(path: str, width: str, height: str, what: str, rounds: str) -> None:
    application = QApplication(sys.argv[:1])
    theme.start(application)
    gc.disable()  # as in the program, which collects only when it has nothing to do
    size = (int(width), int(height))
    with (
        tempfile.TemporaryDirectory(prefix="cxstudio-bench-") as folder,
        EngagementFile(Path(path), connect(Path(path), None), read_only=False) as file,
    ):
        settings = Settings(Path(folder, "settings.ini"))
        for took in run(file, settings, size, what, int(rounds)):
            print(f"{took:.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
