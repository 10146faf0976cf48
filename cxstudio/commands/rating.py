"""`cxstudio nps --measure`: a rating of a wave, its mean and share of high answers (CSAT, CES)."""

from __future__ import annotations

import json
from copy import copy
from typing import Any

from cxstudio.analysis.survey.asked import Answers, segment
from cxstudio.analysis.survey.figure import Figure
from cxstudio.analysis.survey.in_words import figure_text
from cxstudio.analysis.survey.ratings import Rating, ratings_of
from cxstudio.analysis.survey.responses import Responses
from cxstudio.cli import WrongUse
from cxstudio.i18n import _

Row = tuple[str, Rating, bool]
"""Whose rating, the rating, and whether it is weighted."""
NAMED = {"csat": "CSAT", "ces": "CES", "none": None}


def told(responses: Responses, wave: str, column: str, by: str | None, as_json: bool) -> str:
    """A rating of everybody or of each group, as a table or as JSON. Raises WrongUse."""
    rows = [
        row
        for name, answers in _groups(responses, wave, by)
        for row in _rows(name, answers, column, wave)
    ]
    if as_json:
        return _json(wave, rows)
    return "\n".join([_head(rows[0][1]), *(_line(*row) for row in rows)]) + "\n"


def _groups(responses: Responses, wave: str, by: str | None) -> list[tuple[str, Answers]]:
    from cxstudio.analysis.survey.asked import Asked
    from cxstudio.analysis.survey.segments import labels

    if by is None:
        return [(wave, Answers(responses))]
    if by not in responses.mapping or responses.mapping[by].role not in ("segment", "choices"):
        text = _("{name} has no groups “{column}”.")
        raise WrongUse(text.format(name=wave, column=by))
    names = labels(segment(responses, by))
    return [(name, Answers(responses, Asked().of(by, (name,)))) for name in names]


def _rows(name: str, answers: Answers, column: str, wave: str) -> list[Row]:
    """The rating as it was given, and beside it the weighted one where the survey has weights."""
    weight = answers.responses.mapping.only("weight")
    if weight is None:
        return [(name, _rating(answers, column, wave), False)]
    given = copy(answers.responses)
    given.mapping = given.mapping.changed(weight.name, role="other")
    plain = _rating(Answers(given, answers.asked), column, wave)
    return [(name, plain, False), (name, _rating(answers, column, wave), True)]


def _rating(answers: Answers, column: str, wave: str) -> Rating:
    found = ratings_of(answers)
    for rating in found:
        if column in (rating.name, rating.title):
            return rating
    names = ", ".join(rating.name for rating in found)
    text = _("{name} has no rating “{column}”. It has: {columns}.")
    raise WrongUse(text.format(name=wave, column=column, columns=names or "–"))


def _json(wave: str, rows: list[Row]) -> str:
    first = rows[0][1]
    content = {
        "wave": wave,
        "measure": first.name,
        "title": first.title,
        "reported_as": NAMED[first.known],
        "scale": list(first.scale),
        "high_answers": first.high_words,
        "groups": [
            {
                "group": name,
                "n": rating.mean.n,
                "mean": _values(rating.mean),
                "high": _values(rating.high),
                "small": rating.mean.small,
                "weighted": weighted,
            }
            for name, rating, weighted in rows
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _values(figure: Figure) -> dict[str, Any]:
    return {"value": figure.value, "low": figure.low, "high": figure.high}


def _head(rating: Rating) -> str:
    high = f"{rating.index} ({rating.high_words})" if rating.index else rating.high_words
    return _("     n    mean   95 % interval   {high}, 95 % interval   group").format(high=high)


def _line(name: str, rating: Rating, weighted: bool) -> str:
    name = _("{group}, weighted").format(group=name) if weighted else name
    mean, high = rating.mean, rating.high
    if mean.value is None or mean.low is None or mean.high is None:
        return f"{mean.n:6,}       –                                    {name}"
    assert high.value is not None
    assert high.low is not None
    assert high.high is not None
    small = _("(fewer than 30 answers)") if mean.small else ""
    means = f"{mean.value:6.2f}   {mean.low:5.2f} – {mean.high:5.2f}"
    share = figure_text(rating.high_measure, high.value)
    shares = f"{share:>7}   {high.low:5.1f} – {high.high:5.1f}"
    return f"{mean.n:6,}  {means}   {shares}   {name}  {small}".rstrip()
