"""The first painted window and its memory, against a blank one."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.measure import Bench, Measured
from benchmarks.screen import quiet_screen

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "build" / "sample-en.cxs"
BLANK = [sys.executable, str(Path(__file__).with_name("blank_window.py"))]
ROUNDS = 7


class Start(NamedTuple):
    """How one start went: milliseconds to the first paint and to the filled page, memory in MB.

    The first paint of ours shows the rail and whose engagement is open; the overview is
    filled in then. Memory is read at the end of both.
    """

    painted: float
    filled: float
    memory: float


def opening(file: Path) -> list[str]:
    """The command that opens a file and quits when its page is filled."""
    return [sys.executable, "-m", "cxstudio", str(file), "--quit-after-paint"]


def start(command: list[str], environment: dict[str, str]) -> Start:
    """Start a program that prints "painted", perhaps "filled", and its memory in kB with the
    last of them."""
    begin = perf_counter()
    times: list[float] = []
    memory = ""
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.startswith(("painted", "filled")):
                times.append((perf_counter() - begin) * 1000)
                memory = line.partition(" ")[2]
    if not memory:
        raise RuntimeError(f"{' '.join(command)} ended without saying what memory it takes")
    return Start(times[0], times[-1], int(memory) / 1024)


@cache
def compared(ours: tuple[str, ...], baseline: tuple[str, ...]) -> tuple[Start, Start]:
    """Medians of two programs that start by turns."""
    with quiet_screen() as environment:
        pairs = [
            (start(list(ours), environment), start(list(baseline), environment))
            for _ in range(ROUNDS + 1)
        ][1:]
    return _middle([pair[0] for pair in pairs]), _middle([pair[1] for pair in pairs])


def _middle(starts: list[Start]) -> Start:
    return Start(*(median(values) for values in zip(*starts, strict=True)))


def time_of_sample() -> Measured:
    """First paint of the sample engagement and of a blank window."""
    ours, blank = compared(tuple(opening(SAMPLE)), tuple(BLANK))
    return ours.painted, blank.painted


def filled_sample() -> Measured:
    """The overview of the sample filled, and the first paint of a blank window."""
    ours, blank = compared(tuple(opening(SAMPLE)), tuple(BLANK))
    return ours.filled, blank.painted


def memory_of_sample() -> Measured:
    """Memory with the sample's overview filled, and of a blank window."""
    ours, blank = compared(tuple(opening(SAMPLE)), tuple(BLANK))
    return ours.memory, blank.memory


BENCHES = [
    Bench("window of the sample / blank window", "ms", 4, time_of_sample),
    Bench("overview of the sample filled / blank window", "ms", 8, filled_sample),
    Bench("memory of the sample / blank window", "MB", 2.2, memory_of_sample),
]
