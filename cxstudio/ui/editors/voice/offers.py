"""What the command palette offers on the survey's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxstudio.i18n import _
from cxstudio.ui.editors.voice.drivers_panel import CHART, LIST
from cxstudio.ui.editors.voice.table_panel import BARS, SHADES
from cxstudio.ui.evidence.figures_again import old_figures, work_out_again
from cxstudio.ui.page import Command

if TYPE_CHECKING:
    from cxstudio.ui.editors.voice.page import VoicePage


def commands(page: VoicePage) -> list[Command]:
    """For the wave shown, and for every figure that was kept of any wave."""
    if page.wave is None:
        return []
    listed, bars = page.drivers.face.key() == LIST, page.table.look.key() == BARS
    found = [
        Command("list-filter", _("Which people"), "", page.head.open_people, _("Everyone")),
        Command("arrow-left-right", _("Compare"), "", page.compare),
        Command(
            "chart-scatter" if listed else "list",
            _("What moves with the score") if listed else _("Ratings"),
            "",
            partial(page.drivers.show_face, CHART if listed else LIST),
            "CSAT CES",
        ),
        Command("copy", _("Copy the table"), "", page.table.copy),
        Command("list-filter", _("Groups of the table"), "", page.table.open_groups),
        Command(
            "table-2" if bars else "chart-bar",
            _("Table") if bars else _("Bars"),
            "",
            partial(page.table.show_look, SHADES if bars else BARS),
        ),
    ]
    if page.drivers.choose.isVisible():
        text, words = _("Choose the drivers"), _("Outcomes")
        found.append(Command("list-checks", text, "", page.rating_uses.open_drivers, words))
    old = [] if page.workspace.read_only else old_figures(page.file)
    if old:
        text = _("Work out all figures that are out of date")
        found.append(Command("refresh-cw", text, "", partial(work_out_again, page.workspace, old)))
    return found
