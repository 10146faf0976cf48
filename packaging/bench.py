"""Print how fast and how small the program is, each figure beside its baseline.

    bench.py [WORD ...]    all benchmarks, or those with one of the words in their name

Ours and the baseline are measured by turns in the same run, so that a busy machine is busy for
both. Ends with 1 when a limit is broken.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator

from benchmarks import (
    big,
    canvas,
    chances,
    changes,
    hands,
    report,
    report_whole,
    survey,
    trace,
    voice,
    voice_page,
    window,
)
from benchmarks.measure import Bench, Row

COLUMNS = ("what", "ours", "baseline", "ratio", "limit", "ok")


def rows(benches: Iterable[Bench]) -> Iterator[Row]:
    """Run the benchmarks and say of each how it went."""
    for bench in benches:
        yield bench.row()


def line(cells: Iterable[str], widths: Iterable[int]) -> str:
    """One line of the table; the first column on the left, figures on the right."""
    first, *rest = (
        (cell, width - sum(unicodedata.east_asian_width(c) in "WF" for c in cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])


def main(words: list[str]) -> int:
    """Run what was asked for and return the exit status."""
    every = [
        *window.BENCHES,
        *changes.BENCHES,
        *big.BENCHES,
        *hands.BENCHES,
        *canvas.BENCHES,
        *report.BENCHES,
        *report_whole.BENCHES,
        *survey.BENCHES,
        *voice.BENCHES,
        *voice_page.BENCHES,
        *trace.BENCHES,
        *chances.BENCHES,
    ]
    chosen = [b for b in every if not words or any(word in b.what for word in words)]
    if not chosen:
        print(f"There is no benchmark with {' or '.join(words)} in its name.", file=sys.stderr)
        return 2
    widths = (max(len(bench.what) for bench in chosen), 11, 11, 7, 9, 3)
    print(line(COLUMNS, widths))
    kept = True
    for row in rows(chosen):
        print(line(row.cells, widths), flush=True)
        kept = kept and row.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
