"""What the command palette offers while a map is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxstudio.i18n import _
from cxstudio.ui.editors.journeys import exporting, templates
from cxstudio.ui.editors.journeys.cards import ALIGNS
from cxstudio.ui.page import Command

if TYPE_CHECKING:
    from cxstudio.ui.editors.journeys.page import JourneysPage


def commands(page: JourneysPage) -> list[Command]:
    """For the map shown, and for its selected cards."""
    if page.journey_id is None:
        return []
    return [*_for_map(page), *(_for_cards(page) if page.canvas.document.writable else [])]


def _for_map(page: JourneysPage) -> list[Command]:
    canvas = page.canvas
    found = [
        Command("scan", _("Fit the map"), "Ctrl+1", canvas.fit, "zoom"),
        Command("image", _("Export the map as PNG, SVG or PDF"), "",
                partial(exporting.export_map, page)),
        Command("printer", _("Print the map"), "", partial(exporting.print_map, page)),
        Command("table", _("Save the cells as Excel"), "",
                partial(exporting.export_cells, page, "xlsx"), "xlsx"),
    ]  # fmt: skip
    if canvas.document.writable:
        found += [
            Command("copy", _("Make a to-be"), "", page.make_to_be),
            Command("save", _("Save as a template…"), "", page.choosing.save_template),
            *_for_templates(page),
        ]
    return found


def _for_templates(page: JourneysPage) -> list[Command]:
    """Own templates to delete, and deleted ones to take back."""
    delete, restore = _("Delete the template “{name}”"), _("Restore the template “{name}”")
    return [
        *(
            Command("trash-2", delete.format(name=mine.title), "",
                    partial(page.choosing.delete_template, path, mine.title))
            for path, mine in templates.own_templates()
        ),
        *(
            Command("undo-2", restore.format(name=mine.title), "",
                    partial(templates.restore, page.workspace, path))
            for path, mine in templates.deleted_templates()
        ),
    ]  # fmt: skip


def _for_cards(page: JourneysPage) -> list[Command]:
    acts, selection = page.canvas.acts, page.canvas.map.selection
    if not selection.cards:
        return []
    aligning = [
        Command("layout-grid", _("Align cards: {where}").format(where=_(name)), keys,
                partial(acts.align, where))
        for where, (name, keys) in ALIGNS.items()
    ]  # fmt: skip
    return [
        Command("copy", _("Duplicate the selected cards"), "Ctrl+D", acts.duplicate),
        Command(
            "gauge", _("Choose the measure of the selected cards"), "Alt+M", acts.measure, "KPI"
        ),
        *aligning,
    ]
