"""Reading comments: search as one types, and the same comment only once."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.comments.morphemes import alike, plain
from cxstudio.analysis.survey.segments import Mask

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


def searchable(comments: pd.Series) -> pd.Series:
    """Comments in one form of letters and lower case, for `search`; "" where there is none."""
    return comments.astype("str").fillna("").map(alike)


def search(texts: pd.Series, query: str) -> Mask:
    """Which of the `searchable` texts hold every word of the query, in any order.

    Words between quotation marks belong together. A word in Latin letters is looked for where a
    word begins (bus finds buses, not Columbus), any other anywhere: two characters of Japanese
    are enough. Nothing asked finds every comment there is.
    """
    found = np.asarray(texts.to_numpy() != "", dtype=bool)
    for phrase, word in _WORDS.findall(plain(query).casefold()):
        found &= texts.str.contains(_pattern(phrase or word)).to_numpy(bool)
    return found


def _pattern(word: str) -> str:
    begins = r"(?<![^\W_])" if word[0].isascii() and word[0].isalnum() else ""
    return begins + re.escape(word)


def same(texts: pd.Series) -> npt.NDArray[np.intp]:
    """Which of the `searchable` texts are the same: a number each, from 0 as they first come."""
    return np.asarray(pd.factorize(texts.to_numpy())[0], dtype=np.intp)


def distinct(comments: pd.Series) -> pd.DataFrame:
    """Comments that differ, in their order, and how often each was given.

    Spaces, width and case of letters make no difference. Index: that of the first of its kind;
    columns `text` and `times`.
    """
    texts = searchable(comments)
    texts = texts[texts != ""]
    times = texts.map(texts.value_counts())
    first = ~texts.duplicated()
    table = pd.DataFrame({"text": comments.loc[texts.index], "times": times.astype(np.int64)})
    return table[first]
