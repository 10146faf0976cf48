"""What moves with the score, as the chart and its words have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.asked import Answers
from cxstudio.analysis.survey.in_words import basis_words, driver_words, drivers_words
from cxstudio.analysis.survey.quadrant import Place
from cxstudio.formats import percent
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.drivers_chart import Board, Spot

if TYPE_CHECKING:
    from cxstudio.analysis.survey.driven import Driven
    from cxstudio.analysis.survey.drivers import Driver
    from cxstudio.analysis.survey.moments import Progress


@dataclass(frozen=True)
class Moves:
    """The chart, what it rests on, and the sentences that belong to it; `why_not` when empty.

    `words` is what evidence keeps, a line a rating, empty where nothing can be told; `left_out`
    says which ratings are no drivers, if any.
    """

    board: Board = field(default_factory=Board)
    note: str = ""
    sentences: Sequence[str] = ()
    why_not: str = ""
    words: str = ""
    left_out: str = ""


def moves_of(answers: Answers, progress: Progress | None = None) -> Moves:
    """What moves with the score among the people asked."""
    from cxstudio.analysis.survey.driven import driven, left_out
    from cxstudio.analysis.survey.told import REFUSED, outcomes_said, read_with_care

    told = driven(answers, progress=progress)
    aside = "".join(outcomes_said(left_out(answers.responses), _, _(", ").join))
    if told is None:
        why_not = _("What moves with the score shows when several ratings are drivers.")
        return Moves(why_not=why_not, left_out=aside)
    if told.found.refused is not None:
        return Moves(why_not=_(REFUSED[told.found.refused]), left_out=aside)
    return Moves(
        Board([_spot(told, driver) for driver in told.found.drivers], told.found.even, told.middle),
        basis_words(told),
        read_with_care(told, _, _(", ").join, percent),
        words=drivers_words(told),
        left_out=aside,
    )


def _spot(told: Driven, driver: Driver) -> Spot:
    low = driver.share if driver.low is None else driver.low
    high = driver.share if driver.high is None else driver.high
    name, first = told.titles[driver.name], driver.place is Place.FIX
    words, mean = driver_words(told, driver), told.mean(driver)
    return Spot(name, driver.share, low, high, mean, first, words, driver.name)
