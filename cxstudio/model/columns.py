"""What the columns of a survey mean: kept with each wave and as a profile for the next one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

Role = Literal[
    "score",  # the answer 0 to 10 to "would you recommend us?"
    "time",  # when the answer was given
    "rating",  # an ordered answer about one thing: 1 to 5, or very satisfied … not at all
    "segment",  # what groups people: region, age, channel
    "weight",  # how much an answer counts
    "comment",  # words of the person
    "respondent",  # tells people apart
    "result",  # what the business got: spend, visits
    "choices",  # several answers in one cell
    "ticked",  # one answer of several, ticked or not; `group` is the question
    "other",  # kept, of no use so far
    "left_out",  # not kept in the engagement at all, such as names and addresses
]
ROLES: tuple[Role, ...] = get_args(Role)

Keep = Literal["all", "first", "last"]
KEEPS: tuple[Keep, ...] = get_args(Keep)

Index = Literal["", "csat", "ces", "none"]
INDICES: tuple[Index, ...] = get_args(Index)
"""What a rating is reported as: customer satisfaction, customer effort, itself; "" by its words."""

Standing = Literal["driver", "outcome"]
STANDINGS = ("", *get_args(Standing))
"""What a rating is to the score: it may drive it, or is an outcome as the score is; "" by its
words."""

SINGLE: tuple[Role, ...] = ("score", "time", "weight", "respondent")
"""Roles that one column of a survey has at most."""


@dataclass(frozen=True)
class Column:
    """One column: its name in the table, its question as asked, and what its cells mean.

    `values` gives cells a number, for words and for labelled numbers; a higher number is
    better. A rating without them has whole numbers from `low` to `high`, and when it is
    `turned` 1 is the best of them. `no_answer` and `not_applicable` are cells that stand for
    a missing answer. `touchpoint` is what a rating is about; `group` the question that a
    ticked column belongs to; `separator` stands between the answers of `choices`; `form` is
    how times are written, for `strptime`, and "" says year first as in 2026-04-01 20:27.
    `index` is what a rating is reported as, `stands_as` what it is to the score.
    """

    name: str
    role: Role = "other"
    question: str = ""
    touchpoint: str = ""
    group: str = ""
    separator: str = ""
    form: str = ""
    index: Index = ""
    stands_as: Standing | Literal[""] = ""
    low: int | None = None
    high: int | None = None
    turned: bool = False
    values: tuple[tuple[str, float], ...] = ()
    no_answer: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What people read: the touchpoint of a rating, else the question, else the name."""
        return self.touchpoint or self.question or self.name

    @property
    def missing(self) -> frozenset[str]:
        """The cells that are no answer, whatever the reason."""
        return frozenset((*self.no_answer, *self.not_applicable))

    def as_dict(self) -> dict[str, Any]:
        """For JSON: what is not as usual."""
        plain = Column(self.name)
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {k: v for k, v in values.items() if k in ("name", "role") or v != getattr(plain, k)}


@dataclass(frozen=True)
class Mapping:
    """All columns of a table in its order, and which answers count when a person gave several."""

    columns: tuple[Column, ...] = ()
    keep: Keep = "all"

    def __contains__(self, name: object) -> bool:
        return any(column.name == name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """The columns with one of these roles."""
        return tuple(column for column in self.columns if column.role in roles)

    def names(self, *roles: Role) -> tuple[str, ...]:
        """Their names."""
        return tuple(column.name for column in self.of(*roles))

    def only(self, role: Role) -> Column | None:
        """The first column with this role."""
        return next(iter(self.of(role)), None)

    @property
    def score(self) -> str | None:
        """The name of the 0-10 question."""
        return column.name if (column := self.only("score")) else None

    @property
    def groups(self) -> dict[str, tuple[Column, ...]]:
        """The ticked columns of each question, by its name."""
        found: dict[str, tuple[Column, ...]] = {}
        for column in self.of("ticked"):
            found[column.group] = (*found.get(column.group, ()), column)
        return found

    def changed(self, name: str, **to: Any) -> Mapping:
        """With one column changed; a role that only one column can have leaves the other.

        Raises KeyError for a column that is not there.
        """
        one = replace(self[name], **to)
        freed = one.role if one.role in SINGLE else None
        columns = (
            one if c.name == name else replace(c, role="other") if c.role == freed else c
            for c in self.columns
        )
        return replace(self, columns=tuple(columns))

    def as_dict(self) -> dict[str, Any]:
        """For JSON; `mapping_from` reads it."""
        return {"keep": self.keep, "columns": [column.as_dict() for column in self.columns]}


def mapping_from(content: dict[str, Any]) -> Mapping:
    """The mapping that `as_dict` gave. Raises ValueError when it is not of that form."""
    try:
        keep = content.get("keep", "all")
        columns = tuple(_column(one) for one in content["columns"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{error} of a column") from error
    if keep not in KEEPS:
        raise ValueError(f"keep: {keep}")
    if len({column.name for column in columns}) < len(columns):
        raise ValueError("a column named twice")
    return Mapping(columns, keep)


def _column(content: dict[str, Any]) -> Column:
    known = {field.name: field for field in fields(Column)}
    if unknown := set(content) - set(known):
        raise ValueError(", ".join(sorted(unknown)))
    values = dict(content)
    for name, words in (("role", ROLES), ("index", INDICES), ("stands_as", STANDINGS)):
        if values.get(name, words[0]) not in words:
            raise ValueError(f"{name}: {values[name]}")
    for name in ("name", "role", "question", "touchpoint", "group", "separator", "form"):
        if not isinstance(values.get(name, ""), str):
            raise ValueError(f"{name}: {values[name]}")
    for name in ("low", "high"):
        if not isinstance(values.get(name), int | None):
            raise ValueError(f"{name}: {values[name]}")
    if not isinstance(values.get("turned", False), bool):
        raise ValueError(f"turned: {values['turned']}")
    values["values"] = tuple(
        (str(text), float(number)) for text, number in values.get("values", ())
    )
    for name in ("no_answer", "not_applicable"):
        values[name] = _texts(values.get(name, ()))
    return Column(**values)


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise ValueError(values)
    return tuple(str(value) for value in values)
