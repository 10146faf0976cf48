"""Taking over what a point of NPS is worth from a business result kept as evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.survey.definition import definition_from
from cxstudio.analysis.survey.responses import responses_of
from cxstudio.formats import number, percent
from cxstudio.i18n import _
from cxstudio.model import Effect, Evidence, Initiative, Wave
from cxstudio.model.money import decimals
from cxstudio.ui import widgets
from cxstudio.ui.forms.fields import ChoiceField, NumberField
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.analysis.survey.worth import Worth


def results_kept(workspace: Workspace) -> list[Evidence]:
    """The evidence that is a business result by kind of customer."""
    figures = workspace.file.all(Evidence, Evidence.evidence_kind == "figure")
    kept = ((one, definition_from(one.definition)) for one in figures if one.definition)
    return [one for one, asked in kept if asked is not None and asked.kind == "result"]


class WorthDialog(Dialog):
    """Which evidence, among how many customers, and what share of it; then the figures."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, effect: int) -> None:
        super().__init__(
            parent,
            _("Value from the survey"),
            _(
                "What one point of NPS goes along with, from a business result that you kept as "
                "evidence. It is an association; neither is shown to cause the other."
            ),
        )
        self.workspace, self._effect = workspace, effect
        self.found: Worth | None = None
        self.kept = {one.id: one.code for one in results_kept(workspace)}
        words = [(one.id, f"{one.code}  {one.text[:60]}") for one in results_kept(workspace)]
        self.evidence = ChoiceField(words)
        self.evidence.set_value(next(iter(self.kept), None))
        self.customers, self.share = NumberField(0), NumberField(0, 1, percent=True)
        self.share.set_value(1.0)
        self.customers.set_value(self._reach())
        self.add_field(_("Evidence"), self.evidence)
        self.add_field(_("Customers a year"), self.customers)
        self.add_field(_("Share taken as effect"), self.share)
        self.answer = widgets.Label("", "body", "text", wrap=True)
        self.body.addWidget(self.answer)
        self.add_cancel()
        self.take = self.add_button(widgets.filled(_("Take over")), accepts=True)
        for field in (self.evidence, self.customers, self.share):
            field.left.connect(self.work_out)
        self.accepted.connect(self.write)
        self.work_out()

    def _reach(self) -> float:
        effect = self.workspace.file.one(Effect, self._effect)
        reach = self.workspace.file.one(Initiative, effect.initiative_id).reach
        return reach if reach is not None else 1000.0

    def work_out(self) -> None:
        """Work the worth out in the background."""
        self.found = None
        self.take.setEnabled(False)
        faults = [field.fault() for field in (self.customers, self.share) if field.fault()]
        customers, share = (None, None) if faults else (self.customers.value(), self.share.value())
        evidence = self.workspace.file.get(Evidence, self.evidence.value())
        wave = self.workspace.file.get(Wave, evidence.wave_id) if evidence else None
        if evidence is None or wave is None or customers is None or share is None:
            self.answer.setText(faults[0] if faults else _("Enter all three figures."))
            return
        asked = definition_from(evidence.definition)
        try:
            responses = responses_of(wave, self.workspace.file.blob)
        except (LookupError, ValueError):  # the answers are gone, damaged, or their meaning is
            self.answer.setText(_("The answers of this wave cannot be read."))
            return

        def work(_progress: Progress) -> Any:
            from cxstudio.analysis.survey.kept_worth import kept_worth

            return None if asked is None else kept_worth(responses, asked, customers, share)

        self.workspace.tasks.run(_("Value from the survey"), work, self._show)

    def _show(self, found: Worth | None) -> None:
        self.found = found
        self.take.setEnabled(found is not None and not self.workspace.read_only)
        if found is None:
            self.answer.setText(
                _("Fewer than 30 people have a score and a result, or all are of one kind.")
            )
            return
        low, high = found.range
        self.answer.setText(
            _("One point goes along with {total} ({low} to {high}) a year, from n = {n}.").format(
                total=number(found.total), low=number(low), high=number(high), n=number(found.n)
            )
        )

    def write(self) -> None:
        """The three figures and where they are from, as one change."""
        if self.found is None or self.workspace.read_only:
            return
        found, digits = self.found, decimals(self.workspace.file.engagement.currency)
        low, total, high = (
            round(value, digits) for value in (found.range[0], found.total, found.range[1])
        )
        source = _("{code}: association, n = {n}, {customers} customers, {share} taken as effect")
        with self.workspace.change(_("Take over the value from the survey")) as change:
            effect = change.get(Effect, self._effect)
            effect.worth_low, effect.worth_likely, effect.worth_high = low, total, high
            effect.source = source.format(
                code=self.kept[self.evidence.value()],
                n=number(found.n),
                customers=number(found.customers),
                share=percent(found.effect),
            )
