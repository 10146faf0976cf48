"""Themes that the comments suggest: frequent terms, and the terms that come along with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.comments.terms import LEAST
from cxstudio.analysis.survey.sums import Floats

CANDIDATES = 80
"""The most frequent terms, of which themes are made."""
TOGETHER = 0.25
"""Normalised pointwise mutual information from which two terms belong together (−1 to 1)."""
LARGEST = 6
"""Terms in a theme."""
_ROWS = 50_000


@dataclass(frozen=True)
class Theme:
    """A suggestion: its terms, the leading one first, and how many comments mention one of them."""

    terms: tuple[str, ...]
    comments: int


def suggested(mentioned: pd.DataFrame, *, most: int = 8) -> tuple[Theme, ...]:
    """Up to `most` themes, the largest first, from `terms.mentions`; no term is in two."""
    counts = mentioned["term"].value_counts()
    terms = sorted(counts[counts >= LEAST].index, key=lambda term: (-counts[term], term))
    terms = terms[:CANDIDATES]
    if not terms:
        return ()
    mentions = mentioned[mentioned["term"].isin(terms)]
    comments, total = pd.factorize(mentions["comment"])[0], mentioned["comment"].nunique()
    codes = pd.Categorical(mentions["term"], categories=terms).codes.astype(np.intp)
    near = _association(_together(comments, codes, len(terms)), total)
    groups = _groups(near)
    found = [
        Theme(
            tuple(terms[i] for i in group),
            int(mentions.loc[np.isin(codes, group), "comment"].nunique()),
        )
        for group in groups
    ]
    return tuple(sorted(found, key=lambda theme: -theme.comments)[:most])


def _together(comments: npt.NDArray[np.intp], codes: npt.NDArray[np.intp], size: int) -> Floats:
    """How many comments mention both of two terms; on the diagonal, the one."""
    found = np.zeros((size, size))
    for begin in range(0, int(comments.max()) + 1, _ROWS):
        here = (comments >= begin) & (comments < begin + _ROWS)
        matrix = np.zeros((_ROWS, size), dtype=np.float32)
        matrix[comments[here] - begin, codes[here]] = 1
        found += matrix.T @ matrix
    return found


def _association(together: Floats, total: int) -> Floats:
    """Normalised pointwise mutual information (Bouma 2009); −1 where seldom together."""
    alone = np.diagonal(together)
    share = np.clip(together / total, 1e-12, 1 - 1e-12)
    expected = np.outer(alone, alone) / total**2
    return np.where(together >= LEAST, np.log(share / expected) / -np.log(share), -1.0)


def _groups(near: Floats) -> list[list[int]]:
    """Each term leads or joins the more frequent one it is nearest to; alone is no theme."""
    leaders: dict[int, list[int]] = {}
    for term in range(len(near)):
        nearest = max(leaders, key=lambda leader: near[term, leader], default=None)
        if nearest is None or near[term, nearest] < TOGETHER:
            leaders[term] = [term]
        elif len(leaders[nearest]) < LARGEST:
            leaders[nearest].append(term)
    return [group for group in leaders.values() if len(group) > 1]
