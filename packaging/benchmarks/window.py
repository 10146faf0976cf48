"""The first painted window and its memory, against a blank one."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.measure import Bench, Measured
from benchmarks.screen import quiet_screen

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "build" / "sample-en.cxs"
BLANK = [sys.executable, str(Path(__file__).with_name("blank_window.py"))]
ROUNDS = 7


def opening(file: Path) -> list[str]:
    """The command that opens a file and quits after its first paint."""
    return [sys.executable, "-m", "cxstudio", str(file), "--quit-after-paint"]


def first_paint(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from the start of the process to its first paint, and its PSS in MB then."""
    begin = perf_counter()
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.startswith("painted"):
                took = (perf_counter() - begin) * 1000
                found = re.search(r"\d+", line)
                break
        else:
            raise RuntimeError(f"{' '.join(command)} ended without painting its window")
    if found is None:
        raise RuntimeError(f"{' '.join(command)} did not say how much memory it takes")
    return took, int(found.group()) / 1024


@cache
def compared(ours: tuple[str, ...], baseline: tuple[str, ...]) -> tuple[tuple[float, float], ...]:
    """Medians of time and memory of two programs that start by turns."""
    with quiet_screen() as environment:
        pairs = [
            (first_paint(list(ours), environment), first_paint(list(baseline), environment))
            for _ in range(ROUNDS + 1)
        ][1:]
    return tuple(
        (median(pair[who][0] for pair in pairs), median(pair[who][1] for pair in pairs))
        for who in (0, 1)
    )


def time_of_sample() -> Measured:
    """First paint of the sample engagement and of a blank window."""
    ours, blank = compared(tuple(opening(SAMPLE)), tuple(BLANK))
    return ours[0], blank[0]


def memory_of_sample() -> Measured:
    """Memory of the sample engagement's window and of a blank one."""
    ours, blank = compared(tuple(opening(SAMPLE)), tuple(BLANK))
    return ours[1], blank[1]


BENCHES = [
    Bench("window of the sample / blank window", "ms", 4, time_of_sample),
    Bench("memory of the sample / blank window", "MB", 2.2, memory_of_sample),
]
