"""Stakeholders: who has a say, who cares, and how they stand to it (B2)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Department, Stakeholder
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import widgets
from cxstudio.ui.editors.stakeholders.grid import StakeholderGrid
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.workspace import Workspace

STEPS = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"))
CHIPS = {
    "champion": "positive",
    "supporter": "positive",
    "sceptic": "negative",
    "opponent": "negative",
}


class StakeholdersPage(RecordPage):
    """List with the form of one person, or with the grid of all."""

    cls = Stakeholder
    empty_icon = "users"
    also_refresh_on = frozenset({"department"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = widgets.Segmented(
            [("form", _("Details")), ("grid", _("Grid"))],
            _("View"),
            icons=("list", "chart-scatter"),
        )
        self.view.chosen.connect(self.show_view)
        self.head.add_action(self.view)
        self.show_view(workspace.settings.text("stakeholders/view", "form"))

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Stakeholders"),
            "new": _("Add a stakeholder"),
            "empty_sentence": _("The people at the client belong here, by their role."),
            "empty_why": _(
                "Who can stop a change, who lives with it every day, and whom have we not "
                "spoken to yet?"
            ),
            "empty_button": _("Add a stakeholder"),
        }

    def text_of_new(self) -> str:
        return _("New")

    # -- the body ----------------------------------------------------------------------

    def make_body(self) -> QWidget:
        self.form = self._make_form()
        self.grid = StakeholderGrid(self.workspace)
        self.grid.chosen.connect(self._on_grid)
        self.grid.entered.connect(self._open_form)
        self.grid.delete_pressed.connect(self.delete_record)
        body = QStackedWidget()
        body.addWidget(self.form)
        body.addWidget(self.grid)
        return body

    def _make_form(self) -> Form:
        form = Form(self.workspace, Stakeholder)
        form.line("role", pgettext("of a person", "Role"), _("Lead of the station desk"))
        with form.beside():
            form.line(
                "name",
                pgettext("of a person", "Name"),
                hint=_("Stays in this file, never in a report."),
            )
            form.line(
                "pseudonym",
                _("Pseudonym"),
                _("Desk lead"),
                hint=_("Shown instead of the name; the code when empty."),
            )
        form.reference("department_id", _("Department"), Department)
        form.section(_("Position"), _("towards what this engagement wants to change"))
        with form.beside():
            form.scale(
                "influence", _("Influence"), STEPS, hint=_("1 can be asked, 5 decides alone.")
            )
            form.scale(
                "interest",
                _("Interest"),
                STEPS,
                hint=_("1 hardly notices, 5 lives with it every day."),
            )
        form.word("attitude", _("Attitude"), "attitude")
        form.text(
            "notes",
            _("Notes"),
            _(
                "What this person wants to be able to say in a year, what they fear to lose, "
                "and whom they listen to."
            ),
            lines=5,
            hint=_("Notes are for the team and are not printed."),
        )
        return form

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self.grid.choose(id)

    def enter_body(self) -> None:
        self.show_view("form")
        self.form.setFocus()
        self.form.focusNextChild()

    def show_view(self, key: str) -> None:
        """ "form" or "grid"; the choice is remembered."""
        assert isinstance(self.body, QStackedWidget)
        self.view.choose(key)
        self.body.setCurrentWidget(self.grid if key == "grid" else self.form)
        self.workspace.settings.set_text("stakeholders/view", key)

    def _on_grid(self, id: int) -> None:
        self.pane.choose(id)

    def _open_form(self) -> None:
        self.enter_body()

    # -- head and rows -----------------------------------------------------------------

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        self.head.add_chip(widgets.Chip(_("pseudonym {name}").format(name=record.public_name)))
        attitude = _(WORDS["attitude"].get(record.attitude, record.attitude))
        kind: Any = CHIPS.get(record.attitude, "neutral")
        self.head.add_chip(widgets.Chip(attitude, kind))
        department = self.workspace.file.get(Department, record.department_id)
        self.head.set_subtitle(department.name if department else "")

    def row_of(self, record: Any) -> dict[int, Any]:
        row = super().row_of(record)
        department = self.workspace.file.get(Department, record.department_id)
        if department is not None:
            row[widgets.Row.SECOND] = department.name
        return row

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or changes.touches("stakeholder"):
            self.grid.reload()

    def status(self) -> str:
        count = self.workspace.file.count(Stakeholder)
        unknown = self.workspace.file.count(Stakeholder, Stakeholder.attitude == "unknown")
        text = ngettext("{count} stakeholder", "{count} stakeholders", count).format(count=count)
        if not unknown:
            return text
        return text + _(", attitude of {count} not known").format(count=unknown)
