"""The window's content while an engagement is open: bars, rail, page and evidence panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _
from cxstudio.model import record_classes
from cxstudio.model.chain import End
from cxstudio.ui import pages, theme, widgets
from cxstudio.ui.page import Page
from cxstudio.ui.shell.completeness import shares
from cxstudio.ui.shell.evidence_panel import EvidencePanel
from cxstudio.ui.shell.map_drops import MapDrops
from cxstudio.ui.shell.status_bar import StatusBar
from cxstudio.ui.shell.top_bar import TopBar
from cxstudio.ui.workspace import Workspace

RAIL, PANEL = 224, 304  # pixels of the rail unfolded, and of the evidence panel at first


class EngagementView(QWidget):
    """Builds each page when it is first shown."""

    page_shown = Signal(str)

    def __init__(self, workspace: Workspace, undo: QAction, redo: QAction) -> None:
        super().__init__()
        self.workspace = workspace
        self.top_bar = TopBar(workspace, undo, redo)
        self.rail = widgets.Rail()
        self.panel = EvidencePanel(workspace)
        self.status_bar = StatusBar(workspace)
        self._pages: dict[str, Page] = {}
        self._looked_at: dict[str, End | None] = {}  # what was selected on each page
        self._key = ""
        self._stack = QStackedWidget()
        self._folded_by_user = False
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._fit_again)
        self._panel_shown = {False: True, True: False}  # by whether the page is wide
        self._lay_out()
        self._drops = MapDrops(self)
        self.refresh_rail()
        self.rail.chosen.connect(self.show_page)
        workspace.changed.connect(self.refresh_rail)
        workspace.place_requested.connect(self.go_to)
        workspace.view_requested.connect(self.show_on)
        workspace.page_requested.connect(self.show_page)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([theme.px(1072), theme.px(PANEL)])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setObjectName("splitter-evidence")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(widgets.Hairline(vertical=True))
        middle.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(widgets.Hairline())
        column.addLayout(middle, 1)
        column.addWidget(widgets.Hairline())
        column.addWidget(self.status_bar)

    # -- pages ---------------------------------------------------------------------

    @property
    def page(self) -> Page:
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def page_key(self) -> str:
        return next(key for key, page in self._pages.items() if page is self.page)

    def show_page(self, key: str) -> None:
        """Show a page, building it the first time."""
        self.workspace.flush_requested.emit()
        before = self.workspace.selection
        self._looked_at[self._key] = before
        self._key = self.workspace.page = key
        if key not in self._pages:
            self._pages[key] = pages.BY_KEY[key].build(self.workspace)
            self._stack.addWidget(self._pages[key])
            self._pages[key].installEventFilter(self)
        page = self._pages[key]
        if not pages.BY_KEY[key].shows:
            self.workspace.select(None)
        self._make_room(page)
        self._stack.setCurrentWidget(page)
        if self.workspace.selection == before and key in self._looked_at:
            self.workspace.select(self._looked_at[key])
        self.rail.choose(key)
        self.panel.setVisible(self._panel_shown[page.wide])
        self._fit_rail(page)
        self.status_bar.show_page(page)
        self.page_shown.emit(key)

    def _make_room(self, page: Page) -> None:
        """Let the window be as narrow as the page shown allows, whatever the others need."""
        for other in self._pages.values():
            policy = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)

    def toggle_rail(self) -> None:
        self._folded_by_user = not self._folded_by_user
        self._fit_rail(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages:
            self._fit_rail(self.page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that opens a form beside its table needs more room than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit_again(self) -> None:
        self._fit_rail(self.page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pages:
            self._fit_rail(self.page)

    def _fit_rail(self, page: Page) -> None:
        """Fold the rail for a page that is wide, or that would be squeezed beside it. Before it is
        shown the view does not know how wide it will be."""
        others = theme.px(RAIL) + (theme.px(PANEL) if self._panel_shown[page.wide] else 0)
        squeezed = self.isVisible() and page.wanted_width() > self.width() - others
        self.rail.set_folded(page.wide or squeezed or self._folded_by_user)

    def toggle_panel(self) -> None:
        """Show or hide the evidence panel; remembered apart for wide pages and the others."""
        wide = self.page.wide
        self._panel_shown[wide] = not self._panel_shown[wide]
        self.panel.setVisible(self._panel_shown[wide])
        self._fit_rail(self.page)

    def step_part(self, *, forward: bool) -> None:
        """Move the keyboard to the next or previous part, where it was there last."""
        from cxstudio.ui import focus_order

        parts = [self.top_bar, self.rail, self.page, self.panel, self.status_bar]
        focus_order.step_part(parts, forward)

    def go_to(self, kind: str, id: int) -> None:
        """Show a record on the page where it is edited; an undo of what was changed from the
        page that is shown stays on it."""
        key = pages.PAGE_OF.get(kind)
        if self._pages and self.page.shows_here(kind, id):
            key = self.page_key
        elif self.workspace.made_here and key != self._key:
            return
        if key is not None:
            self.show_on(key, kind, id)

    def show_on(self, key: str, kind: str, id: int) -> None:
        """Show a record on a page that can show it."""
        if self.workspace.file.get(record_classes()[kind], id) is None:
            return
        self.show_page(key)
        self.page.show_record(kind, id)
        if self.workspace.selection is None or self.workspace.selection.record != End(kind, id):
            self.workspace.select(End(kind, id))

    # -- the rail ------------------------------------------------------------------

    def refresh_rail(self, _changes: object = None) -> None:
        done = shares(self.workspace.completeness)
        groups = []
        for group, title in pages.GROUPS.items():
            items = [
                widgets.RailItem(page.key, page.icon, _(page.title), self._count(page))
                for page in pages.PAGES
                if page.group == group
            ]
            groups.append(widgets.RailGroup(_(title) if title else "", done.get(group), items))
        self.rail.set_groups(groups)

    def _count(self, page: pages.PageEntry) -> int | None:
        if not page.shows or page.key in ("engagement", "report"):
            return None
        return self.workspace.file.count(record_classes()[page.shows[0]])
