"""The three scores of every initiative with their places, how firm they are, and what fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cxstudio.analysis.plan.candidates import (
    METHODS,
    Candidate,
    Method,
    candidates,
    usual_method,
    weights_of,
)
from cxstudio.analysis.plan.fitting import Fitting, Line
from cxstudio.analysis.plan.of_records import plan_fitting
from cxstudio.analysis.plan.rice import rice
from cxstudio.analysis.plan.weighing import ranks, weighed
from cxstudio.formats import number
from cxstudio.i18n import N_, _
from cxstudio.model import Criterion, CriterionScore, Dependency, Initiative
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.analysis.plan.standing import Standing

NAMES: dict[Method, str] = {
    "gain": N_("Severity ÷ effort"),
    "rice": N_("RICE"),
    "weighted": N_("Criteria"),
}
HEADS: dict[Method, str] = {**NAMES, "gain": N_("÷ effort")}
"""The names over narrow columns."""
TELLS: dict[Method, str] = {
    "gain": N_("The severity of the gaps it closes, divided by its effort in person-months."),
    "rice": N_("Customers reached × impact × confidence ÷ effort (Intercom, 2018)."),
    "weighted": N_("The mean of its scores on your criteria, 1 to 5, by their weights."),
}
LACKS = {
    "reach": N_("customers a year"),
    "benefit": N_("the team’s score"),
    "confidence": N_("confidence"),
    "effort": N_("effort"),
    "no_effort": N_("an effort above 0"),
    "severity": N_("a scored gap"),
}


@dataclass(frozen=True)
class Weighing:
    """What initiatives are ranked by at the moment; `weights` may be those of a what-if."""

    method: Method = "gain"
    candidates: Sequence[Candidate] = ()
    weights: Mapping[int, float] = field(default_factory=dict)
    scores: Mapping[Method, Mapping[int, float | None]] = field(default_factory=dict)
    places: Mapping[Method, Mapping[int, int]] = field(default_factory=dict)
    fitting: Fitting = field(default_factory=lambda: Fitting((), 0.0, 0.0))
    criteria: Mapping[int, str] = field(default_factory=dict)

    def place(self, id: int) -> int | None:
        """The rank by the method in force."""
        return self.places.get(self.method, {}).get(id)

    def line(self, id: int) -> Line | None:
        """What became of an initiative in the line of what fits."""
        return next((line for line in self.fitting.lines if line.id == id), None)

    def lacks(self, id: int, method: Method) -> list[str]:
        """What an initiative wants for a score, in words."""
        one = next((one for one in self.candidates if one.id == id), None)
        if one is None:
            return []
        if method == "rice":
            wanting = rice(one.reach, one.benefit, one.confidence, one.effort).lacks
            return [_(LACKS[lack]) for lack in wanting]
        if method == "weighted":
            known = {key: score.likely for key, score in one.scores.items()}
            return [self.criteria.get(key, "") for key in weighed(known, self.weights).lacks]
        names = ["severity"] if one.severity is None else []
        if not one.effort:
            names.append("effort" if one.effort is None else "no_effort")
        return [_(LACKS[name]) for name in names]


@dataclass(frozen=True)
class Ranked:
    """A row of the table of priorities: an initiative with its scores, places and standing."""

    row: PlanRow
    scores: Mapping[Method, float | None]
    places: Mapping[Method, int | None]
    lacks: Mapping[Method, Sequence[str]]
    standing: Standing | None
    line: Line | None
    last: bool = False

    @property
    def taken(self) -> bool:
        return self.line is not None and self.line.taken


def weigh(
    workspace: Workspace,
    rows: Sequence[PlanRow],
    wanted: Method | None = None,
    what_if: Mapping[int, float] | None = None,
) -> Weighing:
    """Score and rank all initiatives, and see what fits.

    Without a wanted method it is the usual one, by which the report ranks, too.
    """
    file = workspace.file
    criteria = file.all(Criterion)
    weights = {**weights_of(criteria), **(what_if or {})}
    severities = {row.id: row.severity for row in rows}
    made = file.all(Initiative)
    found = candidates(made, severities, file.all(CriterionScore))
    method = wanted or usual_method(found, weights)
    scores = {one: {c.id: c.score(one, weights) for c in found} for one in METHODS}
    places = {one: ranks(values) for one, values in scores.items()}
    fits = plan_fitting(made, places[method], file.all(Dependency), file.engagement)
    names = {one.id: one.name or _("Untitled") for one in criteria}
    return Weighing(method, found, weights, scores, places, fits, names)


def with_ranks(rows: Sequence[PlanRow], weighing: Weighing) -> list[PlanRow]:
    """The rows with their places and scores by the method in force."""
    scores = weighing.scores.get(weighing.method, {})
    return [replace(row, rank=weighing.place(row.id), in_force=scores.get(row.id)) for row in rows]


def ranked_rows(
    rows: Sequence[PlanRow], weighing: Weighing, standings: Mapping[int, Standing]
) -> list[Ranked]:
    """The rows of the table; the last that fits is marked, for the line under it."""
    order = sorted(
        (r for r in rows if weighing.place(r.id)), key=lambda r: weighing.place(r.id) or 0
    )
    ins = [row.id in weighing.fitting.taken for row in order]
    under = len(ins) - 1 - ins[::-1].index(True) if True in ins else len(ins)
    last = order[under] if under < len(order) - 1 else None
    return [
        Ranked(
            row,
            {one: weighing.scores[one].get(row.id) for one in METHODS},
            {one: weighing.places[one].get(row.id) for one in METHODS},
            {one: weighing.lacks(row.id, one) for one in METHODS},
            standings.get(row.id),
            weighing.line(row.id),
            last=row is last,
        )
        for row in rows
    ]


def score_text(value: float | None, method: Method) -> str:
    """A score as the table shows it; – without one."""
    if value is None:
        return "–"
    digits = 0 if method == "rice" and value >= 100 else 1 if method != "weighted" else 2
    return number(value, digits)
