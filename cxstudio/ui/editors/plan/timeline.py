"""The timeline in the plan: the roadmap in small, with the plan's own rows and selection."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.i18n import _
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.roadmap import acts
from cxstudio.ui.roadmap.chart import RoadmapChart
from cxstudio.ui.workspace import Workspace


class Timeline(RoadmapChart):
    """`chosen` on a click, `opened` on Enter. Those without dates have a row to draw them in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Timeline"), undated=True)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show the initiatives of these rows."""
        self.show_data(acts.read(self.workspace).only({row.id for row in rows}))
