"""Touchpoints: where customer and company meet, today and as it should be (D1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.analysis.gaps.severity import opportunity
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Channel, Department, Touchpoint
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.touchpoints.places import places
from cxstudio.ui.editors.touchpoints.quadrant import Quadrant
from cxstudio.ui.editors.touchpoints.rating import RatingBars
from cxstudio.ui.editors.touchpoints.rows import TouchpointPane, TouchpointRows
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.icon_field import IconField
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.tables.icon_rows import ICON
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.workspace import Workspace

SHOWN = frozenset({"channel", "department"})
PLACES = frozenset({"card", "gap", "initiative"})
STATES = {"to_be": "accent", "ends": "warning"}


class TouchpointsPage(RecordPage):
    """List with the form of one touchpoint, or with the quadrant of all."""

    cls = Touchpoint
    empty_icon = "waypoints"
    also_refresh_on = SHOWN

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = widgets.Segmented(
            [("form", _("Details")), ("quadrant", _("Quadrant"))],
            _("View"),
            icons=("list", "chart-scatter"),
        )
        self.view.chosen.connect(self.show_view)
        self.head.add_action(self.view)
        self.show_view(workspace.settings.text("touchpoints/view", "form"))

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Touchpoints"),
            "new": _("Add a touchpoint"),
            "empty_sentence": _("Every place where a customer meets the company belongs here."),
            "empty_why": _(
                "Also the ones that should exist and do not. For each: its role, who serves, and "
                "what they must know."
            ),
            "empty_button": _("Add a touchpoint"),
        }

    def text_of_new(self) -> str:
        return _("New")

    # -- layout ------------------------------------------------------------------------

    def make_pane(self) -> ListPane:
        rows = TouchpointRows(self.workspace, Touchpoint, self.row_of)
        return TouchpointPane(self.workspace, self.title_of_list(), rows, self.text_of_new())

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Touchpoint)
        self._add_what()
        self._add_serving()
        self._add_ratings()
        self._add_rest()
        self.quadrant = Quadrant(self.workspace)
        self.quadrant.chosen.connect(self._on_quadrant)
        self.quadrant.entered.connect(self.enter_body)
        body = QStackedWidget()
        body.addWidget(self.form)
        body.addWidget(self.quadrant)
        return body

    def _add_what(self) -> None:
        form = self.form
        form.line("name", _("Name"), _("Station information desk"))
        with form.beside():
            form.reference("channel_id", _("Channel"), Channel)
            self.icon: IconField = form.add_field(
                IconField(inherit=_("That of the channel")), "icon", _("Icon")
            )
        with form.beside():
            form.word("state", _("State"), "touchpoint_state")
            form.line("frequency", _("How often"), _("Once a trip, on arrival"))
        form.text(
            "role",
            pgettext("of a touchpoint", "Role"),
            _("What the customer comes for, and what should have happened when they leave."),
            lines=2,
        )

    def _add_serving(self) -> None:
        form = self.form
        form.section(pgettext("of a touchpoint", "Who serves"))
        form.line("served_by", _("Who serves there"), _("Two staff, three at weekends"))
        form.text(
            "must_know",
            _("What they must know or have at hand"),
            _("The delays of this hour; the guest gives a name, and the booking is on the screen."),
            lines=2,
        )
        with form.beside():
            form.reference("department_id", _("Owner department"), Department)
            form.line("systems", _("Systems"), _("Timetable board, booking site"))

    def _add_ratings(self) -> None:
        form = self.form
        form.section(_("Importance and satisfaction"), _("0 to 10, as customers judge"))
        with form.beside():
            for attribute, label in (
                ("importance", _("Importance")),
                ("satisfaction", _("Satisfaction")),
            ):
                form.add_field(NumberField(0, 10), attribute, label, claim=True)
        self.bars = RatingBars()
        form.add(self.bars)

    def _add_rest(self) -> None:
        form = self.form
        form.section(_("Where it appears"))
        self.places = places(self.workspace)
        form.add(self.places)
        form.section(_("Notes"))
        form.text("notes", _("Notes"), _("What was seen there, what is still to be found out."))

    # -- showing -----------------------------------------------------------------------

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self.places.show_record(id)
        self.quadrant.choose(id)
        self._show_ratings()

    def _show_ratings(self) -> None:
        record = self.workspace.file.get(Touchpoint, self.id)
        if record is not None:
            self.bars.show_ratings(record.importance, record.satisfaction)
            channel = self.workspace.file.get(Channel, record.channel_id)
            self.icon.show_when_empty(channel.icon if channel else "")

    def show_view(self, key: str) -> None:
        """ "form" or "quadrant"; the choice is remembered."""
        assert isinstance(self.body, QStackedWidget)
        self.view.choose(key)
        self.body.setCurrentWidget(self.quadrant if key == "quadrant" else self.form)
        self.workspace.settings.set_text("touchpoints/view", key)

    def show_record(self, kind: str, id: int) -> None:
        assert isinstance(self.pane, TouchpointPane)
        if id not in self.pane.rows.ids:
            self.pane.show_all()
        super().show_record(kind, id)

    def enter_body(self) -> None:
        self.show_view("form")
        self.form.setFocus()
        self.form.focusNextChild()

    def _on_quadrant(self, id: int) -> None:
        self.pane.choose(id)

    def new_record(self) -> None:
        assert isinstance(self.pane, TouchpointPane)
        self.pane.show_all()
        super().new_record()

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        state = _(WORDS["touchpoint_state"].get(record.state, record.state))
        kind: Any = STATES.get(record.state, "neutral")
        self.head.add_chip(widgets.Chip(state, kind))
        department = self.workspace.file.get(Department, record.department_id)
        channel = self.workspace.file.get(Channel, record.channel_id)
        names = (part.name for part in (channel, department) if part is not None)
        self.head.set_subtitle(" · ".join(names))

    def row_of(self, record: Any) -> dict[int, Any]:
        row = super().row_of(record)
        channel = self.workspace.file.get(Channel, record.channel_id)
        row[ICON] = record.icon or (channel.icon if channel else "") or "waypoints"
        row[widgets.Row.SECOND] = channel.name if channel else ""
        score = opportunity(record.importance, record.satisfaction)
        if score is not None:
            shown = number(score, "", theme.language())
            row[widgets.Row.COUNT] = shown
            row[Qt.ItemDataRole.ToolTipRole] = _("Opportunity {score} of 20").format(score=shown)
        return row

    def refresh(self, changes: ChangeSet | None) -> None:
        assert isinstance(self.pane, TouchpointPane)
        if changes is None or {"touchpoint", *SHOWN} & changes.kinds:
            self.pane.refresh_filters()
        super().refresh(changes)
        if changes is None or {"touchpoint", *SHOWN} & changes.kinds:
            self.quadrant.show_touchpoints(self.pane.rows.ids)
            self._show_ratings()
        if changes is None or PLACES & changes.kinds:
            self.places.show_record(self.id)

    def status(self) -> str:
        count = self.workspace.file.count(Touchpoint)
        rated = self.workspace.file.count(
            Touchpoint, Touchpoint.importance.is_not(None), Touchpoint.satisfaction.is_not(None)
        )
        return ngettext(
            "{count} touchpoint, {rated} rated", "{count} touchpoints, {rated} rated", count
        ).format(count=count, rated=rated)
