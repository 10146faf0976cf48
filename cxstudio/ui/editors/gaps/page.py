"""The register of gaps with their severity, where they sit, and their causes (F1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from cxstudio import formats
from cxstudio.analysis.gaps.severity import concentration
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Cause, Gap, Initiative, Link, Stage
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.causes import CausesView
from cxstudio.ui.editors.gaps.filter import Filter, FilterBar
from cxstudio.ui.editors.gaps.form import GapForm
from cxstudio.ui.editors.gaps.heat_panel import HeatPanel
from cxstudio.ui.editors.gaps.proposals import ProposalsDialog
from cxstudio.ui.editors.gaps.register import register, table
from cxstudio.ui.editors.gaps.rows import GapRow, read_rows
from cxstudio.ui.editors.gaps.weights import WeightsPopover
from cxstudio.ui.editors.gaps.whys import WhysView
from cxstudio.ui.forms.side_pane import SidePane, holds_focus
from cxstudio.ui.page import Page
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.workspace import Workspace

SHOWN = {"gap", "gap_department", "engagement", "cause", "touchpoint", "left_proposal"}
SHOWN |= {"step", "stage", "department", "link", "evidence", "interview", "journey"}
ROOMY = 880
LEAST, PANE = 440, 392  # of the register beside the form; the rail folds to give them room
LOWEST = 5 * 36 + 2  # of the register: its head and four gaps


class GapsPage(Page):
    """Register or causes at the left; the form beside it once a gap is opened."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _(
            "Severity is the engagement’s own scale; weights are printed in the report"
        )
        self.id: int | None = None
        self._arrived = False
        self.rows: list[GapRow] = []
        self._come: set[int] = set()  # the gaps that the last change has brought
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh(None)

    # -- layout ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Gaps"))
        self.view = widgets.Segmented(
            [("register", _("Register")), ("causes", _("Causes")), ("whys", _("Five whys"))],
            _("View"),
            ["list", "waypoints", "list-tree"],
        )
        self.filter_button = widgets.outline(_("Filter"), "list-filter")
        self.filter_button.setToolTip(_("Filter"))
        self.filter_button.setCheckable(True)
        self.weights_button = widgets.outline(
            pgettext("of the severity", "Weights"), "sliders-horizontal"
        )
        self.weights_button.setToolTip(_("How much importance, distance and reach count"))
        self.weights = WeightsPopover(self.workspace, self)
        self.propose_button = widgets.outline(_("Propose"), "sparkles")
        self.propose_button.setToolTip(_("Gaps that follow from what is in the file"))
        self.propose_button.setEnabled(not self.workspace.read_only)
        self.new_button = widgets.filled(_("Gap"), "plus")
        self.new_button.setAccessibleName(_("Add a gap"))
        self.new_button.setToolTip(_("Add a gap"))
        self.new_button.setEnabled(not self.workspace.read_only)
        self._acts = (
            *(self.view, self.filter_button, self.weights_button),
            *(self.propose_button, self.new_button),
        )
        for action in self._acts:
            self.head.add_action(action)
        self.filters = FilterBar()
        self.table = table(self._read)
        self.register = register(self.table)
        self.heat = HeatPanel()
        self.causes = CausesView(self.workspace)
        self.whys = WhysView(self.workspace)
        self.form = GapForm(self.workspace)
        self.pane = SidePane(self.workspace, _("Gap"), self.form)

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._views = QStackedLayout(self._left)
        self._views.addWidget(self._register_view())
        self._views.addWidget(self.causes)
        self._views.addWidget(self._empty_state())
        self._views.addWidget(self.whys)
        self.splitter = widgets.divided(self._left, self.pane, self._left)
        self.splitter.setSizes([theme.px(680), theme.px(PANE)])
        self.splitter.setObjectName("splitter-gap")
        self.pane.hide()
        self.set_parts(self.head, self._filter_line(), self.splitter)

    def _register_view(self) -> QWidget:
        view = widgets.Ground("sunken")
        column = QVBoxLayout(view)
        column.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 24)))
        column.setSpacing(theme.px(16))
        self.register.setMinimumHeight(theme.px(LOWEST))
        self.register.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self.register, 1)
        column.addWidget(self.heat)
        return view

    def _filter_line(self) -> QWidget:
        self.filters_line = QWidget()
        line = QVBoxLayout(self.filters_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme.px(side) for side in (24, 8, 24, 8)))
        inner.addWidget(self.filters)
        line.addLayout(inner)
        line.addWidget(widgets.Hairline())
        self.filters_line.hide()
        return self.filters_line

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "triangle-alert",
            _("The differences between what customers meet and what they should meet belong here."),
            _("Scored on one scale, they show where an improvement takes most of the pain away."),
            "" if self.workspace.read_only else _("Add a gap"),
            "" if self.workspace.read_only else _("Propose gaps from what is in the file"),
        )
        state.pressed.connect(self.new_record)
        state.link_pressed.connect(self.propose)
        return state

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        self.filter_button.toggled.connect(self._on_filter_shown)
        self.weights_button.clicked.connect(self._show_weights)
        self.propose_button.clicked.connect(self.propose)
        self.new_button.clicked.connect(self.new_record)
        self.filters.changed.connect(self._on_filter)
        self.register.chosen.connect(self._select)
        self.register.opened.connect(self.open_pane)
        self.register.clicked.connect(self._on_clicked)
        self.register.dropped.connect(self.workspace.link)
        self.heat.pressed.connect(self._on_cell)
        self.heat.escaped.connect(self._show_all)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.register)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._show_all)
        self.causes.chosen.connect(self._on_card)
        self.whys.chosen.connect(self._select)
        for source in (self.register, self.pane):
            source.delete_pressed.connect(self.delete_record)
            source.duplicate_pressed.connect(self.duplicate_record)
        self.pane.closed.connect(self.close_pane)
        self.form.initiative_pressed.connect(self.make_initiative)

    # -- showing -----------------------------------------------------------------------

    def wanted_width(self) -> int:
        least = super().wanted_width()
        return max(least, theme.px(LEAST + PANE)) if self.pane.isVisibleTo(self) else least

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        before, known = self.table.row_of_id(self.id), {row.id for row in self.rows}
        self.rows = read_rows(self.workspace)
        self._come = {row.id for row in self.rows} - known if changes is not None else set()
        self.filters.offer(self.rows)
        self._show_rows()
        if self.id not in {row.id for row in self.rows}:
            ids = self.table.ids
            self._select(ids[min(max(before, 0), len(ids) - 1)] if ids else None)
        self.pane.show_head(self.workspace.file.get(Gap, self.id))

    def _read(self) -> list[tuple[int, Any]]:
        return [(row.id, row) for row in self.rows if self.filters.filter.keeps(row)]

    def _show_rows(self) -> None:
        shown = [row for _id, row in self._read()]
        total, count = len(self.rows), len(shown)
        self.head.set_title(_("Gaps"))
        self.head.set_count(str(total) if count == total else f"{count} / {total}")
        self.table.reload()
        stages = [stage.name for stage in self.workspace.file.all(Stage)]
        self.heat.show_rows([row for row in self.rows if row.counts], stages)
        if self.view.key() == "causes":
            self.causes.show_rows(shown, self.id)
        elif self.view.key() == "whys":
            self.whys.show_rows(self.rows, self.id)
        self._choose(self.id)
        self._show_view()

    def _show_view(self) -> None:
        number = {"causes": 1, "whys": 3}.get(self.view.key(), 0)
        self._views.setCurrentIndex(number if self.rows else 2)
        for action in self._acts:
            action.setVisible(bool(self.rows))  # the empty state has the one button then
        if not self.rows:
            self.pane.hide()

    def _choose(self, id: int | None) -> None:
        """Mark a gap in every view."""
        self.register.choose(id)
        self.causes.choose(id)
        self.heat.choose(next((row for row in self.rows if row.id == id), None))

    def _select(self, id: int | None) -> None:
        self.id = id
        self._choose(id)
        self.form.show_gap(id)
        if self.view.key() == "whys" and self.whys.id != id:
            self.whys.show_gap(id)
        self.pane.show_head(self.workspace.file.get(Gap, id))
        self.workspace.select(None if id is None else End("gap", id))

    def show_record(self, kind: str, id: int) -> None:
        cause = self.workspace.file.get(Cause, id) if kind == "cause" else None
        if cause is not None:
            self._select(cause.gap_id)
            self.show_whys()
            self.whys.choose_cause(id)
        elif kind == "gap":
            if id not in self.table.ids:
                self.filters.clear()
            shown = id == self.id or id in self._come  # an undo brought it back
            here = shown and holds_focus(self) and not self._arrived
            self._select(id)
            if not here:
                self.open_pane()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes from another page to a gap wants its form, whatever was shown before."""
        super().showEvent(event)
        self._arrived = True
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        self._arrived = False

    def status(self) -> str:
        rows = self.rows
        scored = sum(row.severity is not None for row in rows)
        acted = sum(row.initiatives > 0 for row in rows)
        told = ngettext(
            "{count} gap, {scored} scored, {acted} with an initiative",
            "{count} gaps, {scored} scored, {acted} with an initiative",
            len(rows),
        ).format(count=len(rows), scored=scored, acted=acted)
        top = concentration(row.severity for row in rows if row.counts)
        if top is None:
            return told
        share = _("the {first} most severe hold {share} of the severity").format(
            first=top.first, share=formats.percent(top.share)
        )
        return _(", ").join((told, share))

    # -- the pane ------------------------------------------------------------------------

    def open_pane(self) -> None:
        """Show the form of the chosen gap and put the keyboard into it."""
        if self.id is not None:
            self.pane.show()
            self.pane.enter()

    def close_pane(self) -> None:
        self.pane.hide()
        self.register.setFocus()

    def _on_clicked(self, _index: object) -> None:
        self.pane.show()

    def _on_card(self, id: int) -> None:
        self._select(id)
        self.pane.show()

    # -- reactions -----------------------------------------------------------------------

    def _on_view(self, key: str) -> None:
        if key == "whys":
            self.pane.hide()
        self._show_rows()

    def show_whys(self) -> None:
        """The tree of causes of the chosen gap."""
        self.view.choose("whys")
        self._on_view("whys")

    def _on_filter_shown(self, shown: bool) -> None:
        self.filters_line.setVisible(shown)
        if not shown:
            self.filters.clear()
        elif not self.heat.map.hasFocus():  # from a cell the keyboard stays: Escape shows all again
            self.filters.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons keep their icons and give up their words."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(ROOMY)
        for button, words in (
            (self.filter_button, _("Filter")),
            (self.weights_button, pgettext("of the severity", "Weights")),
            (self.propose_button, _("Propose")),
        ):
            button.setText("" if narrow else words)
            button.setAccessibleName(words)

    def _show_weights(self) -> None:
        self.weights.show_weights()
        self.weights.open_under(self.weights_button)

    def _on_filter(self) -> None:
        self._show_rows()

    def _on_cell(self, values: object) -> None:
        """Show the gaps of one cell; pressing it again, or Escape, shows all."""
        assert isinstance(values, dict)
        wanted = Filter(**values)
        again = self.filters.filter == wanted
        self.filter_button.setChecked(not again)
        self.filters.use(Filter() if again else wanted)
        if not again and self.table.ids:
            self._select(self.table.ids[0])

    def _show_all(self) -> None:
        """Back from the gaps of one cell to all of them."""
        self.filter_button.setChecked(False)
        self.filters.clear()

    # -- doing ---------------------------------------------------------------------------

    def new_record(self) -> None:
        if self.workspace.read_only:
            return
        self.filters.clear()
        with self.workspace.change(_("Add a gap")) as change:
            position = self.workspace.file.count(Gap)
            id = change.add(Gap(position=position)).id
        self.form.show_sheet("fields")
        self._select(id)
        self.open_pane()

    def propose(self) -> None:
        """Show the gaps that the records point to, and the first of those that are taken."""
        dialog = ProposalsDialog(self.workspace, self)
        dialog.exec()
        if dialog.taken:
            self._select(dialog.taken[0])
        dialog.deleteLater()

    def duplicate_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            self._select(duplicate_record(self.workspace, Gap, self.id))

    def delete_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            delete_record(self.workspace, Gap, self.id)

    def make_initiative(self) -> None:
        """A new initiative for the chosen gap, linked to it, and go there."""
        gap = self.workspace.file.get(Gap, self.id)
        if gap is None or self.workspace.read_only:
            return
        values = {"title": gap.title, "department_id": gap.department_id}
        values |= {"touchpoint_id": gap.touchpoint_id}
        with self.workspace.change(_("Make an initiative")) as change:
            position = self.workspace.file.count(Initiative)
            made = change.add(Initiative(position=position, **values))
            change.add(
                Link(
                    source_kind="gap",
                    source_id=gap.id,
                    target_kind="initiative",
                    target_id=made.id,
                )
            )
            id = made.id
        self.workspace.go_to("initiative", id)
