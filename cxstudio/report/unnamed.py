"""Takes the real names of people out of a report, whoever wrote them into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from cxstudio.model import Stakeholder
from cxstudio.report.context import Context

T = TypeVar("T")
SHORTEST = 2


def unnamed(context: Context, tree: T) -> T:
    """The tree with every stakeholder's name replaced by the role's pseudonym or code."""
    names = {
        person.name: person.public_name
        for person in context.all(Stakeholder)
        if len(person.name) >= SHORTEST and person.name not in (person.role, person.public_name)
    }
    return _without(tree, names) if names else tree


def _without(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for name, shown in names.items():
            if name in value:
                value = value.replace(name, shown)
        return value
    if isinstance(value, tuple):
        return tuple(_without(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if (new := _without(old := getattr(value, field.name), names)) is not old
        }
        return replace(value, **changed) if changed else value
    return value
