"""What fits into the budget and the people there are, both editable, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout

from cxstudio import i18n
from cxstudio.analysis.plan.fitting import Fitting, Line
from cxstudio.formats import number
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model import Engagement
from cxstudio.model.money import amount
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.forms.bound_field import BoundField
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.forms.money_field import MoneyField
from cxstudio.ui.workspace import Workspace

WHYS = {
    "budget": N_("over the budget"),
    "people": N_("more people than there are"),
    "no_cost": N_("its cost is missing"),
    "no_effort": N_("its effort is missing"),
    "no_score": N_("it has no score"),
    "before": N_("what must come first is not planned"),
}


def why_words(line: Line | None, code_of: Callable[[int], str]) -> str:
    """What became of an initiative in the line, in words."""
    if line is None:
        return _("Done or dropped; it is not weighed.")
    codes = _(", ").join(code_of(id) for id in line.needs)
    if line.taken:
        return _("Fits, together with {codes}").format(codes=codes) if codes else _("Fits")
    why = _(WHYS[line.why])
    if codes:
        return _("Left out: {why}, with {codes} before it").format(why=why, codes=codes)
    return _("Left out: {why}").format(why=why)


class FitsPanel(widgets.Panel):
    """Budget and person-months, what they are enough for, and who is left out and why."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=16)
        self.workspace = workspace
        self.body.setSpacing(theme.px(8))
        title = widgets.SectionTitle(_("What fits"))
        self.body.addWidget(title)
        self.budget, self.capacity = MoneyField(workspace), NumberField(0, 1e6)
        self._budget = BoundField(workspace, self.budget, Engagement, "budget", self._once())
        people = BoundField(workspace, self.capacity, Engagement, "capacity", _("Person-months"))
        fields = QHBoxLayout()
        fields.setSpacing(theme.px(12))
        for bound, share in ((self._budget, 4), (people, 3)):
            bound.faulted.connect(self._show_fault)
            fields.addWidget(bound, share)
        self.body.addLayout(fields)
        self._fault = widgets.Label("", "small", "error", wrap=True)
        self._fault.hide()
        self.result = widgets.Label("", "body", "text", wrap=True)
        self.left_out = widgets.Label("", "small", "text_2", wrap=True)
        rule = widgets.Label(
            _(
                "From the top, each is taken if it fits with all that must come first. The middle "
                "of a cost’s range counts; an empty field is no limit."
            ),
            "small",
            "text_3",
            wrap=True,
        )
        for part in (self._fault, self.result, self.left_out, rule):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _once(self) -> str:
        currency = self.workspace.file.engagement.currency
        return _("Budget, once ({currency})").format(currency=currency)

    def _show_fault(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def show_fitting(self, found: Fitting, rows: Sequence[PlanRow]) -> None:
        """Say how many fit, what they use, and why the others are left."""
        engagement = self.workspace.file.engagement
        self._budget.set_name(self._once())
        codes = {row.id: row.code for row in rows}
        self.result.setText(_used(found, engagement))
        out = [line for line in found.lines if not line.taken and line.id in codes]
        lines = [
            f"{codes[line.id]}  {why_words(line, lambda id: codes.get(id, '–'))}" for line in out
        ]
        self.left_out.setText("\n".join(lines))
        self.left_out.setVisible(bool(lines))


def _used(found: Fitting, engagement: Engagement) -> str:
    count, every = len(found.taken), len(found.lines)
    money = amount(found.spent, engagement.currency, i18n.language())
    if engagement.budget is not None:
        limit = amount(engagement.budget, engagement.currency, i18n.language())
        money = _("{used} of {limit}").format(used=money, limit=limit)
    months = number(found.months, 0 if found.months == int(found.months) else 1)
    if engagement.capacity is not None:
        months = _("{used} of {limit}").format(used=months, limit=f"{engagement.capacity:g}")
    return ngettext(
        "{count} of {every} fits: {money}, {months} person-months.",
        "{count} of {every} fit: {money}, {months} person-months.",
        count,
    ).format(count=count, every=every, money=money, months=months)
