"""What is measured of a group of answers, and one measured figure with its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxstudio.analysis.survey.nps import SMALL, WITHHELD, Audience

Kind = Literal["nps", "share", "mean"]


@dataclass(frozen=True)
class Measure:
    """Which figure: the NPS in points, the share of high answers in percent, or the mean.

    A share counts the answers of `top` and above; more is better on every scale. `ends` are the
    lowest and the highest answer where a scale has them: no mean lies beyond.
    """

    kind: Kind
    top: float | None = None
    ends: tuple[float, float] | None = None


NPS = Measure("nps")
MEAN = Measure("mean")


def mean_on(ends: tuple[float, float]) -> Measure:
    """The mean of a rating whose scale has these ends."""
    return Measure("mean", ends=ends)


def top_share(highest: float = 5, answers: int = 2) -> Measure:
    """The share of the highest answers of a scale in whole steps: 4 and 5 of 1 to 5 (CSAT).

    `top_share(7, 3)` is the share that found it easy on a scale of effort of 1 to 7 (CES).
    """
    return Measure("share", highest - answers + 1)


@dataclass(frozen=True)
class Figure:
    """A figure of `n` answers: NPS in points, a share in percent, or a mean on its scale.

    `low` to `high` is the interval at `level`. `adjusted` with `standard_error` and `freedom`
    (degrees of freedom of t, None for the normal distribution) is what tests rest on. What
    cannot be told is None: everything without an answer, the uncertainty of a mean of one.
    `effective` is Kish's number of answers, (Σw)² / Σw²; `n` without weights.
    """

    n: int
    value: float | None
    low: float | None
    high: float | None
    level: float = 0.95
    adjusted: float | None = None
    standard_error: float | None = None
    freedom: float | None = None
    effective: float = 0.0

    @property
    def small(self) -> bool:
        """Fewer than 30 answers: show the figure with a mark."""
        return self.n < SMALL

    def withheld(self, audience: Audience) -> bool:
        """Fewer than 10 answers: a client is shown `n` and no figure."""
        return audience == "client" and self.n < WITHHELD
