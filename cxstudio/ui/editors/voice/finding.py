"""Finding comments: by words, by score, by question, among the people asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload

from cxstudio.analysis.asked import Answers
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.comments_list import Comment

if TYPE_CHECKING:
    import pandas as pd

    from cxstudio.analysis.scores import Person

NAMED = 4
"""How many groups tell who wrote a comment."""


@dataclass(frozen=True)
class Looking:
    """What is looked for: words, all of which must be there, terms, one of which must, kinds of
    people, one question."""

    words: str = ""
    terms: tuple[str, ...] = ()
    kinds: frozenset[Person] = frozenset()
    column: str = ""
    newest: bool = True


@dataclass(frozen=True)
class Found:
    """The comments found, and how many there are of the people asked."""

    comments: Sequence[Comment] = field(default_factory=tuple)
    of: int = 0


def find(answers: Answers, looking: Looking, quoted: Mapping[str, str]) -> Found:
    """The comments of the people asked; `quoted` gives the code of each text that is evidence."""
    import pandas as pd

    written = written_comments(answers, looking.column)
    parts = [_matching(texts, looking, answers) for texts in written]
    if not parts:
        return Found()
    found = pd.concat([pd.DataFrame({"text": texts, "column": texts.name}) for texts in parts])
    return Found(
        Comments(answers, _ordered(found, answers, looking), quoted),
        sum(len(texts) for texts in written),
    )


def written_comments(answers: Answers, column: str = "") -> list[pd.Series]:
    """The comments of the people asked, a series for each question or for the one named."""
    columns = answers.responses.mapping.names("comment")
    return [_written(answers, name) for name in columns if column in ("", name)]


def _written(answers: Answers, name: str) -> pd.Series:
    """The comments of a question that say something."""
    missing = answers.responses.mapping[name].missing
    texts = answers.column(name).dropna()
    stripped = texts.str.strip()
    return texts[(stripped != "") & ~stripped.isin(missing)]


def _matching(texts: pd.Series, looking: Looking, answers: Answers) -> pd.Series:
    import numpy as np

    from cxstudio.analysis.reading import search, searchable
    from cxstudio.analysis.scores import people

    if looking.kinds and answers.scores is not None:
        kinds = people(answers.scores).loc[texts.index]
        texts = texts[kinds.isin(list(looking.kinds))]
    if not looking.words.strip() and not looking.terms:
        return texts
    compared = searchable(texts)
    found = search(compared, looking.words)
    if looking.terms:
        found &= np.logical_or.reduce([search(compared, f'"{term}"') for term in looking.terms])
    return texts[found]


def _ordered(found: pd.DataFrame, answers: Answers, looking: Looking) -> pd.DataFrame:
    """The newest first, else those who scored lowest; where neither is known as they came."""
    time = answers.responses.mapping.only("time")
    if looking.newest and time is not None:
        key, rising = answers.column(time.name), False
    elif not looking.newest and answers.scores is not None:
        key, rising = answers.scores, True
    else:
        return found
    keyed = found.assign(key=key.loc[found.index].to_numpy())
    return keyed.sort_values("key", ascending=rising, kind="stable", na_position="last")


class Comments(Sequence[Comment]):
    """Comments made one by one when they are looked at, however many there are."""

    def __init__(self, answers: Answers, found: pd.DataFrame, quoted: Mapping[str, str]) -> None:
        mapping = answers.responses.mapping
        self._texts, self._columns = found["text"].to_numpy(), found["column"].to_numpy()
        self._rows = found.index.to_numpy()
        self._scores = answers.scores
        kept = set(answers.responses.names)
        names = [name for name in mapping.names("segment") if name in kept][:NAMED]
        self._groups = [answers.column(name) for name in names]
        self._quoted = quoted

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> Comment: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Comment]: ...
    def __getitem__(self, place: int | slice) -> Comment | Sequence[Comment]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        row, text = int(self._rows[place]), str(self._texts[place]).strip()
        score = None if self._scores is None else self._scores.loc[row]
        given = [group.loc[row] for group in self._groups]
        return Comment(
            row,
            str(self._columns[place]),
            text,
            None if score is None or _missing(score) else int(score),
            _(", ").join(str(one) for one in given if not _missing(one)),
            self._quoted.get(text, ""),
        )


def _missing(value: Any) -> bool:
    import pandas as pd

    return bool(pd.isna(value))
