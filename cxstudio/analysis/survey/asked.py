"""What is asked of a wave: of whom, which measure, by which groups; and the answers to it.

One question is kept with every figure that becomes evidence, so that it can be asked again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

from cxstudio.analysis.survey.arranged import UNARRANGED, Arrangement, arrangement_from
from cxstudio.analysis.survey.figure import NPS, Measure, mean_on, top_share

if TYPE_CHECKING:
    import pandas as pd

    from cxstudio.analysis.survey.crosstab import Table
    from cxstudio.analysis.survey.nps import Nps
    from cxstudio.analysis.survey.responses import Responses
    from cxstudio.analysis.survey.segments import Mask, Segment
    from cxstudio.model.columns import Column

SCORE = "score"
Period = Literal["day", "week", "month", "quarter"]
PERIODS: tuple[Period, ...] = get_args(Period)


@dataclass(frozen=True)
class Asked:
    """A question to a wave.

    `people` names groups and which of their answers count, several of one group meaning any of
    them; `measure` is "score", "mean:NAME" or "share:NAME" of a rating; `down` and `across`
    are the groups of a table, empty for none; `period` is that of the trend, empty for a point
    a wave.
    """

    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    measure: str = SCORE
    down: str = ""
    across: str = ""
    period: Period | Literal[""] = ""
    within: str = ""
    trend: str = SCORE
    arranged: Arrangement = UNARRANGED

    def of(self, group: str, labels: Sequence[str]) -> Asked:
        """The same of other people: those with one of these labels, or with none named anyone."""
        rest = tuple(one for one in self.people if one[0] != group)
        return replace(self, people=(*rest, (group, tuple(labels))) if labels else rest)

    def as_json(self) -> dict[str, Any]:
        """Plain values, without what is as usual; `asked_from` reads them."""
        found: dict[str, Any] = {"people": {name: list(labels) for name, labels in self.people}}
        found |= {k: getattr(self, k) for k in ("measure", "down", "across", "period")}
        if self.within:
            found["within"] = self.within
        if self.trend != SCORE:
            found["trend"] = self.trend
        if self.arranged != UNARRANGED:
            found["arranged"] = self.arranged.as_json()
        return found


def asked_from(content: Any) -> Asked:
    """The question that `as_json` gave; anything else asks nothing special."""
    if not isinstance(content, dict):
        return Asked()
    people = content.get("people")
    named = people.items() if isinstance(people, dict) else ()
    down, across = (str(content.get(k, "")) for k in ("down", "across"))
    measure = str(content.get("measure", SCORE))
    period = content.get("period", "")
    return Asked(
        tuple((str(k), tuple(map(str, v))) for k, v in named),
        measure,
        down,
        across,
        period if period in PERIODS else "",
        str(content.get("within", "")),
        str(content.get("trend", SCORE)),
        arrangement_from(content.get("arranged")),
    )


class Answers:
    """The answers of a wave to a question: columns of those people alone.

    Groups that the wave does not have are left out of what is asked, and named in `unknown`.
    """

    def __init__(self, responses: Responses, asked: Asked = Asked()) -> None:
        self.responses, self.asked = responses, asked
        known = group_names(responses)
        self.unknown = tuple(name for name, _labels in asked.people if name not in known)

    @cached_property
    def mask(self) -> Mask | None:
        """Who is asked; None for everyone."""
        from cxstudio.analysis.survey.segments import behind, labels

        chosen: dict[str, Sequence[str]] = {}
        segments: dict[str, Segment] = {}
        for name, wanted in self.asked.people:
            if name not in self.unknown:
                segments[name] = segment(self.responses, name)
                there = set(labels(segments[name]))
                chosen[name] = [label for label in wanted if label in there]
        return behind(segments, chosen) if segments else None

    def column(self, name: str) -> pd.Series:
        """One column of these people. Raises KeyError."""
        found: pd.Series = self._kept(self.responses.column(name))
        return found

    def segment(self, name: str) -> Segment:
        """Who of them belongs to which group. Raises KeyError."""
        found: Segment = self._kept(segment(self.responses, name))
        return found

    def _kept(self, values: Any) -> Any:
        return values if self.mask is None else values[self.mask]

    @property
    def weights(self) -> pd.Series | None:
        """How much each counts, where the wave says so."""
        column = self.responses.mapping.only("weight")
        return None if column is None else self.column(column.name)

    @property
    def scores(self) -> pd.Series | None:
        """The answers to the 0-10 question; None for a wave without one."""
        name = self.responses.mapping.score
        return None if name is None else self.column(name)

    @property
    def times(self) -> pd.Series | None:
        """When each was answered; None for a wave that does not say."""
        column = self.responses.mapping.only("time")
        return None if column is None else self.column(column.name)

    @cached_property
    def score(self) -> Nps | None:
        """The NPS of these people."""
        from cxstudio.analysis.survey.scores import net_promoter

        return None if self.scores is None else net_promoter(self.scores, self.weights)

    def measured(self, measure: str = "") -> tuple[Measure, pd.Series] | None:
        """A measure, else the one asked for, and its answers; None without such a column."""
        kind, _colon, name = (measure or self.asked.measure).partition(":")
        if kind == SCORE:
            return None if self.scores is None else (NPS, self.scores)
        if name not in self.responses.mapping or name not in self.responses.names:
            return None
        return measure_of(kind, ends(self.responses, name)), self.column(name)

    def table(self) -> Table | None:
        """The measure by `down`, `within` and `across`; None without a group the wave has."""
        from cxstudio.analysis.survey.crosstab import crosstab

        known = group_names(self.responses)
        asked = (self.asked.down, self.asked.within, self.asked.across)
        wanted = [name for name in asked if name in known]
        found = self.measured()
        if not wanted or found is None:
            return None
        segments = {name: self.segment(name) for name in dict.fromkeys(wanted)}
        return crosstab(segments, found[1], self.weights, measure=found[0])


def measure_of(kind: str, scale: tuple[float, float]) -> Measure:
    """What "mean", "share" or "easy" is on a scale with these ends."""
    if kind == "mean":
        return mean_on(scale)
    highest = scale[1]
    return top_share(highest, easy_answers(highest) if kind == "easy" else 2)


def easy_answers(highest: float) -> int:
    """How many answers of a scale of effort count as easy: three of 7, two of 5."""
    return max(int(highest - 1) // 2, 1)


def segment(responses: Responses, name: str) -> Segment:
    """Who belongs to which group of a question with one answer or with several."""
    if name in responses.mapping.groups:
        return responses.options(name)
    if responses.mapping[name].role == "choices":
        return responses.options(name)
    return responses.column(name)


def group_names(responses: Responses) -> dict[str, str]:
    """The questions that group people, by name, with what people read."""
    mapping = responses.mapping
    kept = set(responses.names)
    single = {c.name: c.title for c in mapping.of("segment", "choices") if c.name in kept}
    return single | {name: name for name in mapping.groups}


def ends(responses: Responses, name: str) -> tuple[float, float]:
    """The lowest and highest answer that a rating can have."""
    return ends_of(responses.mapping[name])


def ends_of(column: Column) -> tuple[float, float]:
    """The lowest and highest answer of a rating."""
    if column.values:
        values = [value for _word, value in column.values]
        return min(1.0, *values), max(values)  # the worst word may have been nobody's
    return float(column.low or 1), float(column.high or 5)


def described(asked: Asked, titles: Mapping[str, str]) -> str:
    """Of whom, as a text for people: "Age: 50s, 60s · Area: Eiheiji"; empty for everyone."""
    parts = (f"{titles.get(name, name)}: {', '.join(labels)}" for name, labels in asked.people)
    return " · ".join(parts)
