"""A figure that was kept as evidence, worked out from the wave as it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.arranged import Arranged, arranged
from cxstudio.analysis.survey.asked import Answers
from cxstudio.analysis.survey.in_words import (
    drivers_words,
    figure_words,
    result_words,
    score_words,
    with_people,
)
from cxstudio.analysis.survey.ratings import measure_title
from cxstudio.i18n import _

if TYPE_CHECKING:
    from cxstudio.analysis.survey.definition import Definition, Shown
    from cxstudio.analysis.survey.figure import Figure, Measure
    from cxstudio.analysis.survey.responses import Responses


@dataclass(frozen=True)
class Again:
    """A figure in words with the number of its answers; the figure itself where it is one."""

    text: str
    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def shown(self) -> Shown:
        """The figure with the ends of its interval, as what takes it shows them."""
        return self.value, self.low, self.high


def again(responses: Responses, definition: Definition) -> Again | None:
    """The figure as it is now; None where it can no longer be told."""
    answers = Answers(responses, definition.asked)
    found = None if answers.unknown else _found(answers, definition)
    if found is None or not found.text or not found.n:
        return None
    return replace(found, text=with_people(answers, found.text))


def told(answers: Answers, measure: Measure, figure: Figure) -> Again:
    """A measured figure as it is kept, of the people asked."""
    title = measure_title(answers.responses, answers.asked.measure)
    words = with_people(answers, figure_words(title, measure, figure))
    return Again(words, figure.n, figure.value, figure.low, figure.high)


def _found(answers: Answers, definition: Definition) -> Again | None:
    match definition.kind:
        case "score":
            score = answers.score
            if score is None or score.score is None:
                return None
            return Again(score_words(score), score.n, score.score, score.low, score.high)
        case "measure":
            return _measure(answers)
        case "table":
            table = answers.table()
            if table is None:
                return None
            shown = arranged(table, definition.asked.arranged, definition.asked.within)
            return Again(table_words(shown), table.figure().n)
        case "drivers":
            from cxstudio.analysis.survey.driven import driven

            score = answers.score
            return None if score is None else Again(drivers_words(driven(answers)), score.n)
        case _:
            return _result(answers, definition.column)


def _measure(answers: Answers) -> Again | None:
    from cxstudio.analysis.survey.estimates import figure

    found = answers.measured()
    if found is None:
        return None
    one = figure(*found, answers.weights)
    title = measure_title(answers.responses, answers.asked.measure)
    return Again(figure_words(title, found[0], one), one.n, one.value, one.low, one.high)


def _result(answers: Answers, name: str) -> Again | None:
    from cxstudio.analysis.survey.results import results_of

    results = [one for one in results_of(answers) if one.name == name]
    return Again(result_words(results[0]), results[0].rows[-1].n) if results else None


def table_words(shown: Arranged) -> str:
    """The totals of a table's rows, a line each."""
    lines = range(len(shown.rows))
    return "\n".join(
        figure_words(row_title(shown, row), shown.table.measure, shown.figure(row, 0))
        for row in lines
    )


def row_title(shown: Arranged, row: int) -> str:
    """The group of a row with that within it: "Couples, Internet"."""
    down, within = shown.row_names(row)
    names = [_("Everyone") if down is None else down, *([] if within is None else [within])]
    return _(", ").join(names)
