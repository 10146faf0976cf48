"""Takes the real names of people out of a report, whoever wrote them into it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from cxstudio.model import Stakeholder
from cxstudio.report.context import Context
from cxstudio.report.rewritten import rewritten

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


def _without(tree: T, names: Mapping[str, str]) -> T:
    def change(text: str) -> str:
        for name, shown in names.items():
            text = text.replace(name, shown)
        return text

    return rewritten(tree, change)
