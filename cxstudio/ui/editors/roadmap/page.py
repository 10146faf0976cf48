"""The page of the roadmap: drawing or dates, the pane beside them, and what is wrong above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio.drawing.roadmap.content import RoadmapData
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Initiative, Milestone
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.roadmap.dates import dates_view, rows_of
from cxstudio.ui.editors.roadmap.forms import PaneBody
from cxstudio.ui.editors.roadmap.gantt import GanttPanel
from cxstudio.ui.editors.roadmap.saving import RoadmapExport
from cxstudio.ui.forms.side_pane import SidePane, holds_focus
from cxstudio.ui.page import Command, Page
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.roadmap import acts
from cxstudio.ui.roadmap.words import conflict_words, lost_words
from cxstudio.ui.workspace import Workspace

SHOWN = {"initiative", "dependency", "milestone", "department", "kpi", "engagement", "review"}
CHART, DATES = "chart", "dates"


class RoadmapPage(Page):
    """One selection in the drawing, in the table and in the pane."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.id: int | None = None
        self.data: RoadmapData = acts.read(workspace)
        self._opened = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self.help_line = self.gantt.chart.hint
        self.refresh(None)

    # -- layout ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Roadmap"))
        self.view = widgets.Segmented(
            [(CHART, _("Roadmap")), (DATES, _("Dates"))], _("View"), ["chart-gantt", "table-2"]
        )
        self.export = RoadmapExport(self.workspace, self)
        self.export_button = widgets.outline(_("Export"), "download")
        self.new_button = widgets.filled(_("Milestone"), "plus")
        self.new_button.setToolTip(_("Add a milestone of the chosen initiative, or of the plan"))
        self.new_button.setEnabled(not self.workspace.read_only)
        for action in (self.view, self.export_button, self.new_button):
            self.head.add_action(action)
        self.fault = widgets.Notice("error", "")
        self.conflicts = widgets.Notice("warning", "", closable=False)
        self.mend_button = self.conflicts.add_button(_("Push"))
        self.mend_button.setToolTip(_("Move what begins too early behind what it waits for"))
        self.open_button = self.conflicts.add_button(pgettext("action", "Open"))
        self.gantt = GanttPanel(self.workspace)
        self.dates = dates_view(self._read_dates)
        self.body = PaneBody(self.workspace)
        self.pane = SidePane(self.workspace, _("Roadmap"), self.body)

    def _lay_out(self) -> None:
        ground = widgets.Ground("sunken")
        holder = QVBoxLayout(ground)
        holder.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 16)))
        views = QWidget()
        self._views = QStackedLayout(views)
        drawing = QWidget()
        down = QVBoxLayout(drawing)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.gantt)
        down.addStretch(1)
        for view in (drawing, self.dates):
            self._views.addWidget(view)
        holder.addWidget(views)
        self._left = QWidget()
        self._stack = QStackedLayout(self._left)
        self._stack.addWidget(ground)
        self._stack.addWidget(self._empty_state())
        self.splitter = widgets.divided(self._left, self.pane, self._left)
        self.pane.hide()
        self.set_parts(self.head, self.fault, self.conflicts, self.splitter)
        self.fault.hide()
        self.conflicts.hide()

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "chart-gantt",
            _("The initiatives stand here in time, with what waits for what."),
            _(
                "A board signs dates, not intentions. "
                "Add initiatives to the improvement plan first."
            ),
            _("Open the improvement plan"),
        )
        state.pressed.connect(self._open_plan)
        return state

    def _connect(self) -> None:
        chart = self.gantt.chart
        chart.chosen.connect(self.select)
        chart.opened.connect(self.open_pane)
        chart.picked.connect(self._on_picked)
        chart.faulted.connect(self.show_fault)
        chart.delete_pressed.connect(self.delete_record)
        self.gantt.tray.chosen.connect(self._on_tray)
        self.dates.chosen.connect(self.select)
        self.dates.opened.connect(self.open_pane)
        self.dates.delete_pressed.connect(self.delete_record)
        self.view.chosen.connect(self._on_view)
        self.new_button.clicked.connect(self.new_record)
        self.export_button.clicked.connect(self._on_export)
        self.mend_button.clicked.connect(self.mend)
        self.open_button.clicked.connect(self.open_conflict)
        self.body.times.milestone_chosen.connect(self._show_milestone)
        self.body.times.faulted.connect(self.show_fault)
        self.body.lag.faulted.connect(self.show_fault)
        self.pane.closed.connect(self.close_pane)
        self.pane.delete_pressed.connect(chart.delete_choice)
        self.pane.duplicate_pressed.connect(self.duplicate_record)
        self.dates.duplicate_pressed.connect(self.duplicate_record)

    # -- showing -----------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        self.show_fault("")  # the plan is another one since
        self.data = acts.read(self.workspace)
        self._stack.setCurrentIndex(0 if self.data.bars else 1)
        for action in (self.view, self.export_button, self.new_button):
            action.setVisible(bool(self.data.bars))
        self.head.set_count(str(len(self.data.bars)) if self.data.bars else "")
        self.gantt.show_data(self.data)
        self.dates.table.reload()
        if self.id not in self.data.by_id:
            self.select(self.data.bars[0].id if self.data.bars else None)
        else:
            self._show_choice()
        self._show_conflicts()

    def showEvent(self, event: QShowEvent) -> None:
        """What was chosen on the page before, the plan's, is chosen here too."""
        super().showEvent(event)
        now = self.workspace.selection
        if now is not None and now.kind == "initiative" and now.id in self.data.by_id:
            self.select(now.id)
        elif self.id is not None:
            self.workspace.select(End("initiative", self.id))

    def _read_dates(self) -> list[tuple[int, object]]:
        return rows_of(self.data)

    def _show_choice(self) -> None:
        chart = self.gantt.chart
        self.body.show_choice(self.data, self.id, chart.milestone, chart.dependency)
        record = self.workspace.file.get(Initiative, self.id)
        self.pane.show_head(None if chart.milestone or chart.dependency else record)

    def _show_conflicts(self) -> None:
        found, lost = self.data.conflicts, self.data.lost
        said = [conflict_words(self.data, one) for one in found]
        said += [lost_words(one) for one in lost]
        self.conflicts.setVisible(bool(said))
        if not said:
            return
        words, count = said[:2], len(said) - 2
        if count > 0:
            more = ngettext("and {count} more", "and {count} more", count)
            words.append(more.format(count=count))
        self.conflicts.set_text(" ".join(words))
        early = any(one.kind == "begins_too_early" for one in found)
        self.mend_button.setVisible(early and not self.workspace.read_only)

    def open_conflict(self) -> None:
        """Show the first thing that cannot be where it can be changed."""
        if self.data.conflicts:
            self.select(self.data.conflicts[0].ids[-1])
            self.open_pane()
        elif self.data.lost:
            self._show_milestone(self.data.lost[0].id)

    def show_fault(self, text: str) -> None:
        """Say what could not be done; an empty text takes it away again."""
        self.fault.setVisible(bool(text))
        if text:
            self.fault.set_text(text)

    def select(self, id: int | None) -> None:
        """Choose an initiative everywhere."""
        if id != self.id:
            self.show_fault("")
        self.id = id
        self.gantt.chart.choose(id)
        self.dates.choose(id)
        self._show_choice()
        self.workspace.select(None if id is None else End("initiative", id))

    def _on_picked(self, _kind: str, _id: int) -> None:
        self._show_choice()

    def _show_milestone(self, id: int) -> None:
        self.gantt.chart.pick("milestone", id)
        self.open_pane()

    def show_record(self, kind: str, id: int) -> None:
        if kind == "initiative":
            self.select(id)
        elif kind == "milestone":
            made = self.workspace.file.get(Milestone, id)
            if made is not None and made.initiative_id is not None:
                self.select(made.initiative_id)
            here = holds_focus(self)
            self.gantt.chart.pick("milestone", id)
            if not here:
                self.open_pane()

    def shows_here(self, kind: str, id: int) -> bool:
        return kind == "initiative" and id in self.data.by_id

    def status(self) -> str:
        count = len(self.data.bars)
        words = ngettext("{count} initiative", "{count} initiatives", count).format(count=count)
        undated = count - len(self.data.spans)
        if not undated:
            return words
        more = ngettext("{count} without dates", "{count} without dates", undated)
        return f"{words} · {more.format(count=undated)}"

    def commands(self) -> Sequence[Command]:
        """What the palette offers besides."""
        if not self.data.bars:
            return ()
        return (
            Command("milestone", _("Add a milestone"), "M", self.new_record),
            Command("route", _("Critical path"), "", self.gantt.critical.click),
            Command("download", _("Export the roadmap"), "", self._on_export),
        )

    # -- the pane ------------------------------------------------------------------------

    def open_pane(self) -> None:
        """Show the form of what is chosen and put the keyboard into it."""
        chart = self.gantt.chart
        if self.id is None and chart.milestone is None and chart.dependency is None:
            return
        if not self._opened:
            self._opened = True
            self.pane.show()
            width = self.splitter.width()
            self.splitter.setSizes([width - theme.px(360), theme.px(360)])
        self.pane.enter()

    def close_pane(self) -> None:
        self._opened = False
        self.pane.hide()
        (self.gantt.chart if self.view.key() == CHART else self.dates).setFocus()

    def _on_view(self, key: str) -> None:
        self._views.setCurrentIndex(1 if key == DATES else 0)

    def _on_tray(self, id: int) -> None:
        self.select(id)
        self.open_pane()

    # -- doing ---------------------------------------------------------------------------

    def new_record(self) -> None:
        if self.data.bars and not self.workspace.read_only:
            span = self.data.spans.get(self.id or 0)
            day = span.end if span else self.data.today
            self.gantt.chart.add_milestone(self.id if span else None, day)

    def delete_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            delete_record(self.workspace, Initiative, self.id)

    def duplicate_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            among = [one.id for one in self.workspace.file.all(Initiative)]
            self.select(duplicate_record(self.workspace, Initiative, self.id, among))

    def mend(self) -> None:
        """Push all that begins too early, as one step."""
        self.show_fault(acts.mend(self.workspace, self.data))

    def _open_plan(self) -> None:
        self.workspace.page_requested.emit("plan")

    def _on_export(self) -> None:
        menu = widgets.menu(self)
        self.export.fill(menu, self.gantt.chart.by, self.gantt.chart.critical)
        button = self.export_button
        menu.exec(button.mapToGlobal(QPoint(0, button.height() + 4)))
