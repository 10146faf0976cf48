"""What a survey means, as far as the table tells, and what the user has to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cxstudio.analysis.survey.answers import plain, value_in
from cxstudio.analysis.survey.answers import score as score_of
from cxstudio.exchange.survey_guess import Guess
from cxstudio.exchange.survey_preparing import cells_kept
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.survey_roles import roles
from cxstudio.exchange.survey_scores import asks_to_recommend
from cxstudio.exchange.survey_text import column_said
from cxstudio.exchange.workbook import text_of
from cxstudio.i18n import _, ngettext
from cxstudio.model.columns import Column, Mapping

SHOWN_ROWS = 20
SHOWN_CELLS = 100


@dataclass(frozen=True)
class Proposal:
    """A guess about every column, in the order of the table, and the mapping they make.

    `candidates` are the columns that could be the recommendation question.
    """

    guesses: tuple[Guess, ...]
    candidates: tuple[str, ...]

    @property
    def mapping(self) -> Mapping:
        return Mapping(tuple(guess.column for guess in self.guesses))

    def __getitem__(self, name: str) -> Guess:
        for guess in self.guesses:
            if guess.column.name == name:
                return guess
        raise KeyError(name)


def propose(survey: Survey) -> Proposal:
    """Guess what every column means. Takes part of a second; call it off the thread."""
    found, candidates = roles(survey)
    return Proposal(tuple(found), tuple(candidates))


@dataclass(frozen=True)
class Oddity:
    """A cell that the mapping has no meaning for; `rows` are the first of its rows in the file."""

    column: str
    cell: str
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Check:
    """What a mapping makes of a survey.

    `n` counts the answers in the table, `answered` those with a score that are kept, `promoters`,
    `passives` and `detractors` among them. `repeated` come from people who had answered
    before. `undecided` are cells of the score that must be decided, `odd` cells of ratings
    that are not on their scale and are left out. `problems` are sentences about what has to
    be put right before anything can be kept, `notes` about what is good to know.
    """

    n: int
    answered: int
    promoters: int
    passives: int
    detractors: int
    repeated: int
    undecided: tuple[Oddity, ...]
    odd: tuple[Oddity, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether the survey can be kept as it is mapped."""
        return not self.problems and not self.undecided


def check(survey: Survey, mapping: Mapping) -> Check:
    """Count and look for what does not fit. Quick enough to be called after every correction."""
    score = mapping.only("score")
    counts = {} if score is None else _scored(survey, mapping, score)
    answered = sum(counts.values())
    promoters = counts.get(9, 0) + counts.get(10, 0)
    detractors = sum(n for value, n in counts.items() if value <= 6)
    undecided = () if score is None else _oddities(survey, score)
    repeated = _repeated(survey, mapping)
    return Check(
        n=len(survey),
        answered=answered,
        promoters=promoters,
        passives=answered - promoters - detractors,
        detractors=detractors,
        repeated=repeated,
        undecided=undecided,
        odd=tuple(o for column in mapping.of("rating") for o in _oddities(survey, column)),
        problems=_problems(survey, mapping, answered, undecided),
        notes=_notes(mapping, repeated),
    )


def without_answer(mapping: Mapping, oddities: Iterable[Oddity]) -> Mapping:
    """The mapping in which these cells stand for a missing answer."""
    for one in oddities:
        column = mapping[one.column]
        mapping = mapping.changed(column.name, no_answer=(*column.no_answer, one.cell))
    return mapping


def asked_for(mapping: Mapping, name: str) -> Mapping:
    """The mapping that keeps a column which was left out, such as one of personal data."""
    return mapping.changed(name, role="other")


def _scored(survey: Survey, mapping: Mapping, column: Column) -> dict[int, int]:
    value = value_in(column)
    found: dict[int, int] = {}
    for cell, count in _counted(survey, mapping, column.name):
        number = value(text_of(cell))
        if number is not None:
            found[int(number)] = found.get(int(number), 0) + count
    return found


