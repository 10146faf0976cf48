"""The two ends of a cost as they are typed: the second is never below the first."""

from __future__ import annotations

from functools import partial

from cxstudio import i18n
from cxstudio.i18n import _
from cxstudio.model import Initiative
from cxstudio.model.money import amount
from cxstudio.ui.forms.bind import Writer
from cxstudio.ui.workspace import Workspace

UPPER = {"cost_low": "cost_high", "yearly_low": "yearly_high"}
LOWER = {high: low for low, high in UPPER.items()}


def cost_writer(workspace: Workspace, which: str) -> Writer:
    """What writes one end of a cost, unless the range would then be turned round."""
    return partial(_write, workspace, which)


def _write(workspace: Workspace, which: str, label: str, id: int, value: float | None) -> str:
    if fault := cost_fault(workspace, which, workspace.file.one(Initiative, id), value):
        return fault
    with workspace.change(label, ("initiative", id, which)) as change:
        setattr(change.get(Initiative, id), which, value)
    return ""


def cost_fault(workspace: Workspace, which: str, made: Initiative, value: float | None) -> str:
    """Why one end of a cost cannot be so, or nothing."""
    lower = which in UPPER
    other = getattr(made, UPPER[which] if lower else LOWER[which])
    if value is None or other is None or (value <= other if lower else value >= other):
        return ""
    words = _("It would be below the lowest cost, {amount}. It was not saved.")
    if lower:
        words = _("It would be above the highest cost, {amount}. Change that one first.")
    currency = workspace.file.engagement.currency
    return words.format(amount=amount(other, currency, i18n.language()))
