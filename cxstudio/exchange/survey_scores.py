"""Which column is the 0-10 question, which are ratings, and on which scale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.answers import number, plain, score
from cxstudio.exchange import survey_words
from cxstudio.exchange.survey_codes import codes_above, on_scale, zero_is_code
from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import Confidence, Guess, guess, touchpoint_of
from cxstudio.i18n import _

if TYPE_CHECKING:
    import numpy as np

Numbers = Callable[[str], "np.ndarray[Any, Any]"]
"""Gives a column's numbers, NaN where a cell is none."""

_RECOMMENDATION = re.compile(
    r"(?<![a-z])nps(?![a-z])|net[ _-]?pro|recommend|推奨|おすすめ|オススメ|お?[勧薦]め|すすめたい",
    re.IGNORECASE,
)
_ZERO_TO_TEN = re.compile(
    r"(?<!\d)[0０]\s*(?:-|–|~|～|〜|to|から)\s*(?:10|１０)(?!\d)", re.IGNORECASE
)
_RATING = re.compile(
    r"satisf|rat(?:e|ing)(?![a-z])|(?<![a-z])sat(?![a-z])|agree|(?<![a-z])(?:ease|effort|quality|"
    r"csat|ces)(?![a-z])|how (?:easy|clean|likely|well|helpful|friendly|clear)|満足|評価|"
    r"使いやすさ|わかりやすさ|分かりやすさ|品質|丁寧|親切|印象|好感|快適|利用しやすさ",
    re.IGNORECASE,
)
_WORST_LAST = re.compile(
    r"1\s*[=:：(（.\-–]?\s*(?:is |means )?(?:very satisf|excellent|strongly agree|very good|best|"
    r"とても満足|非常に満足|大変満足|満足|とても良い|そう思う)",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    r"why|reason|comment|feedback|tell us|suggest|理由|内容|意見|自由|感想|コメント|要望", re.I
)
_SCALES = ((0, 10), (1, 10), (1, 7), (1, 5), (1, 6), (1, 4), (1, 3), (0, 5))

FEW = 100
MOST_CODES = 4
LEAST_LINK = 0.15
"""A column of small numbers without a telling name is a rating when it moves with the score."""


def scores(every: list[Facts]) -> tuple[Guess | None, list[str]]:
    """The recommendation question, and the names of all that could be it."""
    for sure, pattern in ((True, _RECOMMENDATION), (False, _ZERO_TO_TEN)):
        found = [f for f in every if pattern.search(f.question) and _is_zero_to_ten(f)]
        if found:
            reason = (
                _("Its name speaks of recommending, and its cells are numbers from 0 to 10.")
                if sure
                else _("Its name speaks of 0 to 10, and so are its cells.")
            )
            confidence: Confidence = "sure" if sure and len(found) == 1 else "likely"
            return _score(found[0], reason, confidence), [f.name for f in found]
    found = [f for f in every if _is_zero_to_ten(f) and _fills_the_scale(f)]
    if len(found) == 1:
        reason = _("No name speaks of recommending; this is the only column from 0 to 10.")
        return _score(found[0], reason, "unsure"), [found[0].name]
    return None, [f.name for f in found]


def asks_to_recommend(question: str) -> bool:
    """Whether the words of a question ask about recommending."""
    return _RECOMMENDATION.search(question) is not None


def _score(facts: Facts, reason: str, confidence: Confidence) -> Guess:
    codes = tuple(cell for cell in facts.words if survey_words.is_no_answer(cell))
    unsaid = tuple(cell for cell in facts.words if survey_words.is_not_said(cell))
    not_asked = tuple(cell for cell in facts.words if survey_words.is_not_applicable(cell))
    return guess(
        facts, "score", reason, confidence, low=0, high=10,
        no_answer=codes + unsaid, not_applicable=not_asked,
    )  # fmt: skip


def _is_zero_to_ten(facts: Facts) -> bool:
    """Nearly all are scores; a code for "no answer", such as 11, may stand among them."""
    good = {cell: n for cell, n in facts.counts.items() if score(cell) is not None}
    high = {score(cell) for cell in good} & {6, 7, 8, 9, 10}
    coded = facts.share(good) >= 0.4 and len(facts.counts) - len(good) <= MOST_CODES
    return (facts.share(good) >= 0.8 or coded) and (bool(high) or facts.seen < 5)


def _fills_the_scale(facts: Facts) -> bool:
    found = {score(cell) for cell in facts.counts}
    return {8, 9, 10} <= found and len(found - {None}) >= 8


def like_the_score(facts: Facts) -> Guess:
    """Another question from 0 to 10, beside the one that was taken as the score."""
    reason = _("Its cells are numbers from 0 to 10, as those of the score.")
    found = _score(facts, reason, "likely").column
    return guess(
        facts, "rating", reason, "likely", touchpoint=touchpoint_of(facts), low=0, high=10,
        no_answer=found.no_answer, not_applicable=found.not_applicable,
    )  # fmt: skip