def _counted(survey: Survey, mapping: Mapping, name: str) -> Iterable[tuple[Any, int]]:
    """How often each cell comes among the answers that are kept."""
    if mapping.keep == "all" or mapping.only("respondent") is None:
        return survey.counts(name)
    import pyarrow.compute as pc

    counted = pc.value_counts(cells_kept(survey, mapping, name).drop_null())
    pairs = zip(counted.field("values").to_pylist(), counted.field("counts"), strict=True)
    return [(cell, int(count.as_py())) for cell, count in pairs]


def _oddities(survey: Survey, column: Column) -> tuple[Oddity, ...]:
    value = value_in(column)
    missing = {plain(cell) for cell in column.missing}
    found: list[Oddity] = []
    for cell, count in survey.counts(column.name):
        text = text_of(cell)
        if plain(text) and plain(text) not in missing and value(text) is None:
            rows = _rows(survey, column.name, cell) if len(found) < SHOWN_CELLS else ()
            found.append(Oddity(column.name, text, count, rows))
    return tuple(found)


def _rows(survey: Survey, name: str, cell: Any) -> tuple[int, ...]:
    import pyarrow as pa
    import pyarrow.compute as pc

    column = survey.table.column(name)
    if pa.types.is_dictionary(column.type):
        column = column.cast(pa.string())
    places = pc.indices_nonzero(pc.equal(column, cell)).slice(0, SHOWN_ROWS)
    numbers = survey.row_numbers
    return tuple(int(numbers[place]) for place in places.to_pylist())


def _repeated(survey: Survey, mapping: Mapping) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    column = mapping.only("respondent")
    if column is None:
        return 0
    cells = survey.table.column(column.name)
    if pa.types.is_dictionary(cells.type):  # few answers, or ids that come often
        cells = cells.cast(cells.type.value_type)
    if pa.types.is_string(cells.type) and not cells.null_count:
        before, after = cells.slice(0, len(cells) - 1), cells.slice(1)
        if pc.all(pc.less(before, after)).as_py():  # most tools write ids in their order
            return 0
    return int(len(cells) - cells.null_count - pc.count_distinct(cells, mode="only_valid").as_py())


def _problems(
    survey: Survey, mapping: Mapping, answered: int, undecided: tuple[Oddity, ...]
) -> tuple[str, ...]:
    score = mapping.only("score")
    if score is None and not mapping.of("rating"):
        worded = _worded_score(survey)
        return (
            (worded,)
            if worded
            else (
                _(
                    "No question with answers from 0 to 10 was found. "
                    "Name its column, or one of a rating."
                ),
            )
        )
    if score is not None and not answered:
        told = _("No cell of {column} is a score from 0 to 10 ({cells}). Say what they mean.")
        cells = ", ".join(o.cell for o in undecided[:5]) or _("all are empty")
        return (told.format(column=score.name, cells=cells),)
    return ()


def _worded_score(survey: Survey) -> str:
    """Where the answers to a question about recommending stand when they are no numbers."""
    header = [" ".join(name.split()) for name in survey.names]
    for place, name in enumerate(survey.names):
        if not asks_to_recommend(header[place]):
            continue
        cells = (text_of(cell) for cell, _count in survey.counts(name))
        odd = next((cell for cell in cells if plain(cell) and score_of(cell) is None), None)
        if odd is not None:
            row = next(iter(_rows(survey, name, odd)), survey.layout.before + 1)
            return _(
                "Column {column} asks about recommending, and its cells are no scores from 0 to "
                "10: row {row} holds “{cell}”. Say in a mapping what its words count as."
            ).format(column=column_said(header, place), row=row, cell=odd[:60])
    return ""


def _notes(mapping: Mapping, repeated: int) -> tuple[str, ...]:
    notes = []
    if mapping.only("score") is None:
        notes.append(_("There is no question from 0 to 10, so there will be no NPS."))
    if repeated:
        person = mapping.only("respondent")
        notes.append(
            ngettext(
                "{count} answer comes from a person who had answered before ({column}).",
                "{count} answers come from people who had answered before ({column}).",
                repeated,
            ).format(count=repeated, column=person.name if person else "")
        )
    return tuple(notes)
