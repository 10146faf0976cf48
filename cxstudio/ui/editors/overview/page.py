"""The overview: the method's steps, the next sensible thing, key figures and the chain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.overview import advice
from cxstudio.ui.editors.overview.chain import ChainPanel
from cxstudio.ui.editors.overview.figures import Figures
from cxstudio.ui.editors.overview.method import MethodLine
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace

MARGIN = 32


class OverviewPage(Page):
    """Computed anew whenever something changed and the page is visible."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._set_aside: set[str] = set()
        self._column = widgets.ScrollColumn(max_width=1200)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self.refresh(None)

    def refresh(self, changes: ChangeSet | None) -> None:
        self._clear()
        for part in (
            self._head(),
            MethodLine(self.workspace),
            self._advice(),
            Figures(self.workspace),
            ChainPanel(self.workspace),
        ):
            self._column.add(part)
            self._column.body.addSpacing(theme.px(20))
        self._column.body.addStretch(1)

    def _clear(self) -> None:
        while item := self._column.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def status(self) -> str:
        return advice.step_text(self.workspace.completeness)

    # -- head ------------------------------------------------------------------------

    def _head(self) -> QWidget:
        engagement = self.workspace.file.engagement
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.px(16), 0, 0)
        texts = QVBoxLayout()
        texts.addWidget(widgets.Label(engagement.title or engagement.client, "title"))
        texts.addWidget(widgets.Label(advice.facts(engagement), "body", "text_2"))
        row.addLayout(texts, 1)
        report = widgets.outline(_("Preview report"), "file-text")
        report.clicked.connect(self._show_report)
        row.addWidget(report, 0, Qt.AlignmentFlag.AlignBottom)
        return holder

    def _show_report(self) -> None:
        self.workspace.page_requested.emit("report")

    # -- advice ----------------------------------------------------------------------

    def _advice(self) -> QWidget:
        things = [a for a in advice.all_advice(self.workspace) if a.key not in self._set_aside]
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(32))
        first = self._first_thing(things[0]) if things else self._all_done()
        row.addWidget(first, 5, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._after_that(things[1:4]), 4, Qt.AlignmentFlag.AlignTop)
        return holder

    def _first_thing(self, thing: advice.Advice) -> QWidget:
        panel = widgets.Panel("accent", padding=20)
        panel.body.setSpacing(theme.px(8))
        panel.body.addWidget(widgets.Label(_("Next sensible thing"), "label", "accent"))
        panel.body.addWidget(widgets.Label(thing.title, "record", wrap=True))
        panel.body.addWidget(widgets.Label(thing.reason, "body", "text_2", wrap=True))
        buttons = QHBoxLayout()
        go = widgets.filled(thing.button)
        go.clicked.connect(_Going(self.workspace, thing, go).run)
        later = widgets.quiet(_("Not now"))
        later.clicked.connect(_Later(self, thing.key, later).run)
        buttons.addWidget(go)
        buttons.addWidget(later)
        buttons.addStretch(1)
        panel.body.addLayout(buttons)
        return panel

    def set_aside(self, key: str) -> None:
        """Not now: the next advice moves up until the page is built anew."""
        self._set_aside.add(key)
        self.refresh(None)

    def _all_done(self) -> QWidget:
        panel = widgets.Panel("accent", padding=20)
        panel.body.addWidget(widgets.Label(_("Nothing is waiting"), "record"))
        text = _("Every step has what it needs. Read the report once more, then send it.")
        panel.body.addWidget(widgets.Label(text, "body", "text_2", wrap=True))
        return panel

    def _after_that(self, things: list[advice.Advice]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        if things:
            column.addWidget(widgets.Label(_("After that"), "label", "text_2"))
        for thing in things:
            column.addWidget(widgets.Hairline())
            column.addWidget(self._later_row(thing))
        return holder

    def _later_row(self, thing: advice.Advice) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(widgets.Glyph(thing.icon, "text_2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(widgets.Label(thing.title, "body"))
        texts.addWidget(widgets.Label(thing.reason, "small", "text_3"))
        row.addLayout(texts, 1)
        button = widgets.outline(thing.button, small=True)
        button.clicked.connect(_Going(self.workspace, thing, button).run)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder


class _Going:
    """Goes where a piece of advice leads; lives as long as its button."""

    def __init__(self, workspace: Workspace, thing: advice.Advice, owner: QWidget) -> None:
        self._workspace, self._thing = workspace, thing
        owner.setProperty("goes", self)

    def run(self) -> None:
        if self._thing.record is not None:
            self._workspace.go_to(self._thing.record.kind, self._thing.record.id)
        else:
            self._workspace.page_requested.emit(self._thing.page)


class _Later:
    def __init__(self, page: OverviewPage, key: str, owner: QWidget) -> None:
        self._page, self._key = page, key
        owner.setProperty("later", self)

    def run(self) -> None:
        self._page.set_aside(self._key)
