"""Priorities: three scores side by side, what if, how firm the ranking is, and what fits (G2)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from cxstudio import i18n
from cxstudio.analysis.plan.candidates import METHODS, Method
from cxstudio.i18n import _
from cxstudio.model.money import Scale, scale
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.criteria import CriteriaPanel
from cxstudio.ui.editors.plan.draws import Draws
from cxstudio.ui.editors.plan.fits import FitsPanel
from cxstudio.ui.editors.plan.priorities_table import columns, may_go, priorities_view
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.editors.plan.weighing import NAMES, TELLS, Ranked, Weighing, ranked_rows
from cxstudio.ui.tables.table import RecordTable
from cxstudio.ui.workspace import Workspace

SIDE, NARROW, LEAST = 288, 900, 400
TOLD = 6  # initiatives of the order that weights under trial would give
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PrioritiesView(widgets.ScrollColumn):
    """`chosen` with an initiative, `ranked_by` with another method, `tried` with other weights."""

    chosen = Signal(object)
    opened = Signal()
    delete_pressed = Signal()
    duplicate_pressed = Signal()
    ranked_by = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(max_width=None)
        self.workspace = workspace
        self.rows: Sequence[PlanRow] = ()
        self.ranked: Sequence[Ranked] = ()
        self._weighing = Weighing()
        self._kept: dict[int, int] = {}  # the places without weights that are tried out
        self.draws = Draws(workspace)
        self.fits, self.criteria = FitsPanel(workspace), CriteriaPanel(workspace)
        self.tried = self.criteria.tried
        self.table = RecordTable("initiative", columns(self._money(), self._code), self._read)
        self.view = priorities_view(self.table)
        self.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 24)))
        self._holder = QWidget()
        self._pair = QHBoxLayout(self._holder)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.px(16))
        top = Qt.AlignmentFlag.AlignTop
        self._pair.addWidget(self._table_panel(), 1, top)
        self._pair.addWidget(self._beside(), 0, top)
        self.add(self._holder)
        self._connect()

    def _table_panel(self) -> QWidget:
        panel = widgets.Panel(padding=0)
        panel.body.setContentsMargins(0, theme.px(12), 0, theme.px(8))
        panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        title = widgets.SectionTitle(_("Priorities"))
        title.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        self.by = widgets.Segmented([(one, _(NAMES[one])) for one in METHODS], _("Rank by"))
        self.by.chosen.connect(self.ranked_by)
        title.add_action(self.by)
        panel.body.addWidget(title)
        self._tells = widgets.Label("", "small", "text_3", wrap=True)
        self._tells.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        panel.body.addWidget(self._tells)
        panel.body.addWidget(self.view, 1)
        self._table = panel
        return panel

    def _beside(self) -> QWidget:
        self._side = QWidget()
        self._side_row = QHBoxLayout(self._side)
        self._side_row.setContentsMargins(0, 0, 0, 0)
        self._side_row.setSpacing(theme.px(16))
        for panel in (self.fits, self.criteria):
            self._side_row.addWidget(panel, 1)
        return self._side

    def _connect(self) -> None:
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.delete_pressed.connect(self.delete_pressed)
        self.view.duplicate_pressed.connect(self.duplicate_pressed)
        self.view.dropped.connect(self.workspace.link)
        self.draws.found.connect(self._show_standings)

    # -- showing -------------------------------------------------------------------------

    def _read(self) -> list[tuple[int, Any]]:
        return [(one.row.id, one) for one in self.ranked]

    def _money(self) -> Scale:
        highs = [row.cost_high or row.cost_low or 0.0 for row in self.rows]
        currency = self.workspace.file.engagement.currency
        return scale(currency, max(highs, default=0.0), i18n.language())

    def _code(self, id: int) -> str:
        return next((row.code for row in self.rows if row.id == id), "–")

    def show_rows(
        self,
        shown: Sequence[PlanRow],
        every: Sequence[PlanRow],
        weighing: Weighing,
        chosen: int | None,
    ) -> None:
        """Show these rows of all, weighed so."""
        self.rows, self._weighing = every, weighing
        self._shown = shown
        self.by.choose(weighing.method)
        self._tells.setText(_(TELLS[weighing.method]))
        self.criteria.refresh()
        self._tell_order()
        self.fits.show_fitting(weighing.fitting, every)
        self.draws.ask(weighing.candidates, weighing.method, weighing.weights)
        self.table.columns = columns(self._money(), self._code)
        self.view.let_go(may_go(weighing.method))
        self._show_standings()
        self.choose(chosen)
        self._fit()

    def _tell_order(self) -> None:
        """Say what the weights that are tried out change."""
        ranked = sorted((row for row in self.rows if row.rank), key=lambda row: row.rank or 0)
        ranks = {row.id: row.rank or 0 for row in ranked}
        if not self.criteria.what_if:
            self._kept = ranks
            self.criteria.show_order("")
        elif ranks == self._kept:
            self.criteria.show_order(_("No place changes."))
        else:
            parts = (_place(row.code, ranks[row.id], self._kept.get(row.id)) for row in ranked)
            order = _(", ").join(islice(parts, TOLD))
            self.criteria.show_order(_("Ranking then: {order}").format(order=order))

    def _show_standings(self) -> None:
        self.ranked = ranked_rows(self._shown, self._weighing, self.draws.standings)
        self.table.reload()

    def choose(self, id: int | None) -> None:
        """Mark an initiative."""
        self.view.choose(id)

    @property
    def method(self) -> Method:
        """What is ranked by."""
        return cast("Method", self.by.key())

    # -- room ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside each other when there is room, else the table first."""
        wide, high = self.viewport().width(), self.viewport().height()
        narrow = wide < theme.px(NARROW)
        self._pair.setDirection(DOWN if narrow else ACROSS)
        self._side_row.setDirection(ACROSS if narrow and wide >= theme.px(600) else DOWN)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(theme.px(SIDE))
        rows = theme.px(92 + 36 * (len(self.ranked) + 1))
        least = theme.px(LEAST if narrow else 300)
        self._table.setFixedHeight(max(min(rows, high - theme.px(44)), min(rows, least)))


def _place(code: str, rank: int, before: int | None) -> str:
    """An initiative of the new order, with the places that it won or lost."""
    moved = (before or rank) - rank
    sign = f" ↑{moved}" if moved > 0 else f" ↓{-moved}" if moved else ""
    return f"{rank} {code}{sign}".replace(" ", "\u00a0")
