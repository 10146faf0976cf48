"""Traceability: the chain from evidence to the report, with its dead ends; a click walks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio.drawing.trace.belonging import read_names
from cxstudio.drawing.trace.folding import Shown, shown, worth_folding
from cxstudio.drawing.trace.graph import BESIDE, Graph
from cxstudio.drawing.trace.layout import lay_out
from cxstudio.drawing.trace.read import read_graph
from cxstudio.i18n import _, ngettext
from cxstudio.model import record_classes
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.trace.filters import FilterLine
from cxstudio.ui.editors.trace.menus import Menus
from cxstudio.ui.editors.trace.view import GraphView
from cxstudio.ui.editors.trace.walked import Walked
from cxstudio.ui.editors.trace.wanted import Wanted, found
from cxstudio.ui.page import Command, Page
from cxstudio.ui.shell.record_texts import section_titles
from cxstudio.ui.workspace import Workspace

SHOWN = {
    *("link", "evidence", "interview", "wave", "insight", "card", "lane", "step", "journey"),
    *("gap", "gap_department", "initiative", "involvement", "effect", "kpi", "report_section"),
    *("persona", "trait", "slider", "touchpoint", "worksheet_answer", "department", "stakeholder"),
    *("journey_persona", "engagement", "theme", "evidence_theme"),
}
FEW = 120
"""Nodes that are not folded when a filter leaves no more of them."""


class TracePage(Page):
    """`graph` are all records, `shown` those that are wanted with their groups folded;
    `chosen` is the record or group whose chain is lit."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _("Arrow keys walk along the links · Enter opens · Escape lights all")
        self.graph = Graph()
        self.shown: Shown = shown(self.graph)
        self.wanted = Wanted()
        self.folded: frozenset[End] = frozenset()
        self.opened: frozenset[End] = frozenset()
        self.chosen: End | None = None
        self.walked = Walked()
        self._leaving = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh(None)

    # -- layout --------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Traceability"))
        self.back = widgets.icon_button("arrow-left", _("Back along the walk (Alt+Left)"))
        self.forward = widgets.icon_button("arrow-right", _("Forward again (Alt+Right)"))
        self.search = widgets.SearchField(_("Find in the chain"))
        self.search.setFixedWidth(theme.px(220))
        self.alone = widgets.FoldingButton("outline", _("Only this chain"), "git-fork")
        self.alone.setCheckable(True)
        self.filter_button = widgets.FoldingButton("outline", _("Filter"), "list-filter")
        self.filter_button.setCheckable(True)
        self.export_button = widgets.FoldingButton("outline", _("Export"), "download")
        for action in (
            *(self.back, self.forward, self.search),
            *(self.alone, self.filter_button, self.export_button),
        ):
            self.head.add_action(action)
        self.filters = FilterLine()
        self.filters.hide()
        self.view = GraphView()
        self.menus = Menus(self)

    def _lay_out(self) -> None:
        self._holder = QWidget()
        self._views = QStackedLayout(self._holder)
        self._views.addWidget(self.view)
        self._views.addWidget(self._empty_state())
        self._views.addWidget(self._nothing_found())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self._holder, 1)

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "workflow",
            _("The chain from what customers said to what is recommended is drawn here."),
            _("It shows for every claim what it rests on, and where the argument breaks off."),
            _("Collect evidence"),
        )
        state.pressed.connect(self._go_to_evidence)
        return state

    def _nothing_found(self) -> QWidget:
        state = widgets.EmptyState(
            "list-filter",
            _("No record fits this filter."),
            _("Records are shown with everything that they are linked with."),
            _("Show all"),
        )
        state.pressed.connect(self.show_all)
        return state

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._next_found)
        self.alone.toggled.connect(self._on_alone)
        self.filter_button.toggled.connect(self._on_filter_shown)
        self.export_button.clicked.connect(self.menus.show_export)
        self.filters.changed.connect(self._on_filter)
        self.filters.beside_changed.connect(self._on_beside)
        self.filters.folding.connect(self._on_folding)
        self.filters.cleared.connect(self.show_all)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.view.folded.connect(self.fold)
        self.view.menu_wanted.connect(self.menus.show)
        self.view.back_wanted.connect(self.go_back)
        self.view.forward_wanted.connect(self.go_forward)
        self.view.heads.picked.connect(self._on_picked)

    # -- reading -------------------------------------------------------------------------

    def read(self, language: str) -> Graph:
        """The graph as it is in the file now, in a language."""
        return read_graph(
            self.workspace.file.session,
            self.workspace.chain,
            language,
            titles=section_titles(),
            beside=self.filters.beside.isChecked(),
        )

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        graph = self.read(theme.language())
        self.filters.offer(read_names(self.workspace.file.session))
        if graph == self.graph and self.view.laid is not None:
            return
        new_groups = set(graph.groups) - set(self.graph.groups)
        self.graph = graph
        self.folded = (self.folded & set(graph.groups)) | (worth_folding(graph) & new_groups)
        self.filters.show_grouped(bool(self.folded))
        self.show_wanted()

    def kept(self) -> frozenset[int] | None:
        """The records that are wanted, None for all."""
        return self.wanted.records(self.graph)

    def show_wanted(self) -> None:
        """Lay out what is wanted now, and keep what is chosen."""
        kept = self.kept()
        self.shown = shown(self.graph, self.folded, self.opened, kept)
        if kept is not None and self.folded:
            self.shown = self._unfolded_if_few(kept)
        self.view.show_graph(lay_out(self.shown, self.view.measures()))
        self.view.heads.pick(self.wanted.fault)
        links = len(self.graph.links)
        text = ngettext("{count} link", "{count} links", links).format(count=f"{links:,}")
        self.head.set_count(text if self.graph.nodes else "")
        self._views.setCurrentIndex(0 if self.shown.nodes else 2 if self.graph.nodes else 1)
        for part in (self.search, self.alone, self.filter_button, self.export_button):
            part.setEnabled(bool(self.graph.nodes))
        if self.chosen is not None and not self.starts(self.chosen):
            self.chosen = None
        self._light()

    def _unfolded_if_few(self, kept: frozenset[int]) -> Shown:
        """What is left after filtering is not folded when there is room for it."""
        open_all = shown(self.graph, (), self.opened, kept)
        return open_all if len(open_all.nodes) <= FEW else self.shown

    # -- choosing ------------------------------------------------------------------------

    def starts(self, end: End) -> list[int]:
        """The records that a chosen one stands for: itself, or those of its group."""
        if end in self.graph.at:
            return [self.graph.at[end]]
        return self.graph.members(end)

    def choose(self, end: End | None) -> None:
        """Light the chain of a record or a group; None lights all."""
        self.walked.go(end)
        self._take(end)

    def _take(self, end: End | None) -> None:
        self.chosen = end
        self._light()
        self._select()

    def _light(self) -> None:
        """Light what is chosen, or found, or everything."""
        self.back.setEnabled(self.walked.can_back)
        self.forward.setEnabled(self.walked.can_forward)
        self.alone.setEnabled(self.chosen is not None or bool(self.wanted.chain))
        text = self.search.text()
        if self.chosen is None:
            hits = {self.shown.place[n] for n in found(self.graph, text) if n in self.shown.place}
            self.view.light(None, frozenset(hits) if text.strip() else None)
            return
        node = self.node_of(self.chosen)
        nodes, links = self.shown.lit(self.graph.chain(self.starts(self.chosen)))
        if len(nodes) == len(self.shown.nodes):  # nothing is left that could be dimmed
            self.view.light(node)
        else:
            self.view.light(node, nodes, links)

    def node_of(self, end: End) -> int | None:
        """Where a record, or the head of a group, is shown."""
        if end in self.graph.at:
            return self.shown.place.get(self.graph.at[end])
        return next((n for n, node in enumerate(self.shown.nodes) if node.end == end), None)

    def _select(self) -> None:
        """Let the evidence panel speak of what is chosen."""
        end = self.chosen
        known = end is not None and end.kind in record_classes()
        self.workspace.select(end.record if known and end is not None else None)

    def _on_chosen(self, node: int | None) -> None:
        self.choose(None if node is None else self.shown.nodes[node].end)

    def go_back(self) -> None:
        self._step(self.walked.back())

    def go_forward(self) -> None:
        self._step(self.walked.forward())

    def _step(self, end: End | None) -> None:
        if end is None:
            return
        self._take(end if self.starts(end) else None)
        node = self.node_of(end)
        if node is not None:
            self.view.show_node(node)

    # -- opening and folding -------------------------------------------------------------

    def _on_opened(self, node: int) -> None:
        shown_node = self.shown.nodes[node]
        if shown_node.count:
            self.fold(node)
        else:
            self.open(shown_node.end)

    def open(self, end: End) -> None:
        """Show a record on the page where it is edited."""
        self._leaving = True
        try:
            self.workspace.go_to(end.kind, end.id)
        finally:
            self._leaving = False

    def fold(self, node: int) -> None:
        """Open a group, or fold it again."""
        group = self.shown.nodes[node].end
        fold = self.shown.nodes[node].open
        self.folded = self.folded | {group} if fold else self.folded - {group}
        self.opened = self.opened - {group} if fold else self.opened | {group}
        self.filters.show_grouped(bool(self.folded))
        self.show_wanted()
        self._show_end(group)

    def _on_folding(self, fold: bool) -> None:
        self.folded = frozenset(self.graph.groups) if fold else frozenset()
        self.opened = frozenset()
        self.show_wanted()
        if self.chosen is not None:
            self._show_end(self.chosen)

    def _show_end(self, end: End) -> None:
        node = self.node_of(end)
        if node is not None:
            self.view.show_node(node)

    # -- filtering -----------------------------------------------------------------------

    def _want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.show_wanted()
        if self.chosen is not None:
            self._show_end(self.chosen)

    def _on_picked(self, picked: object) -> None:
        self._want(Wanted(self.wanted.places, picked))  # type: ignore[arg-type]
        self.alone.setChecked(False)

    def _on_alone(self, alone: bool) -> None:
        chain = (self.chosen,) if alone and self.chosen is not None else ()
        ends = tuple(self.graph.nodes[n].end for end in chain for n in self.starts(end))
        if ends != self.wanted.chain:
            self._want(Wanted(self.wanted.places, self.wanted.fault, ends))

    def _on_filter(self) -> None:
        self._want(Wanted(self.filters.places, self.wanted.fault, self.wanted.chain))

    def _on_beside(self) -> None:
        self.refresh(None)

    def _on_filter_shown(self, on: bool) -> None:
        self.filters.setVisible(on)
        if not on and self.filters.places:
            self.filters.clear()
            self._on_filter()

    def show_all(self) -> None:
        """Take every filter back."""
        self.filters.clear()
        self.search.clear()
        self._want(Wanted())
        self.alone.setChecked(False)

    def _on_search(self, text: str) -> None:
        if text and self.chosen is not None:
            self.choose(None)
        hits = found(self.graph, text)
        self.search.set_count(_("{count} found").format(count=len(hits)) if text.strip() else "")
        self._light()

    def _next_found(self) -> None:
        """Choose the next record that was looked for."""
        order = [self.graph.nodes[n].end for n in sorted(found(self.graph, self.search.text()))]
        if order:
            at = order.index(self.chosen) + 1 if self.chosen in order else 0
            self.show_record(order[at % len(order)].kind, order[at % len(order)].id)

    # -- menus ---------------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        return self.menus.commands()

    def _go_to_evidence(self) -> None:
        self.workspace.page_requested.emit("evidence")

    # -- the window ----------------------------------------------------------------------

    def shows_here(self, kind: str, id: int) -> bool:
        """The evidence panel walks on in the graph; opening a record leaves it."""
        return not self._leaving and End(kind, id) in self.graph.at

    def show_record(self, kind: str, id: int) -> None:
        """Light the chain of a record."""
        end = End(kind, id)
        if end not in self.graph.at and kind in BESIDE:
            self.filters.beside.setChecked(True)
        if end not in self.graph.at:
            self.workspace.say(_("Nothing of the chain is linked with this record yet."))
            return
        self.reveal(end)
        self.choose(end)
        self._show_end(end)

    def reveal(self, end: End) -> None:
        """Take back the filter that hides a record, and open the group that it is folded into."""
        if self.node_of(end) is None:
            self.show_all()
        node = self.node_of(end)
        if node is not None and self.shown.nodes[node].end != end:
            self.fold(node)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._select()

    def status(self) -> str:
        count = sum(bool(node.faults) for node in self.graph.nodes)
        ends = ngettext("{count} dead end", "{count} dead ends", count).format(count=count)
        records = len(self.graph.nodes)
        text = ngettext("{count} record", "{count} records", records)
        return _(", ").join((text.format(count=f"{records:,}"), ends))
