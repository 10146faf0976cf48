"""Which column of a survey means what, kept as a JSON file for the next wave."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from cxstudio.i18n import _

FORMAT = "cxstudio-survey-mapping"
VERSION = 1


class UnreadableMapping(ValueError):
    """A mapping that cannot be read; the message is one clear text for the user."""


@dataclass(frozen=True)
class Mapping:
    """The names of the columns: the 0-10 question, the time of answering, comments, segments."""

    score: str | None
    time: str | None = None
    comments: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()

    def missing(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The mapped names that a table with these columns does not have."""
        there = set(columns)
        mapped = (self.score, self.time, *self.comments, *self.segments)
        return tuple(name for name in mapped if name is not None and name not in there)

    def save(self, path: Path) -> None:
        """Write the mapping as JSON. Raises OSError."""
        content = {"format": FORMAT, "version": VERSION, **asdict(self)}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")

    @classmethod
    def load(cls, path: Path) -> Mapping:
        """Read a mapping that `save` wrote, or one written by hand. Raises UnreadableMapping."""
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
        return cls._from(content, path.name)

    @classmethod
    def _from(cls, content: object, name: str) -> Mapping:
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
        one = {key: content.get(key) for key in ("score", "time")}
        many = {key: content.get(key, []) for key in ("comments", "segments")}
        if not (
            all(value is None or isinstance(value, str) for value in one.values())
            and all(
                isinstance(value, list) and all(isinstance(item, str) for item in value)
                for value in many.values()
            )
        ):
            raise UnreadableMapping(
                _(
                    "{name} is not a mapping: score and time must be names of columns, "
                    "comments and segments lists of names."
                ).format(name=name)
            )
        return cls(
            score=one["score"],
            time=one["time"],
            comments=tuple(many["comments"]),
            segments=tuple(many["segments"]),
        )
