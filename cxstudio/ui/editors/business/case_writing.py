"""What an edited assumption is in the file: a cost of an initiative, or figures of effects."""

from __future__ import annotations

from typing import Any

from cxstudio.analysis.business.parts import Assumption
from cxstudio.i18n import _
from cxstudio.model import Effect, Initiative, Kpi
from cxstudio.ui.forms.cost_order import cost_fault
from cxstudio.ui.workspace import Workspace

COSTS = {"once": "cost", "yearly": "yearly"}


def write_assumption(workspace: Workspace, one: Assumption, what: str, value: Any) -> str:
    """Keep "low", "likely", "high" or "source" of an assumption, as one change; gives a fault, or
    nothing.

    A change of a KPI that is better when lower is stored as it was typed in the form: turned.
    """
    if workspace.read_only:
        return ""
    if one.kind in COSTS and what != "source":
        made = workspace.file.one(Initiative, one.initiatives[0])
        if fault := cost_fault(workspace, f"{COSTS[one.kind]}_{what}", made, value):
            return fault
    with workspace.change(_("Edit an assumption")) as change:
        if one.kind in COSTS:
            made = change.get(Initiative, one.initiatives[0])
            if what == "source":
                made.cost_source = value
            else:
                setattr(made, f"{COSTS[one.kind]}_{what}", value)
            return ""
        for id in one.effects:
            effect = change.get(Effect, id)
            if what == "source":
                effect.source = value
            elif one.kind == "worth":
                setattr(effect, f"worth_{what}", value)
            else:
                attribute, stored = _turned(workspace, effect, what, value)
                setattr(effect, attribute, stored)
    return ""


def _turned(
    workspace: Workspace, effect: Effect, what: str, value: float | None
) -> tuple[str, float | None]:
    """Which end of the change holds the value, and with which sign."""
    kpi = workspace.file.one(Kpi, effect.kpi_id)
    if kpi.direction != "down":
        return _end(effect, what, better_is_more=True), value
    return _end(effect, what, better_is_more=False), None if value is None else -value


def _end(effect: Effect, what: str, *, better_is_more: bool) -> str:
    """The attribute whose value is the cautious ("low") or the hopeful ("high") end."""
    if what == "likely" or effect.low is None or effect.high is None:
        return what
    ascending = effect.low <= effect.high
    return what if ascending == better_is_more else {"low": "high", "high": "low"}[what]
