"""What differs: this wave against each other wave, and each group against all other people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.comparing import Comparison, Verdict, compare, together
from cxstudio.analysis.survey.estimates import figure
from cxstudio.analysis.survey.figure import Figure, Measure
from cxstudio.analysis.survey.in_words import figure_text
from cxstudio.analysis.survey.told import VERDICTS
from cxstudio.formats import number, signed
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.working import Wave

DECIMALS = {"nps": 1, "share": 1, "mean": 2}


@dataclass(frozen=True)
class Line:
    """One comparison in words and figures."""

    name: str
    n: int
    figure: str
    difference: str
    interval: str
    test: str
    verdict: Verdict

    @property
    def words(self) -> str:
        """What the comparison says."""
        verdict = _(VERDICTS[self.verdict])
        told = _("{verdict} ({test})").format(verdict=verdict, test=self.test)
        return told if self.test else verdict


def of_waves(waves: Sequence[Wave], wave: int, asked: Asked) -> list[Line]:
    """This wave less each other, of the same people; held together by Holm's correction."""
    this = _measured(next(one for one in waves if one.id == wave), asked)
    others = [(one, _measured(one, asked)) for one in waves if one.id != wave]
    known = [(one, found) for one, found in others if found is not None]
    if this is None:
        return []
    measure, mine = this
    judged = together([compare(mine, theirs) for _one, (_measure, theirs) in known])
    pairs = zip(known, judged, strict=True)
    return [_line(measure, one.name, theirs, found) for (one, (_m, theirs)), found in pairs]


def _measured(wave: Wave, asked: Asked) -> tuple[Measure, Figure] | None:
    answers = Answers(wave.responses, asked)
    found = None if answers.unknown else answers.measured()
    return None if found is None else (found[0], figure(*found, answers.weights))


def of_groups(wave: Wave, asked: Asked) -> list[Line]:
    """Each group of the table's rows against all other people, those with most answers first."""
    table = Answers(wave.responses, Asked(asked.people, asked.measure, asked.down)).table()
    if table is None:
        return []
    found = table.compared()
    lines = [
        _line(table.measure, name, table.figure(place), found[(place,)])
        for place, name in enumerate(table.labels[0])
    ]
    return sorted((line for line in lines if line.n), key=lambda line: -line.n)


def _line(measure: Measure, name: str, figure: Figure, found: Comparison) -> Line:
    digits = DECIMALS[measure.kind]
    low, high = found.low, found.high
    return Line(
        name,
        figure.n,
        "" if figure.value is None else figure_text(measure, figure.value),
        "" if found.difference is None else signed(found.difference, digits),
        "" if low is None or high is None else f"{signed(low, digits)} … {signed(high, digits)}",
        _test(measure, found),
        found.verdict,
    )


def _test(measure: Measure, found: Comparison) -> str:
    """The statistic by its letter: z of scores and shares, t of means."""
    if found.statistic is None:
        return ""
    letter = "t" if measure.kind == "mean" else "z"
    return f"{letter} = {number(found.statistic, 1)}"
