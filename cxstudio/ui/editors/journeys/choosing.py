"""The menus of the page's head: which journey, whose, and out to which format."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Journey, Persona
from cxstudio.model.templates import TEMPLATES
from cxstudio.model.words import WORDS
from cxstudio.ui import widgets
from cxstudio.ui.editors.journeys import making, templates
from cxstudio.ui.editors.journeys.exporting import fill_export_menu
from cxstudio.ui.editors.journeys.popover import LinePopup

if TYPE_CHECKING:
    from cxstudio.ui.editors.journeys.page import JourneysPage

MOST_RESTORED = 20


class HeadMenus:
    """Opens a menu under its button."""

    def __init__(self, page: JourneysPage) -> None:
        self._page = page

    def show_journeys(self) -> None:
        """All journeys, and what can be done with this one."""
        menu = widgets.menu(self._page)
        for journey in self._page.workspace.file.all(Journey):
            kind = _(WORDS["journey_kind"].get(journey.journey_kind, ""))
            text = f"{journey.code}  {journey.title or _('Untitled')}  ({kind})"
            action = menu.addAction(text, partial(self._page.show_journey, journey.id))
            action.setCheckable(True)
            action.setChecked(journey.id == self._page.journey_id)
        menu.addSeparator()
        if not self._page.workspace.read_only:
            self._add_templates(menu.add_submenu(_("New journey")))
            menu.addAction(_("Duplicate"), self._page.duplicate_record)
            menu.addAction(_("Make a to-be"), self._page.make_to_be)
            menu.addAction(_("Save as a template…"), self.save_template)
            menu.addAction(_("Delete"), self._page.delete_record)
            menu.addSeparator()
        listed = menu.addAction(_("Show the list"), self._page.toggle_pane)
        listed.setCheckable(True)
        listed.setChecked(not self._page.pane.isHidden())
        button = self._page.head.journeys
        menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4)))

    def _add_templates(self, menu: widgets.Menu) -> None:
        for template in TEMPLATES:
            menu.addAction(_(template.title), partial(self._page.new_journey, template.key))
        own, gone = templates.own_templates(), templates.deleted_templates()
        if own:
            menu.addSeparator()
        for _path, mine in own:
            menu.addAction(mine.title, partial(self._page.new_from, mine))
        if own or gone:
            menu.addSeparator()
        if own:
            deleting = menu.add_submenu(_("Delete a template"))
            for path, mine in own:
                deleting.addAction(mine.title, partial(self.delete_template, path, mine.title))
        if gone:
            restoring = menu.add_submenu(_("Restore a deleted template"))
            for path, mine in gone[:MOST_RESTORED]:
                restore = partial(templates.restore, self._page.workspace, path)
                restoring.addAction(mine.title, restore)

    def delete_template(self, path: Path, title: str) -> None:
        """Into the bin, with Undo; Ctrl+Z is for the engagement, which a template is no part of."""
        kept = templates.delete(self._page.workspace, path)
        if kept is not None:
            widgets.Toast.show_over(
                self._page.window(),
                _("Deleted the template “{name}”.").format(name=title),
                _("Undo"),
                partial(templates.restore, self._page.workspace, kept),
            )

    def save_template(self) -> None:
        """Ask for a name, and keep the stages, steps and lanes of this map under it."""
        journey = self._page.journey_id
        if journey is None:
            return
        popup = LinePopup(
            _("Name of the template"), self._journey().title, self._save_template, self._page
        )
        popup.open_at(self._under(self._page.head.journeys))
        popup.line.setFocus()

    def _save_template(self, title: str) -> None:
        if title and self._page.journey_id is not None:
            templates.save(self._page.workspace, self._page.journey_id, title)

    def _under(self, button: QWidget) -> QPoint:
        return button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4))

    def show_templates(self) -> None:
        """What a new journey can start from."""
        menu = widgets.menu(self._page)
        self._add_templates(menu)
        button = self._page.pane.new_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_personas(self) -> None:
        """Whose journey it is."""
        if self._page.journey_id is None:
            return
        menu = widgets.menu(self._page)
        there = [row.persona_id for row in self._journey().personas]
        for persona in self._page.workspace.file.all(Persona):
            text = f"{persona.code}  {persona.name}"
            action = menu.addAction(text, partial(self._toggle_persona, persona.id))
            action.setCheckable(True)
            action.setChecked(persona.id in there)
        if menu.isEmpty():
            menu.addAction(
                _("Add a persona"), partial(self._page.workspace.page_requested.emit, "personas")
            )
        button = self._page.head.personas
        menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4)))

    def _toggle_persona(self, persona: int) -> None:
        there = [row.persona_id for row in self._journey().personas]
        wanted = [id for id in there if id != persona] if persona in there else [*there, persona]
        making.set_personas(self._page.workspace, self._journey().id, wanted)

    def show_export(self) -> None:
        """What a map can be written as, and read from."""
        menu = widgets.menu(self._page)
        fill_export_menu(menu, self._page)
        button = self._page.head.export
        menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4)))

    def _journey(self) -> Journey:
        assert self._page.journey_id is not None
        return self._page.workspace.file.one(Journey, self._page.journey_id)
