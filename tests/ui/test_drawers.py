"""Maps drawn in other processes: the same bytes, and all of them end with who asked for them."""

import os
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from threading import Thread

import pytest

from cxstudio.drawing.charts.figure import STANDARD
from cxstudio.drawing.journey.page import page_of
from cxstudio.drawing.picture import here, nobody
from cxstudio.ui import drawers
from cxstudio.ui.drawers import Drawers
from cxstudio.ui.other_process import OtherProcess
from cxstudio.ui.tasks import Cancelled, Progress


def drawn_beside(drawing, progress):
    """What a process gives that is another one itself and has a drawing made in a third; and which
    processes these are."""
    with Drawers(1) as draw:
        begun, processes = draw(drawing), draw(process)
        return begun(progress), processes(progress)


def process(_tell):
    return os.getpid(), os.getppid()


def test_a_process_apart_has_a_map_of_a_file_drawn_beside_it_with_the_same_bytes(qapp, sample_file):
    from cxstudio.report.context import Context
    from cxstudio.report.sections.journeys import mapped, read
    from cxstudio.store import open_file

    with open_file(sample_file("ja")) as file:
        context = Context(file.session, "ja")
        drawn = read(context, mapped(context)[0])
    drawing = partial(page_of, drawn, 253, 110, "ja", STANDARD, True, 0.0)
    apart = OtherProcess()
    try:
        found, processes = apart.run(partial(drawn_beside, drawing), Progress(nobody))
    finally:
        apart.close()
    assert found == drawing(nobody)
    assert len({*processes, os.getpid()}) == 3


def endless(path: Path, _tell):
    """Says where it is drawn, and is never done."""
    path.write_text(str(os.getpid()))
    time.sleep(600)


def test_cancel_ends_all_processes_whatever_they_are_doing(tmp_path, qtbot):
    place = tmp_path / "process"
    progress, ended = Progress(nobody), []

    def run():
        try:
            OtherProcess().run(partial(drawn_beside, partial(endless, place)), progress)
        except Cancelled:
            ended.append(True)

    thread = Thread(target=run)
    thread.start()
    qtbot.waitUntil(lambda: place.exists() and place.read_text() != "", timeout=60_000)
    progress.cancel()
    thread.join(30)
    assert ended
    qtbot.waitUntil(lambda: not is_running(int(place.read_text())), timeout=30_000)


def is_running(number: int) -> bool:
    """Whether there is such a process; one that has ended and waits for its parent is none."""
    active_children()
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(("processors", "many", "several"), [(1, 0, 0), (8, 10**6, 0), (8, 0, 4)])
def test_processes_are_begun_for_many_maps_on_several_processors(
    sample_file, monkeypatch, processors, many, several
):
    from cxstudio.store import open_file

    monkeypatch.setattr(drawers, "_processors", lambda: processors)
    monkeypatch.setattr(drawers, "MANY", many)
    with open_file(sample_file("ja")) as file, drawers.drawers(file) as draw:
        assert (draw is here) == (several == 0)
