"""A report of which every text is written anew."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def rewritten(tree: T, change: Callable[[str], str], leaving: Collection[str] = ()) -> T:
    """The tree with ``change`` made to every text but those in fields named ``leaving``; what it
    does not change stays the same."""
    made: T = _rewritten(tree, change, leaving)
    return made


def _rewritten(value: Any, change: Callable[[str], str], leaving: Collection[str]) -> Any:
    if isinstance(value, str):
        new = change(value)
        return value if new == value else new
    if isinstance(value, tuple):
        new_ones = tuple(_rewritten(one, change, leaving) for one in value)
        same = all(new is old for new, old in zip(new_ones, value, strict=True))
        return value if same else new_ones
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if field.name not in leaving
            and (new := _rewritten(old := getattr(value, field.name), change, leaving)) is not old
        }
        return replace(value, **changed) if changed else value
    return value
