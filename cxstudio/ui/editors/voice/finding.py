"""Finding comments: by words, score, question and theme, among the people asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload
from weakref import WeakKeyDictionary

from cxstudio.analysis.asked import Answers
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.comments_book import Book, Place, Tie
from cxstudio.ui.editors.voice.comments_counting import Counts, counted
from cxstudio.ui.editors.voice.comments_rows import Comment

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from cxstudio.analysis.responses import Responses
    from cxstudio.analysis.scores import Person

NAMED = 4
"""How many groups tell who wrote a comment."""
NO_THEME = 0
"""Looked for among the themes: comments that have none."""


@dataclass(frozen=True)
class Looking:
    """What is looked for: words, all of which must be there, terms, one of which must, kinds of
    people, one question, themes, any of them."""

    words: str = ""
    terms: tuple[str, ...] = ()
    kinds: frozenset[Person] = frozenset()
    column: str = ""
    newest: bool = True
    themes: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Found:
    """The comments found, each once; how many `n` they are with those given again, and how many
    there are of the people asked."""

    comments: Sequence[Comment] = field(default_factory=tuple)
    n: int = 0
    of: int = 0
    counts: Counts = field(default_factory=Counts)


def find(answers: Answers, looking: Looking, book: Book, ties: Sequence[Tie]) -> Found:
    """The comments of the people asked, found by the ties; the book tells more when one is seen."""
    import pandas as pd

    written = written_comments(answers, looking.column)
    counts = counts_of(answers, ties)
    parts = [_matching(texts, looking, answers, ties) for texts in written]
    if not parts:
        return Found(counts=counts)
    found = pd.concat([pd.DataFrame({"text": texts, "column": texts.name}) for texts in parts])
    return Found(
        Comments(answers, _ordered(found, answers, looking), book),
        len(found),
        sum(len(texts) for texts in written),
        counts,
    )


def counts_of(answers: Answers, ties: Sequence[Tie]) -> Counts:
    """What is known of themes among the people asked."""
    return counted(answers, ties, sum(len(texts) for texts in written_comments(answers)))


def places_of(answers: Answers, looking: Looking) -> list[Place]:
    """Where the comments stand that are looked for; themes make no difference."""
    numbers = answers.responses.row_numbers
    return [
        Place(str(texts.name), int(row))
        for written in written_comments(answers, looking.column)
        for texts in [_matching(written, looking, answers, ())]
        for row in numbers[texts.index]
    ]


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


def _matching(
    texts: pd.Series, looking: Looking, answers: Answers, ties: Sequence[Tie]
) -> pd.Series:
    import numpy as np

    from cxstudio.analysis.reading import search
    from cxstudio.analysis.scores import people

    if looking.kinds and answers.scores is not None:
        kinds = people(answers.scores).loc[texts.index]
        texts = texts[kinds.isin(list(looking.kinds))]
    if looking.themes:
        texts = texts[_of_themes(texts, looking.themes, answers.responses.row_numbers, ties)]
    if not looking.words.strip() and not looking.terms:
        return texts
    compared = _compared(answers.responses, str(texts.name)).loc[texts.index]
    found = search(compared, looking.words)
    if looking.terms:
        found &= np.logical_or.reduce([search(compared, f'"{term}"') for term in looking.terms])
    return texts[found]


def _of_themes(
    texts: pd.Series, themes: frozenset[int], numbers: np.ndarray[Any, Any], ties: Sequence[Tie]
) -> np.ndarray[Any, Any]:
    """Which of the comments to one question have one of the themes."""
    import numpy as np

    rows = numbers[texts.index]
    here = [tie for tie in ties if tie.place.column == texts.name]
    found = np.isin(rows, [tie.place.row for tie in here if tie.theme in themes])
    if NO_THEME in themes:
        found |= ~np.isin(rows, [tie.place.row for tie in here])
    return found


_COMPARED: WeakKeyDictionary[Responses, dict[str, pd.Series]] = WeakKeyDictionary()


def _compared(responses: Responses, name: str) -> pd.Series:
    """All comments to a question in the form in which they are compared, made once."""
    from cxstudio.analysis.reading import searchable

    known = _COMPARED.setdefault(responses, {})
    if name not in known:
        known[name] = searchable(responses.column(name))
    return known[name]


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
    """Comments made one by one when they are looked at, however many there are.

    The same words are one comment, that of who comes first in the order.
    """

    def __init__(self, answers: Answers, found: pd.DataFrame, book: Book) -> None:
        mapping = answers.responses.mapping
        self._texts, self._columns = found["text"].to_numpy(), found["column"].to_numpy()
        self._rows = found.index.to_numpy()
        self._numbers = answers.responses.row_numbers
        self._scores = answers.scores
        kept = set(answers.responses.names)
        names = [name for name in mapping.names("segment") if name in kept][:NAMED]
        self._groups = [answers.column(name) for name in names]
        self._book = book
        self._given, self._begins = _same(found, answers.responses)

    def __len__(self) -> int:
        return len(self._begins) - 1

    @overload
    def __getitem__(self, place: int) -> Comment: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Comment]: ...
    def __getitem__(self, place: int | slice) -> Comment | Sequence[Comment]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        same = self._given[self._begins[place] : self._begins[place + 1]]
        first = same[0]
        row, text = int(self._rows[first]), str(self._texts[first]).strip()
        score = None if self._scores is None else self._scores.loc[row]
        given = [group.loc[row] for group in self._groups]
        places = self._places(same)
        return Comment(
            row,
            str(self._columns[first]),
            text,
            None if score is None or _missing(score) else int(score),
            _(", ").join(str(one) for one in given if not _missing(one)),
            self._book.code(text, places),
            tuple(self._book.themes[id] for id in self._book.themes_of(places)),
            places,
        )

    def _places(self, same: np.ndarray[Any, Any]) -> tuple[Place, ...]:
        rows = self._numbers[self._rows[same]]
        columns = self._columns[same]
        return tuple(Place(str(c), int(r)) for c, r in zip(columns, rows, strict=True))


def _same(
    found: pd.DataFrame, responses: Responses
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The places in `found` with the same words together, and where each of these begins."""
    import numpy as np
    import pandas as pd

    from cxstudio.analysis.reading import same

    texts = pd.Series("", index=pd.RangeIndex(len(found)), dtype=object)
    columns = found["column"].to_numpy()
    for name in dict.fromkeys(columns):
        here = columns == name
        texts[here] = _compared(responses, str(name)).loc[found.index[here]].to_numpy()
    kinds = same(texts)
    given = np.argsort(kinds, kind="stable")
    many = int(kinds.max()) + 1 if len(kinds) else 0
    return given, np.searchsorted(kinds[given], np.arange(many + 1))


def _missing(value: Any) -> bool:
    import pandas as pd

    return bool(pd.isna(value))
