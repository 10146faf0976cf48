"""How many comments speak of a theme, and the score of those who wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cxstudio.analysis.survey.asked import Answers
from cxstudio.analysis.survey.nps import Nps
from cxstudio.ui.editors.voice.comments_book import Tie


@dataclass(frozen=True)
class Spoken:
    """Comments that speak of a theme, and the score of their people, each counted once."""

    comments: int = 0
    score: Nps | None = None


@dataclass(frozen=True)
class Counts:
    """What the people asked speak of, by the id of the theme, and their comments without any."""

    themes: Mapping[int, Spoken] = field(default_factory=dict)
    without: int = 0


def counted(answers: Answers, ties: Sequence[Tie], written: int) -> Counts:
    """The counts among the people asked, who wrote `written` comments."""
    import numpy as np
    import pandas as pd

    from cxstudio.analysis.survey.scores import net_promoter

    rows = pd.Index(answers.responses.row_numbers)
    mask = answers.mask
    places = rows.get_indexer(pd.Index([tie.place.row for tie in ties], dtype=rows.dtype))
    there = places >= 0
    if mask is not None:
        there &= np.where(there, np.asarray(mask)[places], False)
    frame = pd.DataFrame(
        {
            "theme": [tie.theme for tie in ties],
            "column": [tie.place.column for tie in ties],
            "place": places,
        }
    )[there]
    found = {}
    scores, weights = answers.scores, answers.weights
    for theme, group in frame.groupby("theme"):
        people = group["place"].unique()
        score = None
        if scores is not None:
            heavy = None if weights is None else weights.loc[people]
            score = net_promoter(scores.loc[people], heavy)
        found[int(str(theme))] = Spoken(len(group), score)
    coded = len(frame.drop_duplicates(["column", "place"]))
    return Counts(found, max(written - coded, 0))
