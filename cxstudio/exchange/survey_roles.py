"""What every column of a survey probably means, each with a reason."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.answers import amount, number
from cxstudio.analysis.survey.outcomes import REASONS, why_outcome
from cxstudio.exchange import (
    survey_people,
    survey_scores,
    survey_ticks,
    survey_times,
    survey_words,
)
from cxstudio.exchange.survey_facts import Facts, facts_of
from cxstudio.exchange.survey_guess import Guess, guess
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.workbook import text_of
from cxstudio.i18n import _
from cxstudio.model.columns import Column

if TYPE_CHECKING:
    import numpy as np

ENOUGH = 10_000  # answers that tell how two columns move together
MOST_SEGMENTS = 100
"""A column with more different values is no segment."""
LEAST_IN_SEGMENT = 5
"""A segment column has at least so many answers a value on average."""

_COMMENT = re.compile(
    r"why|reason|comment|feedback|improve|tell us|suggest|理由|内容|意見|自由|感想|コメント|"
    r"求めるもの|要望|お聞かせ|ご記入",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?](?:\s|$)|[。！？]")
_WEIGHT = re.compile(
    r"(?<![a-z])(?:weight|wt|wgt|weighting|wtvar)(?![a-z])|ウェイト|ウエイト|重み|加重|補正", re.I
)
_RESULT = re.compile(
    r"(?<![a-z])(?:spen[dt]|spending|revenue|sales|amount|purchases?|orders?|turnover|ltv|lifetime|"
    r"visits|renew(?:al|ed)?|churn(?:ed)?|retained)(?![a-z])|消費額|購入(?:額|金額|回数)|売上|"
    r"利用(?:額|金額|回数)|来店回数|来訪回数|契約更新|解約|継続|支払",
    re.IGNORECASE,
)
_SCORES_OF_QUIZ = re.compile(r"(?:Points|Feedback|ポイント|フィードバック) - ")


def roles(survey: Survey) -> tuple[list[Guess], list[str]]:
    """A guess about every column in its order, and the names of those that could be the score."""
    every = facts_of(survey)
    found = {f.name: g for f in every if (g := _outside(f))}
    left = [f for f in every if f.name not in found]
    score_guess, candidates = survey_scores.scores(left)
    singles = (score_guess, survey_times.time(left), survey_people.respondent(left), weight(left))
    for one in singles:
        if one is not None:
            found.setdefault(one.column.name, one)
    left = [f for f in every if f.name not in found]
    found |= {f.name: survey_scores.like_the_score(f) for f in left if f.name in candidates}
    left = [f for f in every if f.name not in found]
    numbers = _numbers_of(survey)
    name = score_guess.column.name if score_guess else None
    worded = {f.name: g for f in left if (g := survey_scores.worded(f))}
    found |= survey_scores.with_shared_words(worded)
    found |= survey_scores.numbered([f for f in left if f.name not in found], numbers, name)
    found |= survey_ticks.ticked(every, {f.name for f in every} - set(found))
    for facts in every:
        if facts.name not in found:
            found[facts.name] = _rest(facts)
    return _with_outcomes(told_apart([found[f.name] for f in every])), candidates


def told_apart(found: list[Guess]) -> list[Guess]:
    """No two ratings under one name: FOOD of Q7FOOD and of Q9FOOD are FOOD (Q7) and FOOD (Q9)."""
    times = Counter(g.column.touchpoint for g in found if g.column.role == "rating")
    return [
        replace(g, column=replace(g.column, touchpoint=_own_name(g.column)))
        if g.column.role == "rating" and g.column.touchpoint and times[g.column.touchpoint] > 1
        else g
        for g in found
    ]


def _with_outcomes(found: list[Guess]) -> list[Guess]:
    """Of ratings that are outcomes, and so no drivers of the score, the reason says so."""
    told = []
    for one in found:
        why = why_outcome(one.column) if one.column.role == "rating" else ""
        said = f"{one.reason} {_(REASONS[why])}" if why else one.reason
        told.append(replace(one, reason=said))
    return told


def _own_name(column: Column) -> str:
    """A touchpoint with what tells its question apart; "" where the question itself is better."""
    before = column.name.removesuffix(column.touchpoint).rstrip(" _.:–-")
    short = before != column.name and 0 < len(before) <= 12
    return f"{column.touchpoint} ({before})" if short else ""


def _numbers_of(survey: Survey) -> survey_scores.Numbers:
    """Gives a column's numbers for the first answers, NaN where a cell is none."""
    import numpy as np
    import pyarrow as pa

    known: dict[str, np.ndarray[Any, Any]] = {}

    def numbers(name: str) -> np.ndarray[Any, Any]:
        if name not in known:
            cells = survey.table.column(name).slice(0, ENOUGH).combine_chunks()
            coded = cells if pa.types.is_dictionary(cells.type) else cells.dictionary_encode()
            read = [number(text_of(cell)) for cell in coded.dictionary.to_pylist()]
            values = np.array([np.nan if v is None else v for v in [*read, None]], dtype="float64")
            known[name] = values[coded.indices.fill_null(-1).to_numpy()]
        return known[name]

    return numbers


