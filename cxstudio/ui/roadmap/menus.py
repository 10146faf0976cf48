"""What the roadmap offers on what is chosen."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from cxstudio.i18n import _, pgettext
from cxstudio.ui import widgets
from cxstudio.ui.roadmap import acts

if TYPE_CHECKING:
    from cxstudio.ui.roadmap.chart import RoadmapChart


def fill_menu(menu: widgets.Menu, chart: RoadmapChart, day: dt.date) -> None:
    """Lines for the chosen milestone, dependency or initiative, and for the plan."""
    if chart.milestone is not None:
        _milestone(menu, chart, chart.milestone)
    elif chart.dependency is not None:
        menu.addAction(pgettext("action", "Open"), chart.opened.emit)
        if not chart.workspace.read_only:
            menu.addAction(_("Delete the dependency"), chart.delete_choice)
    elif chart.selected is not None:
        _initiative(menu, chart, chart.selected, day)
    if not chart.workspace.read_only:
        menu.addSeparator()
        menu.addAction(_("Add a milestone of the plan"), chart.milestone_maker(None, day))


def _milestone(menu: widgets.Menu, chart: RoadmapChart, id: int) -> None:
    menu.addAction(_("Rename or change…"), chart.opened.emit)
    diamond = chart.diamond(id)
    if chart.workspace.read_only or diamond is None:
        return
    reached = diamond.reached_on is not None
    text = _("Mark as not reached") if reached else _("Mark as reached")
    day = None if reached else chart.data.today
    menu.addAction(text, partial(acts.reach, chart.workspace, id, day))
    menu.addSeparator()
    menu.addAction(_("Delete"), chart.delete_choice)


def _initiative(menu: widgets.Menu, chart: RoadmapChart, id: int, day: dt.date) -> None:
    menu.addAction(pgettext("action", "Open"), chart.opened.emit)
    if chart.workspace.read_only or id not in chart.data.by_id:
        return
    menu.addAction(_("Add a milestone here"), chart.milestone_maker(id, day))
    others = [bar for bar in chart.data.bars if not acts.refusal(chart.data, bar.id, id)]
    if others:
        waits = menu.add_submenu(_("Waits for"))
        for bar in others[:40]:
            text = f"{bar.code}  {bar.title}"
            waits.addAction(text, partial(_connect, chart, bar.id, id))
    if id in chart.data.spans:
        menu.addSeparator()
        menu.addAction(_("Remove the dates"), partial(acts.clear_days, chart.workspace, id))


def _connect(chart: RoadmapChart, before: int, after: int) -> None:
    chart.faulted.emit(acts.connect(chart.workspace, chart.data, before, after))
