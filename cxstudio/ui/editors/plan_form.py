"""The form of one initiative."""

from __future__ import annotations

from typing import Any

from cxstudio.i18n import _
from cxstudio.model import Department, Initiative, Touchpoint
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme
from cxstudio.ui.editors.plan_links import LinkedCards
from cxstudio.ui.forms.form import Form
from cxstudio.ui.workspace import Workspace

LINKED = {"link", "gap", "kpi", "evidence"}


class InitiativeForm(Form):
    """What it is, who does it, what it costs, when, and what it is linked to."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Initiative)
        self.body.setContentsMargins(*(theme.px(side) for side in (24, 12, 24, 32)))
        self.body.setSpacing(theme.px(12))
        self._add_words()
        self._add_owner()
        self._add_cost()
        self._add_dates()
        self.links = [LinkedCards(workspace, "gap"), LinkedCards(workspace, "kpi")]
        for cards in self.links:
            self.add(cards)
        workspace.changed.connect(self._on_links_changed)

    def _add_words(self) -> None:
        self.line("title", _("Initiative"), _("Seat display on the desk’s screen"))
        self.text(
            "change",
            _("What changes for the customer"),
            _("They learn before queuing whether the next bus has seats."),
            lines=2,
        )
        self.text(
            "description",
            _("What is done"),
            _("The bus company’s counts are shown at the desk, refreshed every minute."),
            lines=2,
        )

    def _add_owner(self) -> None:
        self.section(_("Who does it"))
        tiers = [(key, _(text)) for key, text in WORDS["tier"].items()]
        self.scale("tier", _("Tier"), tiers)
        self.reference("department_id", _("Department"), Department, _("No department"))
        self.line(
            "project",
            _("Or a cross-department project"),
            _("One timetable for visitors"),
            hint=_("Named instead of the department when several must act together."),
        )
        self.reference("touchpoint_id", _("Touchpoint"), Touchpoint, _("No touchpoint"))

    def _add_cost(self) -> None:
        self.section(_("What it costs and brings"))
        currency = self.workspace.file.engagement.currency
        with self.beside():
            lowest = _("Cost from ({currency})").format(currency=currency)
            self.number("cost_low", lowest, 0, example="4,000,000")
            highest = _("to ({currency})").format(currency=currency)
            self.number("cost_high", highest, 0, example="7,000,000")
        self.number("effort", _("Effort (person-months)"), 0, example="3")
        steps: list[tuple[Any, str]] = [(None, "–"), *((n, str(n)) for n in range(1, 6))]
        self.scale("benefit_score", _("Benefit, the team’s score"), steps)
        self.text("benefit", _("Benefit"), _("Fewer visitors left behind at a stop."), lines=2)
        self.text("risk", _("Risk"), _("The bus company shares its counts late."), lines=2)

    def _add_dates(self) -> None:
        self.section(_("Schedule"))
        with self.beside():
            self.date("starts_on", _("Starts on"))
            self.date("ends_on", _("Ends on"))
        self.word("state", _("State"), "initiative_state")

    def show_record(self, id: int | None) -> None:
        super().show_record(id)
        for cards in self.links:
            cards.show_initiative(id)

    def _on_links_changed(self, changes: ChangeSet) -> None:
        if LINKED & changes.kinds:
            for cards in self.links:
                cards.show_initiative(self.id)