def _outside(facts: Facts) -> Guess | None:
    """What stays out: empty columns, points of a quiz, data of persons."""
    found = survey_people.personal(facts)
    if found is not None:
        return found
    if not facts.filled:
        return guess(facts, "left_out", _("Holds nothing."), "sure")
    if _SCORES_OF_QUIZ.match(facts.name):
        return guess(facts, "left_out", _("Points that the form gave."), "likely")
    return None


def weight(every: list[Facts]) -> Guess | None:
    """The column that says how much an answer counts."""
    for facts in every:
        if not _WEIGHT.search(facts.name):
            continue
        values = [v for cell in facts.counts if (v := amount(cell)) is not None]
        if len(values) < len(facts.counts) or not values:
            continue
        if min(values) >= 0 and facts.filled > facts.n * 0.5:
            mean = sum((amount(c) or 0) * n for c, n in facts.counts.items()) / facts.seen
            reason = _("Its name speaks of weights; their mean is {mean:.2f}.").format(mean=mean)
            return guess(facts, "weight", reason, "sure" if 0.7 < mean < 1.4 else "likely")
    return None


def _rest(facts: Facts) -> Guess:
    return (
        _comment(facts)
        or survey_ticks.choices(facts)
        or _result(facts)
        or _segment(facts)
        or guess(facts, "other", _("No use was recognised; it is kept."), "likely")
    )


def _comment(facts: Facts) -> Guess | None:
    words = {c: n for c, n in facts.counts.items() if amount(c) is None}
    real = {c: n for c, n in words.items() if not survey_words.says_nothing(c)}
    if not real or survey_times.form_of(list(real)[:50]) is not None:
        return None
    seen = sum(real.values())
    width = sum(len(cell) * n for cell, n in real.items()) / seen
    spread = len(real) / seen
    asked = bool(_COMMENT.search(facts.question))
    if asked:
        told = sum(n for cell, n in real.items() if _SENTENCE.search(cell)) / seen
        varied = spread >= 0.3 or told >= 0.5  # what is ticked is seldom written as a sentence
        good = varied and width >= 8 and facts.share(words) >= 0.3
    else:
        good = spread >= 0.8 and width >= 20 and facts.share(words) >= 0.6
    if not good:
        return None
    reason = _("Its cells are sentences of {width:.0f} characters on average.").format(width=width)
    nothing = tuple(c for c in facts.counts if survey_words.says_nothing(c))
    return guess(facts, "comment", reason, "sure" if asked else "likely", no_answer=nothing)


def _result(facts: Facts) -> Guess | None:
    if not _RESULT.search(facts.question):
        return None
    amounts = {c: n for c, n in facts.counts.items() if amount(c) is not None}
    if facts.share(amounts) < 0.9 or len(amounts) < 2:
        return None
    codes = tuple(c for c in facts.counts if c not in amounts and survey_words.is_no_answer(c))
    reason = _("Its name speaks of a business result, and its cells are numbers.")
    return guess(facts, "result", reason, "likely", no_answer=codes)


def _segment(facts: Facts) -> Guess | None:
    values = facts.counts
    if not facts.complete or not 2 <= len(values) <= MOST_SEGMENTS:
        return None
    if len(values) * LEAST_IN_SEGMENT > max(facts.seen, 1) or any(
        "\n" in v.strip() for v in values
    ):
        return None
    numeric = sum(amount(value) is not None for value in values)
    if numeric == len(values) and len(values) > 12:
        return None
    if numeric and {"0", "1"} & set(values) and numeric < len(values):
        return None
    reason = _("Its cells are {count} groups.").format(count=len(values))
    blank = tuple(value for value in values if survey_words.is_no_answer(value))
    return guess(facts, "segment", reason, "likely" if numeric else "sure", no_answer=blank)
