"""What the Export menu of the map offers: a picture or PDF, print, the cells, and what comes in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxstudio.i18n import _
from cxstudio.ui import widgets
from cxstudio.ui.printing.export_dialog import ExportDialog
from cxstudio.ui.printing.print_dialog import PrintDialog
from cxstudio.ui.printing.saving import save_cells
from cxstudio.ui.printing.source import MapSource

if TYPE_CHECKING:
    from cxstudio.ui.editors.journeys.page import JourneysPage


def fill_export_menu(menu: widgets.Menu, page: JourneysPage) -> None:
    """Fill the menu for the journey that is shown."""
    if page.journey_id is not None:
        menu.addAction(_("PNG, SVG or PDF…"), partial(export_map, page))
        menu.addAction(_("Print…"), partial(print_map, page))
        menu.addSeparator()
        menu.addAction(_("Cells as Excel…"), partial(export_cells, page, "xlsx"))
        menu.addAction(_("Cells as CSV…"), partial(export_cells, page, "csv"))
    if not page.workspace.read_only:
        menu.addSeparator()
        menu.addAction(_("Import a map…"), page.importing.choose)


def export_map(page: JourneysPage) -> None:
    """Open the export dialog for the map shown."""
    if page.journey_id is not None:
        page.canvas.writing.finish()
        ExportDialog(page.workspace, page.journey_id, page).exec()


def print_map(page: JourneysPage) -> None:
    """Open the print dialog for the map shown."""
    if page.journey_id is not None:
        page.canvas.writing.finish()
        PrintDialog(page.workspace, page.journey_id, page).exec()


def export_cells(page: JourneysPage, kind: str) -> None:
    """Save the cells of the map shown, for the reader that the report is for."""
    if page.journey_id is not None:
        page.canvas.writing.finish()
        source = MapSource(page.workspace, page.journey_id)
        data = source.data(source.language, source.client)
        save_cells(page.workspace, data, kind, source.language, page)
