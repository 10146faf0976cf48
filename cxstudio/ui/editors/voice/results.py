"""What a shift of the score goes along with, worked out away from the interface."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.survey.asked import Answers
from cxstudio.analysis.survey.worth import Assumption, Worth, worth
from cxstudio.formats import number, percent
from cxstudio.i18n import N_, _

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
