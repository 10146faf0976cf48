"""What the business got from those who gave each score, worked out away from the interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from cxstudio.analysis.asked import Answers
from cxstudio.analysis.worth import Assumption, Worth, worth
from cxstudio.formats import number, percent
from cxstudio.i18n import N_, _

GROUPS = {
    "promoter": N_("Promoters"),
    "passive": N_("Passives"),
    "detractor": N_("Detractors"),
    "everyone": N_("Everyone"),
}
ASSUMPTIONS = {
    Assumption.ASSOCIATION: N_(
        "Score and result go together; neither is shown to cause the other."
    ),
    Assumption.SHARE_OF_EFFECT: N_("Only the share entered would come along with the score."),
    Assumption.STRAIGHT_LINE: N_(
        "From detractor to passive is worth as much as from passive to promoter."
    ),
    Assumption.LIKE_THOSE_WHO_ANSWERED: N_("Who did not answer is like those who did."),
    Assumption.ALL_CUSTOMERS: N_("The shift happens among all the customers entered."),
    Assumption.ALL_ELSE_EQUAL: N_("Prices, offer and market stay as they were."),
    Assumption.SAME_PERIOD: N_("The result is for the period in which it was measured."),
}


@dataclass(frozen=True)
class Row:
    """The mean result of one kind of people, with its interval where it is known."""

    group: str
    n: int
    mean: float | None
    low: float | None
    high: float | None
    small: bool


@dataclass(frozen=True)
class Result:
    """One result column by kind of people."""

    name: str
    title: str
    rows: Sequence[Row]


def results_of(answers: Answers) -> list[Result]:
    """Every result the wave has, of the people asked."""
    from cxstudio.analysis.results import by_person

    mapping, scores = answers.responses.mapping, answers.scores
    if scores is None:
        return []
    found = []
    for column in mapping.of("result"):
        if column.name in answers.responses.names:
            table = by_person(scores, answers.column(column.name), answers.weights)
            columns = (table[name] for name in ("group", "n", "mean", "low", "high", "small"))
            rows = [_row(*cells) for cells in zip(*columns, strict=True)]
            found.append(Result(column.name, column.title, rows))
    return found


def _row(group: str, n: int, mean: float, low: float, high: float, small: bool) -> Row:
    return Row(group, int(n), _known(mean), _known(low), _known(high), bool(small))


def _known(value: float) -> float | None:
    return None if isnan(value) else float(value)


def digits(value: float) -> int:
    """Decimals that a result of this size is worth."""
    return 0 if abs(value) >= 100 else 2


def row_words(row: Row) -> str:
    """One kind of people in words."""
    name = _(GROUPS[row.group])
    if row.mean is None or row.low is None or row.high is None:
        return _("{place}: n = {n}, no figure").format(place=name, n=row.n)
    values = (number(v, digits(row.mean)) for v in (row.mean, row.low, row.high))
    value, low, high = values
    return _("{place}: {value}, 95 % interval {low} to {high}, n = {n}").format(
        place=name, value=value, low=low, high=high, n=number(row.n)
    )


@dataclass(frozen=True)
class Shift:
    """What is supposed: so many points of NPS, among so many customers, with this effect."""

    points: float = 10.0
    customers: float = 1.0
    effect: float = 1.0


def worth_of(answers: Answers, name: str, shift: Shift) -> Worth | None:
    """What a shift goes along with; None where that cannot be told."""
    if answers.scores is None:
        return None
    return worth(
        answers.scores,
        answers.column(name),
        answers.weights,
        shift=shift.points,
        customers=shift.customers,
        effect=shift.effect,
    )


def worth_words(found: Worth | None) -> str:
    """The worth as a sentence, with its range and how sure it is."""
    if found is None:
        return _("Fewer than 30 people have a score and a result, or all are of one kind.")
    low, high = found.range
    text = _(
        "{points} points go along with {total} ({low} to {high}) among {customers} customers, "
        "from n = {n}."
    ).format(
        points=number(found.shift, 1),
        total=number(found.total),
        low=number(low),
        high=number(high),
        customers=number(found.customers),
        n=number(found.n),
    )
    if not found.clear:
        text = _("{text} The range holds nothing at all, too.").format(text=text)
    if found.top_share is not None and found.top_share > 0.25:
        share = percent(found.top_share)
        rich = _("The highest hundredth of people have {share} of the result.")
        text = f"{text} {rich.format(share=share)}"
    return text
