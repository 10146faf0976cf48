"""The traceability page of 3,000 records and 8,000 links (trace_frames.py)."""

import os
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from statistics import quantiles

from benchmarks.measure import Bench, Measured
from benchmarks.screen import quiet_screen
from benchmarks.trace_file import trace_file
from benchmarks.window import ROOT

PROGRAM = Path(__file__).with_name("trace_frames.py")
FULL_HD = (1920, 1080)
OPENINGS, FRAMES, FIRST, STRETCHES = 6, 360, 8, 6


@cache
def times(what: str, count: int) -> list[float]:
    """What `trace_frames.py` measures."""
    numbers = (str(number) for number in FULL_HD)
    command = [sys.executable, str(PROGRAM), str(trace_file()), *numbers, what, str(count)]
    with quiet_screen(FULL_HD) as environment:
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(PROGRAM.parents[1])))
        done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"{PROGRAM.name} ended with {done.returncode}")
    return [float(line) for line in done.stdout.splitlines()]


def opening() -> Measured:
    """From the open file to everything in sight painted, in a calm moment of the machine."""
    return min(times("open", OPENINGS)[1:]), None


def panning(what: str) -> Measured:
    """A frame of panning, 95th percentile in the calmest of six stretches."""
    frames = times(what, FRAMES + FIRST)[FIRST:]
    length = len(frames) // STRETCHES
    stretches = (frames[start : start + length] for start in range(0, len(frames), length))
    return min(quantiles(part, n=20)[-1] for part in stretches if len(part) == length), None


BENCHES = [
    Bench("traceability of 8,000 links opened, calm", "ms", 1000, opening),
    Bench("panning 8,000 links folded, p95, calm", "ms", 16.7, partial(panning, "folded")),
    Bench("panning 8,000 links unfolded, p95, calm", "ms", 16.7, partial(panning, "unfolded")),
]
