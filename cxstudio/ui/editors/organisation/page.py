"""Departments: who meets the customer, and who shapes the experience unseen (B1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Department, Stakeholder
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.organisation.related import TITLES, related
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.record_page import RecordPage


class OrganisationPage(RecordPage):
    """List and form of departments, with all that names them below."""

    cls = Department
    empty_icon = "building-2"
    also_refresh_on = frozenset(TITLES)

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Departments"),
            "new": _("Add a department"),
            "empty_sentence": _("The departments of the client belong here."),
            "empty_why": _(
                "Also those that never meet a customer: recruiting, IT and finance decide what "
                "the people at the desk can do."
            ),
            "empty_button": _("Add a department"),
        }

    def text_of_new(self) -> str:
        return _("New")

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Department)
        form = self.form
        form.line("name", _("Name"), _("Visitor information"))
        form.switch("customer_facing", _("Contact with customers"), _("Meets customers"))
        form.word("function", _("Function"), "department_function")
        form.text(
            "role",
            _("How it shapes the experience"),
            _(
                "Runs the desk at the station, the first person whom visitors meet. Or, for "
                "a department behind the scenes: hires for one season only, so each spring "
                "the desk starts from nothing."
            ),
            lines=4,
            claim=True,
        )
        form.text(
            "measured_on",
            _("What it is measured and rewarded on"),
            _("People at the counter. Whether the question was solved is not counted."),
            lines=2,
            claim=True,
        )
        form.body.addSpacing(theme.px(16))
        self.related = related(self.workspace)
        form.add(self.related)
        return form

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self.related.show_record(id)

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        facing = record.customer_facing
        chip = widgets.Chip(_contact(record), "accent" if facing else "neutral")
        self.head.add_chip(chip)
        self.head.set_subtitle(_(WORDS["department_function"].get(record.function, "")))

    def row_of(self, record: Any) -> dict[int, Any]:
        row = super().row_of(record)
        people = self.workspace.file.count(Stakeholder, Stakeholder.department_id == record.id)
        row[widgets.Row.SECOND] = _contact(record)
        if people:
            row[widgets.Row.COUNT] = people
        return row

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or self.also_refresh_on & changes.kinds:
            self.related.show_record(self.id)

    def status(self) -> str:
        unseen = self.workspace.file.count(Department, Department.customer_facing.is_(False))
        count = self.workspace.file.count(Department)
        return ngettext(
            "{count} department, {unseen} behind the scenes",
            "{count} departments, {unseen} behind the scenes",
            count,
        ).format(count=count, unseen=unseen)


def _contact(record: Department) -> str:
    return _("Meets customers") if record.customer_facing else _("Behind the scenes")
