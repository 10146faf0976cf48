"""Every rating of a wave with its mean and its share of high answers, as CSAT or CES if it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cxstudio.analysis.survey.asked import SCORE, Answers, easy_answers, ends, measure_of
from cxstudio.analysis.survey.outcomes import is_outcome
from cxstudio.formats import number
from cxstudio.i18n import _

if TYPE_CHECKING:
    from cxstudio.analysis.survey.figure import Figure, Measure
    from cxstudio.analysis.survey.responses import Responses
    from cxstudio.model.columns import Column

Known = Literal["csat", "ces", "none"]
EFFORT = (
    *("effort", "how easy", "easy to", "easily", "ease of"),
    *("手間", "労力", "簡単", "容易", "しやす", "やすさ", "負担"),
)
SATISFACTION = ("satisf", "csat", "満足")
NAMES = {"csat": "CSAT", "ces": "CES", "none": ""}


@dataclass(frozen=True)
class Rating:
    """One rating on its `scale`; `high` is the share of its high answers in percent, `high_words`
    which these are. An `outcome` is no driver of the score."""

    name: str
    title: str
    known: Known
    scale: tuple[float, float]
    mean: Figure
    high: Figure
    high_key: str
    high_measure: Measure
    high_words: str
    outcome: bool

    @property
    def mean_key(self) -> str:
        """The mean, as a question asks for it."""
        return f"mean:{self.name}"

    @property
    def index(self) -> str:
        """CSAT, CES, or nothing."""
        return NAMES[self.known]


def known_as(column: Column) -> Known:
    """What a rating is reported as: as the user said, else as its words tell."""
    if column.index:
        return column.index
    words = f"{column.question} {column.touchpoint} {column.name}".casefold()
    if "ces" in words.split() or any(word in words for word in EFFORT):
        return "ces"
    return "csat" if any(word in words for word in SATISFACTION) else "none"


def high_key(column: Column) -> str:
    """The share of high answers that belongs to a rating, as a question asks for it."""
    return f"{'easy' if known_as(column) == 'ces' else 'share'}:{column.name}"


def ratings_of(answers: Answers) -> list[Rating]:
    """All ratings of the wave, of the people asked."""
    responses = answers.responses
    kept = set(responses.names)
    return [_rating(answers, one) for one in responses.mapping.of("rating") if one.name in kept]


def _rating(answers: Answers, column: Column) -> Rating:
    from cxstudio.analysis.survey.estimates import figure
    from cxstudio.analysis.survey.figure import mean_on

    scale, key = ends(answers.responses, column.name), high_key(column)
    given, weights = answers.column(column.name), answers.weights
    high = measure_of(key.partition(":")[0], scale)
    return Rating(
        column.name,
        column.title,
        known_as(column),
        scale,
        figure(mean_on(scale), given, weights),
        figure(high, given, weights),
        key,
        high,
        high_words(answers.responses, key),
        is_outcome(column),
    )


def measure_titles(responses: Responses) -> dict[str, str]:
    """The measures of a wave that can be asked for, with what people read."""
    kept, titles = set(responses.names), dict[str, str]()
    if responses.mapping.score is not None:
        titles[SCORE] = _("NPS")
    for column in responses.mapping.of("rating"):
        if column.name in kept:
            for key in (f"mean:{column.name}", high_key(column)):
                titles[key] = measure_title(responses, key)
    return titles


def measure_title(responses: Responses, measure: str) -> str:
    """What people read of a measure: "NPS", "Overall: mean", "Overall: top two"."""
    kind, _colon, name = measure.partition(":")
    if kind == SCORE or name not in responses.mapping:
        return _("NPS")
    title = responses.mapping[name].title
    if kind == "mean":
        return _("{rating}: mean").format(rating=title)
    return _("{rating}: {answers}").format(rating=title, answers=high_words(responses, measure))


def high_words(responses: Responses, measure: str) -> str:
    """Which answers a share counts: "top two", or of effort "easy, 5 to 7"."""
    kind, _colon, name = measure.partition(":")
    if kind != "easy":
        return _("top two")
    highest = ends(responses, name)[1]
    lowest = highest - easy_answers(highest) + 1
    return _("easy, {low} to {high}").format(low=number(lowest), high=number(highest))
