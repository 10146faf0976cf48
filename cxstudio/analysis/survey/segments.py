"""Segments: who belongs to which group, by a question with one answer or with several.

One answer a person is a column of categories or texts; several are a frame of booleans with a
column for each answer, as `Responses.options` gives it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cxstudio.analysis.survey.sums import Codes

Segment = pd.Series | pd.DataFrame
Mask = npt.NDArray[np.bool_]


def labels(segment: Segment) -> tuple[str, ...]:
    """The groups of a segment, in the order of its categories or columns."""
    if isinstance(segment, pd.DataFrame):
        return tuple(str(name) for name in segment.columns)
    return tuple(str(name) for name in _categories(segment).categories)


def codes(segment: pd.Series) -> Codes:
    """The place of each person's group among `labels`, −1 for none."""
    found: Codes = _categories(segment).codes.astype(np.intp)
    return found


def _categories(segment: pd.Series) -> Any:
    if isinstance(segment.dtype, pd.CategoricalDtype):
        return segment.array
    return pd.Categorical(segment.astype("str"))


def settled(segment: Segment) -> Segment:
    """The segment with its groups fixed, so that a part of its rows keeps them all."""
    if isinstance(segment, pd.DataFrame):
        return segment
    return pd.Series(_categories(segment), index=segment.index, name=segment.name)


def members(segment: Segment, label: str) -> Mask:
    """Who belongs to the group `label`. Raises KeyError for a group that is not there."""
    names = labels(segment)
    if label not in names:
        raise KeyError(label)
    place = names.index(label)
    if isinstance(segment, pd.DataFrame):
        return np.asarray(segment.iloc[:, place].to_numpy(dtype=bool, na_value=False))
    return np.asarray(codes(segment) == place)


def behind(
    segments: Mapping[str, Segment],
    chosen: Mapping[str, str | Sequence[str] | None],
    answers: pd.Series | None = None,
) -> Mask:
    """The rows behind a cell or a filter: those who belong to what is `chosen` of each segment.

    None chooses everyone, several labels those who belong to one of them. With `answers` only
    those who answered. The mask of a cell of a table counts as many rows as the cell's `n`.
    Raises KeyError.
    """
    size = len(answers) if answers is not None else len(next(iter(segments.values())))
    mask = np.ones(size, dtype=bool) if answers is None else answers.notna().to_numpy()
    for name, which in chosen.items():
        if which is None:
            continue
        several = [which] if isinstance(which, str) else which
        belongs = [members(segments[name], label) for label in several]
        mask = mask & (np.logical_or.reduce(belongs) if belongs else False)
    return mask
