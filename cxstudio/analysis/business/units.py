"""What changes and values of a KPI are counted in, in the same words on the screen and in the
report; `_` looks up a word in the language wanted."""

from __future__ import annotations

from collections.abc import Callable

POINTS = ("", "%", "％", "points", "ポイント")
"""Units of shares and scores, which change by points."""


def change_unit(unit: str, _: Callable[[str], str]) -> str:
    """What a change is counted in: the KPI's own unit, of shares and scores points."""
    return _("points") if unit in POINTS else unit


def one_of(unit: str, _: Callable[[str], str]) -> str:
    """One of what a change is counted in: "1 min", "one point"."""
    return _("one point") if unit in POINTS else _("1 {unit}").format(unit=unit)
