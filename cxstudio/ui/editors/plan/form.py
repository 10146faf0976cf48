"""The form of one initiative."""

from __future__ import annotations

from typing import Any, Protocol

from cxstudio.i18n import _
from cxstudio.model import Department, Initiative, Stakeholder, Touchpoint
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme
from cxstudio.ui.editors.plan.effects import EffectsList
from cxstudio.ui.editors.plan.joined import JoinedChips, dependencies, touchpoints
from cxstudio.ui.editors.plan.links import LinkedCards
from cxstudio.ui.editors.plan.notes import NotesList
from cxstudio.ui.editors.plan.raci import RaciGrid
from cxstudio.ui.editors.plan.scores import ScoresGrid
from cxstudio.ui.forms.code_links import CodeLinks
from cxstudio.ui.forms.cost_order import cost_writer
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.money_field import MoneyField
from cxstudio.ui.roadmap.typed_days import add_days
from cxstudio.ui.workspace import Workspace


class _Part(Protocol):
    def show_initiative(self, id: int | None) -> None: ...


class InitiativeForm(Form):
    """What changes, why, who does it, what it costs and brings, risks, when, and how it goes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Initiative)
        self.body.setContentsMargins(*(theme.px(side) for side in (24, 12, 24, 32)))
        self.body.setSpacing(theme.px(12))
        self._parts: list[tuple[frozenset[str], _Part]] = []
        self._add_words()
        self._add_why()
        self._add_owner()
        self._add_cost()
        self._add_benefit()
        self._add_dates()
        self._add_progress()
        workspace.changed.connect(self._on_parts_changed)

    def _put(self, part: Any, *kinds: str) -> Any:
        """A part that shows the initiative anew when one of these kinds has changed."""
        self._parts.append((frozenset(kinds), part))
        self.add(part)
        return part

    def _add_words(self) -> None:
        self.line("title", _("Initiative"), _("Seat display on the desk’s screen"))
        self.text(
            "change",
            _("What changes for the customer"),
            _("They learn before queuing whether the next bus has seats."),
            lines=2,
            marks=True,
        )
        self.text(
            "staff_change",
            _("What changes for the staff"),
            _("The desk sees free seats on its own screen and no longer telephones."),
            lines=2,
            marks=True,
        )
        self.text(
            "description",
            _("What is done"),
            _("The bus company’s counts are shown at the desk, refreshed every minute."),
            lines=2,
            marks=True,
        )

    def _add_why(self) -> None:
        gaps = LinkedCards(self.workspace, "gap")
        self._put(gaps, "link", "gap", "evidence")
        self.reference("touchpoint_id", _("Main touchpoint"), Touchpoint, _("No touchpoint"))
        self._put(
            JoinedChips(self.workspace, touchpoints()),
            "changed_touchpoint",
            "touchpoint",
        )
        self.links = [gaps]

    def _add_owner(self) -> None:
        self.section(_("Who does it"))
        tiers = [(key, _(text)) for key, text in WORDS["tier"].items()]
        self.scale("tier", _("Tier"), tiers)
        self.reference("department_id", _("Accountable department"), Department, _("No department"))
        self.reference("owner_id", _("Led by"), Stakeholder, _("Nobody yet"))
        self.line(
            "project",
            _("Or a cross-department project"),
            _("One timetable for visitors"),
            hint=_("Named instead of the department when several must act together."),
        )
        self.raci = self._put(RaciGrid(self.workspace), "involvement", "department", "initiative")

    def _add_cost(self) -> None:
        self._costs = self.section(_("What it costs"))
        with self.beside():
            self._cost("cost_low", _("Cost once, from"), "4,000,000")
            self._cost("cost_high", _("to"), "7,000,000")
        with self.beside():
            self._cost("yearly_low", _("Cost a year, from"), "800,000")
            self._cost("yearly_high", _("to, a year"), "1,200,000")
        self.line("cost_source", _("Source of the costs"), _("Quotation of May 2026"), source=True)
        self._cost_links = CodeLinks(self.workspace)
        self.add(self._cost_links)
        self.number("effort", _("Effort (person-months)"), 0, 1e6, positive=True, example="3")

    def _cost(self, attribute: str, label: str, example: str) -> None:
        field = MoneyField(self.workspace, placeholder=example)
        writer = cost_writer(self.workspace, attribute)
        self.add_field(field, attribute, label, writer=writer)

    def _add_benefit(self) -> None:
        self.section(_("What it brings"))
        self.text(
            "benefit", _("Benefit"), _("Fewer visitors left behind at a stop."), lines=2, marks=True
        )
        steps: list[tuple[Any, str]] = [(None, "–"), *((n, str(n)) for n in range(1, 6))]
        self.scale("benefit_score", _("Benefit, the team’s score"), steps)
        with self.beside():
            self.number("reach", _("Customers a year"), 0, 1e12, example="40,000")
            self.number("confidence", _("Confidence"), 0, 1, percent=True, example="60 %")
        self.effects = self._put(EffectsList(self.workspace), "effect", "kpi", "evidence")
        kpis = LinkedCards(self.workspace, "kpi")
        self._put(kpis, "link", "kpi", "evidence")
        self.links.append(kpis)
        self.scores = self._put(ScoresGrid(self.workspace), "criterion", "criterion_score")
        self.text(
            "risk", _("Risk"), _("The bus company shares its counts late."), lines=2, marks=True
        )

    def _add_dates(self) -> None:
        self.section(_("Schedule"))
        add_days(self)
        self.waits = self._put(
            JoinedChips(self.workspace, dependencies()), "dependency", "initiative"
        )

    def _add_progress(self) -> None:
        self.section(_("How it goes"))
        with self.beside():
            self.word("state", _("State"), "initiative_state")
            self.number("progress", _("Progress (%)"), 0, 100, whole=True, example="40")
        self.notes = self._put(NotesList(self.workspace), "progress_note")

    def show_record(self, id: int | None) -> None:
        super().show_record(id)
        self._costs.set_hint(self.workspace.file.engagement.currency)
        self._show_cost_source()
        for _kinds, part in self._parts:
            part.show_initiative(id)

    def _show_cost_source(self) -> None:
        made = self.workspace.file.get(Initiative, self.id)
        self._cost_links.show_source(made.cost_source if made else "")

    def _on_parts_changed(self, changes: ChangeSet) -> None:
        self._show_cost_source()
        if changes.touches("engagement"):  # another currency
            self.show_record(self.id)
        for kinds, part in self._parts:
            if kinds & changes.kinds:
                part.show_initiative(self.id)
