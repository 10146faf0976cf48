"""The words in which the sample's content is written: rows, and texts in both languages.

Each text stands once in English and once in Japanese, side by side, so that the two samples
have one structure by construction. Texts may quote `{#figure}` (a number of the survey) and
`{key}` (the code of another row); they are filled in when the sample is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cxstudio.model import Record


class T(NamedTuple):
    """One text in both languages."""

    en: str
    ja: str

    def in_language(self, language: str) -> str:
        """The text in "en" or "ja". Raises ValueError for another language."""
        if language not in self._fields:
            raise ValueError(f"There is no sample in the language {language!r}.")
        return self.ja if language == "ja" else self.en


class At(NamedTuple):
    """The id of the row with this key."""

    key: str


class Of(NamedTuple):
    """An attribute of the row with this key, written earlier."""

    key: str
    attribute: str


class Figure(NamedTuple):
    """A number of figures.json, `part` being value, low, high, n or count."""

    name: str
    part: str = "value"
    scale: float = 1.0


@dataclass(frozen=True)
class Row:
    """One record to be: `rests` and `supports` are the keys at the other ends of its links.

    A key of `supports` may name a field of its record after a colon.

    `fields` maps a field of the record to the keys that this field rests on; `themes` are
    theme keys of a piece of evidence. Several keys are written in one text with spaces.
    """

    key: str
    cls: type[Record]
    values: dict[str, Any]
    rests: str = ""
    supports: str = ""
    themes: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def row(
    key: str,
    cls: type[Record],
    *,
    rests: str = "",
    supports: str = "",
    themes: str = "",
    fields: dict[str, str] | None = None,
    **values: Any,
) -> Row:
    return Row(key, cls, values, rests, supports, themes, fields or {})


@dataclass(frozen=True)
class Mark:
    """What is known of an excerpt besides its words."""

    key: str
    sentiment: int
    themes: str
    confidential: bool = False


@dataclass(frozen=True)
class Said:
    """A paragraph of notes. `[[key|words]]` in both texts marks the excerpt with that key."""

    question: str
    seconds: int
    text: T
    marks: tuple[Mark, ...] = ()
    by_interviewer: bool = False


@dataclass(frozen=True)
class Talk:
    """An interview with its notes; `person` is a stakeholder's key, or a customer's name."""

    key: str
    interview: Row
    person: str | T
    paragraphs: tuple[Said, ...]


@dataclass(frozen=True)
class Comment:
    """A real answer of the survey, found by wave and place in the file; nothing is retyped.

    `english` is our translation of the cell in `column`.
    """

    key: str
    wave: str
    place: int
    column: str
    english: str
    sentiment: int
    themes: str
