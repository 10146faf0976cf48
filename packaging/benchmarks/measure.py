"""What a benchmark is, and how two things are measured by turns."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Measured = tuple[float, float | None]
"""Medians of ours and of the baseline; None where the limit is a figure of its own."""


@dataclass(frozen=True)
class Row:
    """A line of the table, and whether the limit was kept."""

    cells: tuple[str, ...]
    kept: bool


@dataclass(frozen=True)
class Bench:
    """One figure: `limit` is how many times the baseline, or without a baseline in `unit`."""

    what: str
    unit: str
    limit: float
    measure: Callable[[], Measured]

    def row(self) -> Row:
        """Measure, and compare with the limit."""
        ours, baseline = self.measure()
        share = ours if baseline is None else ours / baseline
        kept = share <= self.limit
        cells = (
            self.what,
            self._figure(ours),
            "-" if baseline is None else self._figure(baseline),
            "-" if baseline is None else f"{share:.2f}",
            self._figure(self.limit) if baseline is None else f"{self.limit:g} x",
            "yes" if kept else "NO",
        )
        return Row(cells, kept)

    def _figure(self, value: float) -> str:
        return f"{value:.2f} {self.unit}" if value < 10 else f"{value:.0f} {self.unit}"


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = perf_counter()
    action()
    return (perf_counter() - begin) * 1000


def by_turns(
    ours: Callable[[], float], baseline: Callable[[], float], rounds: int, *, warm_up: int = 1
) -> tuple[float, float]:
    """Medians of two measurements that take turns; the first rounds do not count."""
    pairs = [(ours(), baseline()) for _ in range(warm_up + rounds)][warm_up:]
    return median(a for a, _ in pairs), median(b for _, b in pairs)
