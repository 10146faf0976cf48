"""The improvement plan: initiatives on a board, ranked, in time, and one by one (G1)."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio.analysis.plan.candidates import Method
from cxstudio.i18n import _, ngettext
from cxstudio.model import Department, Effect, Initiative, ProgressNote, Record
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.form import InitiativeForm
from cxstudio.ui.editors.plan.overview import PlanOverview
from cxstudio.ui.editors.plan.priorities import PrioritiesView
from cxstudio.ui.editors.plan.rows import PlanRow, read_rows, total_cost
from cxstudio.ui.editors.plan.weighing import weigh, with_ranks
from cxstudio.ui.forms.fields import ChoiceField
from cxstudio.ui.forms.side_pane import SidePane, holds_focus
from cxstudio.ui.page import Page
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList
from cxstudio.ui.workspace import Workspace

SHOWN = {"initiative", "gap", "department", "link", "evidence", "interview", "engagement"}
SHOWN |= {"dependency", "milestone"}  # the timeline shows them
SHOWN |= {"criterion", "criterion_score"}
LEAST, PANE = 420, 392  # of what stands beside the form; the rail folds to give them room
OVERVIEW, PRIORITIES, LIST, TIMELINE = "overview", "priorities", "list", "timeline"
PARTS: dict[str, type[Record]] = {"effect": Effect, "progress_note": ProgressNote}


class PlanPage(Page):
    """Overview, list or timeline at the left; the form beside it once one is opened."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _(
            "Costs are ranges; the ranking goes by the score chosen under Priorities"
        )
        self.id: int | None = None
        self._come: set[int] = set()  # the initiatives that the last change has brought
        self.rows: list[PlanRow] = []
        self._opened = False
        self._waiting = False
        self._method: Method | None = None  # the usual one until the user chooses
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh(None)

    # -- layout ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Improvement plan"))
        self.view = widgets.Segmented(
            [
                (OVERVIEW, _("Overview")),
                (PRIORITIES, _("Priorities")),
                (LIST, _("List")),
                (TIMELINE, _("Timeline")),
            ],
            _("View"),
            ["layout-grid", "list-ordered", "list", "chart-gantt"],
        )
        self.department = ChoiceField({}, _("All departments"))
        self.department.setAccessibleName(_("Responsible department"))
        self.department.setFixedWidth(theme.px(168))
        self.new_button = widgets.filled(_("Initiative"), "plus")
        self.new_button.setAccessibleName(_("Add an initiative"))
        self.new_button.setToolTip(_("Add an initiative"))
        self.new_button.setEnabled(not self.workspace.read_only)
        for action in (self.view, self.department, self.new_button):
            self.head.add_action(action)
        self.overview = PlanOverview(self.workspace)
        self.priorities = PrioritiesView(self.workspace)
        self.list = ListPane(_("Initiatives"), RecordList(self.workspace, Initiative, self._row))
        self.list.new_button.hide()
        self.form = InitiativeForm(self.workspace)
        self.pane = SidePane(self.workspace, _("Initiative"), self.form)

    def _lay_out(self) -> None:
        ground = widgets.Ground("sunken")
        holder = QVBoxLayout(ground)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.overview)
        self._left = QWidget()
        self._views = QStackedLayout(self._left)
        weighed = widgets.Ground("sunken")
        beside = QVBoxLayout(weighed)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.priorities)
        for view in (ground, self.list, self._empty_state(), weighed):
            self._views.addWidget(view)
        self.splitter = widgets.divided(self._left, self.pane, self._left)
        self.splitter.setSizes([theme.px(680), theme.px(PANE)])
        self.splitter.setObjectName("splitter-initiative")
        self.pane.hide()
        self.set_parts(self.head, self.splitter)

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "target",
            _("What will be done about the gaps belongs here."),
            _(
                "An initiative with one owner, a cost and dates is what a board can decide on. "
                "Make one from a gap, so that its reason stays with it."
            ),
            "" if self.workspace.read_only else _("Add an initiative"),
        )
        state.pressed.connect(self.new_record)
        return state

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        self.department.edited.connect(self._show_rows)
        self.new_button.clicked.connect(self.new_record)
        self.overview.chosen.connect(self._select)
        self.overview.opened.connect(self.open_pane)
        self.overview.ranking.clicked.connect(self._on_clicked)
        self.priorities.chosen.connect(self._select)
        self.priorities.opened.connect(self.open_pane)
        self.priorities.ranked_by.connect(self._on_method)
        self.priorities.tried.connect(self._on_weights)
        self.list.chosen.connect(self._on_listed)
        self.list.enter_pressed.connect(self.pane.enter)
        for source in (self.overview, self.priorities, self.list, self.pane):
            source.delete_pressed.connect(self.delete_record)
            source.duplicate_pressed.connect(self.duplicate_record)
        self.pane.closed.connect(self.close_pane)

    # -- showing -----------------------------------------------------------------------

    def wanted_width(self) -> int:
        least = super().wanted_width()
        return max(least, theme.px(LEAST + PANE)) if self.pane.isVisibleTo(self) else least

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        ids = [row.id for row in self.rows]
        before, known = ids.index(self.id) if self.id in ids else 0, set(ids)
        self._weigh()
        departments = [
            (d.id, d.label or _("Untitled")) for d in self.workspace.file.all(Department)
        ]
        self.department.set_options(departments, _("All departments"))
        self._show_rows()
        ids = [row.id for row in self.rows]
        if self.id not in ids:
            self._select(ids[min(before, len(ids) - 1)] if ids else None)
        self._come = set(ids) - known if changes is not None else set()
        self.pane.show_head(self.workspace.file.get(Initiative, self.id))

    def _weigh(self) -> None:
        """Rank by the method in force, with the weights that are being tried out."""
        rows = read_rows(self.workspace)
        self.weighing = weigh(self.workspace, rows, self._method, self.priorities.criteria.what_if)
        self.rows = with_ranks(rows, self.weighing)

    def _on_method(self, _key: str) -> None:
        self._method = self.priorities.method
        self._on_weights()

    def _on_weights(self) -> None:
        """Rank anew; the views that are not seen wait, so that a slider does not."""
        self._weigh()
        self._waiting = self.view.key() == PRIORITIES
        if self._waiting:
            self._show_priorities(self._shown())
        else:
            self._show_rows()

    def _show_priorities(self, shown: list[PlanRow]) -> None:
        self.priorities.show_rows(shown, self.rows, self.weighing, self.id)

    def _shown(self) -> list[PlanRow]:
        wanted = self.department.value()
        if wanted is None:
            return self.rows
        owned = self.workspace.file.all(Initiative, Initiative.department_id == wanted)
        ids = {made.id for made in owned}
        return [row for row in self.rows if row.id in ids]

    def _show_rows(self) -> None:
        shown = self._shown()
        total, count = len(self.rows), len(shown)
        self.head.set_count(str(total) if count == total else f"{count} / {total}")
        self.overview.show_rows(shown, self.id, self.weighing.method)
        self._waiting = False
        self._show_priorities(shown)
        self.list.chosen.disconnect(self._on_listed)
        self.list.reload()
        self.list.choose(self.id)
        self.list.chosen.connect(self._on_listed)
        self._show_view()

    def _row(self, record: Initiative) -> dict[int, object]:
        row = next((row for row in self.rows if row.id == record.id), None)
        return {
            widgets.Row.TITLE: record.label or _("Untitled"),
            widgets.Row.CODE: record.code,
            widgets.Row.SECOND: row.department if row else "",
            widgets.Row.MARK: row.strength if row else None,
        }

    def _show_view(self) -> None:
        key = self.view.key()
        listed = key == LIST
        place = {LIST: 1, PRIORITIES: 3}.get(key, 0)
        self._views.setCurrentIndex(place if self.rows else 2)
        self.department.setVisible(bool(self.rows) and not listed)
        for action in (self.view, self.new_button):
            action.setVisible(bool(self.rows))  # the empty state has the one button then
        self.overview.show_only_timeline(key == TIMELINE)
        self.pane.close_button.setVisible(not listed)
        self.pane.setVisible(bool(self.rows) and (listed or self._opened))
        width = self.splitter.width()
        left = theme.px(304) if listed else width - theme.px(400)
        self.splitter.setSizes([left, width - left])

    def _select(self, id: int | None) -> None:
        self.id = id
        self.overview.choose(id)
        self.priorities.choose(id)
        if self.list.current_id() != id:
            self.list.choose(id)
        self.form.show_record(id)
        self.pane.show_head(self.workspace.file.get(Initiative, id))
        self.workspace.select(None if id is None else End("initiative", id))

    def show_record(self, kind: str, id: int) -> None:
        if kind == "criterion":
            self.view.choose(PRIORITIES)
            self._show_view()
        if kind in PARTS:
            part = self.workspace.file.get(PARTS[kind], id)
            kind, id = "initiative", getattr(part, "initiative_id", 0)
        if kind != "initiative":
            return
        if id not in {row.id for row in self._shown()}:
            self.department.set_value(None)
            self._show_rows()
        here = (id == self.id or id in self._come) and holds_focus(self)
        self._select(id)
        if not here:
            self.open_pane()

    def shows_here(self, kind: str, id: int) -> bool:
        """Undoing an effect or a note stays at the form in which it was written."""
        return kind in PARTS

    def status(self) -> str:
        rows = [row for row in self.rows if row.counts]
        total = total_cost(rows, self.workspace.file.engagement.currency)
        if not total:
            words = ngettext("{count} initiative", "{count} initiatives", len(rows))
            return words.format(count=len(rows))
        return _("Total {total} ({costed} of {count} costed)").format(
            total=total, costed=sum(row.costed for row in rows), count=len(rows)
        )

    # -- the pane ------------------------------------------------------------------------

    def open_pane(self) -> None:
        """Show the form of the chosen initiative and put the keyboard into it."""
        if self.id is not None:
            self._open()
            self.pane.enter()

    def _open(self) -> None:
        if not self._opened:
            self._opened = True
            self._show_view()

    def close_pane(self) -> None:
        self._opened = False
        self._show_view()
        if self.view.key() == OVERVIEW:
            self.overview.ranking.setFocus()
        elif self.view.key() == PRIORITIES:
            self.priorities.view.setFocus()

    def _on_clicked(self, _index: object) -> None:
        self._open()

    def _on_view(self, _key: str) -> None:
        if self._waiting:
            self._show_rows()
        else:
            self._show_view()

    def _on_listed(self, id: int | None) -> None:
        if id != self.id and self.view.key() == LIST:
            self._select(id)

    # -- doing ---------------------------------------------------------------------------

    def new_record(self) -> None:
        if self.workspace.read_only:
            return
        owner = self.department.value()
        with self.workspace.change(_("Add an initiative")) as change:
            position = self.workspace.file.count(Initiative)
            id = change.add(Initiative(position=position, department_id=owner)).id
        self._select(id)
        self.open_pane()

    def duplicate_record(self) -> None:
        if self.id is None or self.workspace.read_only:
            return
        among = [row.id for row in self.rows]
        self._select(duplicate_record(self.workspace, Initiative, self.id, among))

    def delete_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            delete_record(self.workspace, Initiative, self.id)
