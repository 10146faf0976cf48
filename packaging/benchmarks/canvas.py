"""The journey map against a bare scene with the same words at the same places (map_frames.py),
and a moved card of a large map against one of a small map."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from benchmarks.hands import offscreen, read
from benchmarks.map_file import HUGE, LARGE, ROOT, SMALL, Size, map_file
from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from benchmarks.screen import quiet_screen

PROGRAM = Path(__file__).with_name("map_frames.py")
FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
FRAMES, FIRST, STRETCHES = 360, 8, 6
MOVES = 40


class Frames(list[tuple[float, float]]):
    """Milliseconds of one frame after another, ours and the bare scene's."""

    def p95(self) -> Measured:
        """The 95th percentile of both."""
        ours, bare = (quantiles(times, n=20)[-1] for times in zip(*self, strict=True))
        return ours, bare

    def calm(self) -> float:
        """The 95th percentile of ours in the calmest of six stretches, as the limits in
        milliseconds are those of a machine that does nothing else."""
        length = len(self) // STRETCHES
        stretches = (self[start : start + length] for start in range(0, len(self), length))
        return min(Frames(part).p95()[0] for part in stretches if len(part) == length)

    def middle(self) -> Measured:
        """The median of both."""
        ours, bare = (median(times) for times in zip(*self, strict=True))
        return ours, bare


@cache
def frames(size: Size, what: str, screen: tuple[int, int] = FULL_HD, count: int = FRAMES) -> Frames:
    """What `map_frames.py` measures, without the first frames."""
    numbers = (str(number) for number in screen)
    command = [
        sys.executable,
        str(PROGRAM),
        str(map_file(size)),
        *numbers,
        what,
        str(count + FIRST),
    ]
    with quiet_screen(screen) as environment:
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(PROGRAM.parents[1])))
        done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"{PROGRAM.name} ended with {done.returncode}")
    times = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    return Frames((ours, bare) for ours, bare in times[FIRST:])


def opening(size: Size) -> Measured:
    """From the file to the first painted frame; the scene built and painted."""
    return frames(size, "open", count=8).middle()


def moving(what: str) -> Measured:
    """A frame of moving over a map of 2,000 cards, 95th percentile."""
    return frames(LARGE, what).p95()


def alone(what: str) -> Measured:
    """The same by itself, in a calm moment of the machine."""
    return frames(LARGE, what).calm(), None


def whole() -> Measured:
    """All of a map of 2,000 cards on a large screen, 95th percentile in a calm moment."""
    return frames(LARGE, "whole", FOUR_K, 120).calm(), None


def growth() -> Measured:
    """Panning over 10,000 cards and over 2,000, each with as many in view, in bare frames."""
    ours = [frames(size, "pan").middle() for size in (HUGE, LARGE)]
    (huge, huge_bare), (large, large_bare) = ours
    assert huge_bare and large_bare
    return huge / huge_bare * large_bare, large


# ── A card moved ──────────────────────────────────────────────────────────────────────────


@contextmanager
def shown(size: Size, folder: str) -> Iterator[object]:
    """A copy of a map in a window, following its file."""
    from benchmarks.map_frames import show
    from cxstudio.model import Journey
    from cxstudio.store.connection import connect
    from cxstudio.store.engagement_file import EngagementFile
    from cxstudio.ui.canvas.view import MapView
    from cxstudio.ui.settings import Settings
    from cxstudio.ui.workspace import Workspace

    path = Path(folder, f"{size.count}.cxs")
    shutil.copyfile(map_file(size), path)
    with EngagementFile(path, connect(path, None), read_only=False) as file:
        workspace = Workspace(file, Settings(Path(folder, "settings.ini")))
        view = MapView(workspace)
        view.show_journey(file.all(Journey)[0].id)
        workspace.changed.connect(view.refresh)
        show(view, FULL_HD)
        yield view
        workspace.close()
        view.close()


def moved() -> Measured:
    """A card moved to the next cell and back, written, read and laid out again."""
    offscreen()
    from cxstudio.drawing.journey.hands import Cell
    from cxstudio.ui.canvas.view import MapView

    def move(view: MapView, to: Iterator[int]) -> None:
        row = view.map.laid.rows[0]
        cells = [Cell(cell.step_id, row.lane.id) for cell in row.cells[:2]]
        view.document.move_cards([card], cells[next(to)], 0)

    with ExitStack() as stack:
        folder = stack.enter_context(
            tempfile.TemporaryDirectory(prefix="cxstudio-bench-", dir=ROOT / "build")
        )
        acts = []
        for size in (LARGE, SMALL):
            view = stack.enter_context(shown(size, folder))
            assert isinstance(view, MapView)
            card = int(view.map.laid.rows[0].cells[0].cards[0].card.id)
            acts.append(partial(move, view, cycle((1, 0))))
        large, small = acts
        gc.disable()  # as in the program, which collects only when it has nothing to do
        stack.callback(gc.enable)
        return by_turns(lambda: milliseconds(large), lambda: milliseconds(small), MOVES, warm_up=6)


# ── Out of the program ────────────────────────────────────────────────────────────────────


def exported(kind: str) -> Measured:
    """A map of 2,000 cards as a file, once."""
    offscreen()
    from cxstudio.drawing.journey import export
    from cxstudio.drawing.journey.read import map_data
    from cxstudio.model import Journey

    with read(map_file(LARGE)) as file:
        data = map_data(file.session, file.all(Journey)[0].id)
    write = export.map_svg if kind == "SVG" else export.map_pdf
    return milliseconds(lambda: write(data)), None


BENCHES = [
    Bench("map of 2,000 cards opened / bare scene", "ms", 3, partial(opening, LARGE)),
    Bench("frame of panning, p95 / bare scene", "ms", 1.5, partial(moving, "pan")),
    Bench("frame of dragging a card, p95 / bare scene", "ms", 1.5, partial(moving, "drag")),
    Bench("frame of zooming, p95 / bare scene", "ms", 1.5, partial(moving, "zoom")),
    Bench("frame of panning, p95, calm machine", "ms", 16.7, partial(alone, "pan")),
    Bench("frame of dragging a card, p95, calm machine", "ms", 16.7, partial(alone, "drag")),
    Bench("frame of zooming, p95, calm machine", "ms", 16.7, partial(alone, "zoom")),
    Bench("whole map of 2,000 cards at 3840 x 2160, p95, calm", "ms", 50, whole),
    Bench("map of 10,000 cards opened / bare scene", "ms", 3, partial(opening, HUGE)),
    Bench("panning 10,000 cards / 2,000, as many in view", "ms", 1.25, growth),
    Bench("card moved on a map of 2,000 / of 20", "ms", 1.25, moved),
    Bench("SVG of 2,000 cards", "ms", 3000, partial(exported, "SVG")),
    Bench("PDF of 2,000 cards", "ms", 3000, partial(exported, "PDF")),
]
