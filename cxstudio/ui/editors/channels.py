"""Channels: the ways by which customer and company meet, with what happens on each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Channel, Persona, Touchpoint, Trait
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import widgets
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.icon_field import IconField
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.tables.icon_rows import ICON, IconRows
from cxstudio.ui.tables.list_pane import ListPane

NO_ICON = "waypoints"


class ChannelsPage(RecordPage):
    """List with icons, name and icon of one, and the touchpoints and personas on it."""

    cls = Channel
    empty_icon = "share-2"
    also_refresh_on = frozenset({"touchpoint", "trait", "persona"})

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Channels"),
            "new": _("Add a channel"),
            "empty_sentence": _("The ways to meet the customer belong here: web, shop, telephone."),
            "empty_why": _(
                "Customers change channels within one journey, and break off where one does not "
                "know what the other was told."
            ),
            "empty_button": _("Add a channel"),
        }

    def text_of_new(self) -> str:
        return _("New")

    def make_pane(self) -> ListPane:
        pane = super().make_pane()
        pane.set_delegate(IconRows(pane))
        return pane

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Channel)
        self.form.line("name", _("Name"), _("Website"))
        self.icon: IconField = self.form.add_field(IconField(), "icon", _("Icon"))
        self.form.section(_("Touchpoints on this channel"))
        self.touchpoints = RecordChips(self.workspace, _("Touchpoints on this channel"))
        self.form.add(self.touchpoints)
        self.no_touchpoints = widgets.Label(
            _("None yet. A touchpoint appears here when it names this channel."),
            "small",
            "text_3",
            wrap=True,
        )
        self.form.add(self.no_touchpoints)
        self.add_touchpoint = widgets.outline(_("Add a touchpoint"), "plus", small=True)
        self.add_touchpoint.clicked.connect(self.new_touchpoint)
        self.add_touchpoint.setEnabled(not self.workspace.read_only)
        self.form.body.addWidget(self.add_touchpoint, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.section(_("Personas who use it"))
        self.personas = RecordChips(self.workspace, _("Personas who use it"))
        self.form.add(self.personas)
        self.no_personas = widgets.Label(_("None yet."), "small", "text_3")
        self.form.add(self.no_personas)
        return self.form

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self._show_related()

    def _show_related(self) -> None:
        file = self.workspace.file
        on_it = file.all(Touchpoint, Touchpoint.channel_id == self.id) if self.id else []
        uses = file.all(Trait, Trait.channel_id == self.id) if self.id else []
        using = {trait.persona_id for trait in uses}
        users = [persona.id for persona in file.all(Persona) if persona.id in using]
        self.touchpoints.show_records([(End("touchpoint", t.id), None) for t in on_it])
        self.personas.show_records([(End("persona", id), None) for id in users])
        self.no_touchpoints.setVisible(not on_it)
        self.no_personas.setVisible(not users)

    def new_touchpoint(self) -> None:
        """Another touchpoint on this channel, shown where it is written."""
        if self.id is None:
            return
        position = self.workspace.file.count(Touchpoint)
        with self.workspace.change(_("Add a touchpoint")) as change:
            id = change.add(Touchpoint(channel_id=self.id, position=position)).id
        self.workspace.go_to("touchpoint", id)

    def row_of(self, record: Any) -> dict[int, Any]:
        row = super().row_of(record)
        count = self.workspace.file.count(Touchpoint, Touchpoint.channel_id == record.id)
        row[ICON] = record.icon or NO_ICON
        row[widgets.Row.SECOND] = ngettext(
            "{count} touchpoint", "{count} touchpoints", count
        ).format(count=count)
        return row

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or self.also_refresh_on & changes.kinds:
            self._show_related()

    def status(self) -> str:
        count = self.workspace.file.count(Channel)
        return ngettext("{count} channel", "{count} channels", count).format(count=count)
