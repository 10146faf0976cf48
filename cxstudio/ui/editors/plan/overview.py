"""Board, ranking and timeline of the plan, on one page and with one selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio import formats, i18n
from cxstudio.analysis.plan.candidates import Method
from cxstudio.i18n import _
from cxstudio.model.money import Scale, scale
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.board_panel import BoardPanel
from cxstudio.ui.editors.plan.ranking import columns, ranking, table
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.editors.plan.timeline import Timeline
from cxstudio.ui.editors.plan.weighing import NAMES, TELLS
from cxstudio.ui.workspace import Workspace

TOP, NARROW = 400, 840  # height of board and ranking, and where they no longer fit side by side


class PlanOverview(widgets.ScrollColumn):
    """`chosen` with an initiative, `opened` when its form is wanted."""

    chosen = Signal(object)
    opened = Signal()
    delete_pressed = Signal()
    duplicate_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(max_width=None)
        self.workspace = workspace
        self.rows: Sequence[PlanRow] = ()
        self.board = BoardPanel(workspace)
        self.table = table(self._read, self._money())
        self.ranking = ranking(self.table)
        self.timeline = Timeline(workspace)
        self.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 24)))
        self._top = self._top_row()
        self.add(self._top)
        self.add(self._timeline_panel())
        self._connect()

    def _top_row(self) -> QWidget:
        holder = QWidget()
        row = self._pair = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        place = widgets.Panel(padding=0)
        place.body.setContentsMargins(0, theme.px(16), 0, theme.px(12))
        self._ranked_by = title = widgets.SectionTitle(_("Ranking"), "")
        title.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        place.body.addWidget(title)
        place.body.addWidget(self.ranking, 1)
        ignored, expanding = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding
        for panel, share in ((self.board, 9), (place, 11)):
            panel.setSizePolicy(ignored, expanding)
            row.addWidget(panel, share)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < theme.px(NARROW)
        across, down = QHBoxLayout.Direction.LeftToRight, QHBoxLayout.Direction.TopToBottom
        self._pair.setDirection(down if narrow else across)
        self._top.setFixedHeight(theme.px(2 * TOP + 16 if narrow else TOP))

    def _timeline_panel(self) -> QWidget:
        panel = widgets.Panel(padding=16)
        self._timeline_title = widgets.SectionTitle(_("Timeline"))
        panel.body.addWidget(self._timeline_title)
        panel.body.addWidget(self.timeline)
        return panel

    def _connect(self) -> None:
        parts = (self.board.board, self.ranking, self.timeline)
        for part in parts:
            part.chosen.connect(self.chosen)
            part.opened.connect(self.opened)
            part.delete_pressed.connect(self.delete_pressed)
        self.board.unplaced.chosen.connect(self._open)
        self.ranking.dropped.connect(self.workspace.link)
        self.ranking.duplicate_pressed.connect(self.duplicate_pressed)

    def _open(self, id: int) -> None:
        self.chosen.emit(id)
        self.opened.emit()

    # -- showing ---------------------------------------------------------------------

    def _read(self) -> list[tuple[int, Any]]:
        return [(row.id, row) for row in self.rows]

    def _money(self) -> Scale:
        highs = [row.cost_high or row.cost_low or 0.0 for row in self.rows]
        currency = self.workspace.file.engagement.currency
        return scale(currency, max(highs, default=0.0), i18n.language())

    def show_rows(self, rows: Sequence[PlanRow], chosen: int | None, method: Method) -> None:
        self.rows = rows
        self._ranked_by.set_hint(_("by {score}; costs are ranges").format(score=_(NAMES[method])))
        self.board.show_rows(rows)
        self.table.columns = columns(self._money(), method)
        self.ranking.horizontalHeader().setToolTip(_(TELLS[method]))
        self.table.reload()
        self.timeline.show_rows(rows)
        days = [day for row in rows for day in (row.starts_on, row.ends_on) if day]
        known = formats.months(min(days), max(days), i18n.language()) if days else ""
        self._timeline_title.set_hint(known)
        self.choose(chosen)

    def show_only_timeline(self, only: bool) -> None:
        self._top.setVisible(not only)

    def choose(self, id: int | None) -> None:
        """Mark an initiative everywhere."""
        self.board.board.choose(id)
        self.ranking.choose(id)
        self.timeline.choose(id)
