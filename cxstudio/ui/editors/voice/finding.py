"""Finding comments: by words, score, question and theme, among the people asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, overload
from weakref import WeakKeyDictionary

from cxstudio.analysis.survey.asked import Answers
from cxstudio.i18n import _
from cxstudio.ui.editors.voice.comments_book import Book, Place, Tie
from cxstudio.ui.editors.voice.comments_counting import Counts, counted
from cxstudio.ui.editors.voice.comments_rows import Comment

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from cxstudio.analysis.survey.responses import Responses
    from cxstudio.analysis.survey.scores import Person

    Ints = npt.NDArray[np.integer[Any]]

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


@dataclass(frozen=True)
class Sought:
    """What was found, in few bytes: the row of each comment in the answers, which of `columns` it
    answers, and which of these are the same words: the places `given` from each of `begins` on."""

    columns: tuple[str, ...]
    rows: Ints
    which: Ints
    given: Ints
    begins: Ints
    of: int
    counts: Counts


def find(answers: Answers, looking: Looking, book: Book, ties: Sequence[Tie]) -> Found:
    """The comments of the people asked, found by the ties; the book tells more when one is seen."""
    return to_be_read(sought(answers, looking, ties), answers.responses, book)


def sought(answers: Answers, looking: Looking, ties: Sequence[Tie]) -> Sought:
    """Find the comments, which takes longest: plain numbers, for another process to work out."""
    import numpy as np
    import pandas as pd

    written = written_comments(answers, looking.column)
    counts = counts_of(answers, ties)
    parts = [_matching(texts, looking, answers, ties) for texts in written]
    columns = tuple(str(texts.name) for texts in parts)
    found = pd.concat(
        [pd.DataFrame({"which": n}, index=texts.index) for n, texts in enumerate(parts)]
        or [pd.DataFrame({"which": np.array([], dtype="int64")})]
    )
    found = _ordered(found, answers, looking)
    rows, which = (x.to_numpy().astype("int32") for x in (found.index, found["which"]))
    given, begins = _same(rows, which, columns, answers.responses)
    return Sought(columns, rows, which, given, begins, sum(map(len, written)), counts)


def to_be_read(found: Sought, responses: Responses, book: Book) -> Found:
    """The comments that were found, to be read one by one; reads their columns once."""
    return Found(Comments(found, responses, book), len(found.rows), found.of, found.counts)


def counts_of(answers: Answers, ties: Sequence[Tie]) -> Counts:
    """What is known of themes among the people asked."""
    return counted(answers, ties, sum(len(texts) for texts in written_comments(answers)))


def rows_of(answers: Answers, looking: Looking) -> dict[str, Ints]:
    """In which rows of the file the comments stand that are looked for, by their question; themes
    make no difference."""
    numbers = answers.responses.row_numbers
    return {
        str(written.name): numbers[_matching(written, looking, answers, ()).index]
        for written in written_comments(answers, looking.column)
    }


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

    from cxstudio.analysis.comments.reading import search
    from cxstudio.analysis.survey.scores import people

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
    from cxstudio.analysis.comments.reading import searchable

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

    def __init__(self, found: Sought, responses: Responses, book: Book) -> None:
        mapping, kept = responses.mapping, set(responses.names)
        self._found, self._book = found, book
        self._texts = [responses.column(name).array for name in found.columns]
        self._numbers = responses.row_numbers
        score = mapping.score
        self._scores = None if score is None else responses.column(score).array
        names = [name for name in mapping.names("segment") if name in kept][:NAMED]
        self._groups = [responses.column(name).array for name in names]

    def __len__(self) -> int:
        return len(self._found.begins) - 1

    @overload
    def __getitem__(self, place: int) -> Comment: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Comment]: ...
    def __getitem__(self, place: int | slice) -> Comment | Sequence[Comment]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        found = self._found
        same = found.given[found.begins[place] : found.begins[place + 1]]
        row, which = int(found.rows[same[0]]), int(found.which[same[0]])
        text = str(self._texts[which][row]).strip()
        score = None if self._scores is None else self._scores[row]
        given = [group[row] for group in self._groups]
        places = self._places(same)
        return Comment(
            row,
            found.columns[which],
            text,
            None if score is None or _missing(score) else int(score),
            _(", ").join(str(one) for one in given if not _missing(one)),
            self._book.code(text, places),
            tuple(self._book.themes[id] for id in self._book.themes_of(places)),
            places,
        )

    def _places(self, same: Ints) -> tuple[Place, ...]:
        rows, which = self._numbers[self._found.rows[same]], self._found.which[same]
        columns = self._found.columns
        return tuple(Place(columns[w], int(r)) for w, r in zip(which, rows, strict=True))


def _same(
    rows: Ints, which: Ints, columns: Sequence[str], responses: Responses
) -> tuple[Ints, Ints]:
    """The places with the same words together, and where each of these begins."""
    import numpy as np
    import pandas as pd

    from cxstudio.analysis.comments.reading import same

    texts = pd.Series("", index=pd.RangeIndex(len(rows)), dtype=object)
    for number, name in enumerate(columns):
        here = which == number
        if here.any():
            texts[here] = _compared(responses, name).loc[rows[here]].to_numpy()
    kinds = same(texts)
    given = np.argsort(kinds, kind="stable")
    many = int(kinds.max()) + 1 if len(kinds) else 0
    begins = np.searchsorted(kinds[given], np.arange(many + 1))
    return given.astype("int32"), begins.astype("int32")


def _missing(value: Any) -> bool:
    import pandas as pd

    return bool(pd.isna(value))
