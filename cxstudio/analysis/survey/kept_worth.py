"""The worth of one point of NPS, from a business result that was kept as evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.survey.asked import Answers

if TYPE_CHECKING:
    from cxstudio.analysis.survey.definition import Definition
    from cxstudio.analysis.survey.responses import Responses
    from cxstudio.analysis.survey.worth import Worth


def kept_worth(
    responses: Responses, definition: Definition, customers: float, effect: float
) -> Worth | None:
    """What one point among so many customers goes along with, of those whom the evidence asked.

    `effect` is the share of the association, 0 to 1, taken to come with the score. None where the
    evidence is no business result, its column is gone, or too few people have both.
    """
    from cxstudio.analysis.survey.worth import worth

    answers = Answers(responses, definition.asked)
    known = definition.kind == "result" and definition.column in responses.names
    if not known or answers.unknown or answers.scores is None:
        return None
    return worth(
        answers.scores,
        answers.column(definition.column),
        answers.weights,
        shift=1.0,
        customers=customers,
        effect=effect,
    )
