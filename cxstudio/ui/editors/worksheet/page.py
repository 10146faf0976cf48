"""The strategy questions as a worksheet: answers, and the records that answer them (A4)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import WorksheetAnswer
from cxstudio.model.words import QUESTIONS
from cxstudio.store import ChangeSet
from cxstudio.ui import widgets
from cxstudio.ui.editors.worksheet.panel import WorksheetPanel
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.forms.panel_column import PanelColumn
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace


class WorksheetPage(Page):
    """One panel a question; the six of the method are made in one change, on first use."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.head = widgets.PageHead(_("Strategy questions"))
        self.column = PanelColumn(workspace, WorksheetAnswer, WorksheetPanel)
        self._scroll = widgets.ScrollColumn(max_width=760)
        self._scroll.add(self.column)
        self._add_button()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._make_empty())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        self.refresh(None)

    def _add_button(self) -> None:
        self.button = widgets.filled(_("Add a question"), "plus")
        self.button.clicked.connect(self._on_add)
        self.button.setEnabled(not self.workspace.read_only)
        self.head.add_action(self.button)

    def _make_empty(self) -> QWidget:
        state = widgets.EmptyState(
            "circle-help",
            _("Six questions about the client’s customers are answered here."),
            _("They show in an hour what the client knows, and what it only believes."),
            _("Begin with the six questions"),
        )
        state.pressed.connect(self.begin)
        state.button.setEnabled(not self.workspace.read_only)
        return state

    # -- doing -----------------------------------------------------------------------

    def missing(self) -> list[str]:
        """Those of the six questions that are not on the worksheet."""
        there = {answer.question for answer in self.workspace.file.all(WorksheetAnswer)}
        return [key for key in QUESTIONS if key not in there]

    def begin(self) -> None:
        """Put the six questions on the worksheet, in the order of the method, as one change."""
        with self.workspace.change(_("Begin the worksheet")) as change:
            position = self.workspace.file.count(WorksheetAnswer)
            ids = [
                change.add(WorksheetAnswer(question=key, position=position + place)).id
                for place, key in enumerate(self.missing())
            ]
        self.refresh(None)
        if ids:
            self.show_record("worksheet_answer", ids[0])

    def new_record(self) -> None:
        """A question of the team's own, at the end."""
        if self.workspace.read_only:
            return
        id = self.column.add(_("Add a question"))
        self.show_record("worksheet_answer", id)

    def _on_add(self) -> None:
        missing = self.missing()
        if not missing:
            self.new_record()
            return
        menu = widgets.menu(self)
        menu.addAction(_("Own question"), self.new_record)
        menu.addSeparator()
        for key in missing:
            menu.addAction(_(QUESTIONS[key]), partial(self.bring_back, key))
        menu.exec(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def bring_back(self, key: str) -> None:
        """One of the six, at the end."""
        id = self.column.add(_("Add a question"), question=key)
        self.show_record("worksheet_answer", id)

    def show_record(self, kind: str, id: int) -> None:
        panel = self.column.panels.get(id)
        if isinstance(panel, WorksheetPanel):
            self._scroll.show_part(panel)
            own = isinstance(panel.question, LineField) and not panel.question.text()
            field = panel.question if own else panel.answer
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.workspace.select(panel.end)

    # -- showing ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.column.select_when_shown()

    def refresh(self, changes: ChangeSet | None) -> None:
        self.column.reload()
        self._stack.setCurrentIndex(0 if self.column.ids else 1)
        self.button.setVisible(bool(self.column.ids))
        self.head.set_subtitle(self.status() if self.column.ids else "")

    def status(self) -> str:
        count = len(self.column.ids)
        answered = sum(
            panel.answered.is_answered
            for panel in self.column.panels.values()
            if isinstance(panel, WorksheetPanel)
        )
        return ngettext(
            "{answered} of {count} question answered",
            "{answered} of {count} questions answered",
            count,
        ).format(answered=answered, count=count)
