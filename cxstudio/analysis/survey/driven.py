"""What moves with the score of a wave: its ratings that are drivers, with titles and scales."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.asked import Answers, ends
from cxstudio.analysis.survey.drivers import DRAWS, Driver, Drivers, drivers
from cxstudio.analysis.survey.outcomes import outcomes

if TYPE_CHECKING:
    from cxstudio.analysis.survey.moments import Progress
    from cxstudio.analysis.survey.responses import Responses


@dataclass(frozen=True)
class Driven:
    """Drivers with the ratings' titles and the ends of their scales, by name.

    `left_out` has the titles of the ratings that are outcomes, by name.
    """

    found: Drivers
    titles: dict[str, str]
    scales: dict[str, tuple[float, float]]
    left_out: dict[str, str] = field(default_factory=dict)

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
    """What moves with the score among the people asked; None with fewer than two drivers."""
    import pandas as pd

    responses, aside = answers.responses, left_out(answers.responses)
    ratings = responses.mapping.names("rating")
    names = [name for name in ratings if name in responses.names and name not in aside]
    if answers.scores is None or len(names) < 2:
        return None
    scales = {name: ends(responses, name) for name in names}
    given = pd.DataFrame({name: answers.column(name) for name in names})
    found = drivers(
        answers.scores, given, answers.weights, scales=scales, draws=draws, progress=progress
    )
    titles = {name: responses.mapping[name].title for name in names}
    return Driven(found, titles, scales, aside)


def left_out(responses: Responses) -> dict[str, str]:
    """The titles of the ratings that are outcomes and so no drivers, by name."""
    kept = set(responses.names)
    return {one.name: one.title for one in outcomes(responses.mapping) if one.name in kept}
