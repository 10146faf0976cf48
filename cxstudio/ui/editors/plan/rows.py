"""Initiatives as plain rows: what the board, the ranking and the timeline show of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio import i18n
from cxstudio.analysis.gaps.severity import Weights
from cxstudio.analysis.plan import of_records
from cxstudio.drawing.tokens import Strength
from cxstudio.i18n import _
from cxstudio.model import Department, Engagement, Gap, Initiative
from cxstudio.model.chain import End
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.model.money import span
from cxstudio.ui.workspace import Workspace

TIERS = ("frontline", "department", "executive")


@dataclass(frozen=True)
class PlanRow:
    """One initiative. `severity` is the sum over the gaps it closes, None when none is scored;
    `score` the team's judgement of the benefit, 1 to 5; `rank` its place by `in_force`, the score
    that is ranked by, both None where that cannot be told."""

    id: int
    code: str
    title: str
    tier: str
    department: str
    severity: float | None
    score: int | None
    effort: float | None
    cost_low: float | None
    cost_high: float | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    strength: Strength
    gaps: int
    counts: bool = True
    """Whether the plan has it: one that is dropped it has not."""
    rank: int | None = None
    in_force: float | None = None

    @property
    def costed(self) -> bool:
        return self.cost_low is not None or self.cost_high is not None


def read_rows(workspace: Workspace) -> list[PlanRow]:
    """All initiatives in the user's order, not ranked yet."""
    file = workspace.file
    departments = {d.id: d.name for d in file.all(Department)}
    weights = Weights.of(file.get(Engagement, 1))
    plan = file.all(Initiative)
    taken_away = of_records.severities(plan, file.all(Gap), workspace.chain, weights)

    def row(made: Initiative) -> PlanRow:
        end = End("initiative", made.id)
        gaps = [e.id for e, _link in workspace.chain.rests_on(end) if e.kind == "gap"]
        return PlanRow(
            id=made.id,
            code=made.code,
            title=made.title or _("Untitled"),
            tier=made.tier,
            department=made.project or departments.get(made.department_id or 0, ""),
            severity=taken_away[made.id],
            score=made.benefit_score,
            effort=made.effort,
            cost_low=made.cost_low,
            cost_high=made.cost_high,
            starts_on=made.starts_on,
            ends_on=made.ends_on,
            strength=workspace.chain.strength(end),
            gaps=len(set(gaps)),
            counts=made.state not in SET_ASIDE,
        )

    return [row(made) for made in plan]


def total_cost(rows: Sequence[PlanRow], currency: str) -> str:
    """The costs of all, as a range in words, such as "¥47.0–75.1 million"."""
    total = of_records.total_cost(rows)
    return span(total.low, total.high, currency, i18n.language()) if total else ""
