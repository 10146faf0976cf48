"""A program that shows the survey's page of a large file, asks it for other people again and again,
and prints the longest stop of the interface, in milliseconds, for each thing that was done.

    voice_stops.py FILE [WHO]

A timer asks to be called every millisecond. What passes beyond that between two calls is a stop:
the interface could not have answered a key. Time in which all processors had other work is not
counted where the system tells it. With WHO the calls are named that other threads were in.
"""

import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.survey.segments import labels
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.ui import theme
from cxstudio.ui.editors.voice.page import VoicePage
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

QUIET = 250
"""Milliseconds without work after which all is there; what is typed is looked for after 180."""
LONG = 0.02
"""Seconds from which a stop is looked into."""


@dataclass
class Stops(QObject):
    """Notes the longest stop under the name of what is being done."""

    who: bool = False
    longest: dict[str, float] = field(default_factory=dict)
    seen: list[tuple[float, float, str, str]] = field(default_factory=list)
    doing: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._last, self._own = idle_less(), thread_time()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self.note)
        self._timer.start()

    def begin(self, what: str) -> None:
        """From now on stops are those of this."""
        self.doing, self._last, self._own = what, idle_less(), thread_time()

    def note(self) -> None:
        """A turn of the interface ends here."""
        stop, own = idle_less() - self._last, thread_time() - self._own
        if self.doing:
            self.longest[self.doing] = max(self.longest.get(self.doing, 0.0), stop)
            if self.who and stop > LONG:
                self.seen.append((stop, own, self.doing, "; ".join(others())))
        self._last, self._own = idle_less(), thread_time()


def idle_less() -> float:
    """Seconds on a clock that stands still while this thread waits for a processor."""
    try:
        waited = int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):  # not Linux
        waited = 0.0
    return perf_counter() - waited


def others() -> Iterator[str]:
    """Where the other threads are, those that work for the page."""
    for number, frame in sys._current_frames().items():
        if number != threading.get_ident():
            steps = [s for s in traceback.extract_stack(frame) if "/cxstudio/" in s.filename]
            if steps:
                yield " < ".join(f"{Path(s.filename).name}:{s.lineno}" for s in steps[:-4:-1])


def done(page: VoicePage, stops: Stops, what: str, action: Callable[[], object]) -> None:
    """Do something and wait until all figures are there."""
    app = QApplication.instance()
    assert app is not None
    app.processEvents()
    stops.begin(what)
    QTimer.singleShot(0, action)
    quiet = 0
    while quiet < QUIET:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        quiet = 0 if page.room.busy or page.workspace.tasks.busy else quiet + 1
    stops.doing = ""


def questions(page: VoicePage) -> Iterator[tuple[str, Callable[[], object]]]:
    """Filters, words among the comments, another measure."""
    assert page.wave is not None
    responses = page.wave.responses
    names = responses.mapping.names("segment")[:2]
    known = {name: labels(responses.column(name))[:2] for name in names}
    for name in names:
        for label in known[name]:
            yield "filter", lambda n=name, lb=label: page.ask(page.asked.of(n, (lb,)))
        yield "filter", lambda n=name: page.ask(page.asked.of(n, ()))
    yield "search", lambda: page.comments.words.setText("staff")
    yield "search", lambda: page.comments.words.setText("waiting kind")
    yield "search", lambda: page.comments.words.setText("")


def main(file: str, who: bool) -> None:
    app = QApplication([])
    theme.start(app)
    with (
        tempfile.TemporaryDirectory(prefix="cxstudio-bench-") as folder,
        EngagementFile(Path(file), connect(Path(file), None), read_only=True) as engagement,
    ):
        workspace = Workspace(engagement, Settings(Path(folder, "settings.ini")))
        stops = Stops(who)
        stops.begin("build")  # the widgets, as of any page
        page = VoicePage(workspace)
        page.resize(1400, 900)
        stops.note()
        done(page, stops, "open", page.show)
        for what, action in questions(page):
            done(page, stops, what, action)
        workspace.close()
        for what, seconds in stops.longest.items():
            print(f"{what} {seconds * 1000:.1f}")
        for seconds, own, what, where in sorted(stops.seen, reverse=True)[:40]:
            print(f"{seconds * 1000:8.0f} {own * 1000:6.0f} {what:8} {where}")


if __name__ == "__main__":
    main(sys.argv[1], len(sys.argv) > 2)