def with_shared_words(found: dict[str, Guess]) -> dict[str, Guess]:
    """Ratings in the same words share their scale, also the words that one of them lacks."""
    worded = {name: one for name, one in found.items() if one.column.values}
    scales: list[dict[str, float]] = []
    for one in sorted(worded.values(), key=lambda g: -len(g.column.values)):
        values = dict(one.column.values)
        for scale in scales:
            common = values.keys() & scale.keys()
            if len(common) >= 2 and all(values[word] == scale[word] for word in common):
                scale.update(values)
                break
        else:
            scales.append(values)
    return found | {name: _on_its_scale(one, scales) for name, one in worded.items()}


def _on_its_scale(one: Guess, scales: list[dict[str, float]]) -> Guess:
    values = dict(one.column.values)
    for scale in scales:
        if values.items() <= scale.items() and len(set(scale.values())) == len(scale):
            pairs = tuple(sorted(scale.items(), key=lambda pair: pair[1]))
            return replace(one, column=replace(one.column, values=pairs))
    return one


# ── Ratings ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Scale:
    low: int
    high: int
    no_answer: tuple[str, ...]
    not_applicable: tuple[str, ...]
    proven: bool  # that the codes are codes

    @property
    def ends(self) -> tuple[int, int]:
        return self.low, self.high


def worded(facts: Facts) -> Guess | None:
    """A rating in words, such as とても満足 … とても不満."""
    if not facts.complete:  # no scale has so many words
        return None
    skipped = _codes(facts.counts)
    words = [cell for cell in facts.counts if cell not in skipped]
    if not words or all(number(cell) is not None for cell in words):
        return None
    if _OWN_WORDS.search(facts.question) and not _RATING.search(facts.question):
        return None
    values = survey_words.scale_of(words)
    if values is None:
        return None
    reason = _("Its cells are words in order, from “{worst}” to “{best}”.").format(
        worst=values[0][0], best=values[-1][0]
    )
    sure = bool(_RATING.search(facts.question))
    return guess(
        facts, "rating", reason, "sure" if sure else "likely",
        touchpoint=touchpoint_of(facts), values=values,
        no_answer=tuple(c for c in skipped if not survey_words.is_not_applicable(c)),
        not_applicable=tuple(c for c in skipped if survey_words.is_not_applicable(c)),
    )  # fmt: skip


def _codes(cells: Iterable[str]) -> list[str]:
    tests = (survey_words.is_no_answer, survey_words.is_not_said, survey_words.is_not_applicable)
    return [cell for cell in cells if any(test(cell) for test in tests)]


def numbered(every: list[Facts], numbers: Numbers, score_name: str | None) -> dict[str, Guess]:
    """Ratings in whole numbers, with the codes that mean no answer.

    Columns named alike (Q7FOOD, Q7SIGN) share a scale, so what proves a code in most of them
    holds for all. A code at the end of a scale is told by the recommendation: who ticks
    "not applicable" is not happier than who ticks the best answer.
    """
    against = on_scale(numbers(score_name)) if score_name else None
    families: dict[str, list[Facts]] = {}
    for facts in every:
        if _is_small(facts):
            families.setdefault(_stem(facts), []).append(facts)
    found: dict[str, Guess] = {}
    for family in families.values():
        found |= _family(family, numbers, against)
    return found


def _is_small(facts: Facts) -> bool:
    """Whole numbers of few digits, few of them different."""
    if not facts.complete or facts.filled < 5:
        return False
    words = {c: n for c, n in facts.counts.items() if number(c) is None and c not in _codes([c])}
    values = _values(facts)
    return len(values) >= 3 and facts.share(words) <= 0.02 and min(values) >= -99


def _values(facts: Facts) -> Counter[int]:
    found: Counter[int] = Counter()
    for cell, count in facts.counts.items():
        value = number(cell)
        if value is not None and value == int(value):
            found[int(value)] += count
    return found


def _stem(facts: Facts) -> str:
    """What columns of one question have in common in their names."""
    if facts.part:
        return facts.parent
    found = re.match(r"([A-Za-z]+\s?\d+)(?=[_.\-A-Z])", facts.name)
    return found[1] if found else facts.name


