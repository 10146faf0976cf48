"""Mappings as profiles: kept as JSON files, and offered again for a table with the same columns."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cxstudio.analysis.survey.answers import plain
from cxstudio.i18n import _
from cxstudio.model.columns import Column, Mapping, Role, mapping_from

FORMAT = "cxstudio-survey-mapping"
VERSION = 1
ALIKE = 0.6
"""Of two names that are so much alike (1 is the same) one took the place of the other."""
OFFERED = 0.6
"""A mapping that knows this share of the columns is worth being offered."""

_SHORT: dict[str, Role] = {
    "score": "score",
    "time": "time",
    "weight": "weight",
    "respondent": "respondent",
    "ratings": "rating",
    "segments": "segment",
    "comments": "comment",
    "results": "result",
    "choices": "choices",
    "ticked": "ticked",
    "left_out": "left_out",
}
_PUNCTUATION = re.compile(r"[\W_]+")


class UnreadableMapping(ValueError):
    """A mapping that cannot be read; the message is one clear text for the user."""


@dataclass(frozen=True)
class Differences:
    """How a table differs from the one a mapping was made for."""

    missing: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.new or self.renamed)

    def said(self) -> tuple[str, ...]:
        """In sentences for the user."""
        said = [
            _("“{old}” is called “{new}” now.").format(old=old, new=new)
            for old, new in self.renamed
        ]
        if self.missing:
            said.append(
                _("The mapping names columns that are not there: {names}.").format(
                    names=", ".join(self.missing)
                )
            )
        if self.new:
            said.append(
                _("These columns are new and were guessed: {names}.").format(
                    names=", ".join(self.new)
                )
            )
        return tuple(said)


def save(mapping: Mapping, path: Path) -> None:
    """Write a mapping as JSON. Raises OSError."""
    content = json.dumps(as_profile(mapping), ensure_ascii=False, indent=2)
    path.write_text(content + "\n", "utf-8")


def as_profile(mapping: Mapping) -> dict[str, Any]:
    """What `save` writes, as plain data."""
    return {"format": FORMAT, "version": VERSION, **mapping.as_dict()}


def load(path: Path) -> Mapping:
    """Read a mapping that `save` wrote, or a short one written by hand. Raises UnreadableMapping.

    A short one names columns by their role: {"format": …, "version": 1, "score": "Q9",
    "time": "Date", "segments": ["Region"], "comments": ["Why?"]}. What it does not say is
    guessed when it is fitted to a table.
    """
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise UnreadableMapping(
            _("There is no file at {path}. Check the name and the folder.").format(path=path)
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableMapping(
            _("{name} is not a mapping: it is not valid JSON text ({reason}).").format(
                name=path.name, reason=error
            )
        ) from error
    return _from(content, path.name)


def _from(content: object, name: str) -> Mapping:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UnreadableMapping(
            _('{name} is not a mapping: it must say "format": "{format}".').format(
                name=name, format=FORMAT
            )
        )
    if content.get("version") != VERSION:
        raise UnreadableMapping(
            _(
                "{name} was written by another version of the program. "
                "Import the table without it and save the mapping again."
            ).format(name=name)
        )
    try:
        full = "columns" in content
        known = {key: content[key] for key in ("keep", "columns") if key in content}
        return mapping_from(known) if full else mapping_from(_lengthened(content))
    except ValueError as error:
        raise UnreadableMapping(
            _("{name} is not a mapping that can be used ({reason}).").format(
                name=name, reason=error
            )
        ) from error


def _lengthened(content: dict[str, Any]) -> dict[str, Any]:
    """A short mapping in the long form. Raises ValueError."""
    columns = []
    for key, role in _SHORT.items():
        named = content.get(key) or []
        names = [named] if isinstance(named, str) and key == role else named
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError(f"{key}: {named}")
        columns += [{"name": name, "role": role} for name in names]
    return {"keep": content.get("keep", "all"), "columns": columns}


# ── Fitting ───────────────────────────────────────────────────────────────────────────────


def fitted(profile: Mapping, guessed: Mapping) -> tuple[Mapping, Differences]:
    """A mapping used for another table, of which `guessed` is the proposal.

    Columns that the profile knows are as it says, also under a new name; the others are as
    guessed, except that what only one column can be is not guessed beside the profile's.
    """
    there = {column.name for column in guessed.columns}
    missing = [column.name for column in profile.columns if column.name not in there]
    new = [column.name for column in guessed.columns if column.name not in profile]
    renamed = _renamed(missing, new)
    old_name = {now: before for before, now in renamed}
    taken = {column.role for column in profile.of("score", "time", "weight", "respondent")}
    columns = []
    for column in guessed.columns:
        source = old_name.get(column.name, column.name)
        if source in profile:
            columns.append(_completed(profile[source], column))
        elif column.role in taken:
            columns.append(replace(Column(column.name), question=column.question))
        else:
            columns.append(column)
    short = all(column.as_dict().keys() == {"name", "role"} for column in profile.columns)
    return replace(profile, columns=tuple(columns)), Differences(
        tuple(name for name in missing if name not in dict(renamed)),
        () if short else tuple(name for name in new if name not in old_name),
        renamed,
    )


def _completed(known: Column, guessed: Column) -> Column:
    """A column of the profile under the table's name; a bare one takes what was guessed."""
    bare = known.as_dict().keys() == {"name", "role"}
    if bare and known.role == guessed.role:
        return guessed
    question = known.question or guessed.question
    return replace(known, name=guessed.name, question=question, values=_values(known, guessed))


def _values(known: Column, guessed: Column) -> tuple[tuple[str, float], ...]:
    """The words of the scale, with those that nobody had chosen when the mapping was made."""
    before, now = dict(known.values), dict(guessed.values)
    if not all(before.get(word, value) == value for word, value in now.items()):
        return known.values
    new = {word: value for word, value in now.items() if value not in before.values()}
    return tuple(sorted((before | new).items(), key=lambda pair: pair[1]))


def _renamed(missing: list[str], new: list[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of old and new names that are most alike."""
    pairs = sorted(((_alike(a, b), a, b) for a in missing for b in new), reverse=True)
    found: dict[str, str] = {}
    for likeness, a, b in pairs[:10_000]:
        if likeness >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return tuple(found.items())


def _alike(a: str, b: str) -> float:
    plain_a, plain_b = (_PUNCTUATION.sub("", plain(name).casefold()) for name in (a, b))
    return 1.0 if plain_a == plain_b else difflib.SequenceMatcher(None, plain_a, plain_b).ratio()


def offered(profiles: Iterable[Mapping], names: Iterable[str]) -> Mapping | None:
    """The profile that knows most of a table's columns, the later one of equals; None for few."""
    wanted = set(names)
    best, most = None, OFFERED
    for profile in profiles:
        known = {column.name for column in profile.columns}
        share = len(known & wanted) / max(len(known | wanted), 1)
        if share >= most:
            best, most = profile, share
    return best
