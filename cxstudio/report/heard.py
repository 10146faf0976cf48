"""What the waves of the survey say, worked out once: scores, comparisons, groups, drivers.

The answers are read from the file once in a report. What was worked out of them, plain figures
without a person, is kept while the wave stays as it is, so that looking at a section again is
quick.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from cxstudio.analysis.survey.asked import Answers, Asked, group_names
from cxstudio.analysis.survey.columnar import UnreadableResponses
from cxstudio.analysis.survey.definition import is_old, state_of
from cxstudio.analysis.survey.figure import NPS, Figure
from cxstudio.analysis.survey.nps import SMALL, Nps
from cxstudio.analysis.survey.ratings import Rating, ratings_of
from cxstudio.model import Evidence, Wave

if TYPE_CHECKING:
    from cxstudio.analysis.survey.comparing import Comparison
    from cxstudio.analysis.survey.crosstab import Table
    from cxstudio.analysis.survey.driven import Driven
    from cxstudio.analysis.survey.responses import Responses
    from cxstudio.report.context import Context

T = TypeVar("T")

LARGE_GROUPS = 3
"""Groups of 30 answers that a question needs to be shown as a table."""
MOST_LABELS = 200
"""Questions with more different answers group nobody."""
LEAST_DRAWS, ROWS_DRAWN = 50, 20_000_000
"""Very large waves, whose intervals are narrow, are drawn less often."""
_KEPT: OrderedDict[Hashable, Any] = OrderedDict()
_MOST_KEPT = 64


@dataclass(frozen=True)
class Heard:
    """One wave with its score, of the answers that have one out of all its `rows`."""

    name: str
    source: str
    dated: dt.date | None
    state: str
    rows: int
    score: Nps
    figure: Figure
    weighted: bool


@dataclass(frozen=True)
class Groups:
    """The score by one question, or by two; `alone` is the first one without the second."""

    titles: tuple[str, ...]
    table: Table
    alone: Table
    against_others: tuple[Comparison, ...]


class Survey:
    """The waves of a report, the earliest first, those without a day before them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._read: dict[int, Responses] = {}
        self.unread: list[str] = []

    @cached_property
    def heard(self) -> list[Heard]:
        """The waves in which somebody gave a score; those that cannot be read are `unread`."""
        found = []
        for wave in self._waves():
            try:
                one = self._once(wave, "score", partial(self._scored, wave))
            except (LookupError, ValueError, UnreadableResponses):
                self.unread.append(wave.name)
                continue
            if one is not None:
                found.append(one)
        return found

    @property
    def latest(self) -> Heard | None:
        """The last wave with a score, of which the section speaks."""
        return self.heard[-1] if self.heard else None

    @cached_property
    def compared(self) -> list[tuple[Heard, Comparison]]:
        """The last wave less each earlier one, with Holm's correction for all of them."""
        if not self.heard:
            return []
        from cxstudio.analysis.survey.comparing import compare, together

        *earlier, last = self.heard
        found = together([compare(last.figure, one.figure) for one in earlier])
        return list(zip(earlier, found, strict=True))

    @cached_property
    def groups(self) -> Groups | None:
        """The last wave by the first two questions with three groups of 30 answers or more."""
        wave = self._latest_record()
        if wave is None:
            return None
        return self._once(wave, "groups", partial(self._grouped, wave))

    @cached_property
    def driven(self) -> Driven | None:
        """What moves with the score of the last wave; None with fewer than two drivers."""
        wave = self._latest_record()
        if wave is None:
            return None
        return self._once(wave, f"drivers {hash(wave.mapping)}", partial(self._driven, wave))

    @cached_property
    def ratings(self) -> list[Rating]:
        """Every rating of the last wave with its figures."""
        wave = self._latest_record()
        if wave is None:
            return []
        return self._once(wave, f"ratings {hash(wave.mapping)}", partial(self._rated, wave))

    # ── Reading ───────────────────────────────────────────────────────────────────────────

    def _waves(self) -> list[Wave]:
        waves = self._context.all(Wave)
        return sorted(waves, key=lambda one: (one.dated or dt.date.min, one.position, one.id))

    def _latest_record(self) -> Wave | None:
        last = self.latest
        if last is None:
            return None
        same = [w for w in self._waves() if w.name == last.name and state_of(w) == last.state]
        return same[-1]

    def _once(self, wave: Wave, what: str, work: Callable[[], T]) -> T:
        """The result of `work` on a wave in its present state, kept for the next report."""
        key = (what, wave.id, wave.name, wave.source, wave.dated, state_of(wave))
        if key not in _KEPT:
            _KEPT[key] = work()
            while len(_KEPT) > _MOST_KEPT:
                _KEPT.popitem(last=False)
        found: T = _KEPT[key]
        return found

    def _responses(self, wave: Wave) -> Responses:
        from cxstudio.analysis.survey.responses import responses_of

        if wave.id not in self._read:
            self._read[wave.id] = responses_of(wave, self._context.blob)
        return self._read[wave.id]

    # ── Working out ───────────────────────────────────────────────────────────────────────

    def _scored(self, wave: Wave) -> Heard | None:
        from cxstudio.analysis.survey.estimates import figure

        responses = self._responses(wave)
        answers = Answers(responses)
        score = answers.score
        if answers.scores is None or score is None or score.score is None:
            return None
        return Heard(
            wave.name,
            wave.source,
            wave.dated,
            state_of(wave),
            len(responses),
            score,
            figure(NPS, answers.scores, answers.weights),
            answers.weights is not None,
        )

    def _grouped(self, wave: Wave) -> Groups | None:
        responses = self._responses(wave)
        names: list[str] = []
        alone: Table | None = None
        for name in group_names(responses):
            table = self._alone(responses, name)
            if table is not None:
                names.append(name)
                alone = alone or table
            if len(names) == 2:
                break
        if alone is None:
            return None
        table = alone
        if len(names) == 2:
            table = Answers(responses, Asked(down=names[0], across=names[1])).table() or alone
        told = alone.compared()
        against = tuple(told[(place,)] for place in range(len(alone.labels[0])))
        titles = group_names(responses)
        return Groups(tuple(titles[name] for name in names), table, alone, against)

    def _alone(self, responses: Responses, name: str) -> Table | None:
        """The score by one question, None when it has too few large groups."""
        from cxstudio.analysis.survey.asked import segment
        from cxstudio.analysis.survey.segments import labels

        if len(labels(segment(responses, name))) > MOST_LABELS:
            return None
        table = Answers(responses, Asked(down=name)).table()
        if table is None or int((table.figures.n[:-1] >= SMALL).sum()) < LARGE_GROUPS:
            return None
        return table

    def _rated(self, wave: Wave) -> list[Rating]:
        return ratings_of(Answers(self._responses(wave)))

    def _driven(self, wave: Wave) -> Driven | None:
        from cxstudio.analysis.survey.driven import driven
        from cxstudio.analysis.survey.drivers import DRAWS

        responses = self._responses(wave)
        draws = max(LEAST_DRAWS, min(DRAWS, ROWS_DRAWN // max(len(responses), 1)))
        return driven(Answers(responses), draws=draws)


def old_figures(context: Context) -> list[Evidence]:
    """The figures kept as evidence whose wave has changed since, or is gone."""
    waves = {wave.id: wave for wave in context.all(Wave)}
    return [
        piece
        for piece in sorted(context.all(Evidence), key=lambda piece: piece.number)
        if piece.definition and is_old(piece.definition, waves.get(piece.wave_id or 0))
    ]
