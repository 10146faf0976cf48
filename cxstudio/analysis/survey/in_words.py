"""Figures in words, in the language of the interface: what evidence keeps and a reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.survey.asked import Answers, described, group_names
from cxstudio.analysis.survey.figure import Figure, Measure
from cxstudio.analysis.survey.nps import WITHHELD, Nps
from cxstudio.formats import number, percent
from cxstudio.i18n import N_, _

if TYPE_CHECKING:
    from cxstudio.analysis.survey.driven import Driven
    from cxstudio.analysis.survey.drivers import Driver
    from cxstudio.analysis.survey.results import Result, Row

PEOPLE = {
    "promoter": N_("Promoters"),
    "passive": N_("Passives"),
    "detractor": N_("Detractors"),
    "everyone": N_("Everyone"),
}


def figure_text(measure: Measure, value: float) -> str:
    """A figure as cells show it: 20.3, −4.0, 78 %, 4.21."""
    if measure.kind == "share":
        return f"{number(value, 0)} %"
    return number(value, 1 if measure.kind == "nps" else 2)


def figure_words(place: str, measure: Measure, figure: Figure) -> str:
    """A figure with its doubt: "Couples: 18.5, 95 % interval 8.1 to 28.9, n = 162"."""
    if figure.value is None or figure.low is None or figure.high is None:
        return _("{place}: n = {n}, no figure").format(place=place, n=figure.n)
    values = (figure.value, figure.low, figure.high)
    value, low, high = (figure_text(measure, v) for v in values)
    text = _("{place}: {value}, 95 % interval {low} to {high}, n = {n}").format(
        place=place, value=value, low=low, high=high, n=number(figure.n)
    )
    if figure.n < WITHHELD:
        return _("{text}. Too few to say anything.").format(text=text)
    return _("{text}. Few answers.").format(text=text) if figure.small else text


def score_words(score: Nps) -> str:
    """The score as a sentence, its doubt with it."""
    if score.score is None or score.low is None or score.high is None:
        return _("Nobody answered.")
    return _("NPS {score}, 95 % interval {low} to {high}, n = {n}").format(
        score=number(score.score, 1),
        low=number(score.low, 1),
        high=number(score.high, 1),
        n=number(score.n),
    )


def people_words(score: Nps) -> str:
    """How many people of each kind gave the score: "Detractors 331, Passives 568 …"."""
    kinds = (("detractor", score.detractors), ("passive", score.passives))
    counted = (*kinds, ("promoter", score.promoters))
    return _(", ").join(f"{_(PEOPLE[kind])} {number(count)}" for kind, count in counted)


def with_people(answers: Answers, text: str) -> str:
    """A figure's words with the people it tells of."""
    people = described(answers.asked, group_names(answers.responses))
    return _("{figure} ({people})").format(figure=text, people=people) if people else text


# ── What moves with the score ─────────────────────────────────────────────────────────────


def basis_words(driven: Driven) -> str:
    """What the importance of ratings rests on."""
    found = driven.found
    return _("share of R² {explained}, n = {n}, bars 95 %").format(
        explained=f"{found.explained:.2f}", n=number(found.n)
    )


def driver_words(driven: Driven, driver: Driver) -> str:
    """One rating with its share and its mean."""
    return _("{name}: {share} of what is explained, mean rating {mean}, n = {n}").format(
        name=driven.titles[driver.name],
        share=percent(driver.share),
        mean=number(driver.performance.value or 0, 2),
        n=number(driver.performance.n),
    )


def drivers_words(driven: Driven | None) -> str:
    """What moves with the score, a line a rating, and which are left out; empty where it cannot be
    told."""
    from cxstudio.analysis.survey.told import outcomes_said

    if driven is None or driven.found.refused is not None:
        return ""
    lines = (driver_words(driven, driver) for driver in driven.found.drivers)
    left_out = outcomes_said(driven.left_out, _, _(", ").join)
    return "\n".join((basis_words(driven), *lines, *left_out))


# ── Business results ──────────────────────────────────────────────────────────────────────


def digits(value: float) -> int:
    """Decimals that a result of this size is worth."""
    return 0 if abs(value) >= 100 else 2


def row_words(row: Row) -> str:
    """The result of one kind of people."""
    name = _(PEOPLE[row.group])
    if row.mean is None or row.low is None or row.high is None:
        return _("{place}: n = {n}, no figure").format(place=name, n=row.n)
    value, low, high = (number(v, digits(row.mean)) for v in (row.mean, row.low, row.high))
    return _("{place}: {value}, 95 % interval {low} to {high}, n = {n}").format(
        place=name, value=value, low=low, high=high, n=number(row.n)
    )


def result_words(result: Result) -> str:
    """A business result by kind of people."""
    return f"{result.title}: {'; '.join(row_words(row) for row in result.rows)}"
