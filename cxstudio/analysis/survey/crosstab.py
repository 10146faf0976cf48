"""Any segment by any other: a measure in each cell, with margins and marks on small samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Literal

import numpy as np
import pandas as pd

from cxstudio.analysis.survey.comparing import Comparison, against_others
from cxstudio.analysis.survey.estimates import Estimates, estimates
from cxstudio.analysis.survey.figure import NPS, Figure, Measure
from cxstudio.analysis.survey.nps import SMALL, WITHHELD, Audience
from cxstudio.analysis.survey.responses import natural
from cxstudio.analysis.survey.segments import Mask, Segment, codes, labels, members, settled
from cxstudio.analysis.survey.sums import Codes, Sums, sums

Place = int | None
"""Which label of a segment; None for everyone."""


@dataclass(frozen=True)
class Table:
    """A measure by up to three segments.

    The arrays of `figures` and `sums` have an axis for each segment, as long as its labels and
    one more: the last entry of an axis is everyone, also those who are in no group of it.
    """

    measure: Measure
    by: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    sums: Sums
    figures: Estimates

    def figure(self, *at: Place) -> Figure:
        """The figure of a cell: a place on each axis, None or left out for everyone."""
        return self.figures.figure(*(-1 if i is None else i for i in self._filled(at)))

    def chosen(self, *at: Place) -> dict[str, str | None]:
        """What a cell stands for, to be given to `segments.behind`."""
        axes = zip(self.by, self.labels, self._filled(at), strict=True)
        return {name: None if i is None else names[i] for name, names, i in axes}

    @property
    def small(self) -> Mask:
        """Cells of 1 to 29 answers: to be marked."""
        return (self.figures.n > 0) & (self.figures.n < SMALL)

    def withheld(self, audience: Audience) -> Mask:
        """Cells of fewer than 10 answers, of which a client is shown only how many."""
        return (self.figures.n < WITHHELD) & (audience == "client")

    def counts(self, axis: int) -> list[int]:
        """How many answers each group of a segment has."""
        margin: list[int | slice] = [-1] * len(self.by)
        margin[axis] = slice(None, -1)
        return [int(n) for n in self.figures.n[tuple(margin)]]

    def largest(self, axis: int, most: int) -> list[int]:
        """The places of the groups with most answers, in their own order where that is of numbers.

        Groups without an answer are left out.
        """
        counts, names = np.array(self.counts(axis)), self.labels[axis]
        order = [int(place) for place in np.argsort(-counts, kind="stable") if counts[place]]
        found = order[:most]
        numbered = all(names[place][:1].isdecimal() for place in found)
        return sorted(found, key=lambda place: natural(names[place])) if numbered else found

    def compared(self) -> dict[tuple[int, ...], Comparison]:
        """Each cell, margins left out, against all other people; corrected for all the cells."""
        inner = self.sums[(slice(None, -1),) * len(self.by)].reshape((-1,))
        everyone = self.sums[(-1,) * len(self.by)].reshape((1,))
        found = against_others(self.measure, inner, everyone, level=self.figures.level)
        places = product(*(range(len(names)) for names in self.labels))
        return dict(zip(places, found, strict=True))

    def _filled(self, at: tuple[Place, ...]) -> tuple[Place, ...]:
        return at + (None,) * (len(self.by) - len(at))

    def _places(self) -> list[tuple[Place, ...]]:
        return list(product(*([*range(len(names)), None] for names in self.labels)))

    def frame(self) -> pd.DataFrame:
        """One row for each cell, for copying and exporting; a margin's label is missing (None)."""
        rows = [list(self.chosen(*place).values()) for place in self._places()]
        table = pd.DataFrame(rows, columns=list(self.by), dtype=object)
        for name in ("n", "effective", "value", "low", "high"):
            table[name] = getattr(self.figures, name).ravel()
        table["small"] = self.small.ravel()
        return table


def crosstab(
    segments: Mapping[str, Segment],
    answers: pd.Series,
    weights: pd.Series | None = None,
    *,
    measure: Measure = NPS,
    level: float = 0.95,
) -> Table:
    """The measure of every combination of the segments' groups, with all margins.

    People with several answers to a question count in each of its groups and once in its
    margin. Raises ValueError for none or for more than three segments.
    """
    if not 1 <= len(segments) <= 3:
        raise ValueError("A table has one to three segments.")
    fixed = [settled(segment) for segment in segments.values()]
    whole = _cells(fixed, measure, answers, weights)
    named = tuple(labels(segment) for segment in fixed)
    return Table(measure, tuple(segments), named, whole, estimates(measure, whole, level))


def _cells(
    segments: list[Segment], measure: Measure, answers: pd.Series, weights: pd.Series | None
) -> Sums:
    """Sums with an axis for each segment; one with several answers is gone through by answer."""
    for axis, segment in enumerate(segments):
        if isinstance(segment, pd.DataFrame):
            others = segments[:axis] + segments[axis + 1 :]
            slices = [
                _cells(
                    [other[mask] for other in others],
                    measure,
                    answers[mask],
                    None if weights is None else weights[mask],
                )
                for mask in (members(segment, label) for label in labels(segment))
            ]
            return Sums.stack([*slices, _cells(others, measure, answers, weights)], axis)
    return _single([s for s in segments if isinstance(s, pd.Series)], measure, answers, weights)


def _single(
    segments: list[pd.Series], measure: Measure, answers: pd.Series, weights: pd.Series | None
) -> Sums:
    """Segments of one answer a person: counted at once, those in no group at the place 0."""
    joint: Codes = np.zeros(len(answers), dtype=np.intp)
    lengths = [len(labels(segment)) + 1 for segment in segments]
    for segment, length in zip(segments, lengths, strict=True):
        joint *= length
        joint += codes(segment) + 1
    found = sums(measure, answers, weights, joint, prod(lengths)).reshape(tuple(lengths))
    for axis in range(len(lengths)):
        found = found.with_total(axis)
    return found


def ordered(
    table: Table, axis: int = 0, by: Literal["n", "value"] = "n", *, descending: bool = True
) -> Table:
    """The same table with the labels of an axis sorted by their margin; unknown figures last."""
    margin = [-1] * len(table.by)
    margin[axis] = slice(None, -1)  # type: ignore[call-overload]
    keys = getattr(table.figures, by)[tuple(margin)].astype(np.float64)
    places = np.argsort(-keys if descending else keys, kind="stable")
    names = list(table.labels)
    names[axis] = tuple(names[axis][place] for place in places)
    found = table.sums.take(np.append(places, len(places)), axis)
    figures = estimates(table.measure, found, table.figures.level)
    return replace(table, labels=tuple(names), sums=found, figures=figures)
