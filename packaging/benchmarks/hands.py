"""What is waited for while working: a letter typed, a map laid out, a copy for another thread."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.big import big_file
from benchmarks.measure import Bench, Measured, milliseconds
from benchmarks.window import SAMPLE
from cxstudio.model import Interview, Journey
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile

ROUNDS = 20


@contextmanager
def read(path: Path) -> Iterator[EngagementFile]:
    """A file that is only looked at."""
    with EngagementFile(path, connect(path, None), read_only=True) as file:
        yield file


def offscreen() -> None:
    """Fonts and widgets in this process; the windows that are measured have their own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # on what it cannot do
    from PySide6.QtWidgets import QApplication

    from cxstudio.ui import theme

    if QApplication.instance() is None:
        theme.start(QApplication([]))


def letter() -> Measured:
    """One letter in the middle of an interview of 10,000 words, until it is painted."""
    offscreen()
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    from cxstudio.ui.editors.interviews import InterviewsPage
    from cxstudio.ui.settings import Settings
    from cxstudio.ui.workspace import Workspace

    with tempfile.TemporaryDirectory(prefix="cxstudio-bench-") as folder:
        copy = Path(folder, "copy.cxs")
        copy.write_bytes(big_file().read_bytes())
        with EngagementFile(copy, connect(copy, None), read_only=False) as file:
            page = InterviewsPage(Workspace(file, Settings(Path(folder, "settings.ini"))))
            page.resize(1072, 800)
            page.show_record("interview", file.all(Interview)[0].id)
            page.show()
            page.notes.setTextCursor(QTextCursor(page.notes.document().findBlockByNumber(100)))

            def typed() -> None:
                QTest.keyClicks(page.notes, "a")
                page.notes.viewport().repaint()

            times = [milliseconds(typed) for _ in range(ROUNDS)]
            assert page.notes.toPlainText().count("a" * ROUNDS) == 1
            page.workspace.flush_requested.emit()
            page.workspace.close()
            page.close()
    return median(times), None


def laid_out() -> Measured:
    """The whole map of a journey of 500 cards, whose words are known from the first time."""
    offscreen()
    from cxstudio.drawing.journey.layout import layout
    from cxstudio.drawing.journey.measure import QtMeasure
    from cxstudio.drawing.journey.metrics import screen_metrics
    from cxstudio.drawing.journey.read import map_data

    with read(big_file()) as file:
        data = map_data(file.session, file.all(Journey)[0].id)
    times = [
        milliseconds(lambda: layout(data, screen_metrics("en"), QtMeasure())) for _ in range(ROUNDS)
    ]
    return median(times[1:]), None


def copied() -> Measured:
    """The sample in memory, for a report or a search beside the window."""
    with read(SAMPLE) as file:
        times = [milliseconds(lambda: file.in_memory().close()) for _ in range(ROUNDS)]
    return median(times), None


BENCHES = [
    Bench("letter typed in an interview of 10,000 words", "ms", 50, letter),
    Bench("map of 500 cards laid out again", "ms", 50, laid_out),
    Bench("copy of the sample in memory", "ms", 150, copied),
]
