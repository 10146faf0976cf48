"""YAML as plain documents: mappings, lists and texts as they are written, and nothing else.

No tag makes an object and no text becomes a number or a date, so that nothing is lost or guessed;
only what is left empty, ~ and null are None. A file that repeats or nests itself without end is
refused before anything of it is built.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from cxstudio import limits
from cxstudio.exchange.journey_content import UNWRITABLE, UnreadableJourney
from cxstudio.i18n import _

Document = dict[str, Any]

_NULL, _NO_TEXT = "tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z")


class _Twice(ValueError):
    """A key that stands twice in one mapping."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


def documents_of(text: str, file: str) -> list[Document]:
    """The mappings among the documents of a YAML text.

    Raises UnreadableJourney with a sentence that names the line where there is one.
    """
    import yaml

    if len(text) > limits.YAML_CHARACTERS:
        raise UnreadableJourney(
            _("{file} is larger than 2 MB, and no journey is. Choose another file.").format(
                file=file
            )
        )
    text = UNWRITABLE.sub("", text)
    try:
        _check_shape(text, file)
        found = list(yaml.load_all(text, Loader=_loader()))
    except _Twice as twice:
        raise UnreadableJourney(
            _(
                "{file} says “{key}” twice in one place, again in line {line}. "
                "Keep one of them, or make a list of both."
            ).format(file=file, key=twice.key[:40], line=twice.line)
        ) from twice
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableJourney(_faulty_line(text, line, file)) from error
    except yaml.YAMLError as error:
        raise UnreadableJourney(
            _("{file} is no valid YAML. Check that it was saved as text in UTF-8.").format(
                file=file
            )
        ) from error
    return [document for document in found if isinstance(document, dict)]


def _check_shape(text: str, file: str) -> None:
    """Refuse what grows when it is built; this walks the text without building anything."""
    import yaml

    depth = parts = references = 0
    reader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    for event in yaml.parse(text, Loader=reader):
        starts = isinstance(event, yaml.CollectionStartEvent)
        depth += starts - isinstance(event, yaml.CollectionEndEvent)
        parts += starts or isinstance(event, yaml.ScalarEvent)
        references += isinstance(event, yaml.AliasEvent)
        if references > limits.YAML_REFERENCES:
            raise UnreadableJourney(
                _(
                    "{file} repeats its own parts too often to be a journey. "
                    "Write them out, or choose another file."
                ).format(file=file)
            )
        if depth > limits.YAML_DEPTH or parts > limits.YAML_PARTS:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise UnreadableJourney(
                _(
                    "{file} is nested deeper or has more entries than any journey, by line "
                    "{line}. Choose another file."
                ).format(file=file, line=line)
            )


@cache
def _loader() -> Any:
    import yaml

    class Plain(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen: set[str] = set()
            for key, _value in node.value:
                if str(key.value) in seen:
                    raise _Twice(str(key.value), key.start_mark.line + 1)
                seen.add(str(key.value))
            return super().construct_mapping(node, deep)

    Plain.add_implicit_resolver(_NULL, _NO_TEXT, [*"~nN", ""])
    Plain.add_constructor(_NULL, lambda _loader, _node: None)
    return Plain


def _faulty_line(text: str, line: int, file: str) -> str:
    lines = text.split("\n")
    if 0 < line <= len(lines) and "\t" in re.match(r"\s*", lines[line - 1])[0]:  # type: ignore[index]
        return _(
            "{file} is no valid YAML: line {line} is indented with a tab. Put spaces there."
        ).format(file=file, line=line)
    return _("{file} is no valid YAML: line {line} cannot be read. Put that line right.").format(
        file=file, line=line
    )