def _family(
    family: list[Facts], numbers: Numbers, against: np.ndarray[Any, Any] | None
) -> dict[str, Guess]:
    arrays = {facts.name: numbers(facts.name) for facts in family}
    ends = [_ends(_values(facts)) for facts in family]
    top = Counter(high for _low, high in ends).most_common(1)[0][0]
    members = [f for f, (_low, high) in zip(family, ends, strict=True) if high <= top]
    told = [arrays[facts.name] for facts in members]
    over = codes_above(told, against, top)
    high = top - over
    low = min(low for low, _high in ends)
    under = low == 0 and high < 10 and _zero_is_code(members, told, against, high)
    low = 1 if under else low
    found = {}
    for facts in members:
        scale = _scale(facts, (low, high), over=bool(over), under=under)
        made = _rating(facts, scale, arrays[facts.name], against, len(members))
        if made is not None:
            found[facts.name] = made
    return found


def _ends(values: Counter[int]) -> tuple[int, int]:
    """Both ends of the longest run of values, without what stands beyond a gap (9, 99, -1)."""
    runs: list[list[int]] = []
    for value in sorted(values):
        if runs and value - runs[-1][-1] == 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    best = max(runs, key=lambda run: sum(values[v] for v in run))
    usual = [value for value in values if 0 <= value <= 10]
    if sum(values.values()) < FEW and usual:  # with few answers a gap is no wonder
        return min(usual), max(usual)
    return best[0], best[-1]


def _zero_is_code(
    members: list[Facts],
    told: list[np.ndarray[Any, Any]],
    against: np.ndarray[Any, Any] | None,
    high: int,
) -> bool:
    """0 below 1 to 4, 5 or 7: told by the recommendation, else by how rarely it is given."""
    if zero_is_code(told, against):
        return True
    zeros = sum(_values(facts)[0] for facts in members)
    ones = sum(_values(facts)[1] for facts in members)
    return high in (3, 4, 5, 7) and (zeros > ones or zeros * 20 < sum(f.seen for f in members))


def _scale(facts: Facts, ends: tuple[int, int], *, over: bool, under: bool) -> _Scale:
    low, high = ends
    few = sum(facts.counts.values()) < FEW
    if (low, high) not in _SCALES and few and (low, high + 1) in _SCALES and not over:
        high += 1  # nobody of a few gave the best answer
    outside = [c for c in facts.counts if (v := number(c)) is not None and not low <= v <= high]
    words = _codes(facts.counts)
    na = [c for c in words if survey_words.is_not_applicable(c)]
    na += [c for c in outside if over and number(c) == high + 1]
    rest = [c for c in (*words, *outside) if c not in na]
    return _Scale(low, high, tuple(rest), tuple(na), over or under)


def _rating(
    facts: Facts,
    scale: _Scale,
    ratings: np.ndarray[Any, Any],
    against: np.ndarray[Any, Any] | None,
    kin: int,
) -> Guess | None:
    inside = {v: n for v, n in _values(facts).items() if scale.low <= v <= scale.high}
    named = bool(_RATING.search(facts.question))
    usual = scale.low in (0, 1) and 3 <= scale.high <= 10 and len(inside) >= 3
    if not usual or facts.share(inside) < 0.05 or len(scale.no_answer) > MOST_CODES:
        return None
    link = _link(ratings, against, scale.ends)
    if not named and (link is None or abs(link) < LEAST_LINK):
        return None
    turned = bool(_WORST_LAST.search(facts.question)) or bool(link is not None and link < -0.3)
    confidence: Confidence = "sure" if named and not turned else "likely" if kin > 1 else "unsure"
    return guess(
        facts, "rating", _why(scale, named=named, turned=turned), confidence,
        touchpoint=touchpoint_of(facts), low=scale.low, high=scale.high, turned=turned,
        no_answer=scale.no_answer, not_applicable=scale.not_applicable,
    )  # fmt: skip


def _link(
    ratings: np.ndarray[Any, Any], against: np.ndarray[Any, Any] | None, ends: tuple[int, int]
) -> float | None:
    """The correlation of the answers on the scale with the score; None when it says nothing."""
    import numpy as np

    if against is None:
        return None
    both = ~np.isnan(against) & (ratings >= ends[0]) & (ratings <= ends[1])
    if both.sum() < 30 or not ratings[both].std() or not against[both].std():
        return None
    return float(np.corrcoef(ratings[both], against[both])[0, 1])


def _why(scale: _Scale, *, named: bool, turned: bool) -> str:
    low, high = scale.low, scale.high
    if named:
        reason = _("Its name asks for a rating, and its cells are {low} to {high}.")
    else:
        reason = _("Its cells are {low} to {high} and move with the score.")
    sentences = [reason.format(low=low, high=high)]
    if turned:
        sentences.append(_("{low} seems to be the best answer.").format(low=low))
    codes = (*scale.no_answer, *scale.not_applicable)
    if codes:
        told = _("Taken as no answer: {codes}.").format(codes=", ".join(map(plain, codes)))
        sentences.append(told)
        if scale.proven:
            sentences.append(
                _("People who gave these do not score like those at the end of the scale.")
            )
    return " ".join(sentences)
