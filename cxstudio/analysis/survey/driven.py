"""What moves with the score of a wave: its ratings as drivers, with their titles and scales."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.asked import Answers, ends
from cxstudio.analysis.survey.drivers import DRAWS, Driver, Drivers, drivers

if TYPE_CHECKING:
    from cxstudio.analysis.survey.moments import Progress


@dataclass(frozen=True)
class Driven:
    """Drivers with the ratings' titles and the ends of their scales, by name."""

    found: Drivers
    titles: dict[str, str]
    scales: dict[str, tuple[float, float]]

    @property
    def scale(self) -> tuple[float, float]:
        """The ratings' own scale where all have the same, else one from 0 to 1."""
        same = {self.scales[driver.name] for driver in self.found.drivers}
        return same.pop() if len(same) == 1 else (0.0, 1.0)

    def mean(self, driver: Driver) -> float:
        """Where a driver stands on `scale`."""
        return self._placed(driver.reached)

    @property
    def middle(self) -> float:
        """Where the quadrant is parted on `scale`."""
        return self._placed(self.found.middle)

    def _placed(self, reached: float) -> float:
        low, high = self.scale
        return low + reached * (high - low)


def driven(
    answers: Answers, *, draws: int = DRAWS, progress: Progress | None = None
) -> Driven | None:
    """What moves with the score among the people asked; None with fewer than two ratings."""
    import pandas as pd

    responses = answers.responses
    names = [name for name in responses.mapping.names("rating") if name in responses.names]
    if answers.scores is None or len(names) < 2:
        return None
    scales = {name: ends(responses, name) for name in names}
    ratings = pd.DataFrame({name: answers.column(name) for name in names})
    found = drivers(
        answers.scores, ratings, answers.weights, scales=scales, draws=draws, progress=progress
    )
    return Driven(found, {name: responses.mapping[name].title for name in names}, scales)
