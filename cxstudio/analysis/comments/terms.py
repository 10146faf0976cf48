"""Terms of comments: how often they come, and which of them promoters and detractors share least.

A term is a word or a compound of nouns (待ち時間, バスの本数, bus stop). It counts once a comment.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np
import pandas as pd

from cxstudio.analysis.comments.morphemes import DENIED, Word, Words, splitter

LEAST = 3
"""Comments in which a compound must come to be a term."""
LONGEST = 5
"""Words in a compound."""
INSIDE = 0.7
"""A part that comes inside one compound this often is no term of its own."""
PRIOR = 500.0
"""Weight of the prior, in mentions: how many it takes to move a term from the common share."""
CLEAR = 1.96

_REMEMBERED = 20_000
"""Comments whose terms are remembered, as many people write the same."""

_Key = tuple[str, ...]


def mentions(
    comments: pd.Series, *, progress: Callable[[float], object] | None = None
) -> pd.DataFrame:
    """Which comment mentions which term: one row each, columns `comment`, `term` and `written`.

    `comment` is the index of the comment, which must tell comments apart; `term` the form in which
    the term was mostly written, and `written` that in this comment. `progress` is called with a
    share from 0 to 1 and may raise to stop the work.
    """
    places: dict[_Key, list[int]] = defaultdict(list)
    found_as: dict[_Key, list[str]] = defaultdict(list)
    forms: dict[_Key, Counter[str]] = defaultdict(Counter)
    words = splitter()
    terms = lru_cache(_REMEMBERED)(lambda text: tuple(dict(_terms(words(text))).items()))
    texts = comments.dropna().astype(str)
    for place, text in enumerate(texts):
        for key, written in terms(text):
            places[key].append(place)
            found_as[key].append(written)
            forms[key][written] += 1
        if progress is not None and place % 200 == 0:
            progress(place / len(texts))
    kept = _kept(places)
    shown = _shown({key: forms[key] for key in kept})
    rows = [
        (place, shown[key], written)
        for key in kept
        for place, written in zip(places[key], found_as[key], strict=True)
    ]
    found = pd.DataFrame(rows, columns=["place", "term", "written"])
    found = found.drop_duplicates(["place", "term"]).sort_values("place")
    index = texts.index.take(found["place"].to_numpy(dtype=np.intp))
    said = {name: found[name].to_numpy(dtype=object) for name in ("term", "written")}
    return pd.DataFrame({"comment": index} | said)


def forms(mentioned: pd.DataFrame, terms: Sequence[str]) -> tuple[str, ...]:
    """All forms in which these terms were written, the terms themselves first."""
    said = mentioned.loc[mentioned["term"].isin(terms), "written"].unique()
    known = {term.casefold() for term in terms}
    rest = {form.casefold(): form for form in sorted(said) if form.casefold() not in known}
    return (*terms, *rest.values())


def _terms(words: Words) -> Iterator[tuple[_Key, str]]:
    """Words that stand for themselves, and all compounds."""
    for joins, group in groupby(words, key=lambda word: word is not None and word.joins):
        run = [word for word in group if word is not None]
        for word in run:
            if word.alone:
                yield (word.key,), word.written
        if joins:
            for size in range(2, LONGEST + 1):
                for begin in range(len(run) - size + 1):
                    part = run[begin : begin + size]
                    if part[0].begins and part[-1].ends:
                        yield _compound(part)


def _compound(run: list[Word]) -> tuple[_Key, str]:
    spaced = any(word.written.isascii() for word in run)
    return tuple(word.key for word in run), (" " if spaced else "").join(w.written for w in run)


def _kept(places: dict[_Key, list[int]]) -> list[_Key]:
    """Terms without rare compounds, and without parts that hardly come outside a compound."""
    often = {k: len(p) for k, p in places.items() if len(k) == 1 or len(p) >= LEAST}
    dropped: set[_Key] = set()
    for key in sorted(often, key=len, reverse=True):
        if key in dropped:
            continue
        parts = (
            key[begin : begin + size]
            for size in range(1, len(key))
            for begin in range(len(key) - size + 1)
        )
        dropped |= {part for part in parts if often[key] > INSIDE * often.get(part, len(places))}
    return [key for key in often if key not in dropped]


def _shown(forms: dict[_Key, Counter[str]]) -> dict[_Key, str]:
    """The form written most; of as many, the shorter and first in order, so that it never moves.

    What was not, hardly or never clean is shown as not clean.
    """
    most = {
        key: min(counts, key=lambda form: (-counts[form], len(form), form))
        for key, counts in forms.items()
    }
    return {
        key: DENIED + form.split()[-1] if key[0].startswith(DENIED) else form
        for key, form in most.items()
    }


def frequent(mentioned: pd.DataFrame, comments: int, *, least: int = LEAST) -> pd.DataFrame:
    """Terms by how many of the `comments` mention them: `term`, `comments`, `share` (0 to 1)."""
    counts = mentioned["term"].value_counts()
    table = counts[counts >= least].rename_axis("term").rename("comments").reset_index()
    table["share"] = table["comments"] / max(comments, 1)
    return table.sort_values(["comments", "term"], ascending=[False, True], ignore_index=True)


def telling(mentioned: pd.DataFrame, people: pd.Series, *, least: int = LEAST) -> pd.DataFrame:
    """Terms that promoters and detractors use differently, those of promoters first.

    `people` says by comment who is a promoter, passive or detractor (`scores.people`). Log odds
    ratio with an informative Dirichlet prior, the shares of terms among all mentions (Monroe,
    Colaresi and Quinn 2008). Columns: `term`, `promoters` and `detractors` (comments), `log_odds`,
    `z`, and `clear` where |z| is 1.96 or more.
    """
    who = mentioned["comment"].map(people.astype(object))
    counts = pd.crosstab(mentioned["term"], who).reindex(
        columns=["promoter", "passive", "detractor"], fill_value=0
    )
    total = counts.sum(axis=1)
    prior = total / max(total.sum(), 1) * min(PRIOR, float(total.sum()))
    a, b = counts["promoter"], counts["detractor"]
    odds = _log_odds(a, prior) - _log_odds(b, prior)
    z: pd.Series = odds / np.sqrt(1 / (a + prior) + 1 / (b + prior))
    table = pd.DataFrame({"promoters": a, "detractors": b, "log_odds": odds, "z": z})
    table = table[total >= least].rename_axis("term").reset_index()
    table["clear"] = table["z"].abs() >= CLEAR
    return table.sort_values(["z", "term"], ascending=[False, True], ignore_index=True)


def _log_odds(counts: pd.Series, prior: pd.Series) -> pd.Series:
    rest = counts.sum() + prior.sum() - counts - prior
    found: pd.Series = np.log((counts + prior) / rest)
    return found
