"""What was understood of a survey, in plain lines of text."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.analysis.survey.outcomes import is_outcome
from cxstudio.exchange.understanding import Check, Oddity
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model.columns import Column, Mapping, Role

ROLE_NAMES: dict[Role, str] = {
    "score": N_("Recommendation, 0 to 10"),
    "time": N_("Time of answering"),
    "rating": N_("Rating"),
    "segment": N_("Segment"),
    "weight": N_("Weight"),
    "comment": N_("Comment"),
    "respondent": N_("Respondent"),
    "result": N_("Business result"),
    "choices": N_("Several answers in a cell"),
    "ticked": N_("Answer of several, ticked"),
    "other": N_("Kept without use"),
    "left_out": N_("Left out"),
}
"""What people read for a role; translate at use."""
OUTCOME_NAME = N_("Rating: an outcome (overall, intention)")
"""The same for a rating that is an outcome, as the score is."""
OUTCOME_SHORT = N_("Outcome (rating)")

_LINES: tuple[Role, ...] = (
    *("score", "time", "weight", "respondent", "rating", "segment", "comment", "result"),
    *("choices", "left_out"),
)


def understood(mapping: Mapping) -> tuple[tuple[str, str], ...]:
    """A role and its columns, for each role that some column has, and for score and time."""
    lines = []
    for role in _LINES:
        told = _(", ").join(_told(column) for column in mapping.of(role))
        if told or role in ("score", "time"):
            lines.append((_(ROLE_NAMES[role]), told or _("none found")))
    groups = _(", ").join(
        f"{group} ({len(columns)})" for group, columns in mapping.groups.items() if group
    )
    if groups:
        lines.append((_(ROLE_NAMES["ticked"]), groups))
    return tuple(lines)


def _told(column: Column) -> str:
    if column.role == "rating":
        return f"{column.name} ({rating_said(column)})"
    return column.name


def rating_said(column: Column) -> str:
    """The scale of a rating in short, and whether it is an outcome."""
    scale = scale_said(column)
    return _("{scale}; an outcome").format(scale=scale) if is_outcome(column) else scale


def scale_said(column: Column) -> str:
    """The scale of a rating in short: "1–5, not 0, 6" or "とても不満 … とても満足"."""
    if column.values:
        scale = f"{column.values[0][0]} … {column.values[-1][0]}"
    else:
        scale = f"{column.low}–{column.high}"
    if column.turned:
        scale = _("{scale}, 1 is best").format(scale=scale)
    if column.missing:
        codes = _(", ").join((*column.no_answer, *column.not_applicable))
        scale = _("{scale}; no answer: {codes}").format(scale=scale, codes=codes)
    return scale


def checked(check: Check) -> tuple[str, ...]:
    """Which cells are no answers, with their rows, and what else is good to know."""
    return (*_beside(check.undecided), *_beside(check.odd), *check.notes)


def _beside(oddities: Iterable[Oddity]) -> list[str]:
    return [
        ngettext(
            "{count} cell “{cell}” of {column} is not on its scale and is left out (row {rows}).",
            "{count} cells “{cell}” of {column} are not on its scale and are left out "
            "(rows {rows}).",
            one.count,
        ).format(count=one.count, cell=one.cell[:60], column=one.column, rows=rows_said(one))
        for one in oddities
    ]


def rows_said(one: Oddity, most: int = 5) -> str:
    """The first rows of a cell, and that there are more."""
    rows = ", ".join(str(row) for row in one.rows[:most])
    return f"{rows} …" if one.count > most else rows
