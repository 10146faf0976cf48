"""The page of evidence: insights, all evidence, and themes."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from cxstudio.i18n import _, ngettext
from cxstudio.model import Evidence, Insight, Theme
from cxstudio.model.chain import End
from cxstudio.ui import widgets
from cxstudio.ui.editors.evidence.insights import InsightsView
from cxstudio.ui.editors.evidence.pieces import PiecesView
from cxstudio.ui.editors.evidence.themes_view import ThemesView
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace

INSIGHTS, PIECES, THEMES = "insights", "pieces", "themes"
VIEW_OF = {"insight": INSIGHTS, "evidence": PIECES, "theme": THEMES}


class EvidencePage(Page):
    """Three views of one page; a record that is asked for chooses its view."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _("Drag evidence onto whatever rests on it, or press Ctrl+L")
        self.insights = InsightsView(workspace)
        self.pieces = PiecesView(workspace)
        self.themes = ThemesView(workspace)
        self._views = {INSIGHTS: self.insights, PIECES: self.pieces, THEMES: self.themes}
        options = [(INSIGHTS, _("Insights")), (PIECES, _("Evidence")), (THEMES, _("Themes"))]
        self.tabs = widgets.Segmented(options, _("View of the evidence"))
        self.tabs.chosen.connect(self.show_view)
        head = widgets.PageHead(_("Evidence and insights"))
        head.add_action(self.tabs)
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        self.show_view(INSIGHTS if workspace.file.count(Insight) else PIECES)

    def show_view(self, key: str) -> None:
        """Insights, evidence or themes."""
        self.workspace.flush_requested.emit()
        self.tabs.choose(key)
        view = self._views[key]
        self._stack.setCurrentWidget(view)
        self.workspace.select(_selection(view))

    @property
    def view(self) -> Page:
        view = self._stack.currentWidget()
        assert isinstance(view, Page)
        return view

    def show_record(self, kind: str, id: int) -> None:
        self.show_view(VIEW_OF[kind])
        self.view.show_record(kind, id)
        if kind == "insight" and not self.workspace.file.one(Insight, id).statement:
            self.insights.enter_body()

    def new_record(self) -> None:
        self.view.new_record()

    def status(self) -> str:
        """Such as "93 pieces of evidence, 10 insights, 12 themes"."""
        file = self.workspace.file
        pieces, insights, themes = (file.count(cls) for cls in (Evidence, Insight, Theme))
        parts = (
            ngettext("{count} piece of evidence", "{count} pieces of evidence", pieces).format(
                count=pieces
            ),
            ngettext("{count} insight", "{count} insights", insights).format(count=insights),
            ngettext("{count} theme", "{count} themes", themes).format(count=themes),
        )
        return _(", ").join(parts)


def _selection(view: Page) -> End | None:
    """What is looked at in a view."""
    if isinstance(view, PiecesView):
        ids = view.selected_ids()
        return End("evidence", ids[0]) if len(ids) == 1 else None
    assert isinstance(view, InsightsView | ThemesView)
    return None if view.id is None else End(view.cls.__tablename__, view.id)
